"""A finger held in the top left corner asks for the PIN; nothing shorter and no key does."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.shell.office.corner import HOLD
from kiosk.shell.office.room import CORNER
from kiosk.visit.intents import Door, OpenPanel, Staff
from kiosk.visit.state import Attract
from tests.shell.desk import Drawer, hold, pad, room
from tests.shell.office.conftest import Opener
from tests.shell.visitor import Visitor
from tests.ui.toys import Fingers

LONG = HOLD + 0.1


@pytest.fixture
def visitor(opener: Opener) -> Visitor:
    """Somebody in front of the cover."""
    return opener()


def late(visitor: Visitor) -> None:
    """Let the timer of the corner come."""
    room(visitor).corner._timer.timeout.emit()
    visitor.rest()


def side(visitor: Visitor) -> int:
    return CORNER * visitor.kiosk._over().target


def mouse(visitor: Visitor, kind: QEvent.Type, x: int, y: int, *, down: bool) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    at, held = QPointF(x, y), left if down else none
    event = QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(visitor.window.windowHandle(), event)


def test_a_finger_held_in_the_corner_of_the_cover_asks_for_the_pin(visitor: Visitor) -> None:
    hold(visitor, LONG)
    assert visitor.state.staff == "pin"
    assert visitor.reaches(pad(visitor)._cancel)


def test_so_it_does_on_a_panel(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(2))
    hold(visitor, LONG)
    assert visitor.state.staff == "pin"


def test_so_it_does_in_the_dark_and_the_pad_can_be_touched_there(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(Door(opened=False))
    hold(visitor, LONG)
    assert visitor.state.staff == "pin"
    assert visitor.state.closed
    visitor.tap("1")
    assert pad(visitor)._pin == "1"
    visitor.tap(pad(visitor)._cancel)
    assert visitor.state.staff == ""


def test_nothing_is_touched_where_the_finger_lifts(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(2))
    visitor.fingers.press(1, 20, 20)
    assert visitor.kiosk.hands._holds
    visitor.clock.pass_(LONG)
    late(visitor)
    assert not visitor.kiosk.hands._holds
    visitor.fingers.lift(1)
    assert pad(visitor)._pin == ""


def test_a_shorter_hold_does_nothing(visitor: Visitor) -> None:
    visitor.fingers.press(1, 20, 20)
    visitor.clock.pass_(HOLD - 0.1)
    late(visitor)
    assert visitor.state.staff == ""
    visitor.clock.pass_(0.2)
    late(visitor)
    assert visitor.state.staff == "pin", "a timer that came early comes again"


def test_many_taps_are_no_hold(visitor: Visitor) -> None:
    for _ in range(50):
        hold(visitor, 0.2)
    assert not room(visitor).corner._timer.isActive()
    assert visitor.state.staff == ""


def test_a_finger_that_leaves_the_corner_and_comes_back_does_nothing(visitor: Visitor) -> None:
    visitor.fingers.press(1, 20, 20)
    visitor.fingers.move(1, side(visitor) + 2, 20)
    visitor.fingers.move(1, 20, 20)
    visitor.clock.pass_(LONG)
    late(visitor)
    assert visitor.state.staff == ""


def test_a_finger_that_slides_into_the_corner_does_nothing(visitor: Visitor) -> None:
    visitor.fingers.press(1, side(visitor) + 40, 20)
    visitor.fingers.move(1, 20, 20)
    visitor.clock.pass_(LONG)
    late(visitor)
    assert visitor.state.staff == ""


def test_a_finger_may_roll_within_the_corner(visitor: Visitor) -> None:
    visitor.fingers.press(1, 20, 20)
    visitor.fingers.move(1, side(visitor) - 2, side(visitor) - 2)
    visitor.clock.pass_(LONG)
    late(visitor)
    assert visitor.state.staff == "pin"


@pytest.mark.parametrize("at", [(2, 1), (1, 2), (7, 0)], ids=["beside", "below", "far"])
def test_elsewhere_there_is_no_way(visitor: Visitor, at: tuple[int, int]) -> None:
    target = side(visitor) // CORNER
    hold(visitor, 60, (at[0] * target + 5, at[1] * target + 5))
    assert visitor.state.staff == ""


def test_touches_that_the_system_takes_away_are_no_hold(visitor: Visitor) -> None:
    visitor.fingers.press(1, 20, 20)
    visitor.fingers.cancel()
    visitor.clock.pass_(LONG)
    late(visitor)
    assert visitor.state.staff == ""


def test_a_finger_on_a_panel_that_is_unplugged_is_no_hold(visitor: Visitor) -> None:
    panel = QTest.createTouchDevice()
    Fingers(visitor.window, panel).press(1, 20, 20)
    assert room(visitor).corner._finger is not None
    shiboken6.delete(panel)  # type: ignore[no-untyped-call]
    visitor.clock.pass_(LONG)
    late(visitor)
    assert visitor.state.staff == ""


def test_a_second_finger_neither_helps_nor_hinders(visitor: Visitor) -> None:
    visitor.fingers.press(1, 20, 20)
    visitor.clock.pass_(HOLD / 2)
    visitor.fingers.press(2, 30, 30)
    visitor.fingers.lift(2)
    visitor.clock.pass_(HOLD / 2 + 0.1)
    late(visitor)
    assert visitor.state.staff == "pin"


def test_the_mouse_can_be_held_as_well(visitor: Visitor) -> None:
    mouse(visitor, QEvent.Type.MouseButtonPress, 20, 20, down=True)
    mouse(visitor, QEvent.Type.MouseMove, 30, 30, down=True)
    visitor.clock.pass_(LONG)
    late(visitor)
    mouse(visitor, QEvent.Type.MouseButtonRelease, 30, 30, down=False)
    assert visitor.state.staff == "pin"


def test_a_mouse_that_rests_there_does_nothing(visitor: Visitor) -> None:
    mouse(visitor, QEvent.Type.MouseButtonPress, 20, 20, down=True)
    mouse(visitor, QEvent.Type.MouseButtonRelease, 20, 20, down=False)
    mouse(visitor, QEvent.Type.MouseMove, 21, 20, down=False)
    visitor.clock.pass_(LONG)
    late(visitor)
    assert visitor.state.staff == ""


def test_without_a_pin_nothing_opens(visitor: Visitor, drawer: Drawer) -> None:
    drawer.pin = None
    hold(visitor, LONG)
    assert visitor.state.staff == ""
    assert room(visitor).paper is None


def test_the_sheet_stays_a_sheet(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(Staff("sheet"))
    hold(visitor, LONG)
    assert visitor.state.staff == "sheet"


def test_no_key_opens_anything(visitor: Visitor) -> None:
    visitor.open()
    modifiers = Qt.KeyboardModifier
    for key in Qt.Key:
        if key == Qt.Key.Key_unknown:
            continue
        for modifier in (modifiers.NoModifier, modifiers.ControlModifier | modifiers.AltModifier):
            visitor.key(key, modifier)
    assert visitor.state.staff == ""


def test_nothing_hints_at_it_and_the_cover_goes_on(visitor: Visitor) -> None:
    before = visitor.window.grab().toImage()
    visitor.fingers.press(1, 20, 20)
    visitor.fingers.lift(1)
    visitor.wait(81)
    assert isinstance(visitor.place, Attract)
    assert visitor.window.grab().toImage() == before
