"""A guide's talk on screen: a trail behind the finger, and a sign with the minutes that are left."""

from collections import deque
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.ui.look import Look
from kiosk.ui.motion import Level, Motion, Tween
from kiosk.ui.words import Words

FADES = 0.4
"""Seconds after which a place of the finger is no longer seen."""

WIDE = 26
"""Design pixels from the middle of a fresh disc to its edge."""

RIM = 3
"""Design pixels of the light edge around a disc."""

MINUTE = 60

LEFT = Said("讲解中 · 还有 {} 分钟", "Guide · {} min left")


class Trail(QWidget):
    """The last places of a finger as discs that fade; frames run only while one is seen."""

    def __init__(self, motion: Motion, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        """How it looks; None while nobody guides."""
        self._motion, self._whole = motion, parent
        self._places: deque[tuple[float, QPointF]] = deque()
        self._tween: Tween | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def see(self, x: float, y: float) -> None:
        """Follow a finger or the mouse to a place (pixels)."""
        if self.look is None:
            return
        self._places.append((self._motion.clock(), QPointF(x, y)))
        if self._tween is None:
            self.setGeometry(self._whole.rect())
            self.raise_()
            self.show()
            self._run()
        self.update(self._area())

    def clear(self) -> None:
        """Show nothing, at once."""
        self._motion.stop(self._tween)
        self._tween = None
        self._places.clear()
        self.hide()

    def _run(self) -> None:
        # Least: a trail points, it is no ornament, and stays where nothing else moves.
        self._tween = self._motion.run(FADES, self._frame, self._over, least=Level.NONE)

    def _frame(self, _share: float) -> None:
        area, now = self._area(), self._motion.clock()
        while self._places and now - self._places[0][0] >= FADES:
            self._places.popleft()
        self.update(area)

    def _over(self) -> None:
        """Go on while there are discs."""
        if self._places:
            self._run()
        else:
            self.clear()

    def _area(self) -> QRect:
        """Return what all discs cover."""
        if not self._places or self.look is None:
            return QRect()
        xs, ys = ([at.x() for _, at in self._places], [at.y() for _, at in self._places])
        out = self.look.px(WIDE + RIM)
        box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return box.adjusted(-out, -out, out, out).toAlignedRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the discs, the oldest smallest and faintest."""
        if self.look is None:
            return
        look, now = self.look, self._motion.clock()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(look.color("cinnabar"))
            painter.setPen(QPen(look.color("white"), look.px(RIM)))
            for since, at in self._places:
                fresh = max(0.0, 1 - (now - since) / FADES)
                painter.setOpacity(fresh)
                wide = look.px(WIDE) * (0.4 + 0.6 * fresh)
                painter.drawEllipse(at, wide, wide)


class Sign(QWidget):
    """A dark label at the top of the screen."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.words = Words(look, "", look.theme.type.caption, self, role="on_dark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, minutes: int) -> None:
        """Say how many minutes are left."""
        look = self.look
        self.words.say(LEFT.to(look.language).format(minutes))
        size, edge = self.words.natural(), look.px(24)
        wide = size.width() + 2 * edge
        self.setGeometry((look.width - wide) // 2, look.px(8), wide, size.height() + look.px(8))
        self.words.setGeometry(edge, look.px(4), size.width(), size.height())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("night"))
            painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)


class Talk:
    """Trail and sign, for as long as a guide talks."""

    def __init__(self, window: QWidget, motion: Motion, clock: Callable[[], float]) -> None:
        """`clock` tells seconds."""
        self._window, self._clock = window, clock
        self.trail = Trail(motion, window)
        self.sign: Sign | None = None
        self._until: float | None = None
        self._minute = QTimer(window)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._tell)

    def show_until(self, until: float | None, look: Look) -> None:
        """Show that a guide talks until a time (seconds of the clock); None: nobody does."""
        self._until = until
        if self.sign is not None and (until is None or self.sign.look != look):
            self.sign.hide()
            self.sign.deleteLater()
            self.sign = None
        if until is None:
            self.close()
            return
        self.trail.look = look
        self.sign = self.sign or Sign(look, self._window)
        self._tell()

    def _tell(self) -> None:
        """Say the minutes, and again when there is one less."""
        if self.sign is None or self._until is None:
            return
        left = max(0.0, self._until - self._clock())
        self.sign.tell(ceil(left / MINUTE))
        if left:
            self._minute.start(ceil((left % MINUTE or MINUTE) * 1000))

    def close(self) -> None:
        """Stop everything that runs."""
        self._minute.stop()
        self.trail.look = None
        self.trail.clear()
