"""Figures: one to six big numbers that count up once."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from kiosk.content.base import Name, Text
from kiosk.content.panel import Panel, listed
from kiosk.panels.view import View
from kiosk.ui.boxes import Box, Card, Stack, Wall
from kiosk.ui.theme import Style

TALLEST = 380
"""Design pixels: a card higher than this is mostly empty."""


class Figures(Panel):
    """What staff write of a panel of numbers."""

    kind: Literal["figures"]
    title: Text
    figures: Annotated[tuple[Name, ...], Field(min_length=1, max_length=6)]

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures it shows."""
        return listed("figures", self.figures)


class Gallery(Wall):
    """A wall whose rows are never lower than their cards need, however tall that is."""

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Give every row the same part, or what it needs and a part of what is over."""
        rows = self._rows()
        needs = [self._row_height(row, width, factor) for row in rows]
        over = max(0, height - sum(needs) - self.gap * (len(rows) - 1)) // len(rows)
        alike = min(self.tallest, sum(needs) // len(rows) + over)
        for row, need in zip(rows, needs, strict=True):
            high = alike if alike >= max(needs) else max(need, min(self.tallest, need + over))
            self._fill_row(row, (x, y, width, high), factor)
            y += high + self.gap


class FiguresView(View):
    """Cards in a grid; one alone is set giant."""

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, the numbers, then the text."""
        names = [name for _, name in self.brief.panel.figure_names()]
        kinds = self.look.theme.type
        style = (
            kinds.giant if len(names) == 1 else kinds.large if len(names) <= 3 else kinds.numeral
        )
        cards = [self._card(name, style) for name in names]
        self.line_up(cards, self.numerals)
        columns = {1: 1, 2: 2, 4: 2}.get(len(cards), 3)
        if self.look.portrait:
            columns = 1 if len(cards) <= 3 else 2
        wall = Gallery(cards, columns, self.look.px(24), self.look.px(TALLEST))
        return [*self.heading(), *self.running(16), (wall, self.look.px(44))]

    def _card(self, name: str, style: Style) -> Card:
        kinds, figure = self.look.theme.type, self.brief.figure(name)
        card = Card(self.look, self)
        boxes: list[tuple[Box, int]] = []
        if figure.is_change:
            boxes.append((self.number(figure, style, card, part="before", role="ink_soft"), 0))
            boxes.append((self.number(figure, style, card, part="after"), 0))
        else:
            boxes.append((self.number(figure, style, card), 0))
        label = self.words(self.figure_label(figure), kinds.label, card)
        card.stack = Stack([*boxes, (label, self.look.px(8))])
        return card
