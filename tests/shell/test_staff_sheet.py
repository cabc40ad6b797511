"""What staff meet: the PIN pad, the sheet and its sections, and what each button does."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.hours import Hours
from kiosk.content.load import Loaded
from kiosk.content.panel import Panel
from kiosk.content.problems import Place, Problem, Said
from kiosk.shell import codes, staff_export
from kiosk.shell.dark import Dark
from kiosk.shell.log import FILE
from kiosk.shell.reload import Source
from kiosk.shell.staff_colours import COLOURS, Colours
from kiosk.shell.staff_content import again
from kiosk.shell.staff_memory import memory
from kiosk.shell.staff_sheet import BUSY
from kiosk.shell.staff_status import listed
from kiosk.shell.staff_touch import TouchTest
from kiosk.shell.staff_work import FAILED
from kiosk.staff.audit import audit
from kiosk.visit.intents import OpenPanel, Speak, Staff
from kiosk.visit.passing import STAFF
from kiosk.visit.state import Home
from tests.helpers.clock import Clock
from tests.helpers.logs import Heard
from tests.shell.desk import (
    DIGITS,
    HASH,
    PIN,
    Drawer,
    open_sheet,
    pad,
    room,
    sheet,
    staffed,
    worked,
)
from tests.shell.desk import words as seen
from tests.shell.visitor import Visitor

K = Qt.Key
STATUS, CONTENT, VERSIONS, SCREEN, HOURS, RUNNING = range(6)
Opener = Callable[..., Visitor]


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def opener(
    kiosk_app: QApplication,
    exhibit: Exhibit[Panel],
    album: Path,
    drawer: Drawer,
    clock: Clock,
    panel: QPointingDevice,
) -> Iterator[Opener]:
    opened: list[Any] = []

    def open_kiosk(**options: Any) -> Visitor:
        shown = options.pop("shown", exhibit)
        kiosk = staffed(shown, album, drawer, clock, panel, **options)
        opened.append(kiosk)
        return kiosk.__enter__()

    yield open_kiosk
    for one in opened:
        one.__exit__(None, None, None)


@pytest.fixture
def visitor(opener: Opener) -> Visitor:
    """Staff in front of a kiosk that speaks English."""
    one = opener()
    one.open()
    one.kiosk.controller.take(Speak("en"))
    return one


def ask(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(Staff("pin"))
    visitor.rest()


def enter(visitor: Visitor, pin: str) -> None:
    for digit in pin:
        visitor.tap(digit)
    visitor.tap("Enter")


def at(visitor: Visitor, section: int) -> None:
    open_sheet(visitor).open(section)


# -- the pad ---------------------------------------------------------------------------------------


def test_the_right_pin_opens_the_sheet(visitor: Visitor) -> None:
    ask(visitor)
    enter(visitor, PIN)
    assert visitor.state.staff == "sheet"
    assert sheet(visitor).isVisible()


def test_a_wrong_pin_is_told_and_forgotten(visitor: Visitor) -> None:
    ask(visitor)
    enter(visitor, "1111")
    assert visitor.state.staff == "pin"
    assert "That PIN is wrong." in seen(pad(visitor))
    enter(visitor, PIN)
    assert visitor.state.staff == "sheet"


def test_too_few_digits_cannot_be_entered_and_no_more_than_twelve_are_taken(
    visitor: Visitor,
) -> None:
    ask(visitor)
    for _ in range(3):
        visitor.tap("1")
    assert not pad(visitor)._ok.isEnabled()
    for _ in range(12):
        visitor.tap("1")
    assert pad(visitor)._pin == 12 * "1"
    visitor.tap("Delete")
    assert pad(visitor)._pin == 11 * "1"


def test_wrong_pins_make_everybody_wait_even_at_a_pad_that_is_opened_anew(
    visitor: Visitor,
) -> None:
    ask(visitor)
    for _ in range(5):
        enter(visitor, "1111")
        visitor.clock.pass_(room(visitor).tries.left)
        pad(visitor)._second.timeout.emit()
    enter(visitor, "1111")
    assert "That PIN is wrong. Try again in 8 s." in seen(pad(visitor))
    visitor.tap("Back")
    ask(visitor)
    assert "That PIN is wrong. Try again in 8 s." in seen(pad(visitor))
    for digit in PIN:
        visitor.tap(digit)
    assert not pad(visitor)._ok.isEnabled()
    visitor.key(K.Key_Return)
    assert visitor.state.staff == "pin"
    visitor.clock.pass_(8)
    pad(visitor)._second.timeout.emit()
    assert seen(pad(visitor)) == ["Staff PIN"]
    visitor.tap("Enter")
    assert visitor.state.staff == "sheet"


def test_back_leaves_everything_as_it_was(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(OpenPanel(3))
    before = visitor.place
    ask(visitor)
    visitor.tap("Back")
    assert (visitor.state.staff, visitor.place) == ("", before)
    assert room(visitor).paper is None


def test_a_pin_that_was_taken_away_meanwhile_opens_nothing(
    visitor: Visitor, drawer: Drawer
) -> None:
    ask(visitor)
    drawer.pin = None
    enter(visitor, PIN)
    assert visitor.state.staff == "pin"


def test_the_pin_is_entered_by_keys_as_well(visitor: Visitor) -> None:
    ask(visitor)
    for key in (K.Key_9, K.Key_Backspace, *DIGITS, K.Key_Return):
        visitor.key(key)
    assert visitor.state.staff == "sheet"


def test_no_digit_is_told_to_who_has_the_screen_read(visitor: Visitor) -> None:
    ask(visitor)
    for digit in PIN:
        visitor.tap(digit)
    assert PIN not in "".join([pad(visitor).accessibleName(), *seen(pad(visitor))])


# -- keys, and the time ----------------------------------------------------------------------------


def test_keys_lead_to_every_button_and_escape_closes(visitor: Visitor) -> None:
    open_sheet(visitor)
    named = set()
    for _ in range(12):
        visitor.key(K.Key_Tab)
        target = visitor.kiosk.focus.target
        assert target is not None
        named.add(target.accessibleName())
    assert {"Status", "Content", "Versions", "Screen", "Hours", "Running", "Close"} <= named
    visitor.key(K.Key_Escape)
    assert visitor.state.staff == ""


def test_enter_opens_the_section_in_the_ring_and_arrows_go_on(visitor: Visitor) -> None:
    open_sheet(visitor)
    visitor.key(K.Key_Down)
    while (target := visitor.kiosk.focus.target) and target.accessibleName() != "Status":
        visitor.key(K.Key_Tab)
    visitor.key(K.Key_Down)
    visitor.key(K.Key_Return)
    assert sheet(visitor).at == CONTENT


def test_a_key_that_is_held_does_nothing_more(visitor: Visitor) -> None:
    ask(visitor)
    visitor.kiosk._key(K.Key_1, False, True)
    assert pad(visitor)._pin == ""


@pytest.mark.parametrize("kind", ["pin", "sheet"])
def test_it_closes_itself_when_nobody_touches_it(visitor: Visitor, kind: str) -> None:
    visitor.kiosk.controller.take(Staff(kind))
    visitor.wait(STAFF - 1)
    assert visitor.state.staff == kind
    visitor.tap((640, 710))
    visitor.wait(STAFF - 1)
    assert visitor.state.staff == kind, "a touch keeps it"
    visitor.wait(2)
    assert visitor.state.staff == ""
    assert room(visitor).paper is None


def test_nothing_beneath_is_touched_through_it(visitor: Visitor) -> None:
    open_sheet(visitor)
    for x in range(20, 1280, 200):
        visitor.swipe(1)
        visitor.tap((x, 690))
    assert isinstance(visitor.place, Home)


def test_visitors_next_start_never_sees_it(visitor: Visitor) -> None:
    before = visitor.window.grab().toImage()
    open_sheet(visitor)
    assert visitor.window.grab().toImage() != before
    picture = room(visitor).unseen(visitor.kiosk.controller.still)
    assert picture.toImage() == before
    assert sheet(visitor).isVisible()


def test_another_size_of_the_window_makes_it_anew_at_the_same_section(visitor: Visitor) -> None:
    at(visitor, HOURS)
    old = sheet(visitor)
    visitor.window.setFixedSize(720, 1280)
    visitor.rest()
    assert sheet(visitor) is not old
    assert sheet(visitor).at == HOURS
    assert sheet(visitor).size() == visitor.window.size()


# -- sections --------------------------------------------------------------------------------------


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


# -- the hours -------------------------------------------------------------------------------------


def dark(visitor: Visitor) -> bool:
    return any(one.isVisible() for one in visitor.window.findChildren(Dark))


def test_closing_by_hand_makes_it_dark_at_once_and_still(visitor: Visitor) -> None:
    at(visitor, HOURS)
    visitor.tap("Close now")
    assert visitor.state.closed
    assert visitor.state.staff == ""
    assert dark(visitor)
    assert not visitor.kiosk.controller._screens.cover.isVisible(), "it would go on moving"
    assert visitor.window.grab().toImage().pixelColor(640, 360) == Qt.GlobalColor.black
    visitor.tap((640, 360))
    visitor.wait(120)
    assert dark(visitor)
    assert not visitor.kiosk.motion.moving


def test_opening_by_hand_ends_the_dark_and_the_sheet_stays(
    opener: Opener, exhibit: Exhibit[Panel]
) -> None:
    hours = Hours.model_validate({"daily": "12:00-13:00"})
    shown = exhibit.model_copy(
        update={"exhibit": exhibit.exhibit.model_copy(update={"hours": hours})}
    )
    visitor = opener(shown=shown)
    assert dark(visitor), "at the start as well"
    at(visitor, HOURS)
    visitor.tap("现在开放")
    assert visitor.state.staff == "sheet"
    assert not visitor.state.closed
    assert [one.on for one in visitor.pads("现在开放")] == [True]
    visitor.tap("按开放时间")
    assert dark(visitor)


def test_a_clock_on_the_wall_closes_it_once_nobody_is_here(
    opener: Opener, exhibit: Exhibit[Panel], drawer: Drawer
) -> None:
    hours = Hours.model_validate({"daily": "9:00-17:00"})
    shown = exhibit.model_copy(
        update={"exhibit": exhibit.exhibit.model_copy(update={"hours": hours})}
    )
    visitor = opener(shown=shown)
    visitor.open()
    drawer.now = datetime(2026, 3, 2, 17, 0)  # noqa: DTZ001 — the wall's
    room(visitor).doors._timer.timeout.emit()
    assert not dark(visitor)
    visitor.wait(81)
    room(visitor).doors._timer.timeout.emit()
    visitor.rest()
    assert dark(visitor)


# -- running ---------------------------------------------------------------------------------------


def test_a_guide_s_talk_is_begun(visitor: Visitor) -> None:
    at(visitor, RUNNING)
    visitor.tap("Begin a guide's talk")
    assert visitor.state.staff == ""
    assert visitor.state.guided is not None


@pytest.mark.parametrize(
    ("name", "code"), [("Restart", codes.RESTART), ("Leave the exhibit", codes.LEAVE)]
)
def test_it_ends_with_its_own_code_after_a_question(visitor: Visitor, name: str, code: int) -> None:
    codes: list[int] = []
    room(visitor)._stage.leave = codes.append
    at(visitor, RUNNING)
    visitor.tap(name)
    assert codes == []
    visitor.tap("Yes")
    assert codes == [code]


def test_diagnostics_hold_what_helps_and_no_secret(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: Heard
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(staff_export, "sticks", lambda: [stick])
    (tmp_path / FILE).write_text(f"WARNING of old\npin: {PIN}\nread {HASH} there\n")
    visitor = opener(state=tmp_path)
    room(visitor).faults = lambda: ["1 × OSError b.py:2"]
    room(visitor)._stage.problems = [Problem(Place(7, 2), Said("错", "wrong"))]
    visitor.kiosk.controller.take(Staff("pin"))
    enter_zh(visitor, "1111")
    enter_zh(visitor, PIN)
    at(visitor, RUNNING)
    visitor.tap("导出诊断文件")
    worked(visitor)
    (path,) = stick.iterdir()
    assert any(str(path) in one.replace("\n", "") for one in seen(sheet(visitor)))
    with zipfile.ZipFile(path) as zipped:
        parts = {name: zipped.read(name).decode() for name in zipped.namelist()}
    whole = "\n".join(parts.values())
    assert PIN not in whole
    assert HASH not in whole
    assert "scrypt" not in whole
    assert "WARNING of old" in parts["log.txt"]
    assert "PySide6-Essentials 6." in parts["versions.txt"]
    assert "OSError" in parts["faults.txt"]
    assert "Line 7: wrong" in parts["content.txt"]
    assert json.loads(parts["machine.txt"]) == {"reach": 1220}
    assert "Window: 1280 × 720" in parts["status.txt"]
    assert heard.said() == []


def enter_zh(visitor: Visitor, pin: str) -> None:
    for digit in pin:
        visitor.tap(digit)
    visitor.tap("确定")


def test_a_stick_that_takes_nothing_leaves_it_to_the_next_folder(tmp_path: Path) -> None:
    parts = {"a.txt": "a"}
    gone, there = tmp_path / "gone", tmp_path / "there"
    there.mkdir()
    assert staff_export.export(parts, [gone, there], "x.zip") == there / "x.zip"
    assert [one.name for one in there.iterdir()] == ["x.zip"]
    assert staff_export.export(parts, [gone], "x.zip") is None
    assert staff_export.told(None) == staff_export.NOWHERE


def test_only_what_is_mounted_is_a_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("usb", "user/usb", "user/none"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr("os.path.ismount", lambda path: path.name == "usb")
    roots = [tmp_path, tmp_path / "absent"]
    assert staff_export.sticks(roots) == [tmp_path / "usb", tmp_path / "user" / "usb"]


def test_the_log_is_taken_from_its_end(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("first " + staff_export.TAIL * "x" + " last")
    assert staff_export.tail(tmp_path).endswith(" last")
    assert len(staff_export.tail(tmp_path)) == staff_export.TAIL
    assert "No such file" in staff_export.tail(tmp_path / "none")
    assert staff_export.tail(None) == ""


# -- how it looks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "size", [(1920, 1080), (1080, 1920), (1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_everything_fits_in_every_language(
    opener: Opener, size: tuple[int, int], language: str
) -> None:
    visitor = opener(size=size)
    visitor.open()
    visitor.kiosk.controller.take(Speak(language))
    look = visitor.kiosk._over()
    many = [
        Problem(Place(n, 1), Said(30 * "错", 12 * "wrong "), Said("改", "mend")) for n in range(40)
    ]
    room(visitor)._stage.problems, room(visitor).faults = (
        many,
        lambda: 20 * ["3 × ValueError a.py:1"],
    )
    ask(visitor)
    for digit in "123456789012":
        pad(visitor).type(digit)
    found = audit(pad(visitor), look)
    for section in range(6):
        at(visitor, section)
        found += audit(sheet(visitor), look)
        while sheet(visitor)._flow._on.isVisible() and sheet(visitor)._flow._on.isEnabled():
            sheet(visitor)._flow._on.act()
            found += audit(sheet(visitor), look)
    visitor.tap(sheet(visitor)._flow._widgets[-1])
    found += audit(sheet(visitor), look)
    assert [str(one) for one in found] == []
