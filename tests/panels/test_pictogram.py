"""A pictogram: as many discs as there are things, nothing rounded, and a share of ten or a hundred."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pydantic import ValidationError

from kiosk.content.load import Loaded, loads
from kiosk.content.numbers import Numeral
from kiosk.content.problems import Problem
from kiosk.panels.kinds import KINDS
from kiosk.panels.pictogram import Count, Pictogram, PictogramView, count, discs
from kiosk.ui.assets import shipped
from kiosk.ui.look import Look
from kiosk.visit.state import AtPanel
from tests.helpers.staging import Staging
from tests.panels.test_checks import FIGURES, panel, value

THINGS = Numeral("", Decimal(0), 0, False, "zh", "天")
PART = replace(THINGS, after="%")


@pytest.mark.parametrize(
    ("number", "amount", "want", "columns"),
    [
        (THINGS, "3", Count(3, 1), 3),
        (THINGS, "16", Count(16, 1), 5),
        (THINGS, "9.1", Count(10, 1), 5),
        (THINGS, "0.4", Count(1, 1), 1),
        (THINGS, "25", Count(25, 1), 5),
        (THINGS, "26", Count(26, 1), 10),
        (THINGS, "100", Count(100, 1), 10),
        (PART, "14", Count(100, 1), 10),
        (PART, "48.9", Count(100, 1), 10),
        (PART, "30", Count(10, 10), 5),
        (PART, "100", Count(10, 10), 5),
    ],
)
def test_so_many_discs_are_drawn(number: Numeral, amount: str, want: Count, columns: int) -> None:
    got = count(replace(number, amount=Decimal(amount)))
    assert got == want
    assert got.columns == columns


class Canvas:
    """Takes down the discs that are drawn."""

    def __init__(self) -> None:
        self.spots: list[tuple[float, float]] = []
        self.parts: list[float] = []
        self.side = 0.0

    def frame(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        assert x == y
        self.side = x[1]

    def discs(
        self, x: list[float], y: list[float], wide: float, parts: list[float], colors: object
    ) -> None:
        assert wide < 1
        assert colors
        self.spots, self.parts = list(zip(x, y, strict=True)), parts


def shown(staging: Staging) -> PictogramView:
    route = staging.route
    at = next(at for at in range(len(route.legs)) if isinstance(route.panel(at), Pictogram))
    view = staging.show(AtPanel(at, 0), Look(1280, 720))
    assert isinstance(view, PictogramView)
    return view


@pytest.mark.parametrize(
    ("amount", "after", "full", "last"),
    [
        ("16", "天", 16, 0.0),
        ("9.1", "分钟", 9, 0.1),
        ("14", "%", 14, 0.0),
        ("48.9", "%", 48, 0.9),
        ("30", "%", 3, 0.0),
    ],
)
def test_nothing_is_rounded_the_last_disc_is_filled_in_part(
    staging: Staging, amount: str, after: str, full: int, last: float
) -> None:
    view, canvas = shown(staging), Canvas()
    number = replace(THINGS, amount=Decimal(amount), after=after)
    discs(count(number), view, canvas, float(amount))  # type: ignore[arg-type]
    assert [part for part in canvas.parts if part == 1.0] == [1.0] * full
    assert sum(canvas.parts) == pytest.approx(full + last)
    assert len(set(canvas.spots)) == len(canvas.spots)
    assert all(0.5 <= one <= canvas.side - 0.5 for spot in canvas.spots for one in spot)


def test_discs_are_read_like_a_page(staging: Staging) -> None:
    view, canvas = shown(staging), Canvas()
    discs(Count(7, 1), view, canvas, 7.0)  # type: ignore[arg-type]
    assert canvas.spots[0][0] < canvas.spots[1][0]
    assert canvas.spots[0][1] == canvas.spots[4][1] > canvas.spots[5][1]
    assert canvas.spots[5][0] == canvas.spots[0][0]


def test_the_exhibit_draws_what_follows_from_its_figures(staging: Staging) -> None:
    view = shown(staging)
    assert view.counted().value == Decimal(14)
    assert view.called() == view.said() == "全省100个新时代“枫桥式工作法”里，杭州的占14%。"


# -- what staff write ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [{}, {"figure": "small", "derived": "gone"}],
    ids=["neither", "both"],
)
def test_it_takes_one_number(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="either figure or derived"):
        panel(Pictogram, **fields)


@pytest.mark.parametrize(
    ("name", "right"),
    [("small", True), ("whole", True), ("none", False), ("below", False), ("beyond", False),
     ("faster", False), ("first", False)],
)  # fmt: skip
def test_a_figure_can_be_drawn_one_by_one(name: str, right: bool) -> None:
    one = panel(Pictogram, figure=name)
    found = list(one.check({**FIGURES, "people": value("40", "people")}))
    assert [problem.at for problem in found] == ([] if right else [("figure",)])
    for problem in found:
        assert name in problem.message.zh
        assert name in problem.message.en
        assert problem.hint


SHIPPED = (shipped() / "content.yaml").read_text(encoding="utf-8")
NAMED = "derived: fengqiao-share"


def problems(text: str) -> list[Problem]:
    found = loads(text.encode(), KINDS)
    return [] if isinstance(found, Loaded) else found


@pytest.mark.parametrize(
    ("new", "message", "hint"),
    [
        ("derived: fengqiao-shar", "there is no fengqiao-shar in derived", "fengqiao-share"),
        ("derived: wulin-growth", "wulin-growth does not say", "show: pictogram below"),
    ],
    ids=["unknown", "not to be drawn"],
)
def test_a_derived_number_is_there_and_may_be_drawn(new: str, message: str, hint: str) -> None:
    assert SHIPPED.count(NAMED) == 1
    assert problems(SHIPPED) == []
    (found,) = problems(SHIPPED.replace(NAMED, new))
    assert message in found.message.en
    assert found.hint is not None
    assert hint in found.hint.en
