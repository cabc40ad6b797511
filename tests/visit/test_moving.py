"""From one place to the next: turning, opening, laying a sheet, coming home."""

import pytest

from kiosk.visit.intents import GoContents, GoHome, Intent, Lay, OpenChapter, OpenPanel, Turn, Zoom
from kiosk.visit.state import AtPanel, Contents, Home, Place
from tests.visit.steps import ROUTE, after, at
from tests.visit.toys import album, page, route


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


def test_an_exhibit_of_one_panel_has_both_ends_beside_it() -> None:
    single = route([page()])
    here = after(at(Home()), Turn(-1), along=single)
    assert here.place == AtPanel(0)
    assert after(here, Turn(1), along=single).place == Home()
    assert after(here, Turn(-1), along=single).place == Home()
