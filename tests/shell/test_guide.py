"""A guide's talk: a clicker's long press begins it, a trail shows where, a sign for how long."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from kiosk.shell.keys import HELD
from kiosk.shell.trail import FADES, LEFT, Sign, Trail
from kiosk.ui.motion import Level
from kiosk.visit.choices import Choices
from kiosk.visit.intents import Choose, Guide, OpenPanel, Speak, Touched
from kiosk.visit.state import Home
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor

K = Qt.Key


def hold(visitor: Visitor, key: Qt.Key, seconds: float) -> None:
    """Hold a key down: the keyboard tells of it ten times a second."""
    for again in range(round(seconds * 10) + 1):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", again > 0)
        QApplication.sendEvent(visitor.window.windowHandle(), event)
        visitor.clock.pass_(0.1)
    visitor.rest()


def guide(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.kiosk.controller.take(Guide(on=True))
    visitor.rest()


def point(visitor: Visitor, x: int, y: int) -> None:
    """Move the mouse, no button pressed."""
    none = Qt.MouseButton.NoButton
    at, plain = QPointF(x, y), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, plain)
    QApplication.sendEvent(visitor.window.windowHandle(), event)


def trail(visitor: Visitor) -> Trail:
    return visitor.kiosk.talk.trail


def signs(visitor: Visitor) -> list[str]:
    return [one.words.text for one in visitor.window.findChildren(Sign) if one.isVisible()]


def frames(visitor: Visitor, seconds: float) -> None:
    for _ in range(round(seconds / 0.05)):
        visitor.clock.pass_(0.05)
        visitor.kiosk.motion.advance()


# -- the long press --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_PageUp], ids=["on", "back"])
def test_a_long_press_on_a_clicker_begins_a_talk_once(brisk: Visitor, key: Qt.Key) -> None:
    brisk.open()
    hold(brisk, key, 2 * HELD + 1)
    assert brisk.state.guided is not None, "a second one would have ended it"


def test_a_long_press_ends_the_talk(brisk: Visitor) -> None:
    guide(brisk)
    hold(brisk, K.Key_PageDown, HELD + 0.5)
    assert brisk.state.guided is None


def test_a_press_shorter_than_that_turns_and_no_more(brisk: Visitor) -> None:
    brisk.open()
    hold(brisk, K.Key_PageDown, HELD - 0.2)
    assert brisk.state.guided is None
    assert brisk.at == (0, 0)


def test_presses_one_after_the_other_are_no_long_press(brisk: Visitor) -> None:
    brisk.open()
    for _ in range(3):
        hold(brisk, K.Key_PageDown, HELD / 2)
    assert brisk.state.guided is None


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_Return, K.Key_Tab, K.Key_Escape], ids=str)
def test_other_keys_may_be_held_for_ever(brisk: Visitor, key: Qt.Key) -> None:
    brisk.open()
    hold(brisk, key, 2 * HELD)
    assert brisk.state.guided is None


def test_escape_ends_the_talk_and_then_leads_home(brisk: Visitor) -> None:
    guide(brisk)
    brisk.key(K.Key_Escape)
    assert brisk.state.guided is None
    assert brisk.at == (1, 0)
    brisk.key(K.Key_Escape)
    assert brisk.place == Home()


# -- the sign --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sign_tells_the_minutes_that_are_left(brisk: Visitor, language: str) -> None:
    guide(brisk)
    brisk.kiosk.controller.take(Speak(language))
    said = LEFT.to(language)
    assert signs(brisk) == [said.format(20)]
    minute = brisk.kiosk.talk._minute
    assert minute.isSingleShot()
    assert minute.interval() == 60_000
    brisk.clock.pass_(60)
    minute.timeout.emit()
    assert signs(brisk) == [said.format(19)]
    brisk.clock.pass_(90)
    minute.timeout.emit()
    assert signs(brisk) == [said.format(18)]
    assert minute.interval() == 30_000


def test_the_sign_goes_with_the_talk(brisk: Visitor) -> None:
    guide(brisk)
    brisk.clock.pass_(20 * 60)
    brisk.tick()
    brisk.rest()
    assert signs(brisk) == []
    assert not brisk.kiosk.talk._minute.isActive()


def test_without_a_guide_there_is_neither_sign_nor_trail(brisk: Visitor) -> None:
    brisk.open()
    brisk.fingers.press(1, 300, 300)
    assert signs(brisk) == []
    assert not trail(brisk).isVisible()
    brisk.fingers.lift(1)


# -- the trail -------------------------------------------------------------------------------------


def test_a_trail_follows_the_finger_and_fades(visitor: Visitor) -> None:
    guide(visitor)
    visitor.fingers.press(1, 300, 300)
    for x in (330, 360, 390):
        visitor.clock.pass_(0.05)
        visitor.fingers.move(1, x, 300)
    assert trail(visitor).isVisible()
    red = visitor.kiosk.talk.trail.grab().toImage().pixelColor(390, 300)
    assert red == QColor("#B23A26")
    frames(visitor, FADES + 0.1)
    visitor.fingers.lift(1)
    frames(visitor, 2 * FADES)
    assert not trail(visitor).isVisible()
    assert not trail(visitor)._places


def test_the_oldest_place_goes_first(visitor: Visitor) -> None:
    guide(visitor)
    point(visitor, 200, 200)
    visitor.clock.pass_(FADES / 2)
    point(visitor, 400, 200)
    frames(visitor, FADES * 0.75)
    assert [at.x() for _, at in trail(visitor)._places] == [400]
    assert trail(visitor).isVisible()
    visitor.rest()


@pytest.mark.parametrize("level", [Level.NONE, Level.CALM])
def test_a_trail_is_no_ornament_and_stays_where_nothing_else_moves(
    opener: Opener, level: Level
) -> None:
    still = opener(motion=level)
    guide(still)
    still.kiosk.controller.take(Choose(Choices(calm=True)))
    still.rest()
    point(still, 200, 200)
    assert still.kiosk.motion.moving
    assert trail(still).isVisible()
    still.rest()
    assert not trail(still).isVisible()


def test_nothing_runs_while_no_finger_moves(visitor: Visitor) -> None:
    guide(visitor)
    point(visitor, 200, 200)
    frames(visitor, 2 * FADES)
    assert not visitor.kiosk.motion.moving


def test_what_is_under_the_trail_is_touched_as_ever(visitor: Visitor) -> None:
    guide(visitor)
    point(visitor, 600, 690)
    assert visitor.sees("下一页")
    visitor.tap("下一页")
    assert visitor.at == (2, 0)


def test_a_talk_that_ends_takes_the_trail_away_at_once(visitor: Visitor) -> None:
    guide(visitor)
    point(visitor, 200, 200)
    visitor.kiosk.controller.take(Guide(on=False))
    assert not trail(visitor).isVisible()
    visitor.kiosk.controller.take(Touched())
    visitor.rest()
