"""A picture under fingers that go: what is a swipe, and that no finger is remembered too long."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Lift, Press, Tap
from kiosk.ui.hands import Hands
from kiosk.ui.zoomable import STEP
from tests.helpers.clock import Clock
from tests.ui.prints import WHOLE, Print, filled
from tests.ui.toys import Fingers

SIDEWAYS = 130
"""Pixels, just enough for a swipe."""


@pytest.mark.parametrize(("dx", "by"), [(-SIDEWAYS, 1), (SIDEWAYS, -1), (-700, 1)])
def test_a_swipe_at_normal_size_asks_for_the_picture_beside(
    paper: Print, dx: float, by: int
) -> None:
    paper.drag(dx, 20)
    assert paper.swipes == [by]
    paper.drag(dx, -20)
    assert paper.swipes == [by, by]


@pytest.mark.parametrize(
    ("dx", "dy"), [(SIDEWAYS - 20, 0), (SIDEWAYS, SIDEWAYS), (0, 400), (-60, 30)]
)
def test_a_short_or_slanting_drag_is_no_swipe(paper: Print, dx: float, dy: float) -> None:
    paper.drag(dx, dy)
    assert paper.swipes == []


def test_an_enlarged_picture_is_moved_and_never_swiped_away(paper: Print) -> None:
    paper.zoomable.zoom(STEP)
    paper.drag(-700)
    assert paper.swipes == []


def test_a_cancelled_drag_is_no_swipe(paper: Print) -> None:
    paper.press(0, 400, 300)
    paper.move(0, 100, 300)
    paper.cancel(0)
    assert paper.swipes == []


def test_pinching_the_whole_picture_smaller_does_not_swipe_it_away(paper: Print) -> None:
    """Both fingers go far sideways, and one of them is the last to lift."""
    paper.press(0, 100, 300)
    paper.press(1, 700, 300)
    for step in range(1, 5):
        paper.move(0, 100 + 60 * step, 300)
        paper.move(1, 700 - 60 * step, 300)
    paper.lift(0, 340, 300)
    paper.lift(1, 460, 300)
    assert paper.zoomable.scale == 1.0
    assert paper.swipes == []
    paper.drag(-SIDEWAYS)
    assert paper.swipes == [1]


@pytest.mark.parametrize("end", ["cancelled press", "lost press", "cancelled drag", "tap", "drag"])
def test_no_finger_is_remembered_after_it_has_gone(paper: Print, end: str) -> None:
    """A finger left behind would turn every later drag into half a pinch."""
    if end == "cancelled press":
        paper.press(3, 100, 100)
        paper.cancel(3)
    elif end == "lost press":
        assert paper.zoomable.touch(Press(3, 100, 100))
        assert paper.zoomable.touch(Lift(3))
    elif end == "cancelled drag":
        assert paper.zoomable.touch(Press(3, 100, 100))
        assert paper.zoomable.touch(Drag(3, "begin", 130, 100, 30, 0))
        assert paper.zoomable.touch(Drag(3, "cancel", 130, 100, 30, 0))
    elif end == "tap":
        assert paper.zoomable.touch(Press(3, 100, 100))
        assert paper.zoomable.touch(Lift(3))
        assert paper.zoomable.touch(Tap(3, 100, 100))
    else:
        paper.drag(-50, point=3)
    assert paper.zoomable._fingers == {}
    paper.drag(-200)
    assert paper.zoomable.scale == 1.0
    assert paper.swipes == [1]


@pytest.mark.parametrize("size", [(1, 4000), (4000, 1), (1, 1)])
def test_a_picture_thinner_than_a_pixel_does_not_stop_the_fingers(
    paper: Print, size: tuple[int, int]
) -> None:
    paper.zoomable.show_picture(filled(*size))
    paper.double_tap(400, 300)
    paper.drag(30, 30)
    assert paper.zoomable.scale == pytest.approx(2.5)


def test_fingers_on_a_picture_that_is_still_coming_do_no_harm(paper: Print) -> None:
    paper.zoomable.show_picture(None)
    paper.double_tap(500, 200)
    paper.drag(50, 50)
    paper.zoomable.show_picture(filled(800, 600))
    assert paper.edges() == WHOLE


def test_real_fingers_pinch_through_hands(
    paper: Print, window: QWidget, fingers: Fingers, clock: Clock
) -> None:
    Hands(window, 10, clock, present=lambda: False, key=lambda _key, _shifted, _repeated: None)
    fingers.all_at_once("press", {0: (300, 300), 1: (500, 300)})
    for step in range(1, 6):
        clock.pass_(0.02)
        fingers.all_at_once("move", {0: (300 - 20 * step, 300), 1: (500 + 20 * step, 300)})
    fingers.go()
    assert paper.zoomable.scale == pytest.approx(2.0)
    assert paper.edges() == pytest.approx((0.25, 0.25, 0.75, 0.75))
    assert paper.zoomable._fingers == {}
    assert paper.zoomable.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents) is False
