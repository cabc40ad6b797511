"""A picture under fingers: two enlarge it, one moves it, and it stays within bounds."""

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPixmap

from kiosk.ui.look import Look
from kiosk.ui.zoomable import LARGEST, STEP
from tests.ui.prints import WHOLE, Print, filled
from tests.ui.toys import color_at

WIDTH, HEIGHT = 800, 600


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


def test_seen_is_what_the_little_frame_shows(paper: Print) -> None:
    """Even around the very first pixel, which is a place like any other."""
    paper.zoomable.zoom(2.0, QPointF(0, 0))
    assert paper.edges() == pytest.approx((0.0, 0.0, 0.5, 0.5))
    assert paper.zoomable._picture is not None
    assert paper.zoomable._picture.size() == QSize(1600, 1200)
