"""A cinnabar seal of one to four characters."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.theme import SERIF, Style


def paint_seal(painter: QPainter, box: QRectF, look: Look, text: str) -> None:
    """Draw a seal; four characters read from the right column down, as carved seals do."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("cinnabar"))
    painter.drawRoundedRect(box, box.width() * 0.08, box.width() * 0.08)
    rows = 1 if len(text) == 1 else 2
    columns = 1 if len(text) <= 2 else 2
    inner = box.adjusted(*(box.width() * side for side in (0.08, 0.08, -0.08, -0.08)))
    cell = min(inner.width() / columns, inner.height() / rows)
    font = look.font(Style(SERIF, cell * 0.92 / look.unit, bold=True))
    painter.setFont(font)
    painter.setPen(look.color("on_dark"))
    for index, character in enumerate(text[:4]):
        column, row = columns - 1 - index // 2 if len(text) > 1 else 0, index % 2
        x = inner.center().x() + (column - columns / 2) * cell
        y = inner.center().y() + (row - rows / 2) * cell
        painter.drawText(
            QRectF(x, y, cell, cell),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip,
            character,
        )


class Seal(QWidget):
    """A seal as a widget; `rest` is the share of its width left free around it when it lies."""

    def __init__(self, look: Look, text: str, parent: QWidget, *, rest: float = 0.0) -> None:
        super().__init__(parent)
        self.look, self.text, self._rest, self._way = look, text, rest, 1.0

    def press(self, share: float) -> None:
        """Show it this far (0 to 1) on its way down: it starts larger and fainter."""
        self._way = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        inset = self.width() * self._rest * self._way
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        with QPainter(self) as painter:
            painter.setOpacity(self._way)
            paint_seal(painter, box, self.look, self.text)
