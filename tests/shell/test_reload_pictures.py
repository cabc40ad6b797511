"""Pictures that come, change and go while the kiosk runs."""

import logging
from pathlib import Path

import pytest

from kiosk.shell import reload_files
from kiosk.shell.reload_files import ROUND, Files
from tests.helpers.small import SMALL
from tests.shell.saving import WRONG, Desk, titled


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
