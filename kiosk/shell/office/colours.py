"""The screen in one colour after another: dead pixels, tints and uneven light show."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.shell.office.paper import Paper
from kiosk.ui.gestures import Tap
from kiosk.ui.look import Look

COLOURS: Final = tuple(
    getattr(Qt.GlobalColor, name) for name in ("white", "black", "red", "green", "blue", "gray")
)


class Colours(Paper):
    """A touch or a key leads to the next; after the last, back."""

    def __init__(self, look: Look, done: Callable[[], None], parent: QWidget) -> None:
        super().__init__(look, parent)
        self._done, self.at = done, 0

    def turn(self) -> None:
        """Show the next colour."""
        self.at += 1
        if self.at == len(COLOURS):
            self._done()
        else:
            self.update()

    def touch(self, gesture: object) -> bool:
        """Take every touch."""
        if isinstance(gesture, Tap):
            self.turn()
        return True

    def key(self, key: Qt.Key) -> bool:
        """Escape ends it, every other key goes on."""
        if key == Qt.Key.Key_Escape:
            self._done()
        else:
            self.turn()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the screen."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), COLOURS[min(self.at, len(COLOURS) - 1)])
