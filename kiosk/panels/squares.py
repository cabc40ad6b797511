"""Squares: figures of very different size, each a square whose area is its value."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Annotated, Literal

from pydantic import Field
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kiosk.content.base import Name, Text
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint, Panel, listed
from kiosk.content.problems import Said
from kiosk.panels.brief import Brief
from kiosk.panels.marks import MarkedView, sentence
from kiosk.panels.view import View
from kiosk.ui.boxes import Box
from kiosk.ui.mirror import put
from kiosk.ui.numeral import Numeral
from kiosk.ui.words import Words

RATIO = 30_000
"""How many times the smallest value the largest may be: on any screen the smallest square is then
at least 2 design pixels wide beside the largest."""

SEEN, TINY = 2, 28
"""Design pixels: the width of the smallest square that is seen, and up to which a line leads to it."""

SIDE = 0.46
"""The most that a square takes of the width that it shares with the words beside it."""


class Squares(Panel):
    """What staff write of squares."""

    kind: Literal["squares"]
    title: Text
    figures: Annotated[tuple[Name, ...], Field(min_length=2, max_length=4)]

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures it shows."""
        return listed("figures", self.figures)

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """Squares compare one value each, in one unit, all above zero and none out of sight."""
        shown = [figures[name] for name in self.figures]
        largest = max(one.value or 0 for one in shown)
        for index, (name, one) in enumerate(zip(self.figures, shown, strict=True)):
            if one.value is None or one.value <= 0:
                message = Said(
                    f"方块只能画大于 0 的单个数值，{name} 不是",
                    f"squares show single values above 0; {name} is not one",
                )
                hint = Said("换一个数字", "choose another figure")
            elif one.unit != shown[0].unit:
                message = Said(
                    f"{name} 的单位和第一个数字不同，不能比大小",
                    f"{name} has another unit than the first figure",
                )
                hint = Said("换成单位相同的数字", "choose figures of one unit")
            elif largest > one.value * RATIO:
                message = Said(
                    f"{name} 还不到最大的数的 {RATIO} 分之一，它的方块小得看不见",
                    f"{name} is less than one in {RATIO:,} of the largest: its square could not be seen",
                )
                hint = Said("换成 figures 面板", "write a panel of kind figures")
            else:
                continue
            yield Complaint(("figures", index), message, hint)


