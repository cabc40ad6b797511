"""From one state to the next, one rule at a time: waking, time, and how it is told."""

from dataclasses import replace

import pytest

from kiosk.visit.choices import NONE, TEXT_STEPS, Choices, Hand, Pinyin
from kiosk.visit.intents import (
    Choose,
    GoHome,
    Intent,
    Lay,
    Leave,
    OpenChoices,
    OpenPanel,
    Speak,
    Stay,
    Tick,
    Touched,
    Turn,
)
from kiosk.visit.passing import COVER_DWELL
from kiosk.visit.state import AtPanel, Attract, Home, State, fresh
from tests.visit.steps import LARGEST, NOW, ROUTE, WANTED, after, at
from tests.visit.toys import ASK, LEAVE


def test_a_visit_begins_at_the_cover_in_the_first_language_with_normal_text() -> None:
    state = fresh("zh", NOW)
    assert state == State(Attract(0, NOW), "zh", choices=NONE, touched=NOW, asked=None)
    assert state.attracting
    assert not at(Home()).attracting


def test_the_waking_touch_opens_the_cover_to_home() -> None:
    assert after(fresh("zh", 0.0), Touched()) == at(Home())


@pytest.mark.parametrize("number", range(len(ROUTE.stops)))
def test_the_waking_touch_opens_a_cycled_panel_to_that_very_panel(number: int) -> None:
    state = after(State(Attract(number + 1, 0.0), "zh"), Touched())
    assert state == at(AtPanel(*ROUTE.stops[number]))


@pytest.mark.parametrize("intent", WANTED)
def test_whoever_wants_something_is_here_and_finds_the_exhibit_awake(intent: Intent) -> None:
    state = after(fresh("zh", 0.0), intent)
    assert not state.attracting
    assert state.touched == NOW
    assert state == after(fresh("zh", 0.0), Touched(), intent)


@pytest.mark.parametrize("intent", WANTED)
def test_anything_wanted_answers_the_question_and_starts_the_waiting_anew(intent: Intent) -> None:
    state = after(at(AtPanel(1), asked=NOW - 5), intent, now=NOW + 3)
    assert state.asked is None
    assert state.touched == NOW + 3


def test_a_touch_while_nothing_is_asked_only_starts_the_waiting_anew() -> None:
    place = AtPanel(2, 3, zoomed=True)
    assert after(at(place, choices=LARGEST), Touched(), now=NOW + 9) == State(
        place, "zh", choices=LARGEST, touched=NOW + 9
    )


def test_a_touch_while_asked_keeps_the_place_and_gives_more_time_to_answer() -> None:
    asked = at(AtPanel(2, 3), asked=NOW)
    touched = after(asked, Touched(), now=NOW + LEAVE - 1)
    assert touched.place == AtPanel(2, 3)
    assert touched.asked == NOW + LEAVE - 1
    assert after(touched, Tick(), now=NOW + LEAVE + 1) == touched


def test_yes_still_looking_keeps_the_place_and_stops_the_question() -> None:
    state = after(at(AtPanel(2, 3), asked=NOW, choices=LARGEST), Stay(), now=NOW + 7)
    assert state == State(AtPanel(2, 3), "zh", choices=LARGEST, touched=NOW + 7, asked=None)


def test_leaving_forgets_everything_of_the_visit() -> None:
    state = State(AtPanel(2, 3, zoomed=True), "en", choices=LARGEST, touched=0.0, asked=1.0)
    assert after(state, Leave()) == fresh("zh", NOW)


# -- time ------------------------------------------------------------------------------------------


def test_visitors_are_asked_after_the_pause_that_content_says_and_not_before() -> None:
    here = at(AtPanel(1))
    assert after(here, Tick(), now=NOW + ASK - 0.01) == here
    assert after(here, Tick(), now=NOW + ASK).asked == NOW + ASK


def test_an_unanswered_question_leads_to_the_cover_after_its_countdown_and_not_before() -> None:
    asked = State(AtPanel(1), "en", touched=NOW, asked=NOW + ASK)
    assert after(asked, Tick(), now=NOW + ASK + LEAVE - 0.01) == asked
    gone = NOW + ASK + LEAVE
    assert after(asked, Tick(), now=gone) == fresh("zh", gone)


def test_a_machine_that_slept_asks_before_it_gives_the_visit_up() -> None:
    state = after(at(AtPanel(1)), Tick(), now=NOW + 10_000)
    assert state.place == AtPanel(1)
    assert state.asked == NOW + 10_000


