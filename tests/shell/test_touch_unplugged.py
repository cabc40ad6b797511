"""A touch panel unplugged in the middle of a touch: no finger stays on the screen."""

import pytest
import shiboken6
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.motion import Level
from kiosk.visit.intents import OpenPanel
from kiosk.visit.state import AtPanel
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor
from tests.ui.toys import Fingers


@pytest.fixture
def whole(opener: Opener) -> Visitor:
    """A visitor at the second panel on a whole screen, on which nothing moves."""
    visitor = opener(size=None, motion=Level.NONE)
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    return visitor


@pytest.fixture
def new_panel(kiosk_app: QApplication) -> QPointingDevice:
    """A touch panel that may be unplugged."""
    assert kiosk_app.screens()
    return QTest.createTouchDevice()


def busy(visitor: Visitor) -> bool:
    return visitor.kiosk.controller._stage.busy


def pressed(visitor: Visitor) -> list[str]:
    return [one.accessibleName() for one in visitor.pads() if one.pressed]


def unplug(visitor: Visitor, device: QPointingDevice) -> None:
    """Take a touch panel away; the fingers on it never lift."""
    shiboken6.delete(device)  # type: ignore[no-untyped-call]
    visitor.fingers = Fingers(visitor.window, QTest.createTouchDevice())


def test_a_button_under_a_finger_is_let_go_and_not_pressed_when_the_panel_is_unplugged(
    whole: Visitor, new_panel: QPointingDevice
) -> None:
    whole.fingers = Fingers(whole.window, new_panel)
    whole.fingers.press(1, *whole.middle(whole.pads("下一页")[0]))
    assert pressed(whole) == ["下一页"]
    unplug(whole, new_panel)
    assert pressed(whole) == []
    assert not whole.kiosk.hands._held.isActive()
    assert whole.at == (1, 0)
    whole.tap("下一页")
    assert whole.at == (2, 0)


def test_a_panel_that_is_dragged_goes_back_when_the_touch_panel_is_unplugged(
    visitor: Visitor, new_panel: QPointingDevice
) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    visitor.fingers = Fingers(visitor.window, new_panel)
    visitor.fingers.press(1, 900, 300)
    for x in range(900, 600, -50):
        visitor.clock.pass_(0.02)
        visitor.fingers.move(1, x, 300)
    assert busy(visitor)
    unplug(visitor, new_panel)
    visitor.rest()
    assert not busy(visitor)
    assert visitor.at == (1, 0)
    visitor.swipe(1)
    assert visitor.at == (2, 0)


def test_a_panel_touched_a_thousand_times_is_missed_once(
    whole: Visitor, new_panel: QPointingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole.fingers = Fingers(whole.window, new_panel)
    for _ in range(1000):
        whole.fingers.tap(1, 10, 300)
    told: list[bool] = []
    monkeypatch.setattr(whole.kiosk.hands, "release_all", lambda: told.append(True))
    unplug(whole, new_panel)
    assert told == [True]


def test_idling_ends_on_the_cover_after_the_panel_was_unplugged(
    whole: Visitor, new_panel: QPointingDevice
) -> None:
    whole.fingers = Fingers(whole.window, new_panel)
    whole.fingers.press(1, 400, 300)
    unplug(whole, new_panel)
    assert isinstance(whole.place, AtPanel)
    whole.wait(82)
    assert whole.state.attracting
