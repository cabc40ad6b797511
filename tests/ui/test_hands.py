"""From real Qt events on a real window to gestures on the widgets under them."""

import logging
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.button import Button
from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Tap
from kiosk.ui.hands import MOUSE, Hands
from kiosk.ui.look import Look
from tests.helpers.clock import Clock
from tests.helpers.leaks import settle
from tests.ui.toys import Fingers, Pad

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier


class Hall:
    """A window with hands on it: two pads lie on a stage, which fills the window."""

    def __init__(self, window: QWidget, clock: Clock) -> None:
        self.window = window
        self.stage = Pad(window, (0, 0, 800, 600), takes=(Drag,))
        self.one = Pad(self.stage, (100, 100, 100, 100))
        self.two = Pad(self.stage, (300, 100, 100, 100))
        self.stage.show()
        self.presses = 0
        self.asleep = False
        self.keys: list[tuple[Qt.Key, bool]] = []
        self.again: list[Qt.Key] = []
        self.seen: list[tuple[float, float]] = []
        self.hands = Hands(
            window,
            10,
            clock,
            present=self._present,
            key=self._key,
            seen=lambda x, y: self.seen.append((x, y)),
        )

    def _present(self) -> bool:
        self.presses += 1
        return self.asleep

    def _key(self, key: Qt.Key, shifted: bool, repeated: bool) -> None:
        if repeated:
            self.again.append(key)
        else:
            self.keys.append((key, shifted))

    def send(self, event: QEvent) -> None:
        QApplication.sendEvent(self.window.windowHandle(), event)

    def raw(self) -> list[QEvent.Type]:
        return [kind for pad in self.window.findChildren(Pad) for kind in pad.raw]


@pytest.fixture
def hall(window: QWidget, clock: Clock) -> Hall:
    return Hall(window, clock)


def test_a_tap_reaches_the_widget_under_the_finger_in_its_own_pixels(
    hall: Hall, fingers: Fingers
) -> None:
    fingers.tap(0, 120, 130)
    assert hall.one.got == [Press(0, 20, 30), Lift(0), Tap(0, 20, 30)]
    assert hall.two.got == []
    assert hall.presses == 1


def test_a_button_acts_on_release_and_lights_up_before(
    hall: Hall, fingers: Fingers, look: Look
) -> None:
    acted: list[str] = []
    button = Button(look, "on", lambda: acted.append("on"), hall.stage, label="on")
    button.setGeometry(500, 100, 200, 96)
    button.show()
    fingers.press(0, 510, 120)
    held = button.pressed, list(acted)
    fingers.lift(0)
    assert held == (True, [])
    assert (button.pressed, acted) == (False, ["on"])


def test_a_resting_palm_does_not_deafen_the_screen(hall: Hall, fingers: Fingers) -> None:
    """Qt's own clicks follow the first finger alone: with a palm at rest, nothing else clicks."""
    fingers.press(0, 700, 500)
    for _ in range(3):
        fingers.tap(1, 150, 150)
        fingers.tap(2, 350, 150)
    assert (hall.one.taps, hall.two.taps) == (3, 3)
    fingers.lift(0)
    assert (hall.one.taps, hall.two.taps) == (3, 3)


def test_a_finger_that_is_told_of_as_resting_is_where_it_was(
    hall: Hall, panel: QPointingDevice
) -> None:
    """Qt tells of fingers at rest without a place."""
    handle, one, two = hall.window.windowHandle(), QPoint(150, 150), QPoint(350, 150)
    QTest.touchEvent(handle, panel).press(0, one).commit()
    QTest.touchEvent(handle, panel).stationary(0).press(1, two).commit()
    QTest.touchEvent(handle, panel).stationary(0).release(1, two).commit()
    assert (hall.one.held, hall.two.taps) == (1, 1)
    QTest.touchEvent(handle, panel).release(0, one).commit()
    assert (hall.one.drags(), hall.one.taps, hall.two.taps) == ([], 1, 1)


def test_a_palm_at_rest_on_a_button_does_not_stop_others_from_pressing_it(
    hall: Hall, fingers: Fingers
) -> None:
    fingers.press(0, 110, 110)
    fingers.tap(1, 180, 180)
    assert hall.one.taps == 1
    assert hall.one.held == 1
    fingers.lift(0)
    assert hall.one.held == 0


