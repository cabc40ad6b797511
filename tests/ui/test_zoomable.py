"""A picture under fingers: two enlarge it, one moves it, and no finger is remembered too long."""

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Recogniser, Tap
from kiosk.ui.hands import Hands
from kiosk.ui.look import Look
from kiosk.ui.zoomable import LARGEST, STEP, Zoomable
from tests.helpers.clock import Clock
from tests.ui.toys import Fingers, color_at

WIDTH, HEIGHT = 800, 600
SIDEWAYS = 130
"""Pixels, just enough for a swipe."""


class Print:
    """A picture of 1600 by 1200 pixels, touched through a recogniser as hands do."""

    def __init__(self, look: Look, window: QWidget) -> None:
        self.zoomable = Zoomable(look, window)
        self.zoomable.setGeometry(window.rect())
        self.zoomable.show_picture(filled(1600, 1200))
        self.zoomable.show()
        self.swipes: list[int] = []
        self.zoomable.swiped.connect(self.swipes.append)
        self.recogniser = Recogniser(10)
        self.now = 0.0

    def _give(self, gestures: list[Gesture]) -> None:
        self.now += 0.02
        for gesture in gestures:
            assert self.zoomable.touch(gesture)

    def press(self, point: int, x: float, y: float) -> None:
        self._give(self.recogniser.press(point, x, y, self.now))

    def move(self, point: int, x: float, y: float) -> None:
        self._give(self.recogniser.move(point, x, y, self.now))

    def lift(self, point: int, x: float, y: float) -> None:
        self._give(self.recogniser.release(point, x, y, self.now))

    def cancel(self, point: int) -> None:
        self._give(self.recogniser.cancel(point))

    def drag(self, dx: float, dy: float = 0.0, *, steps: int = 4, point: int = 0) -> None:
        self.press(point, 400, 300)
        for step in range(1, steps + 1):
            self.move(point, 400 + dx * step / steps, 300 + dy * step / steps)
        self.lift(point, 400 + dx, 300 + dy)

    def double_tap(self, x: float, y: float) -> None:
        for _ in range(2):
            self.press(0, x, y)
            self.lift(0, x, y)

    def under(self, x: float, y: float) -> QPointF:
        """Return the point of the picture that is seen at a pixel, as shares from 0 to 1."""
        whole = self.zoomable.whole()
        return QPointF((x - whole.left()) / whole.width(), (y - whole.top()) / whole.height())

    def edges(self) -> tuple[float, float, float, float]:
        seen = self.zoomable.seen()
        return seen.left(), seen.top(), seen.right(), seen.bottom()


def filled(width: int, height: int, color: str = "#30a030") -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(color)
    return picture


@pytest.fixture
def paper(look: Look, window: QWidget) -> Print:
    return Print(look, window)


WHOLE = pytest.approx((0.0, 0.0, 1.0, 1.0))


