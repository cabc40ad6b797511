"""The screen under the window, asked again and again: another may be plugged in, or it is turned."""

from math import isfinite

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QScreen

from kiosk.shell.options import Options
from kiosk.shell.window import Window

INCH = 25.4
"""Millimetres."""


def measured(screen: QScreen) -> tuple[float, QSizeF]:
    """Return its dots to an inch and its millimetres, as wide and high as what it shows.

    What turns the picture does not always turn the millimetres: Xwayland leaves them as they were.
    """
    dots, real, shown = screen.physicalDotsPerInch(), screen.physicalSize(), screen.geometry()
    if not real.isEmpty() and (real.width() - real.height()) * (shown.width() - shown.height()) < 0:
        real = real.transposed()
        dots = INCH * (shown.width() / real.width() + shown.height() / real.height()) / 2
    return dots, real


class Display:
    """What the layout takes from the screen, as the screen told it last."""

    def __init__(self, window: Window, options: Options) -> None:
        """A plain window, whose size the options tell, is no screen: it has no dots to an inch."""
        self._window, self._options = window, options
        self.dpi = 0.0
        """Pixels to an inch; 0 where that is not known."""
        self.mounting = options.mounting
        self._ratio = 1.0
        self.ask()

    def ask(self) -> bool:
        """Ask the screen; True where it says something else than before. No screen says nothing."""
        screen = self._window.real_screen
        if screen is None:
            return False
        before = self.dpi, self.mounting, self._ratio
        told, real = measured(screen)
        self.dpi = told if self._options.size is None and isfinite(told) else 0.0
        self.mounting = self._options.mounting.of_height(real.height())
        self._ratio = screen.devicePixelRatio()
        return before != (self.dpi, self.mounting, self._ratio)
