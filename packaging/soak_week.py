"""A week of one kiosk, in a time that is counted and not waited for."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QColor, QImage
from soak_ghosts import Ghosts

from kiosk.content.load import Loaded, load
from kiosk.content.problems import Said
from kiosk.content.rules import panels_in
from kiosk.panels.kinds import KINDS
from kiosk.panels.photos import Photos
from kiosk.shell.app import Kiosk, _settle
from kiosk.shell.office.desk import Desk
from kiosk.shell.options import Options
from kiosk.shell.reload import Source
from kiosk.shell.reload_files import mark
from kiosk.staff.keep import keep
from kiosk.ui.assets import shipped
from kiosk.ui.voice import Voice
from kiosk.visit.choices import NONE, SEEN
from kiosk.visit.intents import (
    Choose,
    Guide,
    Intent,
    Lay,
    Leave,
    OpenChoices,
    OpenPanel,
    Speak,
    Staff,
    Tick,
    Touched,
    Turn,
    Zoom,
)
from kiosk.visit.state import AtPanel, Home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.content.exhibit import Exhibit
    from kiosk.content.panel import Panel
    from kiosk.content.problems import Problem
    from kiosk.shell.faults import Faults

SIZE = 960, 540
FRAME = 0.5
"""Seconds of its time between two frames."""

PATIENCE = 30.0
"""Seconds of ours until what was saved must have been read."""

WRONG = "\nnothing: known\n"
"""Makes an exhibit a wrong one."""

SAVED = 3
"""How many different files are saved in turn."""

PANELS = 8
"""How many panels are seen before anything is counted, so that the same ones are kept."""


class Amount(NamedTuple):
    """How often everything happens."""

    turns: int
    idles: int
    reloads: int
    languages: int
    zooms: int
    choices: int
    sheets: int
    staff: int
    taps: int


FULL = Amount(20_000, 500, 200, 500, 200, 100, 400, 40, 36_000)
QUICK = Amount(200, 5, 3, 6, 4, 4, 6, 2, 300)


class Clock:
    """Tells seconds that pass when they should."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return them."""
        return self.now


