"""What lies over the whole window for staff: paper, through which nothing is touched."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look


class Paper(QWidget):
    """The ground of the PIN pad and of the sheet."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def touch(self, _gesture: object) -> bool:
        """Nothing beneath is touched through it."""
        return True

    def key(self, _key: Qt.Key) -> bool:
        """Take a key; False leaves it to what keys do on everything for staff."""
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the paper."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("paper"))

    def drop(self) -> None:
        """Stop what runs, and go."""
        self.hide()
        self.setParent(None)
        self.deleteLater()