def test_ten_fingers_are_ten_fingers(hall: Hall, fingers: Fingers) -> None:
    places = {
        point: (110 + 8 * point, 150) if point < 5 else (310 + 8 * point, 150)
        for point in range(10)
    }
    fingers.all_at_once("press", places)
    assert (hall.one.held, hall.two.held) == (5, 5)
    fingers.all_at_once("release", places)
    assert (hall.one.held, hall.two.held) == (0, 0)
    assert (hall.one.taps, hall.two.taps) == (5, 5)


def test_a_finger_that_slides_off_has_changed_its_mind(hall: Hall, fingers: Fingers) -> None:
    fingers.press(0, 150, 150)
    fingers.move(0, 150, 260)
    assert hall.one.held == 0
    fingers.lift(0)
    assert hall.one.taps == 0


def test_a_finger_that_slides_onto_another_button_does_not_press_that(
    hall: Hall, fingers: Fingers
) -> None:
    fingers.press(0, 150, 150)
    fingers.move(0, 350, 150)
    fingers.lift(0)
    assert hall.two.got == []
    assert hall.one.taps == 0


def test_a_drag_that_starts_on_a_button_goes_to_the_stage_behind(
    hall: Hall, fingers: Fingers
) -> None:
    fingers.press(0, 150, 150)
    fingers.move(0, 90, 150)
    fingers.lift(0, (60, 150))
    assert hall.stage.drags() == ["begin", "move", "end"]
    end = hall.stage.got[-1]
    assert isinstance(end, Drag)
    assert (end.x, end.dx, end.dy) == (60, -90, 0)
    assert hall.one.held == 0


def test_a_drag_that_starts_where_nobody_takes_presses_reaches_the_stage_too(
    hall: Hall, fingers: Fingers
) -> None:
    """Most swipes start on plain paper."""
    paper = QWidget(hall.stage)
    paper.setGeometry(0, 300, 800, 300)
    paper.show()
    fingers.press(0, 400, 450)
    fingers.move(0, 300, 450)
    fingers.lift(0)
    assert hall.stage.drags() == ["begin", "move", "end"]


def test_a_drag_that_nobody_takes_ends_without_a_word(hall: Hall, fingers: Fingers) -> None:
    hall.stage.takes = ()
    fingers.press(0, 150, 150)
    fingers.move(0, 20, 150)
    fingers.lift(0)
    assert hall.stage.drags() == ["begin"]
    assert hall.one.drags() == ["begin"]


def test_the_touch_that_wakes_presses_nothing_not_even_when_it_lifts(
    hall: Hall, fingers: Fingers
) -> None:
    hall.asleep = True
    fingers.press(0, 150, 150)
    hall.asleep = False
    fingers.move(0, 300, 150)
    fingers.lift(0)
    assert hall.presses == 1
    assert hall.one.got == hall.two.got == hall.stage.got == []
    fingers.tap(0, 150, 150)
    assert hall.one.taps == 1


def test_a_finger_beside_the_waking_one_is_a_finger_like_any_other(
    hall: Hall, fingers: Fingers
) -> None:
    hall.asleep = True
    fingers.press(0, 150, 150)
    hall.asleep = False
    fingers.tap(1, 350, 150)
    fingers.lift(0)
    assert (hall.one.taps, hall.two.taps) == (0, 1)


def test_touches_taken_away_by_the_system_free_what_they_pressed(
    hall: Hall, fingers: Fingers
) -> None:
    fingers.press(0, 150, 150)
    fingers.press(1, 350, 150)
    fingers.press(2, 700, 500)
    fingers.move(2, 600, 500)
    fingers.cancel()
    assert (hall.one.held, hall.two.held) == (0, 0)
    assert hall.stage.drags()[-1] == "cancel"
    fingers.go()
    assert hall.one.taps == hall.two.taps == 0
    fingers.tap(0, 150, 150)
    assert hall.one.taps == 1


def test_letting_all_go_frees_every_finger_and_the_mouse(hall: Hall, fingers: Fingers) -> None:
    """As when the window changes under them."""
    fingers.press(0, 150, 150)
    QTest.mousePress(hall.window.windowHandle(), LEFT, NONE, QPoint(350, 150))
    hall.hands.release_all()
    assert (hall.one.held, hall.two.held) == (0, 0)
    QTest.mouseRelease(hall.window.windowHandle(), LEFT, NONE, QPoint(350, 150))
    fingers.lift(0)
    assert hall.one.taps == hall.two.taps == 0


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
