"""Guides, opening hours and staff."""

from dataclasses import replace

import pytest

from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.intents import Door, Guide, Leave, Staff, Tick, Touched
from kiosk.visit.passing import STAFF
from kiosk.visit.state import AtPanel, Attract, Home, State, fresh
from kiosk.visit.step import TALK
from tests.visit.steps import LARGEST, NOW, WANTED, after, at
from tests.visit.toys import ASK

# -- a guide's talk --------------------------------------------------------------------------------


def test_while_a_guide_talks_nobody_is_asked_and_text_is_larger() -> None:
    state = after(at(AtPanel(1)), Guide(on=True))
    assert state.text == TEXT_STEPS[1]
    assert after(state, Tick(), now=NOW + TALK - 0.01) == state


def test_the_largest_text_stays_the_largest_behind_a_guide_s_back() -> None:
    assert after(at(AtPanel(1), choices=LARGEST), Guide(on=True)).text == TEXT_STEPS[-1]


def test_a_talk_ends_by_itself_and_the_pause_begins_then() -> None:
    over = after(after(at(AtPanel(1)), Guide(on=True)), Tick(), now=NOW + TALK)
    assert over == State(AtPanel(1), "zh", touched=NOW + TALK)
    assert after(over, Tick(), now=NOW + TALK + ASK).asked == NOW + TALK + ASK


def test_a_guide_ends_the_talk_when_it_is_over() -> None:
    assert after(at(AtPanel(1)), Guide(on=True), Guide(on=False)) == at(AtPanel(1))


# -- opening hours and staff -----------------------------------------------------------------------


def test_outside_the_hours_nothing_that_visitors_do_has_any_effect() -> None:
    closed = after(fresh("zh", 0.0), Door(opened=False))
    assert closed == State(Attract(0, NOW), "zh", touched=NOW, closed=True)
    for intent in (*WANTED, Touched(), Tick(), Leave(), Door(opened=False)):
        assert after(closed, intent, now=NOW + 10_000) == closed


def test_it_opens_at_the_cover() -> None:
    closed = State(Attract(0, 0.0), "zh", closed=True)
    assert after(closed, Door(opened=True)) == fresh("zh", NOW)
    assert after(at(Home()), Door(opened=True)) == at(Home())


def test_whoever_is_here_when_it_closes_may_stay() -> None:
    here = at(AtPanel(1))
    assert after(here, Door(opened=False)) == here
    gone = after(here, Leave(), Door(opened=False))
    assert gone.closed


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_for_staff_lies_over_everything_and_visitors_do_nothing_there(closed: bool) -> None:
    before = State(Attract(0, 0.0), "zh", closed=closed) if closed else at(AtPanel(1))
    state = after(before, Staff("pin"))
    assert state == replace(before, staff="pin", touched=NOW)
    for intent in (*WANTED, Touched(), Leave()):
        assert after(state, intent, now=NOW + 7) == replace(state, touched=NOW + 7)
    assert after(state, Staff("sheet")).staff == "sheet"
    assert after(state, Staff("")) == replace(before, touched=NOW)


def test_what_is_for_staff_closes_by_itself_and_visitors_have_their_time_then() -> None:
    state = after(at(AtPanel(1)), Staff("sheet"))
    assert after(state, Tick(), now=NOW + STAFF - 0.01) == state
    over = after(state, Tick(), now=NOW + STAFF)
    assert over == State(AtPanel(1), "zh", touched=NOW + STAFF)


def test_staff_may_open_and_close_the_doors_from_their_sheet() -> None:
    state = after(State(Attract(0, 0.0), "zh", closed=True), Staff("sheet"), Door(opened=True))
    assert (state.closed, state.staff) == (False, "sheet")
