"""Widgets that fail or go under a finger: the next touch arrives, and nothing stays pressed."""

import logging
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Tap
from kiosk.ui.hands import Hands
from tests.helpers.clock import Clock
from tests.helpers.leaks import settle
from tests.ui.hall import Hall
from tests.ui.toys import Fingers, Pad


def failing(_gesture: Gesture) -> None:
    raise LookupError("no such panel")


def test_a_widget_that_fails_is_logged_and_the_next_touch_arrives(
    hall: Hall, fingers: Fingers, expects_log: list[logging.LogRecord]
) -> None:
    hall.one.answer = failing
    fingers.tap(0, 150, 150)
    fingers.tap(0, 350, 150)
    assert hall.two.taps == 1
    assert [type(record.exc_info[1]) for record in expects_log if record.exc_info] == [
        LookupError
    ] * 3


def test_a_widget_that_fails_takes_no_other_finger_of_the_event_along(
    hall: Hall, fingers: Fingers, expects_log: list[logging.LogRecord]
) -> None:
    """One event tells of all fingers: the second must not stay down for ever."""
    places = {0: (150, 150), 1: (350, 150)}
    fingers.all_at_once("press", places)
    hall.one.answer = failing
    fingers.all_at_once("release", places)
    assert (hall.two.held, hall.two.taps) == (0, 1)
    assert len(expects_log) == 2


def test_a_widget_that_fails_to_let_go_keeps_no_other_from_letting_go(
    hall: Hall, fingers: Fingers, expects_log: list[logging.LogRecord]
) -> None:
    fingers.all_at_once("press", {0: (150, 150), 1: (350, 150)})
    hall.one.answer = failing
    hall.hands.release_all()
    assert hall.two.held == 0
    assert len(expects_log) == 1


def test_a_widget_that_fails_hides_what_is_behind_it(
    hall: Hall, fingers: Fingers, expects_log: list[logging.LogRecord]
) -> None:
    """Who pressed a broken button did not mean the stage."""
    hall.stage.takes = (Press, Lift, Tap)
    hall.one.answer = failing
    fingers.tap(0, 150, 150)
    assert hall.stage.got == []
    assert expects_log


def test_a_key_that_fails_is_logged_and_the_next_is_heard(
    window: QWidget, clock: Clock, expects_log: list[logging.LogRecord]
) -> None:
    keys: list[Qt.Key] = []

    def hear(key: Qt.Key, _shifted: bool, _repeated: bool) -> None:
        keys.append(key)
        if key == Qt.Key.Key_Home:
            raise LookupError

    Hands(window, 10, clock, present=lambda: False, key=hear)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Home)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_End)
    assert keys == [Qt.Key.Key_Home, Qt.Key.Key_End]
    assert len(expects_log) == 1


def test_a_touch_that_nobody_could_be_told_of_still_presses(
    window: QWidget,
    clock: Clock,
    fingers: Fingers,
    expects_log: list[logging.LogRecord],
) -> None:
    def present() -> bool:
        raise LookupError

    pad = Pad(window, (0, 0, 100, 100))
    pad.show()
    Hands(window, 10, clock, present=present, key=lambda _key, _shifted, _repeated: None)
    fingers.all_at_once("press", {0: (20, 20), 1: (80, 80)})
    fingers.go()
    assert pad.taps == 2
    assert len(expects_log) == 2


def deleted(pad: Pad) -> None:
    pad.setParent(None)
    pad.deleteLater()
    settle()


def hidden(pad: Pad) -> None:
    pad.hide()


@pytest.mark.parametrize("go", [deleted, hidden])
def test_a_widget_that_goes_under_a_finger_is_tapped_no_more(
    hall: Hall, fingers: Fingers, go: Callable[[Pad], None]
) -> None:
    """Panels turn, and languages change, while somebody's finger rests on a button."""
    got = hall.one.got
    fingers.press(0, 150, 150)
    go(hall.one)
    fingers.lift(0)
    assert not any(isinstance(one, Tap) for one in got)
    fingers.tap(0, 350, 150)
    assert hall.two.taps == 1


def test_a_widget_that_is_hidden_under_a_finger_is_not_left_pressed(
    hall: Hall, fingers: Fingers
) -> None:
    fingers.press(0, 150, 150)
    hall.one.hide()
    fingers.lift(0)
    assert hall.one.held == 0


def test_a_stage_that_goes_under_a_drag_lets_it_end(hall: Hall, fingers: Fingers) -> None:
    other = Pad(hall.window, (0, 300, 800, 300), takes=(Drag,))
    other.show()
    fingers.press(0, 400, 450)
    fingers.move(0, 300, 450)
    other.setParent(None)
    fingers.move(0, 200, 450)
    other.deleteLater()
    settle()
    fingers.move(0, 100, 450)
    fingers.lift(0)
    fingers.tap(0, 150, 150)
    assert hall.one.taps == 1


def test_a_button_may_remove_itself_when_it_acts(hall: Hall, fingers: Fingers) -> None:
    hall.one.answer = lambda gesture: deleted(hall.one) if isinstance(gesture, Tap) else None
    fingers.tap(0, 150, 150)
    fingers.tap(0, 150, 150)
    assert hall.stage.drags() == []


def test_touches_may_all_end_while_one_of_them_is_answered(hall: Hall, fingers: Fingers) -> None:
    """What a lift sets off may change the window, and with it end every touch."""

    def end(gesture: Gesture) -> None:
        if isinstance(gesture, Lift):
            hall.hands.release_all()

    fingers.press(1, 350, 150)
    hall.one.answer = end
    fingers.tap(0, 150, 150)
    assert hall.two.held == 0
    assert hall.hands._holds == {}
    fingers.lift(1)
    assert hall.two.taps == 0
    fingers.tap(1, 350, 150)
    assert hall.two.taps == 1


@pytest.mark.usefixtures("kiosk_app")
def test_hands_need_a_window_that_is_there(clock: Clock) -> None:
    bare = QWidget()
    with pytest.raises(RuntimeError):
        Hands(bare, 10, clock, present=lambda: False, key=lambda _key, _shifted, _repeated: None)
    bare.deleteLater()


def test_long_use_leaves_nothing_to_remember(hall: Hall, fingers: Fingers) -> None:
    """Some panels number their touches on and on."""
    for point in range(0, 60, 2):
        fingers.tap(point, 150, 150)
        fingers.press(point + 1, 400, 400)
        fingers.move(point + 1, 500, 400)
        fingers.lift(point + 1)
    assert hall.hands._holds == {}
    fingers.press(60, 150, 150)
    fingers.press(61, 400, 400)
    fingers.move(61, 500, 400)
    fingers.cancel()
    assert hall.hands._holds == {}
    assert hall.hands._recogniser._fingers == {}
