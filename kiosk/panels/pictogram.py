"""Pictogram: a number as so many discs that can be counted, or a share as so many of a hundred."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from functools import partial
from typing import TYPE_CHECKING, Literal, Self

from pydantic import model_validator

from kiosk.content.base import Name, Text
from kiosk.content.derived import derived, sentence
from kiosk.content.figures import Figure
from kiosk.content.numbers import Numeral
from kiosk.content.panel import Complaint, Panel
from kiosk.content.problems import Said, complaint
from kiosk.panels.brief import Brief
from kiosk.panels.percent import PercentView
from kiosk.panels.view import View
from kiosk.ui.mountains import mixed

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart

MOST = 100
"""Nobody counts more discs than that."""

WIDE = 0.76
"""The width of a disc, as a share of its cell."""


class Pictogram(Panel):
    """What staff write of a pictogram."""

    kind: Literal["pictogram"]
    title: Text
    figure: Name | None = None
    derived: Name | None = None

    @model_validator(mode="after")
    def _one_number(self) -> Self:
        if (self.figure is None) == (self.derived is None):
            raise complaint(
                "pictogram_number",
                Said(
                    "figure 和 derived 要写一个，也只能写一个",
                    "this takes either figure or derived, and not both",
                ),
                Said(
                    "figure: 写 figures 里的名字；derived: 写 derived 里的名字",
                    "figure: takes a name from figures, derived: one from derived",
                ),
            )
        return self

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return its figure, unless it draws what follows from others."""
        return ((("figure",), self.figure),) if self.figure else ()

    def derived_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return what it draws of what follows from figures."""
        return ((("derived",), self.derived),) if self.derived else ()

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """A figure must be more than nothing and no more than can be drawn one by one."""
        value = figures[self.figure].value if self.figure else Decimal(1)
        if value is None or not 0 < value <= MOST:
            yield Complaint(
                ("figure",),
                Said(
                    f"{self.figure} 不是 0 到 {MOST} 之间的单个数，没法一个一个画出来",
                    f"{self.figure} is no single number from 0 to {MOST}: it cannot be drawn one by one",
                ),
                Said(
                    "换一个小一些的数字，或换成 squares 面板",
                    "choose a smaller figure, or a panel of kind squares",
                ),
            )


@dataclass(frozen=True)
class Count:
    """How a number is drawn: `total` discs, each of which stands for `each` of its unit."""

    total: int
    each: int

    @property
    def columns(self) -> int:
        """Discs in a row: fives and tens are counted at a glance."""
        return min(self.total, 5) if self.total <= 25 else 10


def count(number: Numeral) -> Count:
    """Return how to draw a number; a percentage is so many of a hundred, a round one of ten."""
    if number.after.strip()[:1] != "%":
        return Count(int(number.amount.to_integral_value(ROUND_CEILING)), 1)
    return Count(10, 10) if number.amount % 10 == 0 else Count(100, 1)


def discs(counted: Count, view: View, chart: "Chart", value: float) -> None:
    """Draw rows of discs from the top, filled so far; a part of one is filled from its left."""
    columns = counted.columns
    rows = -(-counted.total // columns)
    side = max(columns, rows)
    chart.frame((0.0, float(side)), (0.0, float(side)))
    left, top = (side - columns) / 2 + 0.5, side - (side - rows) / 2 - 0.5
    at = range(counted.total)
    rest = mixed(view.look.color("track"), view.look.color("paper"), 0.45)
    chart.discs(
        [left + index % columns for index in at],
        [top - index // columns for index in at],
        WIDE,
        [min(1.0, max(0.0, value / counted.each - index)) for index in at],
        (view.look.color("azurite"), rest),
    )


class PictogramView(PercentView):
    """The discs, and the exact number beside them."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self.draw = partial(discs, count(brief.numeral(self.counted())))

    @property
    def _panel(self) -> Pictogram:
        assert isinstance(self.brief.panel, Pictogram)  # noqa: S101 - the registry pairs them
        return self.brief.panel

    def counted(self) -> Figure:
        """Return the figure, or what follows from others."""
        name = self._panel.derived
        return derived(self.brief.exhibit, name) if name else super().counted()

    def called(self) -> str:
        """Return what stands below the number."""
        return self.said() if self._panel.derived else super().called()

    def said(self) -> str:
        """Return what a touch on the picture tells."""
        name, language = self._panel.derived, self.look.language
        return sentence(self.brief.exhibit, name, language) if name else super().said()
