"""What staff save is there at once, and what they save wrong disturbs nobody."""

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem
from kiosk.panels.kinds import KINDS
from kiosk.shell import reload_files
from kiosk.shell.reload import Reload, Source
from kiosk.shell.reload_files import ROUND, Files, mark
from kiosk.ui.assets import shipped
from tests.helpers.leaks import settle
from tests.helpers.small import SMALL

WRONG = SMALL.replace("unit: percent", "unit: per-cent")
BROKEN = SMALL + "  - : ][\n"


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


@pytest.fixture
def desk(kiosk_app: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with the small exhibit, and the kiosk looking."""
    assert kiosk_app.screens()
    desk = Desk(tmp_path)
    desk.reload.start()
    desk.reload._timer.stop()
    desk.join()
    yield desk
    desk.reload.close()


# -- good ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("save", [Desk.save, Desk.swap], ids=["in place", "by a new name"])
def test_what_is_saved_is_shown_when_it_has_stayed_the_same_for_one_look(
    desk: Desk, save: Callable[[Desk, str], None]
) -> None:
    save(desk, titled("New"))
    desk.look()
    assert (desk.shown, desk.reads) == ([], 0)
    desk.look()
    assert desk.title == "New"
    assert desk.pictures == [set()]
    desk.look(5)
    assert (len(desk.shown), desk.reads) == (1, 1)


def test_two_looks_and_the_reading_take_less_than_a_second(desk: Desk) -> None:
    desk.reload.start()
    assert desk.reload._timer.isActive()
    assert desk.reload._timer.interval() <= 300


def test_where_nothing_changes_nothing_is_read(desk: Desk) -> None:
    desk.look(20)
    assert (desk.reads, desk.shown, desk.told) == (0, [], [])


def test_an_exhibit_that_says_the_same_is_not_shown_again(desk: Desk) -> None:
    desk.save("# Our exhibit\n" + SMALL)
    desk.look(2)
    assert (desk.reads, desk.shown) == (1, [])


def test_what_was_saved_while_the_kiosk_started_is_not_missed(
    kiosk_app: QApplication, tmp_path: Path
) -> None:
    assert kiosk_app.screens()
    desk = Desk(tmp_path)
    desk.save(titled("Early"))
    desk.reload.start()
    desk.look(2)
    assert desk.title == "Early"
    desk.reload.close()


def test_what_changes_while_it_is_read_is_read_again_and_the_old_is_never_shown(desk: Desk) -> None:
    desk.save(titled("Old"))
    desk.meanwhile = lambda: desk.save(titled("Newer"))
    desk.look(2)
    assert (desk.reads, desk.shown) == (1, [])
    desk.meanwhile = lambda: None
    desk.look(2)
    assert [one.exhibit.title.to("en") for one in desk.shown] == ["Newer"]


def test_only_one_reading_goes_on_at_a_time(desk: Desk) -> None:
    begun, go = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        assert go.wait(30)

    desk.meanwhile = slow
    desk.save(titled("Slow"))
    desk.look()
    desk.reload.look()
    assert begun.wait(30)
    desk.save(titled("Slower"))
    desk.reload.look()
    desk.reload.look()
    go.set()
    desk.join()
    assert desk.reads == 1
    desk.look(2)
    assert desk.title == "Slower"


def test_what_was_being_read_when_the_kiosk_closed_is_not_shown(desk: Desk) -> None:
    desk.save(titled("Too late"))
    desk.look()
    desk.reload.look()
    desk.reload.close()
    settle()
    assert (desk.reads, desk.shown) == (1, [])


# -- bad -------------------------------------------------------------------------------------------


def test_a_mistake_is_told_with_its_place_and_changes_nothing(
    desk: Desk, expects_log: list[logging.LogRecord]
) -> None:
    desk.save(WRONG)
    desk.look(2)
    line = next(at for at, line in enumerate(WRONG.splitlines(), 1) if "per-cent" in line)
    (record,) = expects_log
    assert f"{desk.file}:{line}:11: " in record.getMessage()
    assert "1 problem." in record.getMessage()
    assert (desk.shown, desk.told) == ([], [1])
    desk.save(SMALL)
    desk.look(2)
    assert (desk.shown, desk.told) == ([], [1, 0])


def test_the_same_mistake_is_logged_once_and_another_once_more(
    desk: Desk, expects_log: list[logging.LogRecord]
) -> None:
    desk.save(WRONG)
    desk.look(4)
    desk.touch()
    desk.look(4)
    assert (len(expects_log), desk.reads) == (1, 2)
    desk.save("# still wrong\n" + WRONG)
    desk.look(2)
    assert len(expects_log) == 2


def half_written(desk: Desk) -> None:
    desk.save(SMALL[: len(SMALL) // 2])
    desk.look(2)


def deleted(desk: Desk) -> None:
    desk.file.unlink()
    desk.look(3)
    assert desk.told == [1]


def a_folder(desk: Desk) -> None:
    desk.file.unlink()
    desk.file.mkdir()
    desk.look(2)
    desk.file.rmdir()


def many_saves(desk: Desk) -> None:
    for number in range(30):
        desk.save(titled(f"Save {number}"))
        desk.look()
    assert desk.reads == 0


def growing(desk: Desk) -> None:
    for end in range(0, len(SMALL), len(SMALL) // 8):
        desk.save(SMALL[:end])
        desk.look()
    desk.look()


def forbidden(desk: Desk) -> None:
    desk.save(titled("Secret"))
    desk.file.chmod(0)
    desk.look(2)
    desk.file.chmod(0o644)


def not_text(desk: Desk) -> None:
    desk.file.write_bytes(bytes(range(256)))
    desk.look(2)


@pytest.mark.parametrize(
    "story", [half_written, deleted, a_folder, many_saves, growing, forbidden, not_text, None]
)
def test_whatever_happens_to_the_file_the_last_good_state_is_shown_in_the_end(
    desk: Desk, heard: SimpleNamespace, story: Callable[[Desk], None] | None
) -> None:
    if story is not None:
        story(desk)
    desk.swap(titled("The end"))
    desk.look(2)
    assert desk.title == "The end"
    assert set(desk.told) <= {0, 1}
    assert desk.told[-1] == 0
    desk.look(3)
    assert desk.title == "The end"
    heard.records.clear()


def test_a_permission_given_back_is_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    there = SimpleNamespace(st_mtime_ns=1, st_ctime_ns=2, st_size=3, st_ino=4)
    monkeypatch.setattr(Path, "stat", lambda _path: there)
    before = mark(Path("content.yaml"))
    there.st_ctime_ns = 5
    assert mark(Path("content.yaml")) != before


def test_a_reader_that_fails_is_logged_and_asked_again(
    desk: Desk, expects_log: list[logging.LogRecord]
) -> None:
    def fail() -> None:
        raise MemoryError

    desk.meanwhile = fail
    desk.save(titled("Huge"))
    desk.look(2)
    assert "cannot be read" in expects_log[0].getMessage()
    desk.meanwhile = lambda: None
    desk.save(titled("Small again"))
    desk.look(2)
    assert desk.title == "Small again"


# -- pictures --------------------------------------------------------------------------------------


def test_a_photograph_that_comes_changes_and_goes_is_shown_so_each_time(desk: Desk) -> None:
    desk.save("a picture", "photos/a.jpg")
    desk.look(2)
    desk.save("another picture", "photos/a.jpg")
    desk.look(2)
    (desk.file.parent / "photos/a.jpg").unlink()
    desk.look(2)
    assert desk.pictures == [{"a.jpg"}] * 3


def test_a_photograph_that_is_still_being_copied_waits_and_the_text_does_not(desk: Desk) -> None:
    desk.save(titled("Quick"))
    for size in range(5):
        desk.save("x" * size, "photos/a.jpg")
        desk.look()
    assert (desk.title, desk.pictures) == ("Quick", [set()])
    desk.look()
    assert desk.pictures == [set(), {"a.jpg"}]


def test_files_that_the_exhibit_does_not_name_are_nobodys_business(desk: Desk) -> None:
    desk.save("a picture", "photos/c.jpg")
    desk.look(3)
    assert desk.reads == 0


def test_photographs_named_anew_are_watched_and_read_anew(desk: Desk) -> None:
    """A picture of that name may have been shown before, and be another one by now."""
    desk.save(SMALL.replace("photos/a.jpg", "photos/c.jpg"))
    desk.look(2)
    assert desk.pictures == [{"c.jpg"}]
    desk.save("a picture", "photos/c.jpg")
    desk.look(2)
    assert desk.pictures == [{"c.jpg"}] * 2


def test_a_photograph_that_changed_while_the_content_was_wrong_is_not_forgotten(
    desk: Desk, expects_log: list[logging.LogRecord]
) -> None:
    desk.save(WRONG)
    desk.look(2)
    desk.save("a picture", "photos/a.jpg")
    desk.look(2)
    assert desk.shown == []
    assert len(expects_log) == 1
    desk.save(SMALL)
    desk.look(2)
    assert desk.pictures == [{"a.jpg"}]


@pytest.mark.parametrize("written_as", ["illustration: {}", "'illustration' :  \"{}\""])
def test_an_illustration_that_was_missing_mends_the_exhibit_when_it_comes(
    desk: Desk, expects_log: list[logging.LogRecord], written_as: str
) -> None:
    line = "photo: photos/a.jpg\n"
    drawn = line + 12 * " " + written_as.format("drawings/our lake.svg") + "\n"
    desk.save(SMALL.replace(line, drawn))
    desk.look(2)
    assert "our lake.svg" in expects_log[0].getMessage()
    desk.save("<svg/>", "drawings/our lake.svg")
    desk.look(2)
    assert len(desk.shown) == 1


def test_a_thousand_pictures_are_looked_at_in_turns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def counted(path: Path) -> reload_files.Mark:
        looked.append(path)
        return None

    monkeypatch.setattr(reload_files, "mark", counted)
    names = [tmp_path / f"{number}.jpg" for number in range(1010)]
    files = Files(tmp_path / "content.yaml", None)
    files.watch(dict.fromkeys(names))
    turns = -(-len(names) // ROUND)
    for _ in range(turns):
        before = len(looked)
        files.look()
        assert len(looked) - before <= ROUND + 1
    assert set(looked) == {tmp_path / "content.yaml", *names}
    assert looked.count(tmp_path / "content.yaml") == turns
    files.look()
    assert looked[-ROUND:] == sorted(names)[:ROUND]


# -- copies ----------------------------------------------------------------------------------------


def test_what_is_good_is_kept_at_the_start_and_after_every_save(
    desk: Desk, expects_log: list[logging.LogRecord]
) -> None:
    assert len(desk.kept) == 1
    desk.save(titled("New"))
    desk.look(2)
    desk.save(BROKEN)
    desk.look(2)
    desk.save("# the same\n" + titled("New"))
    desk.look(2)
    assert [one.exhibit.title.to("en") for one in desk.kept] == ["Small exhibit", "New", "New"]
    assert len(expects_log) == 1


def test_reading_and_keeping_leave_the_screen_alone(desk: Desk) -> None:
    desk.save(titled("New"))
    desk.look(2)
    assert desk.threads
    assert threading.main_thread() not in desk.threads


def test_what_was_wrong_at_the_start_is_not_said_twice_and_mending_it_shows(
    kiosk_app: QApplication, tmp_path: Path
) -> None:
    """The command has said it already, and shows the last good copy."""
    assert kiosk_app.screens()
    desk = Desk(tmp_path, WRONG)
    desk.reload.start()
    desk.touch()
    desk.look(2)
    assert (desk.told, desk.shown, desk.kept) == ([1, 1], [], [])
    desk.save(SMALL)
    desk.look(2)
    assert desk.title == "Small exhibit"
    assert len(desk.kept) == 1
    desk.reload.close()
