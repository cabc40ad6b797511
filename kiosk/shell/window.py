"""The window: it fills its screen, cannot be closed by visitors, and is always painted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import PAPER

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = QRect(0, 0, -1, -1)
"""For Qt, all that there is."""

SLIVER = 100
"""Pixels; where a window is less wide or high, nothing is laid out: it is on its way to another size."""


class Window(QWidget):
    """One frameless window; `size` given, a plain one of that size for development."""

    def __init__(self, size: tuple[int, int] | None = None) -> None:
        super().__init__()
        self.setWindowTitle("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._fixed = size
        self._own, self._away = "", False
        """The name of the first screen it was on, and whether that is unplugged."""
        self._missed = False
        self.behind = QPixmap()
        """What is seen until anything else is there; paper where it is null."""
        self.painted = False
        """True once the first frame has been drawn."""
        self.grabbed = False
        """True while what is painted goes into a picture and not to the screen."""
        self.resized: Callable[[], None] = lambda: None
        self.closing: Callable[[], None] | None = None
        """What closing means; None ignores it, as in kiosk mode."""
        if size is None:
            self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.setFixedSize(*size)

    def open(self) -> None:
        """Show it; the geometry is set too, because without a window manager the flag does nothing."""
        if self._fixed is not None:
            self.show()
            return
        self.setGeometry(self._wanted())
        self.showFullScreen()
        self.setGeometry(self._wanted())

    @property
    def real_screen(self) -> QScreen | None:
        """The screen it is on; None while all are unplugged, and Qt has none or one of no size."""
        screen: QScreen | None = self.screen()  # the stubs promise too much
        return None if screen is None or screen.geometry().isEmpty() else screen

    def _wanted(self) -> QRect:
        """Return the place of its screen; without any, the place where it is."""
        screen = self.real_screen
        return self.geometry() if screen is None else screen.geometry()

    @property
    def placed(self) -> bool:
        """True where it belongs: a whole screen, wherever a plain one stands."""
        return self._fixed is not None or self.geometry() == self._wanted()

    def keep(self) -> None:
        """Put the window back where it belongs if anything moved, shrank or hid it."""
        if self._fixed is not None:
            return
        self._return()
        if self._unmapped():
            self.hide()
        if self.isMinimized() or self.isHidden():
            self.showFullScreen()
        if not self.placed:
            self.setGeometry(self._wanted())

    def _return(self) -> None:
        """Go back to the screen where it was opened, once, if that was away and is there again.

        Not on Wayland: there the compositor says where a window is.
        """
        here = self.real_screen
        self._own = self._own or (here.name() if here is not None else "")
        own = [screen for screen in QGuiApplication.screens() if screen.name() == self._own]
        back, self._away = self._away and bool(own), not own
        if back and here is not own[0] and not QGuiApplication.platformName().startswith("wayland"):
            self.setScreen(own[0])

    def _unmapped(self) -> bool:
        """Tell whether another program has taken it off the screen, unknown to Qt: X11 lets it.

        It was there before, and is missed for the second time: to come takes a moment, too.
        """
        exposed = self.windowHandle().isExposed()
        shown = QGuiApplication.platformName() == "xcb" and self.painted and self.isVisible()
        gone = shown and not exposed and self._missed
        self._missed = shown and not exposed and not gone
        return gone

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ignore first, whatever happens after: nobody closes a kiosk from outside."""
        event.ignore()
        if self.closing is not None:
            self.closing()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Pass it on."""
        if min(self.width(), self.height()) >= SLIVER:
            self.resized()

    def grab(self, rectangle: QRect = WHOLE) -> QPixmap:
        """Return a picture of it."""
        self.grabbed = True
        try:
            return super().grab(rectangle)
        finally:
            self.grabbed = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay paper, or the last picture, under everything: no frame is ever black."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(PAPER.palette.paper))
            painter.drawPixmap(0, 0, self.behind)
        self.painted = True


def opened(size: tuple[int, int] | None = None) -> Window:
    """Return a window that is open."""
    window = Window(size)
    window.open()
    return window
