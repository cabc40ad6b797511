"""Rows of label, marks and value over one canvas: what bars and rankings share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.panels.view import View
from kiosk.ui.boxes import Box
from kiosk.ui.mirror import put
from kiosk.ui.numeral import Numeral
from kiosk.ui.words import Words

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart


@dataclass(frozen=True)
class Row:
    """One row: what it says and its number."""

    label: Words
    number: Numeral


class Rows:
    """Labels at the left, a canvas in the middle, numbers at the right; narrow screens put the
    label above. `draw` gets the canvas, the rows' centres (pixels up from its foot), and a share.
    """

    def __init__(
        self,
        view: View,
        rows: Sequence[Row],
        draw: Callable[["Chart", list[float], float], None],
        ends: tuple[str, str],
    ) -> None:
        """`ends` says what the left and the right edge of the canvas stand for."""
        self._look, self._rows = view.look, rows
        # The method belongs to the view, which has these rows: neither must keep the other.
        self._draw = WeakMethod(draw)
        kinds = view.look.theme.type
        self._ends = ends
        self._low = view.words(ends[0], kinds.caption, role="ink_soft")
        self._high = view.words(ends[1], kinds.caption, role="ink_soft")
        self.chart = view.lend()
        self.chart.lower()
        peers = [row.number for row in rows]
        for row in rows:
            row.number.peers = peers
        self._centres: list[float] = []
        self._areas: list[QRect] = []

    def areas(self) -> Sequence[QRect]:
        """Return where each row lies, from its label to its number."""
        return self._areas

    @property
    def parts(self) -> Sequence[Box | QWidget]:
        """Everything it places."""
        words = [part for row in self._rows for part in (row.label, row.number)]
        return [*words, self._low, self._high, self.chart]

    def _shares(self, width: int) -> tuple[int, int, int]:
        """Return the widths of label, canvas and number."""
        gap = self._look.px(36)
        if self._look.portrait:
            number = round(width * 0.34)
            return width, width - number - gap, number
        label, number = round(width * 0.30), round(width * 0.21)
        return label, width - label - number - 2 * gap, number

    def _row_height(self, row: Row, width: int, factor: float) -> int:
        label, _, number = self._shares(width)
        words, digits = row.label.measure(label, factor), row.number.measure(number, factor)
        if self._look.portrait:
            return words.height() + digits.height() + self._look.px(8)
        return max(words.height(), digits.height()) + self._look.px(10)

    def measure(self, width: int, factor: float) -> QSize:
        """Return the width given and the least height: all rows as high as the highest."""
        high = max(self._row_height(row, width, factor) for row in self._rows)
        return QSize(width, high * len(self._rows) + self.foot)

    @property
    def foot(self) -> int:
        """The height of the line below the rows that says what the edges stand for."""
        return self._low.natural().height() + self._look.px(4)

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Share the height among the rows, up to a comfortable distance."""
        label, canvas, number = self._shares(width)
        gap = self._look.px(36)
        portrait = self._look.portrait
        least = max(self._row_height(row, width, factor) for row in self._rows)
        tallest = max(least, self._look.px(250 if portrait else 132))
        step = min((height - self.foot) // len(self._rows), tallest)
        left = x if portrait else x + label + gap
        self._centres = []
        self._areas = [QRect(x, y + index * step, width, step) for index in range(len(self._rows))]
        for index, row in enumerate(self._rows):
            top = y + index * step
            words = row.label.measure(label, factor).height()
            digits = row.number.measure(number, factor).height()
            if portrait:
                row.label.place(x, top, label, factor)
                middle = top + words + digits // 2
            else:
                middle = top + step // 2
                row.label.place(x, middle - words // 2, label, factor)
            row.number.place(x + width - number, middle - digits // 2, number, factor)
            self._centres.append(float(y + step * len(self._rows) - middle))
        put(self._look, self.chart, QRect(left, y, canvas, step * len(self._rows)))
        below = y + step * len(self._rows)
        self._say_ends(said=True)
        self._low.place(left, below, self._low.natural().width())
        wide = self._high.natural().width()
        self._high.place(left + canvas - wide, below, wide)

    def grow(self, share: float, *, told: bool) -> None:
        """Draw the marks at this share of their values.

        Where the line below them tells of a row, it does not say what the edges stand for.
        """
        self._say_ends(said=not told)
        draw = self._draw()
        if self._centres and draw:
            draw(self.chart, self._centres, share)

    def _say_ends(self, *, said: bool) -> None:
        for words, end in zip((self._low, self._high), self._ends, strict=True):
            words.say(end if said else "")

    @property
    def height(self) -> float:
        """The height of the canvas in pixels."""
        return float(self.chart.height())
