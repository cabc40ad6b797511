"""Boxes that measure before they place: stacks, grids and cards.

A box answers `measure(width, factor)` with the least size it needs and takes its place by
`place(x, y, width, factor)`, which returns the y just below; a box with `fill` can use more height.
All lengths are screen pixels; `factor` scales type.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.mirror import put


class Box(Protocol):
    """Anything that can be laid out."""

    def measure(self, width: int, factor: float) -> QSize:
        """Return the least size at this width."""
        ...

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take this place and return the y just below."""
        ...


@runtime_checkable
class Stretch(Protocol):
    """A box that can use all the height there is."""

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Take exactly this place."""
        ...


@runtime_checkable
class Whole(Protocol):
    """A box made of boxes."""

    @property
    def parts(self) -> Sequence[Box | QWidget]:
        """What it is made of."""
        ...


def reveal(box: Box | QWidget, *, on: bool) -> None:
    """Show or hide a box with all its parts."""
    if isinstance(box, Whole):
        for part in box.parts:
            reveal(part, on=on)
    elif isinstance(box, QWidget):
        box.setVisible(on)


class Stack:
    """Boxes one under another; each comes with the gap above it, in pixels."""

    def __init__(self, boxes: Sequence[tuple[Box, int]]) -> None:
        self.boxes = list(boxes)

    @property
    def parts(self) -> Sequence[Box]:
        """Its boxes."""
        return [box for box, _ in self.boxes]

    def _gap(self, index: int) -> int:
        return self.boxes[index][1] if index else 0

    def measure(self, width: int, factor: float) -> QSize:
        """Return the width given and the sum of the heights."""
        high = sum(
            self._gap(index) + box.measure(width, factor).height()
            for index, (box, _) in enumerate(self.boxes)
        )
        return QSize(width, high)

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Place every box below the one before."""
        for index, (box, _) in enumerate(self.boxes):
            y = box.place(x, y + self._gap(index), width, factor)
        return y

    def rigid(self) -> "Rigid":
        """Return it as a box whose gaps never widen."""
        return Rigid(self)

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Place every box; a stretching one takes what is over, else the gaps widen a little."""
        over = max(0, height - self.measure(width, factor).height())
        stretching = [box for box, _ in self.boxes if isinstance(box, Stretch)]
        gaps = max(1, len(self.boxes) - 1)
        wider = 0 if stretching else min(over // (gaps + 1), height // 18)
        for index, (box, _) in enumerate(self.boxes):
            y += self._gap(index) + (wider if index else 0)
            if isinstance(box, Stretch) and box is stretching[-1]:
                high = box.measure(width, factor).height() + over
                box.fill(x, y, width, high, factor)
                y += high
            else:
                y = box.place(x, y, width, factor)


class Rigid:
    """A stack that takes just the height it needs."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack

    @property
    def parts(self) -> Sequence[Box]:
        """The stack."""
        return [self._stack]

    def measure(self, width: int, factor: float) -> QSize:
        """Return the stack's size."""
        return self._stack.measure(width, factor)

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Place the stack."""
        return self._stack.place(x, y, width, factor)


class Capped:
    """A box whose type grows no further than this factor: it is large enough."""

    def __init__(self, box: Box, most: float) -> None:
        self._box, self._most = box, most

    @property
    def parts(self) -> Sequence[Box]:
        """The box."""
        return [self._box]

    def measure(self, width: int, factor: float) -> QSize:
        """Return the box's size."""
        return self._box.measure(width, min(factor, self._most))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Place the box."""
        return self._box.place(x, y, width, min(factor, self._most))


class Narrow:
    """A box that leaves so many pixels free at its right."""

    def __init__(self, box: Box, less: int) -> None:
        self._box, self._less = box, less

    @property
    def parts(self) -> Sequence[Box]:
        """The box."""
        return [self._box]

    def measure(self, width: int, factor: float) -> QSize:
        """Return the box's size and what it leaves."""
        size = self._box.measure(width - self._less, factor)
        return QSize(width, size.height())

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Place the box."""
        return self._box.place(x, y, width - self._less, factor)


class Grid:
    """Boxes side by side, `columns` to a row, `gap` pixels apart; a shorter last row is as wide."""

    def __init__(self, boxes: Sequence[Box], columns: int, gap: int) -> None:
        self.boxes, self.columns, self.gap = list(boxes), max(1, min(columns, len(boxes))), gap

    @property
    def parts(self) -> Sequence[Box]:
        """Its boxes."""
        return self.boxes

    def _column(self, width: int, columns: int) -> int:
        return (width - self.gap * (columns - 1)) // columns

    def _row_height(self, row: list[Box], width: int, factor: float) -> int:
        column = self._column(width, len(row))
        return max(box.measure(column, factor).height() for box in row)

    def _rows(self) -> list[list[Box]]:
        return [
            self.boxes[at : at + self.columns] for at in range(0, len(self.boxes), self.columns)
        ]

    def measure(self, width: int, factor: float) -> QSize:
        """Return the width given and the heights of the rows, gaps included."""
        rows = [self._row_height(row, width, factor) for row in self._rows()]
        return QSize(width, sum(rows) + self.gap * (len(rows) - 1))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Place row by row; cards of a row share its height."""
        for row in self._rows():
            high = self._row_height(row, width, factor)
            self._fill_row(row, (x, y, width, high), factor)
            y += high + self.gap
        return y - self.gap

    def _fill_row(self, row: list[Box], area: tuple[int, int, int, int], factor: float) -> None:
        x, y, width, high = area
        column = self._column(width, len(row))
        for index, box in enumerate(row):
            left = x + index * (column + self.gap)
            if isinstance(box, Stretch):
                box.fill(left, y, column, high, factor)
            else:
                box.place(left, y, column, factor)


class Wall(Grid):
    """A grid that takes all the height there is, up to `tallest` pixels a row."""

    def __init__(
        self, boxes: Sequence[Box], columns: int, gap: int, tallest: int = 1 << 16
    ) -> None:
        super().__init__(boxes, columns, gap)
        self.tallest = tallest

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Give every row the same part."""
        rows = self._rows()
        high = min(self.tallest, (height - self.gap * (len(rows) - 1)) // len(rows))
        for row in rows:
            self._fill_row(row, (x, y, width, high), factor)
            y += high + self.gap


class Card(QWidget):
    """A quiet card around a stack; children of the card must be its widgets."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.stack = Stack([])
        self.peers: Sequence[Card] = (self,)
        """Cards side by side."""

    @property
    def _pad(self) -> int:
        return self.look.px(24)

    def measure(self, width: int, factor: float) -> QSize:
        """Return the size of the content and the padding."""
        inner = self.stack.measure(width - 2 * self._pad, factor)
        return QSize(width, inner.height() + 2 * self._pad)

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Take this place; the content of peers begins at one height, so that rows line up."""
        put(self.look, self, QRect(x, y, width, height))
        inner = width - 2 * self._pad
        high = max(peer.stack.measure(inner, factor).height() for peer in self.peers)
        high = max(self.stack.measure(inner, factor).height(), min(high, height - 2 * self._pad))
        self.stack.place(self._pad, (height - high) // 2, inner, factor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and edge."""
        radius = self.look.px(self.look.theme.space.radius)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.color("line"), self.look.px(2)))
            painter.setBrush(self.look.color("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
