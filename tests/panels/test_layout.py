"""Nothing is ever cut, covered, too small to read or too small to touch, on any screen."""

import pytest

from kiosk.content.panel import Panel
from kiosk.panels.kinds import KINDS
from kiosk.panels.quiet import QuietCard
from kiosk.panels.view import View
from kiosk.staff.audit import audit
from kiosk.ui.look import Look
from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Contents, Home
from tests.helpers.staging import Staging

Place = Home | Contents | AtPanel

MAIN = [(1920, 1080), (1080, 1920)]
OTHERS = [(1366, 768), (1280, 1024), (3840, 2160), (2560, 1080)]
OTHER_SHAPES = [(1280, 1024), (2560, 1080)]

SHARES = (1.0, 0.0, 0.5)
"""Where a number may be on its way; at rest first."""

in_both = pytest.mark.parametrize("language", ["zh", "en"])
at_every_step = pytest.mark.parametrize("text", TEXT_STEPS)


def _length(panel: Panel, language: str, stop: int) -> int:
    return sum(len(text.to(language)) for text in panel.texts(stop))


def by_size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def name_of(place: Place, route: Route) -> str:
    if not isinstance(place, AtPanel):
        return type(place).__name__
    return f"{route.legs[place.panel].key} {route.panel(place.panel).kind} {place.stop}"


def everywhere(route: Route) -> list[Place]:
    return [Home(), Contents(), *(AtPanel(*stop) for stop in route.stops)]


def fullest(route: Route, kind: type[Panel], language: str) -> AtPanel:
    """Return the stop of a kind with most to read: the hardest to lay out."""
    stops = [stop for stop in route.stops if isinstance(route.panel(stop[0]), kind)]
    return AtPanel(*max(stops, key=lambda at: _length(route.panel(at[0]), language, at[1])))


def complaints(view: View, look: Look) -> list[str]:
    found: list[str] = []
    for share in SHARES if view.grows else SHARES[:1]:
        view.show_share(share)
        found += [f"{said} (at {share})" for said in audit(view, look)]
    for page in range(1, len(view.pages)):
        view.pages.turn()
        found += [f"{said} (page {page + 1})" for said in audit(view, look)]
    return found


def walk(staging: Staging, places: list[Place], look: Look) -> list[str]:
    """Return what is wrong at each of the places; one that cannot be shown is wrong, too."""
    found = []
    for place in places:
        view, name = staging.show(place, look), name_of(place, staging.route)
        if isinstance(view, QuietCard):
            found.append(f"{name}: a quiet card")
        found += [f"{name}: {said}" for said in complaints(view, look)]
    return found


@at_every_step
@in_both
@pytest.mark.parametrize("size", MAIN, ids=by_size)
@pytest.mark.usefixtures("flat_ground")
def test_the_whole_exhibit_fits(
    staging: Staging, size: tuple[int, int], language: str, text: float
) -> None:
    look = Look(*size, language, text)
    assert walk(staging, everywhere(staging.route), look) == []


@at_every_step
@in_both
@pytest.mark.parametrize("size", OTHERS, ids=by_size)
@pytest.mark.usefixtures("flat_ground")
def test_the_fullest_panel_of_each_kind_fits_other_screens(
    staging: Staging, size: tuple[int, int], language: str, text: float
) -> None:
    places: list[Place] = [Home(), Contents()]
    places += [fullest(staging.route, kind, language) for kind in KINDS]
    assert walk(staging, places, Look(*size, language, text)) == []


@in_both
@pytest.mark.parametrize("size", OTHER_SHAPES, ids=by_size)
@pytest.mark.usefixtures("flat_ground")
def test_the_whole_exhibit_fits_screens_of_other_shapes_in_the_largest_text(
    staging: Staging, size: tuple[int, int], language: str
) -> None:
    look = Look(*size, language, TEXT_STEPS[-1])
    assert walk(staging, everywhere(staging.route), look) == []


@in_both
@pytest.mark.parametrize("size", MAIN, ids=by_size)
@pytest.mark.usefixtures("flat_ground")
def test_panels_whose_pictures_are_missing_fit_as_well(
    bare: Staging, size: tuple[int, int], language: str
) -> None:
    stops = [AtPanel(*stop) for stop in bare.route.stops]
    places: list[Place] = [at for at in stops if bare.route.panel(at.panel).kind == "photos"]
    assert walk(bare, places, Look(*size, language, TEXT_STEPS[-1])) == []
