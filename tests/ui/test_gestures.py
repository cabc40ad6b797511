"""What fingers mean, as tables of points and times: no screen, no Qt, no waiting."""

import pytest

from kiosk.ui.gestures import DOUBLE, FRESH, Drag, Gesture, Lift, Press, Recogniser, Tap

SLOP = 10.0
Step = tuple[str, int, float, float, float]
"""What happens, to which finger, where and when."""


def told(*steps: Step) -> list[Gesture]:
    """Return everything that a fresh recogniser makes of these steps."""
    recogniser = Recogniser(SLOP)
    out: list[Gesture] = []
    for what, point, x, y, t in steps:
        if what == "cancel":
            out += recogniser.cancel(point)
        else:
            out += getattr(recogniser, what)(point, x, y, t)
    return out


def shape(gestures: list[Gesture]) -> list[str]:
    """Return each gesture as a word: its kind, for a drag its phase, and its finger."""
    return [
        f"{one.phase if isinstance(one, Drag) else type(one).__name__} {one.point}"
        for one in gestures
    ]


def test_a_finger_down_and_up_in_one_place_is_a_tap_where_it_lifted() -> None:
    assert told(("press", 1, 50, 60, 0), ("release", 1, 53, 58, 0.1)) == [
        Press(1, 50, 60),
        Lift(1),
        Tap(1, 53, 58),
    ]


def test_a_long_press_is_still_a_tap_because_slow_people_press_long() -> None:
    assert shape(told(("press", 1, 0, 0, 0), ("release", 1, 0, 0, 30))) == [
        "Press 1",
        "Lift 1",
        "Tap 1",
    ]


@pytest.mark.parametrize(("dx", "dy"), [(10, 0), (0, -10), (6, 8), (-6, -8), (0, 0)])
def test_a_finger_that_rolls_within_the_slop_still_taps(dx: float, dy: float) -> None:
    steps: list[Step] = [
        ("press", 0, 100, 100, 0),
        ("move", 0, 100 + dx, 100 + dy, 0.05),
        ("release", 0, 100 + dx, 100 + dy, 0.1),
    ]
    assert shape(told(*steps)) == ["Press 0", "Lift 0", "Tap 0"]


@pytest.mark.parametrize(("dx", "dy"), [(10.1, 0), (0, -10.1), (7.2, 7.2), (-300, 0)])
def test_a_finger_beyond_the_slop_drags_and_its_press_is_over(dx: float, dy: float) -> None:
    out = told(("press", 0, 100, 100, 0), ("move", 0, 100 + dx, 100 + dy, 0.05))
    assert shape(out) == ["Press 0", "Lift 0", "begin 0", "move 0"]
    begin = out[2]
    assert isinstance(begin, Drag)
    assert (begin.dx, begin.dy) == pytest.approx((dx, dy))


def test_a_drag_that_comes_back_to_where_it_began_is_no_tap() -> None:
    out = told(
        ("press", 0, 0, 0, 0),
        ("move", 0, 50, 0, 0.1),
        ("move", 0, 0, 0, 0.2),
        ("release", 0, 0, 0, 0.3),
    )
    assert shape(out)[-2:] == ["move 0", "end 0"]
    assert not any(isinstance(one, Tap) for one in out)


def test_a_finger_that_lifts_far_away_without_a_move_has_dragged_not_tapped() -> None:
    out = told(("press", 0, 0, 0, 0), ("release", 0, 400, 0, 0.1))
    assert shape(out) == ["Press 0", "Lift 0", "begin 0", "move 0", "end 0"]


def test_a_drag_counts_from_where_the_finger_came_down() -> None:
    out = told(
        ("press", 3, 100, 200, 0),
        ("move", 3, 130, 200, 0.02),
        ("move", 3, 90, 260, 0.04),
        ("release", 3, 80, 280, 0.06),
    )
    drags = [one for one in out if isinstance(one, Drag)]
    assert [(one.phase, one.x, one.y, one.dx, one.dy) for one in drags] == [
        ("begin", 130, 200, 30, 0),
        ("move", 130, 200, 30, 0),
        ("move", 90, 260, -10, 60),
        ("move", 80, 280, -20, 80),
        ("end", 80, 280, -20, 80),
    ]


def test_a_throw_has_the_speed_of_its_end() -> None:
    """Slow at first, fast at the end: only the latest tenth of a second counts."""
    slow: list[Step] = [("move", 0, 10 + 5 * n, 0, 0.1 * n) for n in range(1, 6)]
    fast: list[Step] = [("move", 0, 35 + 20 * n, -10 * n, 0.5 + 0.01 * n) for n in range(1, 16)]
    *_, end = told(("press", 0, 10, 0, 0), *slow, *fast, ("release", 0, 335, -150, 0.65))
    assert isinstance(end, Drag)
    assert end.phase == "end"
    assert (end.vx, end.vy) == pytest.approx((2000, -1000))


def test_a_finger_that_rests_before_it_lifts_throws_nothing() -> None:
    *_, end = told(
        ("press", 0, 0, 0, 0), ("move", 0, 400, 0, 0.1), ("release", 0, 400, 0, 0.1 + 2 * FRESH)
    )
    assert isinstance(end, Drag)
    assert (end.vx, end.vy) == (0, 0)