class Week:
    """The kiosk, and all who come in front of it."""

    def __init__(self, place: Path, faults: Faults) -> None:
        """Lay out an exhibit in a folder and show it."""
        self.chance, self.clock = random.Random(7), Clock()  # noqa: S311 — no secret
        self.content = place / "content.yaml"
        self._good = (shipped() / "content.yaml").read_text(encoding="utf-8")
        other = self._good.replace("zh: ", "zh: 又", 1)
        self._texts = cycle([other, other + WRONG, self._good])
        self.content.write_text(self._good, encoding="utf-8")
        found = self._read(self.content)
        if not isinstance(found, Loaded):
            raise TypeError("the exhibit that is shipped cannot be read")
        self._photographs = set(_photographs(found.exhibit, place))
        now = partial(datetime, 2026, 3, 2, 10, 0, tzinfo=UTC)
        desk = Desk(lambda: None, now, tuple, lambda _: Said("没有这一版", "no such version"), str)
        seen = mark(self.content)
        kept = lambda found: keep(self.content, found, now())  # noqa: E731
        source = Source(self.content, seen, found, self._read, kept, "en")
        options = Options(SIZE, state=place / "state", faults=faults, desk=desk)
        self.kiosk = Kiosk(found.exhibit, self.content, options, self.clock, source, voice=Voice())
        self.window = self.kiosk.window
        _settle(self.kiosk)
        self.turns = 0
        self.doing = ""

    @staticmethod
    def _read(path: Path) -> Loaded | list[Problem]:
        return load(path, KINDS, shipped() / "assets")

    # -- each of these comes back to the event loop wherever it yields ------------------------------

    def begin(self, amount: Amount) -> Iterator[None]:
        """Live: everything as often as it should be, in an order that chance has made."""
        deeds = [
            (name, getattr(self, f"_{name}"))
            for name, count in amount._asdict().items()
            if name != "taps"
            for _ in range(count)
        ]
        self.chance.shuffle(deeds)
        for name, deed in deeds:
            self.doing = name
            yield from deed()

    def ghosts(self, taps: int) -> Iterator[None]:
        """Be tapped ten times a second, by up to ten fingers, wherever chance wants."""
        self.doing = "taps"
        ghosts = Ghosts(self.window, self.chance)
        for _ in range(taps):
            self.clock.now += 0.1
            ghosts.tap()
            self._frame()
            yield
        ghosts.go()
        yield from self._idles()

    def answers(self) -> Iterator[None]:
        """See whether a tap wakes it, and the next one leads on."""
        self.doing = "answers"
        ghosts = Ghosts(self.window, self.chance)
        wide, high = SIZE
        for wanted in (Home, AtPanel):
            ghosts.touch(wide // 4, high // 2)
            yield from self._rest()
            there = type(self.kiosk.controller.state.place)
            if there is not wanted:
                raise RuntimeError("a tap is not answered any more")

    def same(self) -> Iterator[None]:
        """Come to the state in which everything is counted, after every file was saved once."""
        self.doing = "same"
        for _ in range(SAVED):
            yield from self._reloads()
        while self.content.read_text(encoding="utf-8") != self._good:
            yield from self._reloads()
        yield from self.quiet()

    def quiet(self) -> Iterator[None]:
        """Come to the state in which memory is looked at: the same panels, and no photographs."""
        self.doing = "quiet"
        yield from self._take(Leave(), Touched(), Choose(NONE))
        for panel in range(PANELS):
            yield from self._take(OpenPanel(panel))
        yield from self._take(Leave())
        for holder in (self.window, self.kiosk.shop.pictures, self.kiosk.reload):
            for pool in holder.findChildren(QThreadPool) if holder else ():
                pool.waitForDone()
        yield from self._rest()
        self.kiosk.shop.pictures.forget(self._photographs)

    # -- what happens ------------------------------------------------------------------------------

    def _turns(self) -> Iterator[None]:
        self.turns += 1
        if self.kiosk.controller.state.attracting:
            yield from self._take(Touched(), OpenPanel(self._any_panel()))
        yield from self._take(Turn(self.chance.choice((1, 1, 1, -1))))

    def _idles(self) -> Iterator[None]:
        """Go away: somebody is asked, and then the cover comes back."""
        yield from self._take(OpenPanel(self._any_panel()), Guide(on=False))
        asked = False
        while not self.kiosk.controller.state.attracting:
            self.clock.now += 4.0
            yield from self._take(Tick())
            asked = asked or self.kiosk.controller.state.asked is not None
        if not asked:
            raise RuntimeError("nobody was asked before the cover came back")

    def _reloads(self) -> Iterator[None]:
        """Save: another exhibit, a wrong one, and the first again."""
        text, title = next(self._texts), self._title()
        self.content.write_text(text, encoding="utf-8")
        wrong = text.endswith(WRONG)
        end = time.monotonic() + PATIENCE
        while wrong != self._complains() or (not wrong and title == self._title()):
            if time.monotonic() > end:
                raise TimeoutError("what was saved is not read")
            if self.kiosk.reload is not None:
                self.kiosk.reload.look()
            yield
        yield from self._rest()

    def _languages(self) -> Iterator[None]:
        other = "en" if self.kiosk.controller.state.language == "zh" else "zh"
        yield from self._take(Speak(other))

    def _zooms(self) -> Iterator[None]:
        route = self.kiosk.controller.route
        able = [at for at in range(len(route.legs)) if route.panel(at).zooms]
        at = self.chance.choice(able)
        yield from self._take(OpenPanel(at), Zoom(on=True), Turn(1), Zoom(on=False))

    def _choices(self) -> Iterator[None]:
        chosen = self.chance.choice(SEEN)
        yield from self._take(OpenChoices(on=True), Choose(chosen), OpenChoices(on=False))

    def _sheets(self) -> Iterator[None]:
        at = self._any_panel()
        for sheet in self.kiosk.controller.route.panel(at).sheets:
            yield from self._take(OpenPanel(at), Lay(sheet), Lay(""))
            if sheet == "guess":
                self.kiosk.guesses.add(f"panel {at}", "1", self.chance.randrange(20))

    def _staff(self) -> Iterator[None]:
        yield from self._take(Staff("pin"), Staff("sheet"), Staff(""))

    # -- how ---------------------------------------------------------------------------------------

    def _any_panel(self) -> int:
        return self.chance.randrange(len(self.kiosk.controller.route.legs))

    def _title(self) -> object:
        return self.kiosk.controller.route.exhibit.exhibit.title

    def _complains(self) -> bool:
        stage = self.kiosk.backstage
        return bool(stage and stage.problems)

    def _take(self, *intents: Intent) -> Iterator[None]:
        for intent in intents:
            self.clock.now += 1.0
            self.kiosk.controller.take(intent)
            yield from self._rest()

    def _rest(self) -> Iterator[None]:
        """Let everything move to its end, and be ready for what comes next."""
        yield
        while self.kiosk.motion.moving:
            self.clock.now += FRAME
            self._frame()
            yield
        for timer in self.kiosk.controller.findChildren(QTimer):
            if timer.isSingleShot() and timer.isActive():
                timer.stop()
                timer.timeout.emit()
        yield

    def _frame(self) -> None:
        if self.kiosk.motion.moving:
            self.kiosk.motion.advance()


def _photographs(exhibit: Exhibit[Panel], place: Path) -> Iterator[Path]:
    """Put a photograph wherever the exhibit names one, and yield it."""
    picture = QImage(1600, 1067, QImage.Format.Format_RGB32)
    picture.fill(QColor("#6f8f7f"))
    for _, panel in panels_in(exhibit):
        for item in panel.items if isinstance(panel, Photos) else ():
            file = place / item.photo
            file.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(file), "jpg")  # type: ignore[call-overload]
            yield file
