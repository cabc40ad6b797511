"""Bars: figures of one unit side by side, sorted, from zero, one highlighted."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from kiosk.content.base import Name, Text
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint, listed
from kiosk.content.problems import Said
from kiosk.panels.asking import Asking
from kiosk.panels.brief import Brief
from kiosk.panels.marks import MarkedView, sentence
from kiosk.panels.rows import Row, Rows
from kiosk.ui.boxes import Box

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart


class Bars(Asking):
    """What staff write of a bar chart."""

    kind: Literal["bars"]
    title: Text
    figures: Annotated[tuple[Name, ...], Field(min_length=2, max_length=8)]
    highlight: Name | None = None

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures of the bars and the highlighted one."""
        lit = ((("highlight",), self.highlight),) if self.highlight else ()
        return (*listed("figures", self.figures), *lit)

    def asked(self) -> tuple[tuple[str | int, ...], str]:
        """Return the highlighted figure, else the first."""
        return (("highlight",), self.highlight) if self.highlight else super().asked()

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """Bars compare one value each, in one unit, none below zero."""
        yield from super().check(figures)
        unit = figures[self.figures[0]].unit
        for index, name in enumerate(self.figures):
            one = figures[name]
            if one.value is None or one.value < 0:
                yield Complaint(
                    ("figures", index),
                    Said(
                        f"条形图只能画单个非负数值，{name} 不是",
                        f"bars show single values from 0 up; {name} is not one",
                    ),
                )
            elif one.unit != unit:
                yield Complaint(
                    ("figures", index),
                    Said(
                        f"{name} 的单位和第一个数字不同，不能放在同一张条形图里",
                        f"{name} has another unit than the first figure",
                    ),
                )
        if self.highlight and self.highlight not in self.figures:
            yield Complaint(
                ("highlight",),
                Said(
                    f"{self.highlight} 不在 figures 里",
                    f"{self.highlight} is not among the figures",
                ),
            )


class BarsView(MarkedView):
    """Label, bar and value in rows, longest first."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        assert isinstance(brief.panel, Bars)  # noqa: S101 - the registry pairs kinds and views
        names = sorted(brief.panel.figures, key=lambda name: -(self.brief.figure(name).value or 0))
        self._names = names
        self._values = [float(brief.figure(name).value or 0) for name in names]
        percent = str(brief.numeral(brief.figure(names[0])).after).strip() == "%"
        self._whole = 100.0 if percent and max(self._values) <= 100 else max(self._values) or 1.0
        self._lit = [name == brief.panel.highlight for name in names]
        self._rows = Rows(
            self,
            [self._row(name, lit) for name, lit in zip(names, self._lit, strict=True)],
            self._draw,
            self._ends(names[0]),
        )

    def _ends(self, name: str) -> tuple[str, str]:
        """Return what the two edges stand for: zero, and the whole."""
        bare = {"value": Decimal(str(self._whole)), "qualifier": None, "cumulative": False}
        return "0", self.brief.numeral(self.brief.figure(name).model_copy(update=bare)).whole()

    def _row(self, name: str, lit: bool) -> Row:
        kinds, figure = self.look.theme.type, self.brief.figure(name)
        role = "cinnabar" if lit else "azurite"
        label = self.words(self.brief.say(figure.label), kinds.label, align=self.beside)
        return Row(label, self.number(figure, kinds.numeral, role=role, align="right"))

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, text, rows."""
        said = [sentence(self.brief, self.brief.figure(name)) for name in self._names]
        rows = self.telling(self._rows, said, self._rows.areas, self._rows.foot)
        return [*self.heading(), *self.running(16), (rows, self.look.px(28))]

    def _draw(self, chart: "Chart", centres: list[float], share: float) -> None:
        thick = self.look.px(12) / 2
        low, high = [y - thick for y in centres], [y + thick for y in centres]
        zero, ends = [0.0] * len(centres), [value * share for value in self._values]
        rim = self.look.px(20) / max(1, chart.width()) * self._whole
        chart.frame((0.0, self._whole + rim), (0.0, self._rows.height))
        chart.tracks(zero, [self._whole] * len(centres), low, high, self.look.color("track"))
        colors = [
            self.tone("cinnabar" if lit else "azurite", index)
            for index, lit in enumerate(self._lit)
        ]
        chart.bars(zero, ends, low, high, colors)
        chart.dots(ends, centres, self.look.px(34), colors, self.look.color("paper"))

    def grow(self, share: float) -> None:
        """Grow the bars with their numbers."""
        super().grow(share)
        self._rows.grow(share, told=self.lit is not None)