def test_the_cover_stays_long_enough_for_its_verses() -> None:
    cover = fresh("zh", NOW)
    assert after(cover, Tick(), now=NOW + COVER_DWELL - 0.01) == cover
    assert after(cover, Tick(), now=NOW + COVER_DWELL).place == Attract(1, NOW + COVER_DWELL)


def test_the_cycle_shows_every_stop_for_its_reading_time_and_comes_back_to_the_cover() -> None:
    state, now = fresh("zh", NOW), NOW
    for number, (panel, stop) in enumerate(ROUTE.stops):
        now += COVER_DWELL if number == 0 else 0.0
        state = after(state, Tick(), now=now)
        assert state.place == Attract(number + 1, now)
        lasts = ROUTE.dwell(panel, stop, "zh")
        assert after(state, Tick(), now=now + lasts - 0.01) == state
        now += lasts
    assert after(state, Tick(), now=now) == State(Attract(0, now), "zh", touched=NOW)


# -- how it is told --------------------------------------------------------------------------------


def test_a_language_of_the_exhibit_is_spoken_and_another_one_changes_nothing() -> None:
    assert after(at(AtPanel(1)), Speak("en")) == State(AtPanel(1), "en", touched=NOW)
    assert after(at(AtPanel(1)), Speak("fr")) == at(AtPanel(1))


CHOSEN = (
    LARGEST,
    Choices(contrast=True),
    Choices(calm=True),
    Choices(low=True),
    Choices(hand=Hand.LEFT),
    Choices(pinyin=Pinyin.ALL),
)


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_what_is_chosen_applies_where_the_visitor_stands_and_ends_with_the_visit(
    choices: Choices,
) -> None:
    state = after(at(AtPanel(1)), OpenChoices(on=True), Choose(choices))
    assert state == State(AtPanel(1), "zh", choices=choices, choosing=True, touched=NOW)
    assert after(state, Leave()) == fresh("zh", NOW)


@pytest.mark.parametrize("choices", CHOSEN, ids=str)
def test_whoever_chose_anything_has_twice_the_time(choices: Choices) -> None:
    here = at(AtPanel(1), choices=choices)
    assert after(here, Tick(), now=NOW + 2 * ASK - 0.01) == here
    asked = after(here, Tick(), now=NOW + 2 * ASK)
    assert asked.asked == NOW + 2 * ASK
    end = NOW + 2 * ASK + 2 * LEAVE
    assert after(asked, Tick(), now=end - 0.01) == asked
    assert after(asked, Tick(), now=end) == fresh("zh", end)


@pytest.mark.parametrize("intent", [GoHome(), Turn(1), Lay(""), OpenPanel(2)], ids=str)
def test_going_anywhere_closes_the_choices_and_keeps_what_is_chosen(intent: Intent) -> None:
    state = after(at(AtPanel(1)), OpenChoices(on=True), Choose(LARGEST), intent)
    assert (state.choosing, state.choices) == (False, LARGEST)
    assert not after(at(AtPanel(1), choosing=True), OpenChoices(on=False)).choosing


def test_the_sizes_of_text_begin_at_the_design_s() -> None:
    assert TEXT_STEPS[0] == 1.0
    assert [at(Home(), choices=Choices(text=step)).text for step in range(3)] == list(TEXT_STEPS)


@pytest.mark.parametrize(
    "more",
    [
        {"language": "en"},
        {"choices": LARGEST},
        {"choosing": True},
        {"asked": NOW},
        {"guided": NOW},
        {"closed": True},
        {"staff": "pin"},
        {"place": Home()},
    ],
    ids=str,
)
def test_whatever_changes_the_screen_is_told(more: dict[str, object]) -> None:
    assert replace(at(AtPanel(1)), **more).seen != at(AtPanel(1)).seen  # type: ignore[arg-type]


def test_time_alone_changes_nothing_on_screen() -> None:
    assert at(AtPanel(1)).seen == replace(at(AtPanel(1)), touched=NOW + 9).seen
    assert at(AtPanel(1), asked=1.0).seen == at(AtPanel(1), asked=2.0).seen


@pytest.mark.parametrize(
    ("choices", "name"),
    [
        (NONE, "100%"),
        (LARGEST, "160%"),
        (Choices(1, contrast=True, calm=True, low=True), "130%-contrast-calm-low"),
        (Choices(hand=Hand.LEFT, pinyin=Pinyin.ALL), "100%-left-pinyin-all"),
    ],
)
def test_choices_have_a_name(choices: Choices, name: str) -> None:
    assert choices.name == name
