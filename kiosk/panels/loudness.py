"""How loud it is, as bars."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.ui.look import Look
from kiosk.ui.voice import STEPS


class Loudness(QWidget):
    """Five bars, as many of them dark as the volume has steps."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.step = look, 0

    def show_step(self, step: int) -> None:
        """Show a step of volume, from 1."""
        self.step = step
        self.setAccessibleName(f"{signs.VOLUME.to(self.look.language)} {step} / {STEPS}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, each higher than the one before."""
        look, wide = self.look, self.width() // (2 * STEPS - 1)
        with QPainter(self) as painter:
            for bar in range(STEPS):
                high = self.height() * (bar + 1) // STEPS
                color = look.color("azurite" if bar < self.step else "track")
                painter.fillRect(QRect(2 * bar * wide, self.height() - high, wide, high), color)
