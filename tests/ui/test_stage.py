"""Turns that follow the finger: pictures move, views never do, and every way out is a way on."""

import pytest
from PySide6.QtCore import QPoint

from kiosk.ui.gestures import Press, Tap
from kiosk.ui.stage import PAST
from tests.ui.theatre import BACK, FAST, HEIGHT, SLOW, TURN, WIDTH, Theatre
from tests.ui.toys import BLUE, GREEN, RED, color_at, colors

A_LITTLE = 0.001
"""Seconds that make up for what is lost in adding fractions."""


def test_the_first_view_is_there_at_once(theatre: Theatre) -> None:
    assert theatre.rests_on(1)
    theatre.stage.show_view(theatre.views[0])
    assert theatre.rests_on(0)
    assert theatre.arrivals == [theatre.views[0]]


@pytest.mark.parametrize(("by", "color"), [(1, BLUE), (-1, RED)])
def test_a_turn_slides_the_new_view_in_from_its_side(theatre: Theatre, by: int, color: str) -> None:
    theatre._turn(by)
    assert theatre.stage.busy
    assert theatre.seen() == {GREEN}
    theatre.pass_(TURN / 2)
    picture = theatre.picture()
    assert colors(picture) == {GREEN, color}
    assert color_at(picture, WIDTH - 1 if by == 1 else 0, 300) == color
    assert theatre.arrivals == []
    theatre.pass_(TURN / 2 + A_LITTLE)
    assert theatre.rests_on(1 + by)
    assert theatre.arrivals == [theatre.views[1 + by]]


def test_no_frame_of_a_turn_is_white_or_black_or_goes_back(theatre: Theatre) -> None:
    theatre._turn(1)
    edges = []
    for _ in range(20):
        assert theatre.seen() <= {GREEN, BLUE}
        edges.append(theatre.edge() if theatre.seen() != {BLUE} else 0)
        theatre.pass_(TURN / 20)
    assert edges == sorted(edges, reverse=True)
    theatre.pass_(A_LITTLE)
    assert theatre.rests_on(2)


def test_a_turn_is_under_way_with_its_first_frame(theatre: Theatre) -> None:
    """What a finger has asked for must be seen at once, or it asks again."""
    theatre._turn(1)
    theatre.pass_(TURN / 10)
    assert theatre.edge() < WIDTH * 0.8


def test_a_tap_during_a_turn_is_for_the_view_that_is_coming(theatre: Theatre) -> None:
    theatre._turn(1)
    theatre.pass_(TURN / 3)
    assert theatre.window.childAt(QPoint(400, 300)) is theatre.views[2]


@pytest.mark.parametrize(("dx", "index"), [(-1, 2), (1, 0)])
def test_the_picture_follows_the_finger(theatre: Theatre, dx: int, index: int) -> None:
    assert theatre.drag("begin", 20 * dx)
    color = theatre.views[index].color
    for way in (20, 200, 500, 90):
        theatre.drag("move", way * dx)
        picture = theatre.picture()
        assert colors(picture) == {GREEN, color}
        inside = WIDTH - way if dx < 0 else way - 1
        outside = inside - 1 if dx < 0 else way
        assert color_at(picture, inside, 300) == color
        assert color_at(picture, outside, 300) == GREEN
    theatre.drag("cancel", 0)


def test_a_finger_beyond_the_edge_does_not_tear_the_picture_off(theatre: Theatre) -> None:
    theatre.drag("begin", -20)
    theatre.drag("move", -WIDTH - 300)
    assert theatre.seen() == {BLUE}
    theatre.drag("move", 300)
    assert theatre.seen() == {GREEN}
    theatre.drag("cancel", 0)


FAR, NEAR = WIDTH * PAST + 2, WIDTH * PAST - 2


