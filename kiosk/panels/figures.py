"""Figures: one to six big numbers that count up once."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Name, Text
from kiosk.content.panel import Panel, listed
from kiosk.panels.view import View
from kiosk.ui.boxes import Box, Card, Grid, Stack


class Figures(Panel):
    """What staff write of a panel of numbers."""

    kind: Literal["figures"]
    title: Text
    figures: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)]

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures it shows."""
        return listed("figures", self.figures)


class FiguresView(View):
    """Cards in a grid; one alone is set giant."""

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, the numbers, then the text."""
        names = [name for _, name in self.brief.panel.figure_names()]
        cards = [self._card(name, giant=len(names) == 1) for name in names]
        columns = {1: 1, 2: 2, 4: 2}.get(len(cards), 3)
        if self.look.portrait:
            columns = 1 if len(cards) <= 3 else 2
        grid = Grid(cards, columns, self.look.px(24))
        return [*self.heading(), (grid, self.look.px(44)), *self.running(36)]

    def _card(self, name: str, *, giant: bool) -> Card:
        kinds, figure = self.look.theme.type, self.brief.figure(name)
        card = Card(self.look, self)
        style = kinds.giant if giant else kinds.numeral
        boxes: list[tuple[Box, int]] = []
        if figure.is_change:
            boxes.append((self.number(figure, style, card, part="before", role="ink_soft"), 0))
            boxes.append((self.number(figure, style, card, part="after"), 0))
        else:
            boxes.append((self.number(figure, style, card), 0))
        label = self.words(self.figure_label(figure), kinds.label, card)
        card.stack = Stack([*boxes, (label, self.look.px(8))])
        return card
