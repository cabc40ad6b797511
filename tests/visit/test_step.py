"""From one state to the next, one rule at a time."""

from dataclasses import replace

import pytest

from kiosk.visit.choices import NONE, TEXT_STEPS, Choices, Hand, Pinyin
from kiosk.visit.intents import (
    Choose,
    Door,
    GoContents,
    GoHome,
    Guide,
    Intent,
    Lay,
    Leave,
    OpenChapter,
    OpenChoices,
    OpenPanel,
    Speak,
    Staff,
    Stay,
    Tick,
    Touched,
    Turn,
    Zoom,
)
from kiosk.visit.passing import COVER_DWELL, STAFF
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Contents, Home, Place, State, fresh
from kiosk.visit.step import TALK, step
from tests.visit.toys import ASK, LEAVE, album, page, route, three_chapters

NOW = 500.0
ROUTE = three_chapters()
LARGEST = Choices(text=2)

WANTED: list[Intent] = [
    Turn(1),
    Turn(-1),
    GoHome(),
    GoContents(),
    OpenChapter(1),
    OpenPanel(2, 1),
    Zoom(on=True),
    Zoom(on=False),
    Speak("en"),
    OpenChoices(on=True),
    Choose(LARGEST),
    Guide(on=True),
    Stay(),
]
"""All that someone may want, but to leave."""


def at(place: Place, **more: object) -> State:
    return State(place=place, language="zh", touched=NOW, **more)  # type: ignore[arg-type]


def after(state: State, *intents: Intent, now: float = NOW, along: Route = ROUTE) -> State:
    for intent in intents:
        state = step(state, intent, along, now)
    return state


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


# -- moving ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", [Home(), Contents()])
def test_turning_from_home_or_contents_goes_to_the_first_or_the_last_stop(start: Place) -> None:
    assert after(at(start), Turn(1)).place == AtPanel(0, 0)
    assert after(at(start), Turn(-1)).place == AtPanel(4, 0)


def test_turning_goes_along_every_stop_and_both_ends_lead_home() -> None:
    way = [AtPanel(*stop) for stop in ROUTE.stops]
    for by, expected in ((1, [*way, Home()]), (-1, [*way[::-1], Home()])):
        state, seen = at(Home()), []
        for _ in expected:
            state = after(state, Turn(by))
            seen.append(state.place)
        assert seen == expected


def test_turning_in_full_view_stays_with_the_photographs_of_the_panel() -> None:
    state = after(at(AtPanel(2, 2)), Zoom(on=True))
    seen = []
    for by in (1, 1, 1, -1, -1, -1, -1):
        state = after(state, Turn(by))
        seen.append(state.place)
    assert seen == [AtPanel(2, stop, zoomed=True) for stop in (3, 3, 3, 2, 1, 0, 0)]


def test_a_panel_without_pictures_has_nothing_to_open_in_full() -> None:
    assert after(at(AtPanel(0)), Zoom(on=True)).place == AtPanel(0)


def test_full_view_opens_and_closes_where_the_visitor_is() -> None:
    zoomed = after(at(AtPanel(2, 2)), Zoom(on=True))
    assert zoomed.place == AtPanel(2, 2, zoomed=True)
    assert after(zoomed, Zoom(on=False)).place == AtPanel(2, 2)
    assert after(at(Home()), Zoom(on=True)).place == Home()


FIGURED = route([page("hello", None, "some"), page()], [album("pictures", 4)])


@pytest.mark.parametrize(
    ("start", "wanted", "laid"),
    [
        (AtPanel(0), "source", AtPanel(0, sheet="source")),
        (AtPanel(0, sheet="source"), "", AtPanel(0)),
        (AtPanel(0), "guess", AtPanel(0)),
        (AtPanel(2, 1, zoomed=True), "source", AtPanel(2, 1)),
        (Home(), "source", Home()),
    ],
)
def test_a_sheet_is_laid_where_the_panel_has_it(start: Place, wanted: str, laid: Place) -> None:
    assert after(at(start), Lay(wanted), along=FIGURED).place == laid


def test_whoever_goes_on_leaves_the_sheet_behind() -> None:
    laid = at(AtPanel(0, sheet="source"))
    assert laid.place.covered  # type: ignore[union-attr]
    assert after(laid, Turn(1), along=FIGURED).place == AtPanel(1)
    assert after(laid, OpenPanel(0)).place == AtPanel(0)
    assert after(laid, Zoom(on=True)).place == AtPanel(0)


def test_a_thumbnail_keeps_the_full_view_and_another_panel_closes_it() -> None:
    zoomed = at(AtPanel(2, 2, zoomed=True))
    assert after(zoomed, OpenPanel(2, 0)).place == AtPanel(2, 0, zoomed=True)
    assert after(zoomed, OpenPanel(1)).place == AtPanel(1)
    assert after(at(Contents()), OpenPanel(2, 1)).place == AtPanel(2, 1)


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        (OpenPanel(-3, -1), AtPanel(0, 0)),
        (OpenPanel(99), AtPanel(4, 0)),
        (OpenPanel(2, 99), AtPanel(2, 3)),
        (OpenChapter(-1), AtPanel(0)),
        (OpenChapter(0), AtPanel(0)),
        (OpenChapter(1), AtPanel(2)),
        (OpenChapter(2), AtPanel(4)),
        (OpenChapter(99), AtPanel(4)),
    ],
)
def test_an_order_for_what_is_not_there_leads_to_the_nearest_that_is(
    wanted: Intent, there: Place
) -> None:
    assert after(at(Home()), wanted).place == there


def test_the_band_leads_home_and_to_the_list_of_everything() -> None:
    assert after(at(AtPanel(2, 1, zoomed=True)), GoHome()).place == Home()
    assert after(at(AtPanel(2, 1)), GoContents()).place == Contents()


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


def test_an_exhibit_of_one_panel_has_both_ends_beside_it() -> None:
    single = route([page()])
    here = after(at(Home()), Turn(-1), along=single)
    assert here.place == AtPanel(0)
    assert after(here, Turn(1), along=single).place == Home()
    assert after(here, Turn(-1), along=single).place == Home()


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
