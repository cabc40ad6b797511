"""A picture that two fingers enlarge, one finger moves, and a double tap opens and resets."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Tap
from kiosk.ui.look import Look

LARGEST = 5.0
"""Times the size at which the whole picture fits: beyond, a photograph shows only its grain."""

STEP = 1.6
"""What one press of the buttons enlarges by."""


class Zoomable(QWidget):
    """Shows the whole picture, or a part of it enlarged."""

    swiped = Signal(int)
    """A sideways throw at normal size: 1 for the next picture, -1 for the one before."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._picture: QPixmap | None = None
        self.scale = 1.0
        self._middle = QPointF(0.5, 0.5)
        self._fingers: dict[int, QPointF] = {}
        self._pinched = False
        """Two fingers have moved the picture, and not all of them have gone since."""

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show a picture from the start; None or a null one shows the ground."""
        self._picture = None if picture is None or picture.isNull() else picture
        self.reset()

    def reset(self) -> None:
        """Show the whole picture."""
        self.scale, self._middle = 1.0, QPointF(0.5, 0.5)
        self.update()

    def whole(self) -> QRectF:
        """Return where the whole picture is drawn, in pixels of this widget."""
        if self._picture is None:
            return QRectF(self.rect())
        size: QSize = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(1, 1))
        wide, high = size.width() * self.scale, size.height() * self.scale
        left = self.width() / 2 - self._middle.x() * wide
        top = self.height() / 2 - self._middle.y() * high
        return QRectF(left, top, wide, high)

    def seen(self) -> QRectF:
        """Return the part of the picture that is seen, as shares from 0 to 1."""
        whole = self.whole()
        part = whole.intersected(QRectF(self.rect()))
        return QRectF(
            (part.left() - whole.left()) / whole.width(),
            (part.top() - whole.top()) / whole.height(),
            part.width() / whole.width(),
            part.height() / whole.height(),
        )

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by a factor, keeping the point `at` (pixels) where it is; within 1 and 5 times."""
        at = QRectF(self.rect()).center() if at is None else at
        before = self.whole()
        x, y = (at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height()
        self.scale = min(LARGEST, max(1.0, self.scale * factor))
        after = self.whole()
        moved = QPointF(after.left() + x * after.width(), after.top() + y * after.height())
        self._shift(at - moved)

    def _shift(self, by: QPointF) -> None:
        """Move the picture, but never so far that ground shows where picture could be."""
        whole = self.whole()
        middle = []
        for size, room, centre, way in (
            (whole.width(), self.width(), self._middle.x(), by.x()),
            (whole.height(), self.height(), self._middle.y(), by.y()),
        ):
            margin = min(0.5, room / 2 / size)
            middle.append(min(max(centre - way / size, margin), 1 - margin))
        self._middle = QPointF(*middle)
        self.update()

    def touch(self, gesture: Gesture) -> bool:
        """Take every gesture on the picture."""
        match gesture:
            case Press(point, x, y):
                self._fingers[point] = QPointF(x, y)
            case Lift(point):
                self._fingers.pop(point, None)
            case Tap(_, x, y, double):
                if double and self.scale > 1.05:
                    self.reset()
                elif double:
                    self.zoom(2.5, QPointF(x, y))
            case Drag(point, "begin", x, y, dx, dy):
                self._fingers[point] = QPointF(x - dx, y - dy)
                self._move(point, QPointF(x, y))
            case Drag(point, "move", x, y):
                self._move(point, QPointF(x, y))
            case Drag(point, phase):
                self._fingers.pop(point, None)
                if phase == "end":
                    self._throw(gesture)
        self._pinched = self._pinched and bool(self._fingers)
        return True

    def _move(self, point: int, to: QPointF) -> None:
        was = self._fingers.get(point, to)
        other = next((at for key, at in self._fingers.items() if key != point), None)
        self._fingers[point] = to
        if other is None:
            if self.scale > 1.0:
                self._shift(to - was)
            return
        self._pinched = True
        before, after = hypot(*(was - other).toTuple()), hypot(*(to - other).toTuple())
        if before > self.look.px(20):
            self.zoom(after / before, (was + other) / 2)
            self._shift((to - was) / 2)

    def _throw(self, drag: Drag) -> None:
        sideways = abs(drag.dx) > self.look.px(120) and abs(drag.dx) > 2 * abs(drag.dy)
        alone = not self._fingers and not self._pinched
        if self.scale <= 1.05 and sideways and alone:
            self.swiped.emit(-1 if drag.dx > 0 else 1)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Begin again: another screen has other proportions."""
        self.reset()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture on the dark ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("night"))
            if self._picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(self.whole(), self._picture, QRectF(self._picture.rect()))
