"""The sections of the sheet about the exhibit: what they tell, and what each button does."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded
from kiosk.content.panel import Panel
from kiosk.content.problems import Place, Problem, Said
from kiosk.shell.office.colours import COLOURS, Colours
from kiosk.shell.office.content import again
from kiosk.shell.office.memory import memory
from kiosk.shell.office.sheet import BUSY
from kiosk.shell.office.status import listed
from kiosk.shell.office.touch import TouchTest
from kiosk.shell.office.work import FAILED
from kiosk.shell.reload import Source
from kiosk.visit.intents import Staff
from tests.shell.desk import CONTENT, SCREEN, STATUS, VERSIONS, Drawer, at, room, sheet, worked
from tests.shell.desk import words as seen
from tests.shell.visitor import Visitor

K = Qt.Key


def test_the_status_tells_uptime_memory_frames_and_faults(visitor: Visitor) -> None:
    visitor.clock.pass_(2 * 86400 + 3 * 3600 + 4 * 60)
    frames = room(visitor).frames
    frames._last = visitor.clock() - 1.75
    frames.look()
    room(visitor).faults = lambda: ["2 × ValueError a.py:1", "1 × OSError b.py:2"]
    at(visitor, STATUS)
    lines = seen(sheet(visitor))
    assert any("running for 2 d 3 h 4 min" in one for one in lines)
    assert any(one.startswith("Memory: ") and one.endswith(" MiB") for one in lines)
    assert any(f"painted: {frames.painted}; longest gap: 1.50 s" in one for one in lines)
    assert lines[-3:] == [
        "Kinds of faults: 2, the latest first:",
        "· 1 × OSError b.py:2",
        "· 2 × ValueError a.py:1",
    ]


def test_frames_that_are_painted_are_counted(visitor: Visitor) -> None:
    frames = room(visitor).frames
    before = frames.painted
    QApplication.sendEvent(visitor.window, QEvent(QEvent.Type.UpdateRequest))
    assert frames.painted == before + 1


def test_faults_are_listed_with_how_often() -> None:
    counts = {("ValueError", "a.py:1", "record/3"): 2, ("Qt", "b", ""): 1}
    assert listed(counts) == ["2 × ValueError a.py:1 [record/3]", "1 × Qt b"]


def test_memory_is_what_the_system_says(tmp_path: Path) -> None:
    assert memory(tmp_path) is None
    (tmp_path / "statm").write_text("9 3 1\n")
    assert memory(tmp_path) == 3 * 4096
    (tmp_path / "smaps_rollup").write_text("Rss: 900 kB\nPss:   512 kB\nPss_Dirty: 1 kB\n")
    assert memory(tmp_path) == 512 * 1024


def test_problems_are_told_with_lines_and_hints(visitor: Visitor) -> None:
    problem = Problem(Place(7, 2), Said("错", "wrong unit"), Said("改", "write minutes"))
    room(visitor)._stage.problems = [problem]
    at(visitor, CONTENT)
    assert "Line 7: wrong unit → write minutes" in seen(sheet(visitor))
    room(visitor)._stage.problems = []
    sheet(visitor).open(CONTENT)
    assert "Nothing is wrong with the content." in seen(sheet(visitor))
    assert not visitor.sees("Read the content again"), "nobody edits this one"


@pytest.mark.parametrize("fit", [True, False], ids=["good", "bad"])
def test_content_is_read_again_in_a_worker(
    visitor: Visitor, exhibit: Exhibit[Panel], tmp_path: Path, fit: bool
) -> None:
    problem = Problem(Place(7, 2), Said("错", "wrong"))
    loaded = Loaded.__new__(Loaded)
    object.__setattr__(loaded, "exhibit", exhibit)
    shown: list[object] = []
    told: list[object] = []
    source = Source(
        tmp_path, None, [], lambda _: loaded if fit else [problem], lambda _: None, "en"
    )
    room(visitor).again = again(source, lambda one, _: shown.append(one), told.extend)
    at(visitor, CONTENT)
    visitor.tap("Read the content again")
    worked(visitor)
    assert shown == ([exhibit] if fit else [])
    assert told == ([] if fit else [problem])


def test_a_version_is_put_back_after_a_question(visitor: Visitor, drawer: Drawer) -> None:
    at(visitor, VERSIONS)
    visitor.tap("number 2")
    assert drawer.restored == []
    visitor.tap("No")
    assert visitor.sees("number 2")
    visitor.tap("number 2")
    gate = Event()
    drawer.restores = lambda number: Said("", f"{number} is back, {gate.wait(10)}")
    visitor.tap("Yes")
    assert BUSY.en in seen(sheet(visitor))
    assert not visitor.sees("number 2")
    gate.set()
    worked(visitor)
    assert drawer.restored == [2]
    assert "2 is back, True" in seen(sheet(visitor))


def test_what_fails_in_the_worker_is_told_and_logged(
    visitor: Visitor, drawer: Drawer, expects_log: list[object]
) -> None:
    def fails(_number: int) -> Said:
        raise OSError

    drawer.restores = fails
    at(visitor, VERSIONS)
    visitor.tap("number 1")
    visitor.tap("Yes")
    worked(visitor)
    assert FAILED.en in seen(sheet(visitor))


def test_what_a_worker_brings_to_a_sheet_that_is_closed_does_no_harm(
    visitor: Visitor, drawer: Drawer
) -> None:
    gate = Event()
    drawer.restores = lambda _number: Said("", f"{gate.wait(10)}")
    at(visitor, VERSIONS)
    visitor.tap("number 1")
    visitor.tap("Yes")
    visitor.kiosk.controller.take(Staff(""))
    visitor.rest()
    gate.set()
    worked(visitor)
    assert room(visitor).paper is None


def test_the_colours_go_by_and_lead_back(visitor: Visitor) -> None:
    at(visitor, SCREEN)
    visitor.tap("Colour test")
    for color in COLOURS:
        cover = sheet(visitor)._cover
        assert isinstance(cover, Colours)
        assert cover.size() == visitor.window.size()
        assert visitor.window.grab().toImage().pixelColor(5, 5) == color
        visitor.tap((300, 300))
    assert sheet(visitor)._cover is None


@pytest.mark.parametrize("name", ["Colour test", "Touch test"])
def test_escape_ends_a_test_and_then_the_sheet(visitor: Visitor, name: str) -> None:
    at(visitor, SCREEN)
    visitor.tap(name)
    assert sheet(visitor)._cover is not None
    visitor.key(K.Key_Escape)
    assert sheet(visitor)._cover is None
    visitor.key(K.Key_Escape)
    assert visitor.state.staff == ""


def test_the_touch_test_numbers_fingers_and_fills_squares(visitor: Visitor) -> None:
    at(visitor, SCREEN)
    visitor.tap("Touch test")
    cover = sheet(visitor)._cover
    assert isinstance(cover, TouchTest)
    visitor.fingers.press(11, 200, 150)
    visitor.fingers.press(12, 700, 500)
    visitor.fingers.move(12, 900, 500)
    assert sorted((n, p.x(), p.y()) for n, p in cover.fingers.values()) == [
        (1, 200, 150),
        (2, 900, 500),
    ]
    side = cover.look.target
    assert {(200 // side, 150 // side), (900 // side, 500 // side)} <= cover.felt
    visitor.fingers.lift(11)
    assert [n for n, _ in cover.fingers.values()] == [2]
    visitor.fingers.lift(12)
    assert not cover.fingers
    visitor.tap("Done")
    assert sheet(visitor)._cover is None