@pytest.mark.parametrize(
    ("dx", "vx", "turned"),
    [
        (-FAR, SLOW, 1),
        (FAR, SLOW, -1),
        (-NEAR, SLOW, 0),
        (NEAR, SLOW, 0),
        (-30, -FAST, 1),
        (30, FAST, -1),
        (-NEAR, -FAST + 2, 0),
        (-FAR, FAST, 0),
        (FAR, -FAST, 0),
        (-WIDTH, SLOW, 1),
    ],
    ids=[
        "far enough forwards",
        "far enough backwards",
        "not far enough forwards",
        "not far enough backwards",
        "thrown forwards",
        "thrown backwards",
        "neither far nor fast",
        "far, but thrown back",
        "far backwards, but thrown back",
        "all the way",
    ],
)
def test_a_panel_turns_when_thrown_or_far_enough_and_else_goes_back(
    theatre: Theatre, dx: float, vx: float, turned: int
) -> None:
    theatre.swipe(dx, vx)
    assert theatre.asked == ([turned] if turned else [])
    for _ in range(20):
        theatre.pass_(TURN / 20)
    assert theatre.rests_on(1 + turned)
    assert theatre.arrivals == [theatre.views[1 + turned]]


def test_a_throw_is_as_easy_on_a_small_screen_as_on_a_large_one(theatre: Theatre) -> None:
    """Speed counts in screens, not in pixels."""
    theatre.window.resize(WIDTH // 2, HEIGHT // 2)
    theatre.stage.setGeometry(theatre.window.rect())
    theatre.swipe(-30, -FAST / 2)
    assert theatre.asked == [1]


def test_a_cancelled_drag_turns_nothing_however_far_it_was(theatre: Theatre) -> None:
    theatre.swipe(-600, -FAST, end="cancel")
    assert theatre.asked == []
    theatre.pass_(BACK)
    assert theatre.rests_on(1)


def test_a_turn_goes_on_from_where_the_finger_left_the_picture(theatre: Theatre) -> None:
    theatre.drag("begin", -20)
    theatre.drag("move", -500)
    before = theatre.edge()
    theatre.drag("end", -500)
    assert theatre.edge() == before == WIDTH - 500
    theatre.pass_(TURN)
    assert theatre.rests_on(2)


def test_the_less_way_is_left_the_sooner_it_ends(theatre: Theatre) -> None:
    theatre.swipe(-600)
    theatre.pass_(TURN * 0.75)
    assert theatre.rests_on(2)


def test_a_panel_taken_back_slides_back_and_shows_nothing_else(theatre: Theatre) -> None:
    theatre.swipe(-150)
    assert theatre.stage.busy
    assert theatre.edge() == WIDTH - 150
    theatre.pass_(BACK / 10)
    assert theatre.seen() == {GREEN, BLUE}
    assert theatre.edge() > WIDTH - 150
    theatre.pass_(BACK)
    assert theatre.rests_on(1)


def test_a_turn_that_leads_nowhere_is_taken_back(theatre: Theatre) -> None:
    theatre.deaf = True
    theatre.swipe(-400)
    assert theatre.asked == [1]
    theatre.pass_(TURN)
    assert theatre.rests_on(1)


def test_where_there_is_no_neighbour_nothing_moves(theatre: Theatre) -> None:
    theatre.at = 2
    theatre.stage.show_view(theatre.views[2])
    assert not theatre.drag("begin", -50)
    assert theatre.rests_on(2)
    assert theatre.drag("begin", 50)
    theatre.drag("cancel", 0)


def test_a_vertical_drag_is_not_for_turning(theatre: Theatre) -> None:
    assert not theatre.drag("begin", 15, 40)
    theatre.drag("move", -300, 40)
    theatre.drag("end", -300, 40, vx=-FAST)
    assert theatre.asked == []
    assert theatre.rests_on(1)


def test_presses_and_taps_are_for_others(theatre: Theatre) -> None:
    assert not theatre.stage.touch(Press(0, 10, 10))
    assert not theatre.stage.touch(Tap(0, 10, 10))
