"""Whatever visitors do, and however long nobody does anything."""

from collections.abc import Iterable

from hypothesis import example, given
from hypothesis import strategies as some

from kiosk.visit.carry import carry
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
from kiosk.visit.passing import STAFF
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Contents, Home, State, fresh
from kiosk.visit.step import TALK, step
from tests.visit.toys import ASK, LEAVE, album, page, route

NUMBERS = some.integers(-3, 12)

INTENTS: some.SearchStrategy[Intent] = some.one_of(
    some.sampled_from(
        [Touched(), Tick(), Turn(1), Turn(-1), GoHome(), GoContents(), Stay(), Leave()]
    ),
    some.builds(Turn, NUMBERS),
    some.builds(OpenChapter, NUMBERS),
    some.builds(OpenPanel, NUMBERS, NUMBERS),
    some.builds(Zoom, some.booleans()),
    some.builds(Lay, some.sampled_from(["source", "guess", ""])),
    some.builds(OpenChoices, some.booleans()),
    some.builds(Guide, some.booleans()),
    some.builds(Door, some.booleans()),
    some.builds(Staff, some.sampled_from(["", "pin", "sheet"])),
    some.builds(
        Choose,
        some.builds(
            Choices,
            some.integers(0, len(TEXT_STEPS) - 1),
            some.booleans(),
            some.booleans(),
            some.booleans(),
            some.sampled_from(Hand),
            some.sampled_from(Pinyin),
        ),
    ),
    some.builds(Speak, some.sampled_from(["zh", "en", "fr", ""])),
)
"""Everything that may be asked for, sensible or not."""

HISTORIES = some.lists(
    some.tuples(some.sampled_from([0.0, 0.25, 5.0, LEAVE, ASK, 1e6]), INTENTS), max_size=40
)
"""Waits in seconds, each followed by an intent."""

SHAPES = ["p", "a", "pp", "ap", "p/p", "a/p", "pap/a", "p/aa/p", "ppp/pap/p/app"]
"""Exhibits to walk in: p is a page, a an album of three pictures, / ends a chapter."""

ROUTES = some.sampled_from(
    [
        route(*[[page() if one == "p" else album(None, 3) for one in part] for part in shape])
        for shape in (shape.split("/") for shape in SHAPES)
    ]
)


def lived(history: Iterable[tuple[float, Intent]], along: Route) -> tuple[list[State], float]:
    """Return every state of a visit that begins at the cover, and the time at its end."""
    now = 1000.0
    states = [fresh("zh", now)]
    for wait, intent in history:
        now += wait
        states.append(step(states[-1], intent, along, now))
    return states, now


def met(state: State, along: Route, now: float) -> State:
    """Return the state when the house is open, nobody of staff is here, and nobody guides."""
    for intent in (Staff(""), Door(opened=True), Guide(on=False)):
        state = step(state, intent, along, now)
    return state


def is_there(state: State, along: Route) -> bool:
    """Tell whether the visitor is at a place that the exhibit has, told in a way that it knows."""
    if state.language not in along.exhibit.languages or state.text not in TEXT_STEPS:
        return False
    match state.place:
        case Attract(index, _):
            as_new = (state.language, state.choices, state.asked)
            return 0 <= index <= len(along.stops) and as_new == (
                along.exhibit.languages[0],
                NONE,
                None,
            )
        case AtPanel(panel, stop, _):
            return (panel, stop) in along.stops
        case Home() | Contents():
            return True


@given(HISTORIES, ROUTES)
@example([(0.0, Speak("en"))], route([page()]))
@example([(0.0, Choose(Choices(contrast=True)))], route([page()]))
@example([(0.0, Guide(on=True)), (5.0, Leave())], route([page()]))
def test_any_history_leaves_the_visitor_at_a_place_that_exists(
    history: list[tuple[float, Intent]], along: Route
) -> None:
    states, _ = lived(history, along)
    for state in states:
        assert is_there(state, along)


@given(HISTORIES, ROUTES, some.sampled_from([0.25, 1.0, 7.0]))
def test_idling_always_ends_at_the_cover_as_if_nobody_had_been_here(
    history: list[tuple[float, Intent]], along: Route, tick: float
) -> None:
    states, now = lived(history, along)
    state = step(states[-1], Door(opened=True), along, now)
    end = now + STAFF + TALK + 2 * (ASK + LEAVE) + 3 * tick
    while not state.attracting:
        assert now <= end
        now += tick
        state = step(state, Tick(), along, now)
    if not states[-1].attracting:
        assert state == fresh("zh", now)
    assert (state.language, state.choices, state.asked) == ("zh", NONE, None)


@given(HISTORIES, ROUTES)
def test_the_cycle_goes_on_forever_and_passes_the_cover_and_every_stop(
    history: list[tuple[float, Intent]], along: Route
) -> None:
    states, now = lived(history, along)
    state = step(met(states[-1], along, now), Leave(), along, now)
    shown = []
    for _ in range(len(along.stops) + 1):
        assert isinstance(state.place, Attract)
        shown.append(state.place.index)
        now += 600
        state = step(state, Tick(), along, now)
    assert shown == list(range(len(along.stops) + 1))
    assert state.place == Attract(0, now)


@given(HISTORIES, ROUTES)
def test_a_touch_while_asked_never_moves_anybody(
    history: list[tuple[float, Intent]], along: Route
) -> None:
    states, now = lived(history, along)
    here = step(met(states[-1], along, now), Stay(), along, now)
    then = now + ASK * here.patience
    asked = step(here, Tick(), along, then)
    assert asked.asked == then
    for intent in (Touched(), Stay()):
        touched = step(asked, intent, along, then + 1)
        assert (touched.place, touched.language, touched.text) == (
            here.place,
            here.language,
            here.text,
        )


@given(HISTORIES, ROUTES, some.sampled_from([1, -1]))
def test_turning_long_enough_comes_home_from_everywhere(
    history: list[tuple[float, Intent]], along: Route, by: int
) -> None:
    states, now = lived(history, along)
    state = step(met(states[-1], along, now), Zoom(on=False), along, now)
    turns = 0
    while state.place != Home() or turns == 0:
        state = step(state, Turn(by), along, now)
        turns += 1
        assert turns <= len(along.stops) + 1


@given(HISTORIES, ROUTES, ROUTES)
def test_an_edit_at_any_moment_leaves_the_visitor_at_a_place_that_exists(
    history: list[tuple[float, Intent]], old: Route, new: Route
) -> None:
    states, _ = lived(history, old)
    for state in states:
        carried = carry(state, old, new)
        assert is_there(carried, new)
        assert carried.attracting == state.attracting
        assert (carried.choices, carried.touched, carried.asked) == (
            state.choices,
            state.touched,
            state.asked,
        )
        assert carry(state, old, old) == state
