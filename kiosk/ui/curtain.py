"""Two opaque pictures: one sliding over the other, or one fading into the other."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.motion import Level, Motion, Tween

PARALLAX = 0.25
"""The share of the way by which the picture beneath follows, so that one seems to lie on the other."""


class Curtain(QWidget):
    """Covers its parent while something changes behind it; live widgets never move."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._old, self._new = QPixmap(), QPixmap()
        self.side = 1
        """1 where the new picture comes from the right, -1 from the left."""
        self.shift: int | None = None
        """Pixels from the new picture's left edge to its place; None while fading."""
        self._share = 0.0
        self.hide()

    def draw(self, old: QPixmap, new: QPixmap) -> None:
        """Cover the parent with the old picture, the new one not yet seen."""
        self._old, self._new = old, new
        self.shift, self._share = None, 0.0
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def slide(self, shift: int) -> None:
        """Show the new picture this many pixels from its place."""
        self.shift = shift
        self.update()

    def fade(self, share: float) -> None:
        """Show this share (0 to 1) of the new picture."""
        self._share = share
        self.update()

    def open(self) -> None:
        """Uncover the parent and let the pictures go."""
        self.hide()
        self._old, self._new = QPixmap(), QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        with QPainter(self) as painter:
            if self.shift is None:
                painter.drawPixmap(0, 0, self._old)
                painter.setOpacity(self._share)
                painter.drawPixmap(0, 0, self._new)
                return
            gone = (self.width() - abs(self.shift)) * self.side
            painter.drawPixmap(QPoint(-round(gone * PARALLAX), 0), self._old)
            painter.drawPixmap(QPoint(self.shift, 0), self._new)


class Dissolve:
    """Carries any change of a window's content through one short fade."""

    def __init__(self, root: QWidget, motion: Motion, seconds: float) -> None:
        self._root, self._motion, self._seconds = root, motion, seconds
        self._curtain = Curtain(root)
        self._tween: Tween | None = None

    @property
    def busy(self) -> bool:
        """True while a fade runs."""
        return self._tween is not None

    def through(self, change: Callable[[], None]) -> None:
        """Make the change behind the curtain and fade it in."""
        if self._motion.level is Level.NONE or not self._root.isVisible():
            change()
            return
        before = self._root.grab()
        self.cut()
        change()
        after = self._root.grab()
        self._curtain.draw(before, after)
        self._tween = self._motion.run(
            self._seconds, self._curtain.fade, self.cut, least=Level.CALM
        )

    def cut(self) -> None:
        """End the fade at once."""
        self._motion.stop(self._tween)
        self._tween = None
        self._curtain.open()
