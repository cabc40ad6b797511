"""What stands on the stage, and from which side it came."""

from dataclasses import replace

import pytest

from kiosk.visit.choices import Choices
from kiosk.visit.scene import direction, standing
from kiosk.visit.state import AtPanel, Attract, Contents, Home, Place, State
from tests.visit.toys import three_chapters

ROUTE = three_chapters()
ONE, TWO, THREE = (AtPanel(*stop) for stop in ROUTE.stops[:3])


@pytest.mark.parametrize(
    ("place", "stands"),
    [
        (Attract(0), None),
        (Attract(1), ONE),
        (Attract(3), THREE),
        (Home(), Home()),
        (Contents(), Contents()),
        (TWO, TWO),
        (replace(TWO, zoomed=True), TWO),
        (replace(TWO, sheet="source"), TWO),
    ],
    ids=str,
)
def test_what_lies_over_a_panel_leaves_it_on_the_stage(
    place: Place, stands: Home | Contents | AtPanel | None
) -> None:
    assert standing(State(place, "zh"), ROUTE) == stands


@pytest.mark.parametrize(
    ("old", "new", "by"),
    [
        (ONE, TWO, 1),
        (TWO, ONE, -1),
        (ONE, THREE, 0),
        (ONE, ONE, 0),
        (Home(), ONE, 0),
        (ONE, Home(), 0),
        (replace(ONE, zoomed=True), TWO, 0),
        (ONE, replace(TWO, sheet="source"), 0),
    ],
    ids=str,
)
def test_only_the_stop_beside_comes_from_a_side(old: Place, new: Place, by: int) -> None:
    assert direction(State(old, "zh"), State(new, "zh"), ROUTE) == by


def test_what_looks_different_does_not_come_from_a_side() -> None:
    larger = State(TWO, "zh", Choices(text=1))
    assert direction(State(ONE, "zh"), larger, ROUTE) == 0
