"""A visit outlives the program that showed it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.visit.choices import NONE, Choices, Hand, Pinyin
from kiosk.visit.record import recall, record
from kiosk.visit.state import AtPanel, Attract, Contents, Home, Place, State, fresh
from tests.visit.toys import page, route, three_chapters

ROUTE = three_chapters()
NOW = 9.0
ALL = Choices(2, contrast=True, calm=True, low=True, hand=Hand.LEFT, pinyin=Pinyin.RARE)


def again(state: State) -> State:
    """Return a state after it was written and read."""
    return recall(json.loads(json.dumps(record(state, ROUTE))), ROUTE, NOW)


@pytest.mark.parametrize(
    "place", [Home(), Contents(), *(AtPanel(*stop) for stop in ROUTE.stops)], ids=str
)
def test_a_visitor_finds_the_place_the_language_and_the_choices_again(place: Place) -> None:
    state = State(place, "en", ALL, touched=1.0)
    assert again(state) == State(place, "en", ALL, touched=NOW)


@pytest.mark.parametrize("index", range(len(ROUTE.stops) + 1))
def test_the_cycle_goes_on_where_it_was(index: int) -> None:
    assert again(State(Attract(index, 1.0), "zh")).place == Attract(index, NOW)


def test_a_cycle_that_went_round_is_at_the_stop_it_shows() -> None:
    past = State(Attract(len(ROUTE.stops) + 1, 1.0), "zh")
    assert again(past).place == Attract(1, NOW)


def test_a_sheet_is_not_taken_up_again_but_its_panel_is() -> None:
    assert again(State(AtPanel(1, sheet="source"), "zh")).place == AtPanel(1)


def test_what_the_exhibit_no_longer_has_is_let_go() -> None:
    told = record(State(AtPanel(2, 3), "en", ALL), ROUTE)
    other = route([page("somewhere")])
    assert recall(told, other, NOW) == fresh("zh", NOW)
    assert recall({**told, "language": "fr"}, ROUTE, NOW).language == "zh"
    assert recall({**told, "stop": 99}, ROUTE, NOW).place == AtPanel(2, 3)
    assert recall({**told, "choices": None}, ROUTE, NOW).choices == NONE


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=9),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=9), inner),
    max_leaves=9,
)


@given(
    some.dictionaries(
        some.sampled_from(["place", "panel", "stop", "language", "choices"]),
        JSON
        | some.sampled_from(["home", "panel", "attract", "cover", "a/0"])
        | some.dictionaries(
            some.sampled_from(["text", "hand", "pinyin", "low"]),
            some.integers() | some.sampled_from(["left", "rare", ""]),
        ),
    )
    | JSON
)
def test_whatever_is_read_a_visit_begins_somewhere(told: object) -> None:
    state = recall(told, ROUTE, NOW)
    assert state.language in ROUTE.exhibit.languages
    record(state, ROUTE)
