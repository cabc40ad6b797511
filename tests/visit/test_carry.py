"""Standing where the visitor stood, after staff have saved the content."""

import pytest

from kiosk.visit.carry import carry
from kiosk.visit.choices import Choices
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Contents, Home, Place, State
from tests.visit.toys import album, page, route, three_chapters

OLD = three_chapters()
LARGER = Choices(text=1)


def carried(place: Place, new: Route, language: str = "zh") -> State:
    return carry(State(place, language, choices=LARGER, touched=5.0, asked=6.0), OLD, new)


def test_nothing_changes_where_nothing_has_changed() -> None:
    for panel, stop in OLD.stops:
        assert carried(AtPanel(panel, stop), three_chapters()).place == AtPanel(panel, stop)


@pytest.mark.parametrize("place", [Home(), Contents(), Attract(0, 3.0)])
def test_home_contents_and_cover_are_in_every_exhibit(place: Place) -> None:
    assert carried(place, route([page()])).place == place


def test_panels_before_the_visitor_may_come_and_go() -> None:
    more = route(
        [page("new"), page("hello"), page("newer"), page("words")], [album("pictures", 4)], [page()]
    )
    assert carried(AtPanel(1), more).place == AtPanel(3)
    assert carried(AtPanel(2, 3, zoomed=True), more).place == AtPanel(4, 3, zoomed=True)
    fewer = route([page("words")], [album("pictures", 4)], [page("end")])
    assert carried(AtPanel(1), fewer).place == AtPanel(0)
    assert carried(AtPanel(4), fewer).place == AtPanel(2)


def test_a_chapter_that_moves_takes_the_visitor_along() -> None:
    moved = route([page("end")], [album("pictures", 4), page()], [page("words")], names="cba")
    assert carried(AtPanel(2, 1), moved).place == AtPanel(1, 1)
    assert carried(AtPanel(4), moved).place == AtPanel(0)


def test_a_panel_without_an_id_is_known_by_its_number_in_its_chapter() -> None:
    longer = route([page("hello")], [album("pictures", 2), page(), page()], [page("end")])
    assert carried(AtPanel(3), longer).place == AtPanel(2)


def test_the_nearest_panel_stands_in_for_one_that_is_gone() -> None:
    short = route([page("one"), page("two")], names="z")
    assert carried(AtPanel(0), short).place == AtPanel(0)
    assert carried(AtPanel(4), short).place == AtPanel(1)


def test_the_nearest_picture_stands_in_for_one_that_is_gone() -> None:
    fewer = route([page("hello"), page("words")], [album("pictures", 2)])
    assert carried(AtPanel(2, 3), fewer).place == AtPanel(2, 1)


def test_the_full_view_closes_where_there_is_no_photograph_any_more() -> None:
    swapped = route([page("hello"), page("words")], [page("pictures")])
    assert carried(AtPanel(2, 3, zoomed=True), swapped).place == AtPanel(2)
    gone = route([page("hello")])
    assert carried(AtPanel(2, 3, zoomed=True), gone).place == AtPanel(0)


def test_the_cycle_goes_on_at_the_panel_it_had_come_to() -> None:
    more = route([page("new"), page("hello")], [album("pictures", 4)])
    assert carried(Attract(1, 3.0), more).place == Attract(2, 3.0)
    assert carried(Attract(4, 3.0), more).place == Attract(4, 3.0)
    assert carried(Attract(8, 3.0), route([page("hello")])).place == Attract(1, 3.0)


def test_the_visitor_s_language_stays_as_long_as_the_exhibit_has_it() -> None:
    assert carried(Home(), OLD, "en").language == "en"
    without = route([page()], languages=("zh",))
    assert carried(Home(), without, "en").language == "zh"


def test_nobody_s_language_is_always_the_first() -> None:
    turned = route([page()], languages=("en", "zh"))
    assert carried(Attract(0, 3.0), turned).language == "en"
    assert carried(Home(), turned).language == "zh"


def test_waiting_and_text_size_go_on_through_an_edit() -> None:
    state = carried(Home(), OLD)
    assert (state.choices, state.touched, state.asked) == (LARGER, 5.0, 6.0)
