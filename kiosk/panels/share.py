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


def waffle(view: View, chart: "Chart", percent: float) -> None:
    """Draw ten rows of ten, filled from the foot; a part of one percent fills a part of a square."""
    columns, rows = [index % 10 for index in range(100)], [index // 10 for index in range(100)]
    left, right = [c + GAP for c in columns], [c + 1 - GAP for c in columns]
    low, high = [r + GAP for r in rows], [r + 1 - GAP for r in rows]
    chart.frame((0.0, 10.0), (0.0, 10.0))
    chart.tracks(left, right, low, high, view.look.color("paper_deep"))
    parts = [min(1.0, max(0.0, percent - index)) for index in range(100)]
    ends = [
        start + (end - start) * part for start, end, part in zip(left, right, parts, strict=True)
    ]
    chart.bars(left, ends, low, high, [view.look.color("azurite")] * 100)


class ShareView(PercentView):
    """A hundred squares and the number beside them."""

    draw = staticmethod(waffle)
