"""Turns that something comes between: another finger, a key, another size, a fault."""

import pytest

from kiosk.ui.hands import Hands
from kiosk.ui.motion import Level
from tests.helpers.clock import Clock
from tests.ui.theatre import BACK, FAST, TURN, WIDTH, Theatre
from tests.ui.toys import BLUE, GREEN, RED, Fingers, Flat


def test_a_second_finger_does_not_disturb_the_first(theatre: Theatre) -> None:
    theatre.drag("begin", -30)
    theatre.drag("move", -100)
    assert not theatre.drag("begin", 40, point=1)
    theatre.drag("move", 500, point=1)
    theatre.drag("end", 500, vx=FAST, point=1)
    assert theatre.edge() == WIDTH - 100
    assert theatre.asked == []
    theatre.drag("move", -300)
    theatre.drag("end", -300)
    theatre.pass_(TURN)
    assert theatre.asked == [1]
    assert theatre.rests_on(2)


def test_a_turn_during_a_turn_goes_on_from_what_is_seen(theatre: Theatre) -> None:
    theatre.at = 0
    theatre.stage.show_view(theatre.views[0])
    theatre.arrivals.clear()
    theatre._turn(1)
    theatre.pass_(TURN / 4)
    before = theatre.picture().toImage()
    theatre._turn(1)
    assert theatre.picture().toImage() == before
    theatre.pass_(TURN / 2)
    assert theatre.seen() <= {RED, GREEN, BLUE}
    theatre.pass_(TURN)
    assert theatre.rests_on(2)
    assert theatre.arrivals == [theatre.views[2]]


def test_a_turn_back_during_a_turn_ends_where_it_began(theatre: Theatre) -> None:
    theatre._turn(1)
    theatre.pass_(TURN / 2)
    theatre._turn(-1)
    for _ in range(10):
        assert theatre.seen() <= {GREEN, BLUE}
        theatre.pass_(TURN / 10)
    assert theatre.rests_on(1)


def test_a_finger_during_a_turn_ends_it_and_takes_hold_of_the_new_view(theatre: Theatre) -> None:
    theatre.at = 0
    theatre.stage.show_view(theatre.views[0])
    theatre._turn(1)
    theatre.pass_(TURN / 3)
    theatre.drag("begin", -100)
    theatre.drag("move", -400)
    theatre.pass_(TURN)
    assert (theatre.edge(), theatre.seen()) == (WIDTH - 400, {GREEN, BLUE})
    theatre.drag("end", -400)
    theatre.pass_(TURN)
    assert theatre.asked == [1, 1]
    assert theatre.rests_on(2)


def test_a_key_during_a_drag_wins_and_the_finger_is_forgotten(theatre: Theatre) -> None:
    theatre.drag("begin", 30)
    theatre.drag("move", 200)
    theatre._turn(1)
    theatre.drag("move", 500)
    theatre.drag("end", 500, vx=FAST)
    theatre.pass_(TURN)
    assert theatre.asked == [1]
    assert theatre.rests_on(2)


def test_going_home_during_a_drag_shows_home_at_once(theatre: Theatre) -> None:
    theatre.drag("begin", -30)
    theatre.drag("move", -200)
    theatre.stage.show_view(theatre.views[0])
    assert theatre.rests_on(0)
    theatre.drag("end", -200, vx=-FAST)
    assert theatre.rests_on(0)


@pytest.mark.parametrize("when", ["turn", "drag", "taken back", "rest"])
def test_another_size_ends_whatever_moves_and_fits_the_view(theatre: Theatre, when: str) -> None:
    if when == "turn":
        theatre._turn(1)
        theatre.pass_(TURN / 3)
    elif when == "drag":
        theatre.drag("begin", -30)
        theatre.drag("move", -300)
    elif when == "taken back":
        theatre.swipe(-100)
        theatre.pass_(BACK / 3)
    theatre.window.resize(500, 700)
    theatre.stage.setGeometry(theatre.window.rect())
    index = 2 if when == "turn" else 1
    assert theatre.rests_on(index)
    assert theatre.views[index].size() == theatre.window.size()
    theatre.drag("end", -300, vx=-FAST)
    assert theatre.rests_on(index)


def test_a_cut_leads_where_the_turn_was_going(theatre: Theatre) -> None:
    theatre._turn(1)
    theatre.stage.cut()
    assert theatre.rests_on(2)
    assert theatre.arrivals == [theatre.views[2]]
    theatre.stage.cut()
    assert theatre.arrivals == [theatre.views[2]]


@pytest.mark.parametrize("level", [Level.CALM, Level.NONE])
def test_the_quieter_levels_do_not_slide(theatre: Theatre, level: Level) -> None:
    theatre.motion.level = level
    theatre._turn(1)
    assert theatre.rests_on(2)
    theatre._turn(-1)
    assert theatre.rests_on(1)


@pytest.mark.parametrize("level", [Level.CALM, Level.NONE])
@pytest.mark.parametrize(("dx", "turned"), [(-400, 1), (-60, 0)])
def test_at_the_quieter_levels_a_finger_still_turns_and_nothing_stays_busy(
    theatre: Theatre, level: Level, dx: int, turned: int
) -> None:
    """A stage that believes it is busy would keep the kiosk from ever resting."""
    theatre.motion.level = level
    theatre.swipe(dx)
    assert theatre.rests_on(1 + turned)
    theatre.swipe(-dx)
    assert theatre.rests_on(1)


def test_a_picture_that_cannot_be_made_does_not_end_all_swiping(theatre: Theatre) -> None:
    theatre.faults.add("still")
    with pytest.raises(LookupError):
        theatre.drag("begin", -30)
    theatre.faults.clear()
    theatre.swipe(-400)
    theatre.pass_(TURN)
    assert theatre.rests_on(2)


def test_a_turn_that_fails_does_not_leave_the_curtain_drawn(theatre: Theatre) -> None:
    theatre.faults.add("turn")
    theatre.drag("begin", -30)
    theatre.drag("move", -400)
    with pytest.raises(LookupError):
        theatre.drag("end", -400)
    theatre.pass_(BACK)
    assert theatre.rests_on(1)


def test_showing_the_view_that_is_there_keeps_it_there(theatre: Theatre) -> None:
    theatre.stage.show_view(theatre.views[1], 1)
    assert theatre.rests_on(1)


def test_a_view_from_elsewhere_is_taken_onto_the_stage(theatre: Theatre) -> None:
    loose = Flat(BLUE)
    loose.setParent(theatre.stage)
    theatre.stage.show_view(loose)
    assert loose.geometry() == theatre.stage.rect()
    assert theatre.seen() == {BLUE}
    orphan = Flat(RED)
    theatre.stage.show_view(orphan)
    assert orphan.parentWidget() is theatre.stage
    assert theatre.seen() == {RED}


def test_real_fingers_turn_the_panel_while_a_palm_rests(
    theatre: Theatre, fingers: Fingers, clock: Clock
) -> None:
    Hands(
        theatre.window, 10, clock, present=lambda: False, key=lambda _key, _shifted, _repeated: None
    )
    fingers.press(5, 100, 550)
    for point, way in ((1, -1), (2, -1), (3, 1)):
        fingers.press(point, 400, 300)
        for step in range(1, 6):
            clock.pass_(0.02)
            fingers.move(point, 400 + way * 60 * step, 300 + step)
        fingers.lift(point)
        theatre.pass_(TURN)
    assert theatre.asked == [1, -1]
    assert theatre.at == 1
