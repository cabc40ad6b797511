"""Ranking: who came where; a place among the first so many is drawn as the span that it is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from kiosk.content.base import Name, Text
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint, Panel, listed
from kiosk.content.phrases import ordinal
from kiosk.content.problems import Said
from kiosk.panels.brief import Brief
from kiosk.panels.marks import MarkedView, sentence
from kiosk.panels.rows import Row, Rows
from kiosk.ui.boxes import Box

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart


class Ranking(Panel):
    """What staff write of a ranking."""

    kind: Literal["ranking"]
    title: Text
    figures: Annotated[tuple[Name, ...], Field(min_length=2, max_length=8)]

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures it shows."""
        return listed("figures", self.figures)

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """Every figure must be a rank or a place among the top so many."""
        for index, name in enumerate(self.figures):
            if not figures[name].is_place:
                yield Complaint(
                    ("figures", index),
                    Said(f"{name} 不是名次（rank 或 top）", f"{name} is no place (rank or top)"),
                )


class RankingView(MarkedView):
    """One row a place: a dot where the rank is known, a bar where only the span is."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self._figures = [brief.figure(name) for _, name in brief.panel.figure_names()]
        self._last = max(one.rank or one.top or 1 for one in self._figures)
        language = brief.look.language
        ends = (ordinal(1, language), ordinal(self._last, language))
        self._rows = Rows(self, [self._row(one) for one in self._figures], self._draw, ends)

    def _row(self, figure: Figure) -> Row:
        kinds = self.look.theme.type
        role = "cinnabar" if figure.rank == 1 else "azurite"
        periods = {self.brief.say(one.period) for one in self._figures}
        text = self.figure_label(figure, period=len(periods) > 1)
        label = self.words(text, kinds.label, align=self.beside)
        return Row(label, self.number(figure, kinds.heading, role=role, align="right"))

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, text, rows."""
        said = [sentence(self.brief, one) for one in self._figures]
        rows = self.telling(self._rows, said, self._rows.areas, self._rows.foot)
        return [*self.heading(), *self.running(16), (rows, self.look.px(28))]

    def _draw(self, chart: "Chart", centres: list[float], share: float) -> None:
        look, last = self.look, self._last
        chart.frame((0.2, last + 0.8), (0.0, self._rows.height))
        thin, thick = look.px(4) / 2, look.px(24) / 2
        ends = [1 + (last - 1) * share] * len(centres)
        chart.tracks(
            [1.0] * len(centres),
            ends,
            [y - thin for y in centres],
            [y + thin for y in centres],
            look.color("track"),
        )
        places = list(zip(self._figures, centres, range(len(centres)), strict=True))
        spans = [(one.top, y, index) for one, y, index in places if one.top]
        chart.bars(
            [0.75 if last > 4 else 0.95] * len(spans),
            [1 + (top - 1) * share for top, _, _ in spans],
            [y - thick for _, y, _ in spans],
            [y + thick for _, y, _ in spans],
            [self.tone("malachite", index) for _, _, index in spans],
        )
        known = [(one.rank, y, index) for one, y, index in places if one.rank]
        chart.dots(
            [float(rank) for rank, _, _ in known],
            [y for _, y, _ in known],
            look.px(38),
            [self.tone("cinnabar" if rank == 1 else "azurite", at) for rank, _, at in known],
            look.color("paper"),
        )

    def grow(self, share: float) -> None:
        """Draw the spans out."""
        super().grow(share)
        self._rows.grow(share, told=self.lit is not None)
