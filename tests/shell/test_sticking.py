"""A touch that sticks: it is told once, and keeps nobody away."""

import logging

from kiosk.ui.hands import HELD
from kiosk.ui.motion import Level
from kiosk.visit.intents import OpenPanel
from tests.shell.conftest import Opener
from tests.shell.firm import nothing_gave_way
from tests.shell.visitor import Visitor


def stuck(visitor: Visitor) -> None:
    """Let a touch stick for longer than any finger does."""
    visitor.fingers.press(1, 300, 700)
    visitor.clock.pass_(HELD)
    visitor.kiosk.hands._held.timeout.emit()


def test_a_touch_that_sticks_is_told_once_and_is_not_there_until_it_lifts(
    opener: Opener, expects_log: list[logging.LogRecord]
) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    stuck(visitor)
    visitor.clock.pass_(HELD)
    visitor.kiosk.hands._held.timeout.emit()
    assert [one.levelno for one in expects_log] == [logging.WARNING]
    for x in range(300, 790, 20):
        visitor.clock.pass_(0.02)
        visitor.fingers.move(1, x, 700)
    assert not visitor.kiosk.controller._stage.busy
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == (1, 0)
    visitor.swipe(1)
    assert visitor.at != (1, 0)
    nothing_gave_way(visitor)


def test_a_touch_that_sticks_keeps_neither_others_nor_the_cover_away(
    opener: Opener, expects_log: list[logging.LogRecord]
) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    stuck(visitor)
    assert len(expects_log) == 1
    nothing_gave_way(visitor)
    visitor.fingers.go()


def test_a_finger_that_lifts_in_time_is_no_touch_that_sticks(opener: Opener) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    visitor.fingers.press(1, 300, 700)
    visitor.clock.pass_(HELD - 1)
    visitor.fingers.press(2, 300, 300)
    visitor.fingers.lift(1)
    visitor.clock.pass_(2)
    visitor.kiosk.hands._held.timeout.emit()
    assert visitor.kiosk.hands._held.isActive()
    visitor.fingers.lift(2)
    assert not visitor.kiosk.hands._held.isActive()
