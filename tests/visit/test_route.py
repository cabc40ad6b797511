"""The way through an exhibit, and how long each stop of it stays."""

import pytest

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.visit.dwell import LONGEST, SHORTEST, dwell, units
from kiosk.visit.intents import Turn
from kiosk.visit.route import Leg, Route
from kiosk.visit.state import AtPanel, Home, State
from kiosk.visit.step import step
from tests.visit.toys import Album, Page, album, both, figure, page, route, three_chapters


def test_legs_are_numbered_through_all_chapters_and_named_by_id_else_by_number() -> None:
    assert three_chapters().legs == (
        Leg("a/hello", 0, 0, 1),
        Leg("a/words", 0, 1, 1),
        Leg("b/pictures", 1, 0, 4),
        Leg("b/1", 1, 1, 1),
        Leg("c/end", 2, 0, 1),
    )


def test_every_picture_of_an_album_is_a_stop_of_its_own() -> None:
    along = three_chapters()
    assert along.stops == ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (2, 3), (3, 0), (4, 0))
    assert [along.panel(at).kind for at in range(5)] == ["page", "page", "album", "page", "page"]


def test_a_panel_is_found_by_its_key_and_one_that_is_gone_is_not() -> None:
    along = three_chapters()
    assert [along.find(leg.key) for leg in along.legs] == [0, 1, 2, 3, 4]
    assert along.find("a/gone") is None


# -- reading time ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("。，“”！", 0),
        ("平安是一封家书。", 7),
        ("Peace, a letter home.", 4),
        ("the city’s people don't", 4),
        ("4.8万余件", 4),
        ("16,884 of 17", 3),
        ("G20杭州峰会", 5),
        ("“5S”助企工作站", 6),
        ("二〇二三年", 5),
        ("ABCあいう", 4),
        ("𠮷野家", 3),
        ("snake_case", 2),
        ("high-rises", 2),
    ],
)
def test_an_ideograph_and_a_word_or_number_of_another_script_count_one_each(
    text: str, count: int
) -> None:
    assert units(text) == count


@pytest.mark.parametrize(
    ("characters", "seconds"),
    [
        (0, 8.0),
        (18, 8.0),
        (27, 10.0),
        (90, 24.0),
        (120, 4 + 120 / 4.5),
        (184, 4 + 184 / 4.5),
        (185, 45.0),
        (9999, 45.0),
    ],
)
def test_a_panel_stays_four_seconds_and_one_for_every_four_and_a_half_characters(
    characters: int, seconds: float
) -> None:
    assert dwell("字" * characters) == pytest.approx(seconds)
    assert dwell("word " * characters) == pytest.approx(seconds)


def test_staff_may_say_how_long_a_panel_stays() -> None:
    along = route([Page(dwell=3.0, text=both("字" * 500)), Page(dwell=600.0)])
    assert along.dwell(0, 0, "zh") == 3.0
    assert along.dwell(1, 0, "en") == 600.0


def test_reading_time_follows_the_language_and_the_picture() -> None:
    along = route(
        [
            Page(text=both("字" * 45, "word " * 90)),
            Album(pictures=(both("字" * 45), both("字" * 90))),
        ]
    )
    assert along.dwell(0, 0, "zh") == pytest.approx(14.0)
    assert along.dwell(0, 0, "en") == pytest.approx(24.0)
    assert along.dwell(1, 0, "zh") == pytest.approx(14.0)
    assert along.dwell(1, 1, "zh") == pytest.approx(24.0)


def test_labels_of_figures_are_read_too_and_each_only_once() -> None:
    figures = {"deaths": figure("字" * 20), "cases": figure("字" * 25)}
    along = route([page(None, None, "deaths", "cases", "deaths")], figures=figures)
    assert along.dwell(0, 0, "zh") == pytest.approx(14.0)


def test_a_figure_inside_a_text_counts_as_it_is_read_not_as_it_is_named() -> None:
    figures = {"a-very-long-name-of-a-figure": figure("字", "480000")}
    along = route([page(None, "字" * 42 + "{a-very-long-name-of-a-figure}")], figures=figures)
    assert along.dwell(0, 0, "zh") == pytest.approx(14.0), "48万件 are three more"


# -- the exhibit that is shipped -------------------------------------------------------------------


def test_a_visitor_can_walk_through_every_stop_of_the_exhibit(exhibit: Exhibit[Panel]) -> None:
    along = Route(exhibit)
    for by in (1, -1):
        state, seen = State(Home(), "zh"), []
        for _ in along.stops:
            state = step(state, Turn(by), along, 0.0)
            assert isinstance(state.place, AtPanel)
            seen.append((state.place.panel, state.place.stop))
        assert seen == list(along.stops)[::by]
        assert step(state, Turn(by), along, 0.0).place == Home()
    assert {leg.chapter for leg in along.legs} == set(range(len(exhibit.chapters)))


def test_every_stop_of_the_exhibit_stays_for_a_time_that_people_stay(
    exhibit: Exhibit[Panel],
) -> None:
    along = Route(exhibit)
    for language in exhibit.languages:
        for at, stop in along.stops:
            assert SHORTEST <= along.dwell(at, stop, language) <= LONGEST


def test_albums_of_any_size_count_every_picture() -> None:
    for size in range(1, 5):
        assert len(route([album(None, size)]).stops) == size