def test_two_samples_at_the_same_moment_do_not_make_an_endless_speed() -> None:
    *_, last = told(("press", 0, 0, 0, 5.0), ("move", 0, 80, 0, 5.0))
    assert isinstance(last, Drag)
    assert last.vx == pytest.approx(80 / 0.008)


def taps(*places: tuple[float, float, float]) -> list[bool]:
    """Return for each tap (x, y, time of its lift) whether it was the second of a double tap."""
    steps: list[Step] = []
    for x, y, t in places:
        steps += [("press", 0, x, y, t - 0.05), ("release", 0, x, y, t)]
    return [one.double for one in told(*steps) if isinstance(one, Tap)]


def test_two_quick_taps_in_one_place_are_a_double_tap() -> None:
    assert taps((0, 0, 0), (0, 0, 0.2)) == [False, True]
    assert taps((0, 0, 1), (4 * SLOP, 0, 1 + DOUBLE - 0.001)) == [False, True]


def test_two_taps_too_far_apart_in_time_or_place_are_two_taps() -> None:
    assert taps((0, 0, 1), (0, 0, 1 + DOUBLE + 0.001)) == [False, False]
    assert taps((0, 0, 1), (4 * SLOP + 0.1, 0, 1.2)) == [False, False]


def test_a_third_tap_begins_anew_so_that_a_picture_does_not_flicker() -> None:
    assert taps((0, 0, 0), (0, 0, 0.2), (0, 0, 0.4)) == [False, True, False]
    assert taps((0, 0, 0), (0, 0, 0.2), (0, 0, 0.4), (0, 0, 0.6)) == [False, True, False, True]


def test_a_tap_elsewhere_between_two_taps_parts_them() -> None:
    assert taps((0, 0, 0), (500, 0, 0.1), (0, 0, 0.2)) == [False, False, False]


def test_a_cancelled_press_lifts_and_taps_nothing() -> None:
    assert shape(told(("press", 0, 0, 0, 0), ("cancel", 0, 0, 0, 0))) == ["Press 0", "Lift 0"]


def test_a_cancelled_drag_says_so_where_the_finger_was_last() -> None:
    *_, last = told(("press", 0, 0, 0, 0), ("move", 0, 70, 0, 0.1), ("cancel", 0, 0, 0, 0))
    assert isinstance(last, Drag)
    assert (last.phase, last.x, last.dx) == ("cancel", 70, 70)


def test_after_a_cancel_the_same_finger_means_nothing_until_it_presses_again() -> None:
    out = told(
        ("press", 0, 0, 0, 0),
        ("cancel", 0, 0, 0, 0),
        ("move", 0, 90, 0, 0.1),
        ("release", 0, 90, 0, 0.2),
        ("cancel", 0, 0, 0, 0),
        ("press", 0, 5, 5, 0.3),
    )
    assert shape(out) == ["Press 0", "Lift 0", "Press 0"]


@pytest.mark.parametrize("what", ["move", "release", "cancel"])
def test_a_finger_that_never_came_down_means_nothing(what: str) -> None:
    assert told((what, 7, 300, 300, 1.0)) == []


def test_a_finger_pressed_twice_was_lost_in_between() -> None:
    """Some panels drop the lift of a finger that leaves over the edge."""
    assert shape(told(("press", 0, 0, 0, 0), ("press", 0, 50, 0, 1))) == [
        "Press 0",
        "Lift 0",
        "Press 0",
    ]
    out = told(("press", 0, 0, 0, 0), ("move", 0, 80, 0, 0.1), ("press", 0, 50, 0, 1))
    assert shape(out)[-2:] == ["cancel 0", "Press 0"]


def test_a_resting_palm_and_a_tapping_finger_know_nothing_of_each_other() -> None:
    out = told(
        ("press", 0, 900, 900, 0),
        ("press", 1, 10, 10, 0.1),
        ("move", 0, 902, 901, 0.15),
        ("release", 1, 10, 10, 0.2),
        ("release", 0, 902, 901, 9),
    )
    assert shape(out) == ["Press 0", "Press 1", "Lift 1", "Tap 1", "Lift 0", "Tap 0"]


def test_two_fingers_drag_each_on_their_own() -> None:
    out = told(
        ("press", 0, 0, 0, 0),
        ("press", 1, 100, 0, 0),
        ("move", 0, -50, 0, 0.05),
        ("move", 1, 150, 0, 0.05),
        ("release", 1, 150, 0, 0.1),
        ("move", 0, -90, 0, 0.1),
        ("release", 0, -90, 0, 0.1),
    )
    ends = {one.point: one.dx for one in out if isinstance(one, Drag) and one.phase == "end"}
    assert ends == {0: -90, 1: 50}


def test_cancelling_all_lets_every_finger_go_once() -> None:
    recogniser = Recogniser(SLOP)
    for point in range(10):
        recogniser.press(point, point * 100, 0, 0)
    recogniser.move(3, 300, 200, 0.1)
    out = recogniser.cancel_all()
    assert sorted(one.point for one in out) == list(range(10))
    assert [one for one in out if isinstance(one, Drag)] == [out[3]]
    assert recogniser.cancel_all() == []
    assert recogniser.release(0, 0, 0, 1) == []
