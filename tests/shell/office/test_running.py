"""The sections of the sheet about opening and running: dark and light, the ends, and diagnostics."""

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.content.exhibit import Exhibit
from kiosk.content.hours import Hours
from kiosk.content.panel import Panel
from kiosk.content.problems import Place, Problem, Said
from kiosk.shell import codes
from kiosk.shell.dark import Dark
from kiosk.shell.log import FILE
from kiosk.shell.office import export
from kiosk.visit.intents import Staff
from tests.helpers.logs import Heard
from tests.shell.desk import HASH, HOURS, PIN, RUNNING, Drawer, at, room, sheet, worked
from tests.shell.desk import words as seen
from tests.shell.office.conftest import Opener
from tests.shell.visitor import Visitor

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
    monkeypatch.setattr(export, "sticks", lambda: [stick])
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
    assert export.export(parts, [gone, there], "x.zip") == there / "x.zip"
    assert [one.name for one in there.iterdir()] == ["x.zip"]
    assert export.export(parts, [gone], "x.zip") is None
    assert export.told(None) == export.NOWHERE


def test_only_what_is_mounted_is_a_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("usb", "user/usb", "user/none"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr("os.path.ismount", lambda path: path.name == "usb")
    roots = [tmp_path, tmp_path / "absent"]
    assert export.sticks(roots) == [tmp_path / "usb", tmp_path / "user" / "usb"]


def test_the_log_is_taken_from_its_end(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("first " + export.TAIL * "x" + " last")
    assert export.tail(tmp_path).endswith(" last")
    assert len(export.tail(tmp_path)) == export.TAIL
    assert "No such file" in export.tail(tmp_path / "none")
    assert export.tail(None) == ""
