"""What staff save is there at once, and what they save wrong disturbs nobody."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.shell.reload_files import mark
from tests.helpers.leaks import settle
from tests.helpers.small import SMALL
from tests.shell.saving import WRONG, Desk, titled

BROKEN = SMALL + "  - : ][\n"


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
