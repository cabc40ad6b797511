"""Chinese set from top to bottom, columns from right to left."""

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.ruby import Small, small, sounds_of
from kiosk.ui.theme import Style

_CELLS = re.compile(r"[\x21-\x7e]+|\s+|.")
"""One or two digits stand upright in one cell; longer Latin runs lie on their side."""


LEAST = 0.3
"""No factor is smaller: a title of a hundred characters would not be read anyway."""


def _lies(cell: str) -> bool:
    return len(cell) > (2 if cell.isdigit() else 1)


def _broken(cells: list[tuple[str, float]], high: float) -> list[list[tuple[str, float]]]:
    """Break cells, each with its length, into columns no longer than `high`, each as full as it can be."""
    columns: list[list[tuple[str, float]]] = [[]]
    used = 0.0
    for cell, length in cells:
        if columns[-1] and used + length > high + 1:
            columns.append([])
            used = 0.0
        columns[-1].append((cell, length))
        used += length
    return columns


def _evenly(cells: list[tuple[str, float]], high: float) -> list[list[tuple[str, float]]]:
    """Break cells into as few columns as there have to be, none much shorter than the others."""
    fewest = len(_broken(cells, high))
    lengths = [length for _, length in cells]
    limit = sum(lengths) / fewest
    while limit < high and len(_broken(cells, limit)) > fewest:
        limit += min(lengths) / 2
    return _broken(cells, min(limit, high))


class Column(QWidget):
    """Vertical text; every line of `text` is one column, the first at the right."""

    def __init__(
        self, look: Look, text: str, style: Style, parent: QWidget, *, role: str = "ink"
    ) -> None:
        super().__init__(parent)
        self.look, self.text, self.style_, self.role, self.factor = look, text, style, role, 1.0
        self.setAccessibleName(text)

    def _font(self) -> QFont:
        font = QFont(self.look.font(self.style_, self.factor))
        font.setFeature(QFont.Tag("vert"), 1)
        return font

    def _cells(self) -> list[list[tuple[str, str]]]:
        """Return the cells of each line, each with what is written beside it."""
        sounds = sounds_of(self.look, self.text) or [""] * len(self.text)
        lines, start = [], 0
        for line in self.text.split("\n"):
            found = _CELLS.finditer(line)
            lines.append([(cell[0], sounds[start + cell.start()]) for cell in found])
            start += len(line) + 1
        return lines

    def _small(self) -> Small | None:
        """Return the type of syllables, if any are to be written."""
        return small(self.look, self._font()) if sounds_of(self.look, self.text) else None

    def _columns(self, high: int) -> list[list[tuple[str, float]]]:
        """Break into columns of (cell, length) no higher than `high` pixels."""
        font, ruby = self._font(), self._small()
        lines, metrics = self._cells(), QFontMetricsF(font)
        step = font.pixelSize() * (1 + self.style_.spacing)
        upright = step * 1.06
        if ruby is not None:
            # One step for all, so that verses stand side by side character by character.
            upright = max(upright, *(ruby.needs(sound) for line in lines for _, sound in line))
        columns = []
        for line in lines:
            cells = [
                (cell, metrics.horizontalAdvance(cell) + step * 0.25 if _lies(cell) else upright)
                for cell, _ in line
            ]
            columns += _evenly(cells, high)
        return columns

    def _pitch(self) -> float:
        ruby = self._small()
        step = self._font().pixelSize() * max(1.35, self.style_.leading)
        return step if ruby is None else max(step, ruby.pitch)

    def measure(self, high: int, factor: float = 1.0) -> QSize:
        """Return the size it takes where columns may be `high` pixels long."""
        self.factor = factor
        columns = self._columns(high)
        longest = max(sum(length for _, length in column) for column in columns)
        return QSize(round(self._pitch() * len(columns)), round(longest))

    def fitting(self, high: int, columns: int, factor: float) -> float:
        """Return the largest factor, up to the one given, that needs at most so many columns."""
        self.factor = factor
        while len(self._columns(high)) > columns and self.factor > LEAST:
            self.factor *= 0.97
        return self.factor

    def place(self, right: int, top: int, high: int, factor: float = 1.0) -> int:
        """Measure and place with its right edge at `right`; return its left edge."""
        size = self.measure(high, factor)
        place = QRect(right - size.width(), top, size.width(), max(1, size.height()))
        put(self.look, self, place)
        return right - size.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns."""
        font, pitch, ruby = self._font(), self._pitch(), self._small()
        # Characters stand in the middle of their column, or of what is left of it.
        wide = pitch if ruby is None else pitch - ruby.room
        sounds = (sound for line in self._cells() for _, sound in line)
        with QPainter(self) as painter:
            painter.setPen(self.look.color(self.role))
            x = self.width() - pitch
            for column in self._columns(self.height()):
                y = 0.0
                for cell, length in column:
                    painter.setFont(font)
                    box = QRectF(x, y, wide, length)
                    self._cell(painter, cell, box)
                    sound = next(sounds)
                    if ruby is not None and sound:
                        edge = box.center() + QPointF(font.pixelSize() / 2, 0)
                        ruby.draw_beside(painter, edge, sound)
                    y += length
                x -= pitch

    @staticmethod
    def _cell(painter: QPainter, cell: str, box: QRectF) -> None:
        if not _lies(cell):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, cell)
            return
        painter.save()
        painter.translate(QPointF(box.center()))
        painter.rotate(90)
        turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        painter.drawText(turned, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, cell)
        painter.restore()
