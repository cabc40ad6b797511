"""The frame strolls by a pixel while nobody is here, so that no edge burns into the screen."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

WAY = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
"""Pixels to the right and down by which everything is moved, panel after panel of the cycle."""


class Fringe(QWidget):
    """What is seen where a board has moved away from the window's edge: its own edge once more."""

    def __init__(self, board: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._board = board
        self._strips: list[tuple[QPoint, QPixmap]] = []
        self.hide()

    def follow(self, index: int, top: int) -> None:
        """Move the board for a place of the cycle, from where it belongs: `top` pixels down."""
        right, down = WAY[index % len(WAY)]
        wide, high = self._board.width(), self._board.height()
        edges = []
        if right:
            edges.append(QRect(0 if right > 0 else wide - 1, 0, 1, high))
        if down:
            edges.append(QRect(0, 0 if down > 0 else high - 1, wide, 1))
        self._strips = [(edge.topLeft(), self._board.grab(edge)) for edge in edges]
        self._board.move(right, top + down)
        self.setGeometry(0, top, wide, high)
        self.setVisible(bool(edges))
        self.lower()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the edges."""
        with QPainter(self) as painter:
            for place, strip in self._strips:
                painter.drawPixmap(place, strip)
