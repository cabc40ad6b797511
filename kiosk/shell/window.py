"""The window: it fills its screen, cannot be closed by visitors, and is always painted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import PAPER

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = QRect(0, 0, -1, -1)
"""For Qt, all that there is."""


class Window(QWidget):
    """One frameless window; `size` given, a plain one of that size for development."""

    def __init__(self, size: tuple[int, int] | None = None) -> None:
        super().__init__()
        self.setWindowTitle("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._fixed = size
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

    def _wanted(self) -> QRect:
        return self.screen().geometry()

    @property
    def placed(self) -> bool:
        """True where it belongs: a whole screen, wherever a plain one stands."""
        return self._fixed is not None or self.geometry() == self._wanted()

    def keep(self) -> None:
        """Put the window back where it belongs if anything moved, shrank or hid it."""
        if self._fixed is None and (self.isMinimized() or self.isHidden()):
            self.showFullScreen()
        if not self.placed:
            self.setGeometry(self._wanted())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ignore first, whatever happens after: nobody closes a kiosk from outside."""
        event.ignore()
        if self.closing is not None:
            self.closing()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Pass it on."""
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
