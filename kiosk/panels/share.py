"""Share: so many squares out of a hundred."""

from typing import TYPE_CHECKING, Literal

from kiosk.panels.percent import Percent, PercentView
from kiosk.panels.view import View

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart

GAP = 0.12
"""The space around a square, as a share of its cell."""


class Share(Percent):
    """What staff write of a share."""

    kind: Literal["share"]


Sides = tuple[list[float], list[float], list[float], list[float]]


def cells(percent: float) -> Sides:
    """Return left, right, low and high of a hundred squares, filled from the foot.

    They lie on ten rows of ten, 1 apart; a part of one percent fills a part of a square.
    """
    columns, rows = [index % 10 for index in range(100)], [index // 10 for index in range(100)]
    parts = [min(1.0, max(0.0, percent - index)) for index in range(100)]
    left = [column + GAP for column in columns]
    right = [start + (1 - 2 * GAP) * part for start, part in zip(left, parts, strict=True)]
    return left, right, [row + GAP for row in rows], [row + 1 - GAP for row in rows]


def waffle(view: View, chart: "Chart", percent: float) -> None:
    """Draw the hundred squares, so many of them filled."""
    chart.frame((0.0, 10.0), (0.0, 10.0))
    chart.tracks(*cells(100.0), view.look.color("hollow"))
    chart.bars(*cells(percent), [view.look.color("azurite")] * 100)


class ShareView(PercentView):
    """A hundred squares and the number beside them."""

    draw = staticmethod(waffle)
