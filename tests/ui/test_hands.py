"""From real touches on a real window to gestures on the widgets under them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.ui.button import Button
from kiosk.ui.gestures import Drag, Lift, Press, Tap
from kiosk.ui.look import Look
from tests.ui.hall import Hall
from tests.ui.toys import Fingers

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


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
