"""The screen outside the opening hours: black, and nothing on it moves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look


class Dark(QWidget):
    """Covers everything that visitors use."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def touch(self, _gesture: object) -> bool:
        """Nothing beneath is touched through it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Be black."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("black"))
