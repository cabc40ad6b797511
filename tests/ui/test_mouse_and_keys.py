"""A mouse is a finger, keys are heard one by one, and no widget sees a raw event."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest

from kiosk.ui.gestures import Lift, Press, Tap
from kiosk.ui.hands import MOUSE
from tests.ui.hall import Hall
from tests.ui.toys import Fingers

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier


def test_the_mouse_is_a_finger_for_whoever_has_one(hall: Hall) -> None:
    handle = hall.window.windowHandle()
    QTest.mouseMove(handle, QPoint(10, 10))
    QTest.mouseClick(handle, LEFT, NONE, QPoint(120, 130))
    assert hall.one.got == [Press(MOUSE, 20, 30), Lift(MOUSE), Tap(MOUSE, 20, 30)]
    QTest.mousePress(handle, LEFT, NONE, QPoint(150, 150))
    QTest.mouseMove(handle, QPoint(50, 150))
    QTest.mouseRelease(handle, LEFT, NONE, QPoint(40, 150))
    assert hall.stage.drags() == ["begin", "move", "end"]


def test_a_mouse_that_only_passes_over_touches_nothing(hall: Hall) -> None:
    QTest.mouseMove(hall.window.windowHandle(), QPoint(150, 150))
    QTest.mouseMove(hall.window.windowHandle(), QPoint(350, 150))
    assert hall.presses == 0
    assert hall.one.got == hall.two.got == hall.stage.got == []


def test_a_mouse_whose_release_was_lost_does_not_drag_on(hall: Hall) -> None:
    QTest.mousePress(hall.window.windowHandle(), LEFT, NONE, QPoint(400, 400))
    at = QPointF(100, 400)
    nothing = Qt.MouseButton.NoButton
    hall.send(QMouseEvent(QEvent.Type.MouseMove, at, at, nothing, nothing, NONE))
    assert hall.stage.drags() == []
    QTest.mouseRelease(hall.window.windowHandle(), LEFT, NONE, QPoint(400, 400))


def test_the_right_button_and_the_wheel_and_their_menu_do_nothing(hall: Hall) -> None:
    for button in (RIGHT, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(hall.window.windowHandle(), button, NONE, QPoint(150, 150))
    at, flat = QPointF(150, 150), QPoint(0, 0)
    hall.send(
        QWheelEvent(
            at,
            at,
            flat,
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
    )
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        hall.send(QContextMenuEvent(reason, QPoint(150, 150), QPoint(150, 150)))
    assert hall.presses == 0
    assert hall.one.got == hall.stage.got == []
    assert hall.raw() == []


def test_a_double_click_is_two_clicks_and_nothing_more(hall: Hall) -> None:
    QTest.mouseDClick(hall.window.windowHandle(), LEFT, NONE, QPoint(120, 130))
    once = [Press(MOUSE, 20, 30), Lift(MOUSE)]
    assert hall.one.got == [
        *once,
        Tap(MOUSE, 20, 30),
        *once,
        Tap(MOUSE, 20, 30, double=True),
    ]
    assert hall.presses == 2


def test_no_widget_ever_sees_a_raw_event(hall: Hall, fingers: Fingers) -> None:
    fingers.tap(0, 150, 150)
    fingers.press(0, 150, 150)
    fingers.move(0, 350, 350)
    fingers.lift(0)
    fingers.press(0, 350, 150)
    fingers.cancel()
    handle = hall.window.windowHandle()
    QTest.mouseDClick(handle, LEFT, NONE, QPoint(150, 150))
    QTest.mouseClick(handle, RIGHT, NONE, QPoint(150, 150))
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    QTest.keyClick(handle, Qt.Key.Key_Space)
    assert hall.raw() == []


def test_keys_alone_or_with_shift_are_heard(hall: Hall) -> None:
    handle = hall.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Right)
    QTest.keyClick(handle, Qt.Key.Key_PageDown, Qt.KeyboardModifier.KeypadModifier)
    assert hall.keys == [(Qt.Key.Key_Right, False), (Qt.Key.Key_PageDown, False)]
    hall.keys.clear()
    hall.send(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier))
    assert hall.keys == [(Qt.Key.Key_Left, True)]


@pytest.mark.parametrize(
    "chord",
    [
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
        Qt.KeyboardModifier.GroupSwitchModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ],
    ids=str,
)
def test_chords_are_for_desktops_and_mean_nothing_here(
    hall: Hall, chord: Qt.KeyboardModifier
) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_F4, Qt.Key.Key_Q):
        hall.send(QKeyEvent(QEvent.Type.KeyPress, key, chord))
        hall.send(QKeyEvent(QEvent.Type.KeyRelease, key, chord))
    assert hall.keys == []


def test_a_key_held_down_is_one_key_that_is_told_of_again(hall: Hall) -> None:
    for again in (False, True, True, True):
        hall.send(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, NONE, "", again))
    assert hall.keys == [(Qt.Key.Key_Right, False)]
    assert hall.again == [Qt.Key.Key_Right] * 3


def test_every_place_of_a_finger_and_of_the_mouse_is_seen(hall: Hall, fingers: Fingers) -> None:
    """A mouse is seen without a button pressed: a guide points with it."""
    fingers.press(0, 120, 130)
    fingers.move(0, 150, 140)
    fingers.lift(0)
    at, free = QPointF(300, 200), Qt.MouseButton.NoButton
    hall.send(QMouseEvent(QEvent.Type.MouseMove, at, at, free, free, NONE))
    assert hall.seen == [(120, 130), (150, 140), (300, 200)]


def test_a_key_of_another_script_is_a_key_like_any_other(hall: Hall) -> None:
    """Keyboards set to Russian or Chinese send code points that Qt has no name for."""
    for code in (0x416, 0x4E2D, 0):
        hall.send(QKeyEvent(QEvent.Type.KeyPress, code, NONE))
    assert len(hall.keys) == 3