def test_a_picture_is_first_shown_whole(paper: Print) -> None:
    assert paper.edges() == WHOLE
    assert paper.zoomable.whole().getRect() == (0, 0, WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((1600, 600), (0, 150, 800, 300)),
        ((300, 600), (250, 0, 300, 600)),
        ((40, 30), (0, 0, 800, 600)),
    ],
)
def test_a_picture_of_any_shape_is_shown_whole_in_the_middle(
    paper: Print, size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    paper.zoomable.show_picture(filled(*size))
    assert paper.zoomable.whole().getRect() == box


def test_around_the_picture_is_night_and_not_white(paper: Print, look: Look) -> None:
    paper.zoomable.show_picture(filled(300, 600))
    picture = paper.zoomable.grab()
    assert color_at(picture, 400, 300) == "#30a030"
    assert color_at(picture, 100, 300) == look.color("night").name()
    for nothing in (None, QPixmap()):
        paper.zoomable.show_picture(nothing)
        assert color_at(paper.zoomable.grab(), 400, 300) == look.color("night").name()


def test_a_pinch_enlarges_by_as_much_as_the_fingers_part(paper: Print) -> None:
    paper.press(0, 300, 300)
    paper.press(1, 500, 300)
    paper.move(0, 200, 300)
    paper.move(1, 600, 300)
    assert paper.zoomable.scale == pytest.approx(2.0)


@pytest.mark.parametrize("steps", [1, 3, 40])
def test_what_is_in_the_middle_of_a_pinch_stays_between_the_fingers(
    paper: Print, steps: int
) -> None:
    """However few samples the panel sends: a picture that drifts away feels broken."""
    paper.zoomable.zoom(2.0)
    starts, ends = ((300, 250), (440, 350)), ((250, 230), (560, 420))
    for point, (x, y) in enumerate(starts):
        paper.press(point, x, y)
    middle = paper.under(370, 300)
    for step in range(1, steps + 1):
        for point, ((x0, y0), (x1, y1)) in enumerate(zip(starts, ends, strict=True)):
            share = step / steps
            paper.move(point, x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
    after = paper.under(405, 325)
    assert (after.x(), after.y()) == pytest.approx((middle.x(), middle.y()), abs=1e-6)
    assert 4.0 < paper.zoomable.scale < LARGEST


def test_one_finger_may_rest_while_the_other_pinches(paper: Print) -> None:
    paper.press(0, 200, 300)
    paper.press(1, 400, 300)
    paper.move(1, 600, 300)
    assert paper.zoomable.scale == pytest.approx(2.0)
    assert paper.under(400, 300).x() == pytest.approx(300 / 800)


@pytest.mark.parametrize("times", [0.001, 0.5, 1.0, 3.0, 4.999, 5.0, 7.0, 1e6])
def test_the_scale_stays_between_the_whole_and_five_times(paper: Print, times: float) -> None:
    paper.zoomable.zoom(times)
    assert paper.zoomable.scale == min(5.0, max(1.0, times))


def test_pinching_beyond_the_bounds_and_back_needs_no_unwinding(paper: Print) -> None:
    paper.press(0, 390, 300)
    paper.press(1, 450, 300)
    paper.move(0, 0, 300)
    paper.move(1, 800, 300)
    assert paper.zoomable.scale == LARGEST
    paper.move(1, 400, 300)
    assert paper.zoomable.scale == pytest.approx(LARGEST / 2)
    paper.move(1, 60, 300)
    assert paper.zoomable.scale == 1.0
    assert paper.edges() == WHOLE


def test_fingers_that_all_but_meet_do_not_blow_the_picture_up(paper: Print) -> None:
    """Two samples a pixel apart would be a factor of hundreds."""
    paper.press(0, 400, 300)
    paper.press(1, 405, 300)
    paper.move(1, 425, 300)
    assert paper.zoomable.scale == 1.0


def test_three_fingers_do_not_break_anything(paper: Print) -> None:
    for point, x in enumerate((200, 400, 600)):
        paper.press(point, x, 300)
    for step in range(1, 10):
        for point, x in enumerate((200, 400, 600)):
            paper.move(point, x + 15 * step * (point - 1), 300 + step * 9)
    for point in range(3):
        paper.lift(point, 400, 300)
    assert 1.0 <= paper.zoomable.scale <= LARGEST
    assert paper.zoomable._fingers == {}


@pytest.mark.parametrize(
    ("dx", "dy", "edges"),
    [
        (9000, 9000, (0.0, 0.0, 0.25, 0.25)),
        (-9000, 0, (0.75, 0.375, 1.0, 0.625)),
        (0, -9000, (0.375, 0.75, 0.625, 1.0)),
    ],
)
def test_a_moved_picture_stops_at_its_edges(
    paper: Print, dx: float, dy: float, edges: tuple[float, ...]
) -> None:
    paper.zoomable.zoom(4.0)
    paper.drag(dx, dy)
    assert paper.edges() == pytest.approx(edges)


def test_an_enlarged_picture_sticks_to_the_finger(paper: Print) -> None:
    paper.zoomable.zoom(3.0)
    paper.press(0, 400, 300)
    at = paper.under(400, 300)
    for x, y in ((412, 300), (470, 333), (300, 280)):
        paper.move(0, x, y)
        now = paper.under(x, y)
        assert (now.x(), now.y()) == pytest.approx((at.x(), at.y()))


def test_a_narrow_picture_stays_in_the_middle_until_it_is_wider_than_the_screen(
    paper: Print,
) -> None:
    paper.zoomable.show_picture(filled(300, 600))
    paper.zoomable.zoom(2.0)
    paper.drag(500, 0)
    assert paper.zoomable.whole().center().x() == pytest.approx(WIDTH / 2)


def test_a_double_tap_opens_where_it_is_and_another_shows_the_whole_again(paper: Print) -> None:
    before = paper.under(500, 200)
    paper.double_tap(500, 200)
    assert paper.zoomable.scale == pytest.approx(2.5)
    after = paper.under(500, 200)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    paper.now += 5
    paper.double_tap(100, 100)
    assert paper.zoomable.scale == 1.0
    assert paper.edges() == WHOLE


def test_a_single_tap_changes_nothing(paper: Print) -> None:
    paper.press(0, 400, 300)
    paper.lift(0, 400, 300)
    assert paper.zoomable.scale == 1.0


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


def test_the_buttons_enlarge_around_the_middle(paper: Print) -> None:
    paper.zoomable.zoom(STEP)
    assert paper.zoomable.scale == STEP
    assert paper.under(400, 300).toTuple() == pytest.approx((0.5, 0.5))
    paper.zoomable.zoom(1 / STEP)
    assert paper.edges() == WHOLE


def test_another_picture_or_another_size_begins_with_the_whole(paper: Print) -> None:
    paper.zoomable.zoom(4.0, QPointF(0, 0))
    paper.zoomable.show_picture(filled(800, 600))
    assert paper.edges() == WHOLE
    paper.zoomable.zoom(4.0, QPointF(0, 0))
    paper.zoomable.resize(300, 500)
    assert paper.edges() == WHOLE


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


def test_seen_is_what_the_little_frame_shows(paper: Print) -> None:
    """Even around the very first pixel, which is a place like any other."""
    paper.zoomable.zoom(2.0, QPointF(0, 0))
    assert paper.edges() == pytest.approx((0.0, 0.0, 0.5, 0.5))
    assert paper.zoomable._picture is not None
    assert paper.zoomable._picture.size() == QSize(1600, 1200)


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
