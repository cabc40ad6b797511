"""How far down everything comes for visitors who do not reach high."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels.art import paint_ground
from kiosk.ui.look import Look

HIGHEST = 1220.0
"""Millimetres above the floor that a hand reaches from a wheelchair (ADA 308.2, EN 301 549 8.3)."""

LEAST, LEAST_PORTRAIT = 0.6, 0.5
"""The part of the screen that is kept in use: less, and no panel would fit."""

USUAL, USUAL_PORTRAIT = 0.7, 0.6
"""The part that is used where nobody has told how high the screen hangs."""


@dataclass(frozen=True)
class Mounting:
    """Where the screen hangs, in millimetres: its lower edge above the floor, its height, the reach.

    None where nobody has told.
    """

    bottom: float | None = None
    height: float | None = None
    reach: float = HIGHEST

    def of_height(self, told: float) -> "Mounting":
        """Return it with the height that the display tells (0 for none), where no other is known."""
        return self if self.height else replace(self, height=told or None)


ANYWHERE = Mounting()


def above(wide: int, high: int, mounting: Mounting) -> int:
    """Return the pixels left free above everything on a screen of this size in pixels."""
    portrait = high > wide
    part = USUAL_PORTRAIT if portrait else USUAL
    if mounting.bottom is not None and mounting.height:
        part = (mounting.reach - mounting.bottom) / mounting.height
    least = LEAST_PORTRAIT if portrait else LEAST
    return round(high * (1 - min(1.0, max(least, part))))


class Ground(QWidget):
    """What is above everything that came down: mountains, or a plain ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None

    def lay_out(self, look: Look) -> None:
        """Fill what this look leaves free."""
        self._look = look
        self.setGeometry(0, 0, look.width, look.above)
        self.setVisible(look.above > 0)
        self.lower()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._look is None:
            return
        with QPainter(self) as painter:
            if self._look.theme.plain:
                painter.fillRect(self.rect(), self._look.color("night"))
            else:
                paint_ground(painter, self.rect(), self._look, 0, 0.4)
