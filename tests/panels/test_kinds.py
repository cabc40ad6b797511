"""What every kind of panel owes: an example, a picture in any language, and its charts back."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.content.panel import Panel
from kiosk.panels.brief import Brief, Shop
from kiosk.panels.kinds import KINDS, VIEWS
from kiosk.panels.view import View
from kiosk.ui.chart import Chart
from kiosk.ui.look import Look
from kiosk.ui.numeral import Numeral
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel
from tests.helpers.leaks import settle
from tests.helpers.staging import Staging

SIZES = [(1280, 720), (720, 1280)]

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
in_both = pytest.mark.parametrize("language", ["zh", "en"])
each_size = pytest.mark.parametrize("size", SIZES, ids=["landscape", "portrait"])


def examples(route: Route, kind: type[Panel]) -> list[AtPanel]:
    return [AtPanel(*stop) for stop in route.stops if isinstance(route.panel(stop[0]), kind)]


Pixels = np.ndarray[tuple[Any, ...], np.dtype[Any]]


def pixels(view: View) -> Pixels:
    """Return every pixel of a view as 0xRRGGBB."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), dtype=np.uint32) & 0xFFFFFF


def unlike(one: Pixels, other: Pixels) -> bool:
    """Tell two pictures apart by more than the edge of a large glyph, which Qt draws in two ways."""
    away = [(one >> bits & 0xFF).astype(int) - (other >> bits & 0xFF) for bits in (0, 8, 16)]
    return bool(np.abs(away).max() > 32)


def made(kind: type[Panel], route: Route, look: Look, store: Shop) -> View:
    """Return the view of a kind's first example, built by nobody but its class."""
    at = examples(route, kind)[0]
    leg, panel = route.legs[at.panel], route.panel(at.panel)
    stand = (route.exhibit, leg.chapter, panel, at.panel, at.stop)
    view = VIEWS[kind](Brief(*stand, look, store, lambda _: None))
    view.build()
    return view


def test_the_vocabulary_and_the_views_are_one_list() -> None:
    assert tuple(VIEWS) == KINDS
    names = {kind.model_json_schema()["properties"]["kind"]["const"] for kind in KINDS}
    assert len(names) == len(KINDS)


@each_kind
def test_every_kind_has_an_example_in_the_shipped_exhibit(route: Route, kind: type[Panel]) -> None:
    assert examples(route, kind)


@each_size
@each_kind
def test_every_kind_paints_a_picture_with_something_on_it(
    staging: Staging, kind: type[Panel], size: tuple[int, int]
) -> None:
    """Not blank, and nowhere the white or black that an unpainted screen shows."""
    for language in staging.route.exhibit.languages:
        view = staging.show(examples(staging.route, kind)[0], Look(*size, language))
        assert isinstance(view, VIEWS[kind])
        colours = Counter(pixels(view).tolist())
        assert len(colours) >= 3
        assert colours[0xFFFFFF] + colours[0x000000] < view.width() * view.height() * 0.02
        assert max(colours.values()) < view.width() * view.height() * 0.98


@each_size
@each_kind
def test_every_kind_paints_itself_wholly(
    staging: Staging, kind: type[Panel], size: tuple[int, int]
) -> None:
    """No pixel is left as it was before: views are opaque, whatever lay under them."""
    view = staging.show(examples(staging.route, kind)[0], Look(*size))
    pictures = []
    for ground in (0xFF00FF00, 0xFFFF00FF):
        image = QImage(view.size(), QImage.Format.Format_RGB32)
        image.fill(ground)
        view.render(image)
        pictures.append(image)
    assert pictures[0] == pictures[1]


@in_both
@each_kind
def test_every_kind_grows_to_the_same_picture_and_back(
    staging: Staging, kind: type[Panel], language: str
) -> None:
    view = staging.show(examples(staging.route, kind)[0], Look(1280, 720, language))
    pictures = []
    for share in (1.0, 0.0, 0.5, 1.0):
        view.show_share(share)
        assert view.share == share
        pictures.append(pixels(view))
    whole, nothing, half, again = pictures
    assert not unlike(whole, again)
    assert view.grows == unlike(whole, nothing)
    assert view.grows == unlike(half, nothing)
    assert view.grows == unlike(half, whole)


@each_kind
def test_every_kind_tells_when_its_picture_is_out_of_date(
    staging: Staging, kind: type[Panel]
) -> None:
    view = staging.show(examples(staging.route, kind)[0], Look(1280, 720))
    told: list[float] = []
    view.changed.connect(lambda: told.append(view.share))
    view.show_share(0.25)
    view.show_share(1.0)
    assert told == [0.25, 1.0]


@in_both
@pytest.mark.usefixtures("flat_ground")
def test_a_number_at_rest_says_what_its_figure_says(staging: Staging, language: str) -> None:
    """Counting up ends at the figure itself, not near it."""
    look = Look(640, 360, language)
    for at in (AtPanel(*stop) for stop in staging.route.stops):
        view = staging.show(at, look)
        view.show_share(1.0)
        for large in view.findChildren(Numeral):
            runs, _ = large._runs(large._digits(large._share), 1.0)
            said = large.above + "".join(text for text, _, _ in runs)
            assert said.replace(" ", "") == large.accessibleName().replace(" ", "")


@pytest.mark.usefixtures("flat_ground", "kiosk_app")
def test_charts_come_back_and_are_lent_again(route: Route, store: Shop) -> None:
    """Dropping charts leaks, so thirty rebuilds of every view make no more of them than one."""
    counts = []
    for turn in range(30):
        look = Look(640, 360, ("zh", "en")[turn % 2])
        for view in [made(kind, route, look, store) for kind in KINDS]:
            view.drop()
        settle()
        counts.append(store.charts().made)
    assert counts[0] > 0
    assert counts == [counts[0]] * 30


@each_kind
def test_a_dropped_view_is_gone_for_good(
    kiosk_app: QApplication, route: Route, store: Shop, kind: type[Panel]
) -> None:
    """Nothing of it is left but the charts that it gave back."""
    before, look = set(kiosk_app.topLevelWidgets()), Look(640, 360)
    view = made(kind, route, look, store)
    view.resize(look.width, look.height)
    view.lay_out()
    lent = len(view.findChildren(Chart))
    view.drop()
    settle()
    assert not shiboken6.isValid(view)  # type: ignore[no-untyped-call]
    left = [one for one in kiosk_app.topLevelWidgets() if one not in before]
    assert [type(one) for one in left] == [Chart] * lent
