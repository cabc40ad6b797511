"""Theme: a title, a text, and the facts that carry it, beside the chapter's mountains."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from PySide6.QtCore import QRect

from kiosk.content.base import Frozen, Name, Text
from kiosk.content.panel import Panel, listed
from kiosk.panels.art import Art
from kiosk.panels.brief import Brief
from kiosk.panels.view import View
from kiosk.ui.boxes import Box, Card, Grid, Stack
from kiosk.ui.mirror import put

ART_SHARE, ART_SHARE_PORTRAIT = 0.29, 0.32
"""The part of the screen that the mountains take: of the width, or of the height in portrait."""


class Point(Frozen):
    """One initiative by name, with a word about it."""

    name: Text
    text: Text | None = None


class Theme(Panel):
    """What staff write of a theme."""

    kind: Literal["theme"]
    title: Text
    text: Text
    figures: Annotated[tuple[Name, ...], Field(max_length=4)] = ()
    points: Annotated[tuple[Point, ...], Field(max_length=6)] = ()

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures on its cards."""
        return listed("figures", self.figures)


class ThemeView(View):
    """The text at the left and the chapter's art at the right; in portrait the art is above."""

    panel: Theme

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        assert isinstance(brief.panel, Theme)  # noqa: S101 - the registry pairs kinds and views
        self.panel = brief.panel
        self._art = Art(brief, self)

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, text, a row of figures, a grid of points."""
        look, gap = self.look, self.look.px(24)
        alone = not self.panel.figures and not self.panel.points
        boxes = [*self.heading(), *self.running(style=look.theme.type.lead if alone else None)]
        cards = [self._figure_card(name) for name in self.panel.figures]
        self.line_up(cards, self.numerals)
        if cards:
            columns = min(len(cards), 2 if look.portrait or len(cards) == 4 else 3)
            boxes.append((Grid(cards, columns, gap), look.px(32)))
        points = [self._point_card(point) for point in self.panel.points]
        self.line_up(points)
        if points:
            wordy = any(point.text for point in self.panel.points)
            few = len(points) in {2, 4} or (wordy and len(points) < 5)
            columns = 2 if look.portrait or few else 3
            boxes.append((Grid(points, columns, gap), look.px(28)))
        return boxes

    def _figure_card(self, name: str) -> Card:
        kinds, figure = self.look.theme.type, self.brief.figure(name)
        card = Card(self.look, self)
        label = self.words(self.figure_label(figure), kinds.caption, card, role="ink_soft")
        card.stack = Stack(
            [(self.number(figure, kinds.numeral, card), 0), (label, self.look.px(2))]
        )
        return card

    def _point_card(self, point: Point) -> Card:
        kinds = self.look.theme.type
        card = Card(self.look, self)
        boxes: list[tuple[Box, int]] = [
            (self.words(self.brief.say(point.name), kinds.strong, card, role="azurite"), 0)
        ]
        if point.text:
            about = self.words(self.brief.say(point.text), kinds.caption, card, role="ink_soft")
            boxes.append((about, self.look.px(4)))
        card.stack = Stack(boxes)
        return card

    def _art_area(self) -> QRect:
        if self.look.portrait:
            return QRect(0, 0, self.width(), round(self.height() * ART_SHARE_PORTRAIT))
        wide = round(self.width() * ART_SHARE)
        return QRect(self.width() - wide, 0, wide, self.height())

    def column(self) -> tuple[int, int, int, int]:
        """Leave the art its place."""
        x, y, width, height = super().column()
        art = self._art_area()
        if self.look.portrait:
            y = art.bottom() + self.look.px(56)
            return x, y, width, self.height() - y - self.look.px(24)
        return x, y, art.left() - x - self.look.px(72), height

    def laid(self) -> None:
        """Hang the art."""
        put(self.look, self._art, self._art_area())
