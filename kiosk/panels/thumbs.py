"""The other pictures of a panel as thumbnails, each a full touch target."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.panels.brief import Brief
from kiosk.panels.framed import Framed, Item
from kiosk.ui.mirror import put

ROWS = 4
"""Rows of thumbnails at most; of a longer set, those around the picture in front are shown."""


class Thumb(Framed):
    """A small picture with a frame around the one in front."""

    def __init__(
        self, brief: Brief, item: Item, parent: QWidget, act: Callable[[], None], *, front: bool
    ) -> None:
        super().__init__(brief, item, parent, act, small=True)
        self._front = front

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and its frame."""
        super().paintEvent(event)
        thick = self.look.px(8 if self._front else 2)
        with QPainter(self) as painter:
            pen = QPen(
                self.look.color("gold_on_dark" if self._front or self.pressed else "ink_soft"),
                thick,
            )
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            half = thick // 2
            painter.drawRect(self.rect().adjusted(half, half, -half - 1, -half - 1))


class Thumbs:
    """Rows of thumbnails placed from the foot upwards."""

    def __init__(
        self, brief: Brief, items: Sequence[Item], parent: QWidget, show: Callable[[int], None]
    ) -> None:
        self._look, self._front = brief.look, brief.stop
        self.pictures = (
            [
                Thumb(brief, item, parent, partial(show, index), front=index == brief.stop)
                for index, item in enumerate(items)
            ]
            if len(items) > 1
            else []
        )

    def place(self, x: int, foot: int, width: int, height: int) -> int:
        """Place them above `foot` within `width` and `height`; return the y of their top."""
        if not self.pictures:
            return foot
        look = self._look
        target, gap = look.target, look.px(look.theme.space.apart)
        columns = max(1, min(len(self.pictures), (width + gap) // (round(target * 1.25) + gap)))
        rows = max(
            1, min(ROWS, -(-len(self.pictures) // columns), (height + gap) // (target + gap))
        )
        room = columns * rows
        first = min(max(0, self._front - room // 2), max(0, len(self.pictures) - room))
        wide = (width - gap * (columns - 1)) // columns
        top = foot - rows * target - (rows - 1) * gap
        for index, thumb in enumerate(self.pictures):
            row, column = divmod(index - first, columns)
            thumb.setVisible(first <= index < first + room)
            if first <= index < first + room:
                place = QRect(x + column * (wide + gap), top + row * (target + gap), wide, target)
                put(look, thumb, place)
        return top