class Plot:
    """Squares on one ground, words beside or, of more than two, below; in portrait in rows."""

    def __init__(
        self, view: View, values: Sequence[float], words: Sequence[tuple[Numeral, Words]]
    ) -> None:
        self._look, self._words = view.look, words
        self._beside = view.look.portrait or len(words) == 2
        self._shares = [sqrt(value / max(values)) for value in values]
        self._chart = view.lend()
        self._chart.lower()
        for number, _ in words:
            number.peers = [one for one, _ in words]
        self._squares: list[tuple[float, float, float]] = []
        self._leads: list[tuple[float, float, float, float]] = []
        self._areas: list[QRect] = []

    @property
    def parts(self) -> Sequence[Box | QWidget]:
        """Everything it places."""
        return [*(one for pair in self._words for one in pair), self._chart]

    def areas(self) -> Sequence[QRect]:
        """Return where each square lies with its words."""
        return self._areas

    @property
    def _gap(self) -> int:
        return self._look.px(48)

    @property
    def _least(self) -> int:
        """The least width of the largest square at which the smallest one is seen."""
        return max(self._look.px(200), round(self._look.px(SEEN) / min(self._shares)))

    def _column(self, width: int) -> int:
        """Return the width of one square with its words."""
        if self._look.portrait:
            return width
        return (width - self._gap * (len(self._words) - 1)) // len(self._words)

    def _most(self, width: int) -> int:
        """Return the greatest width of the largest square."""
        column = self._column(width)
        return round(column * SIDE) if self._beside else column

    def _room(self, width: int) -> int:
        """Return the width of the words of one square."""
        column = self._column(width)
        return column - self._most(width) - self._gap if self._beside else column

    def _highs(self, width: int, factor: float) -> list[int]:
        room = self._room(width)
        return [
            number.measure(room, factor).height() + label.measure(room, factor).height()
            for number, label in self._words
        ]

    def _high(self, side: int, highs: Sequence[int]) -> int:
        """Return the height that all take where the largest square is this wide."""
        if not self._look.portrait:
            return max(side, *highs) if self._beside else side + self._gap + max(highs)
        rows = [max(round(side * share), high) for share, high in self._rows(highs)]
        return sum(rows) + self._gap * (len(rows) - 1)

    def _rows(self, highs: Sequence[int]) -> list[tuple[float, int]]:
        return list(zip(self._shares, highs, strict=True))

    def measure(self, width: int, factor: float) -> QSize:
        """Return the width given and the least height."""
        return QSize(width, self._high(self._least, self._highs(width, factor)))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Take the largest squares that there is room for."""
        highs = self._highs(width, factor)
        sides = range(self._most(width), self._least, -1)
        side = next((one for one in sides if self._high(one, highs) <= height), self._least)
        whole = self._high(side, highs)
        area = QRect(x, y + (height - whole) // 2, width, whole)
        self._squares, self._leads, self._areas = [], [], []
        if self._look.portrait:
            self._one_under_another(area, side, highs, factor)
        else:
            self._side_by_side(area, side, highs, factor)

    def _side_by_side(self, area: QRect, side: int, highs: Sequence[int], factor: float) -> None:
        column, room, gap = self._column(area.width()), self._room(area.width()), self._gap
        foot = 0 if self._beside else gap
        canvas = area.height() if self._beside else side + gap
        put(self._look, self._chart, QRect(area.x(), area.y(), area.width(), canvas))
        for index, ((share, high), words) in enumerate(
            zip(self._rows(highs), self._words, strict=True)
        ):
            left, wide = index * (column + gap), side * share
            self._squares.append((left, foot, wide))
            if self._beside:
                self._lead(wide, (left + wide, left + wide + gap), wide / 2)
                right = area.x() + left + round(wide) + gap
                self._write(words, right, area.y() + canvas - high, room, factor)
            else:
                self._lead(wide, left + wide / 2, (0.0, float(gap)))
                self._write(words, area.x() + left, area.y() + canvas, room, factor)
            self._areas.append(QRect(area.x() + left, area.y(), column, area.height()))

    def _one_under_another(
        self, area: QRect, side: int, highs: Sequence[int], factor: float
    ) -> None:
        most, room, gap = self._most(area.width()), self._room(area.width()), self._gap
        put(self._look, self._chart, QRect(area.x(), area.y(), most + gap, area.height()))
        y = 0
        for (share, high), words in zip(self._rows(highs), self._words, strict=True):
            wide = side * share
            row = max(round(wide), high)
            middle = area.height() - y - row / 2
            self._squares.append((0.0, middle - wide / 2, wide))
            self._lead(wide, (wide, float(most + gap)), middle)
            top = area.y() + y + (row - high) // 2
            self._write(words, area.x() + most + gap, top, room, factor)
            self._areas.append(QRect(area.x(), area.y() + y, area.width(), row))
            y += row + gap

    def _lead(
        self, wide: float, x: float | tuple[float, float], y: float | tuple[float, float]
    ) -> None:
        """Let a thin line lead from a tiny square to its words, with a little air at both ends."""
        if wide < self._look.px(TINY):
            air, thin = self._look.px(7), self._look.px(2) / 2
            ends = [
                (one[0] + air, one[1] - air) if isinstance(one, tuple) else (one - thin, one + thin)
                for one in (x, y)
            ]
            self._leads.append((*ends[0], *ends[1]))

    @staticmethod
    def _write(words: tuple[Numeral, Words], x: int, y: int, room: int, factor: float) -> None:
        number, label = words
        label.place(x, number.place(x, y, room, factor), room, factor)

    def draw(self, share: float, colors: Sequence[QColor]) -> None:
        """Draw the squares at this share of their areas, each in its colour."""
        if not self._squares:
            return
        part = sqrt(share)
        wide = [whole * part for _, _, whole in self._squares]
        left = [x for x, _, _ in self._squares]
        low = [
            y + (whole - one) / 2 if self._look.portrait else float(y)
            for (_, y, whole), one in zip(self._squares, wide, strict=True)
        ]
        chart = self._chart
        chart.frame((0.0, float(chart.width())), (0.0, float(chart.height())))
        leads = [list(ends) for ends in zip(*self._leads, strict=True)] or [[], [], [], []]
        chart.tracks(leads[0], leads[1], leads[2], leads[3], self._look.color("ink_soft"))
        right = [x + one for x, one in zip(left, wide, strict=True)]
        high = [y + one for y, one in zip(low, wide, strict=True)]
        chart.bars(left, right, low, high, colors)


class SquaresView(MarkedView):
    """The squares, in the order in which staff wrote them."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        kinds = self.look.theme.type
        self._figures = [brief.figure(name) for _, name in brief.panel.figure_names()]
        words = [
            (self.number(one, kinds.numeral), self.words(self.figure_label(one), kinds.label))
            for one in self._figures
        ]
        self._plot = Plot(self, [float(one.value or 0) for one in self._figures], words)

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, text, squares."""
        said = [sentence(self.brief, one) for one in self._figures]
        told = self.telling(self._plot, said, self._plot.areas)
        return [*self.heading(), *self.running(16), (told, self.look.px(36))]

    def grow(self, share: float) -> None:
        """Grow the squares with their numbers."""
        super().grow(share)
        colors = [self.tone("azurite", index) for index in range(len(self._figures))]
        self._plot.draw(share, colors)
