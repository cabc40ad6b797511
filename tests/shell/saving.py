"""A desk where staff save what a kiosk shows, for the tests of reading it again."""

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem
from kiosk.panels.kinds import KINDS
from kiosk.shell.reload import Reload, Source
from kiosk.shell.reload_files import mark
from kiosk.ui.assets import shipped
from tests.helpers.leaks import settle
from tests.helpers.small import SMALL

WRONG = SMALL.replace("unit: percent", "unit: per-cent")


class Desk:
    """Where staff work: a content file, and a kiosk that looks at it when it is told to."""

    def __init__(self, folder: Path, text: str = SMALL) -> None:
        self.file = folder / "content.yaml"
        self.saves = 0
        self.save(text)
        self.reads = 0
        self.shown: list[Exhibit[Panel]] = []
        self.pictures: list[set[str]] = []
        self.told: list[int] = []
        self.kept: list[Exhibit[Panel]] = []
        self.threads: set[threading.Thread] = set()
        self.meanwhile: Callable[[], None] = lambda: None
        """What happens while the worker reads."""
        seen = mark(self.file)
        source = Source(self.file, seen, self.load(), self.read, self.keep, "en")
        self.reload = Reload(source, self.good, self.tell)

    # -- what the kiosk does -------------------------------------------------------------------

    def load(self) -> Loaded | list[Problem]:
        return load(self.file, KINDS, shipped() / "assets")

    def read(self, content: Path) -> Loaded | list[Problem]:
        assert content == self.file
        self.reads += 1
        self.threads.add(threading.current_thread())
        found = self.load()
        self.meanwhile()
        return found

    def keep(self, loaded: Loaded) -> None:
        self.threads.add(threading.current_thread())
        self.kept.append(loaded.exhibit)

    def good(self, exhibit: Exhibit[Panel], pictures: set[Path]) -> None:
        self.shown.append(exhibit)
        self.pictures.append({path.name for path in pictures})

    def tell(self, problems: Sequence[Problem]) -> None:
        self.told.append(len(problems))

    # -- what staff do, and how time passes ----------------------------------------------------

    def save(self, text: str, name: str = "content.yaml") -> None:
        """Save a file in place, at a time of its own."""
        path = self.file.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.touch(name)

    def touch(self, name: str = "content.yaml") -> None:
        self.saves += 1
        os.utime(self.file.parent / name, ns=(self.saves, self.saves))

    def swap(self, text: str) -> None:
        """Save as most editors do: aside, then by a new name."""
        self.save(text, "content.yaml~")
        (self.file.parent / "content.yaml~").replace(self.file)

    def look(self, times: int = 1) -> None:
        """Let the timer call so many times, and the workers finish each time."""
        for _ in range(times):
            self.reload.look()
            self.join()

    def join(self) -> None:
        self.reload._reader.waitForDone()
        settle()
        self.reload._keeper.waitForDone()

    @property
    def title(self) -> str:
        """The title of the exhibit that is shown now."""
        return self.shown[-1].exhibit.title.to("en")


def titled(title: str) -> str:
    return SMALL.replace("Small exhibit", title)
