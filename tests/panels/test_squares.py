"""Squares: areas are values, the smallest is seen, and what could not be seen is refused."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, QRectF

from kiosk.content.load import Loaded, loads
from kiosk.panels.brief import Shop
from kiosk.panels.kinds import KINDS
from kiosk.panels.squares import RATIO, SEEN, Squares, SquaresView
from kiosk.staff.audit import audit
from kiosk.staff.make import STARTER
from kiosk.ui.look import Look
from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel
from tests.helpers.staging import Staging
from tests.panels.test_checks import FIGURES, figure, panel, value

SIZES = [(1920, 1080), (1080, 1920), (1280, 1024), (2560, 1080), (3840, 2160)]


def shown(staging: Staging, look: Look) -> SquaresView:
    route = staging.route
    at = next(at for at in range(len(route.legs)) if isinstance(route.panel(at), Squares))
    view = staging.show(AtPanel(at, 0), look)
    assert isinstance(view, SquaresView)
    if view._plot._chart.isHidden():
        view.pages.turn()
    return view


def drawn(view: SquaresView) -> list[tuple[float, float, float, float]]:
    """Return left, right, low and high of every square, in pixels of its canvas."""
    opts = view._plot._chart._bars.opts
    sides = zip(*(opts[one] for one in ("x0", "x1", "y0", "y1")), strict=True)
    return [(float(a), float(b), float(c), float(d)) for a, b, c, d in sides]


@pytest.mark.parametrize("text", TEXT_STEPS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.usefixtures("flat_ground")
def test_areas_are_values_and_the_smallest_is_seen(
    staging: Staging, size: tuple[int, int], language: str, text: float
) -> None:
    look = Look(*size, language, text)
    view = shown(staging, look)
    for share in (1.0, 0.5):
        view.show_share(share)
        areas = [(right - left) * (high - low) for left, right, low, high in drawn(view)]
        values = [float(one.value or 0) * share for one in view._figures]
        assert [area / areas[-1] for area in areas] == pytest.approx(
            [one / values[-1] for one in values]
        )
    view.show_share(1.0)
    canvas = view._plot._chart
    for left, right, low, high in drawn(view):
        assert right - left == pytest.approx(high - low)
        assert right - left >= SEEN * look.unit * 0.98
        assert 0 <= left <= right <= canvas.width()
        assert 0 <= low <= high <= canvas.height()


@pytest.mark.parametrize("size", SIZES[:2], ids=["landscape", "portrait"])
def test_a_line_leads_to_a_tiny_square_only(staging: Staging, size: tuple[int, int]) -> None:
    view = shown(staging, Look(*size))
    assert len(view._plot._leads) == 1
    (left, right, low, high) = view._plot._leads[0]
    canvas = view._plot._chart
    assert 0 <= left < right <= canvas.width()
    assert 0 <= low < high <= canvas.height()
    x0, x1, y0, y1 = drawn(view)[0]
    assert not (left < x1 and low < y1 and right > x0 and high > y0)


def test_before_they_grow_there_are_none(staging: Staging) -> None:
    view = shown(staging, Look(1280, 720))
    view.show_share(0.0)
    assert all(right == left and high == low for left, right, low, high in drawn(view))


@pytest.mark.parametrize("size", SIZES[:2], ids=["landscape", "portrait"])
def test_each_square_stands_over_its_own_words(staging: Staging, size: tuple[int, int]) -> None:
    view = shown(staging, Look(*size))
    for area, (number, label) in zip(view._plot.areas(), view._plot._words, strict=True):
        for words in (number, label):
            assert area.contains(QRect(words.geometry()).adjusted(1, 1, -1, -1))


FOUR = ("trees", "shrubs", "herbs", "species")


@pytest.mark.parametrize("text", [TEXT_STEPS[0], TEXT_STEPS[-1]])
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_up_to_four_squares_fit_with_their_words(
    store: Shop, size: tuple[int, int], count: int, text: float
) -> None:
    lines = "".join(f"          - {name}\n" for name in FOUR[:count])
    starter = (STARTER / "content.yaml").read_text(encoding="utf-8")
    written = starter.replace("          - herbs\n          - species\n", lines)
    found = loads(written.encode(), KINDS)
    assert isinstance(found, Loaded)
    staging = Staging(Route(found.exhibit), store)
    for language in ("zh", "en"):
        look = Look(*size, language, text)
        view = shown(staging, look)
        assert len(view._figures) == count
        assert list(audit(view, look)) == []
        squares = [QRectF(one[0], one[2], one[1] - one[0], one[3] - one[2]) for one in drawn(view)]
        assert not any(one & two for one in squares for two in squares if one is not two)
    staging.clear()


# -- what is refused -------------------------------------------------------------------------------

MORE = {
    **FIGURES,
    "one": value("1", "people"),
    "many": value(str(RATIO), "people"),
    "crowd": value(str(RATIO + 1), "people"),
    "nobody": value("0", "people"),
    "span": figure("people", before=Decimal(3), after=Decimal(2)),
}


@pytest.mark.parametrize(
    ("names", "at"),
    [
        (("one", "many"), []),
        (("many", "one", "people"), []),
        (("one", "crowd"), [0]),
        (("crowd", "people", "one"), [2]),
        (("one", "nobody"), [1]),
        (("one", "span"), [1]),
        (("one", "first"), [1]),
        (("one", "small"), [1]),
    ],
    ids=["as far as it goes", "in any order", "out of sight", "the last", "nothing", "a change",
         "a rank", "another unit"],
)  # fmt: skip
def test_squares_compare_what_can_be_seen(names: tuple[str, ...], at: list[int]) -> None:
    found = list(panel(Squares, figures=list(names)).check(MORE))
    assert [one.at for one in found] == [("figures", index) for index in at]
    for one in found:
        assert names[int(one.at[1])] in one.message.zh
        assert names[int(one.at[1])] in one.message.en
        assert one.hint


@pytest.mark.parametrize("count", [1, 5])
def test_two_to_four_squares(count: int) -> None:
    with pytest.raises(ValueError, match="figures"):
        panel(Squares, figures=["one"] * count)
