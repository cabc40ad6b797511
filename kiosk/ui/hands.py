"""From Qt's touch, mouse and key events to gestures on the widgets under them.

Sits on the window itself and consumes everything: no widget ever sees a raw event, so there is no
context menu, selection, drag-out, panning plot or synthesised click to guard against.
"""

import logging
from collections.abc import Callable
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Recogniser, Tap

log = logging.getLogger(__name__)

MOUSE = -1
"""The point number of the mouse; fingers have theirs from the touch device."""

_SWALLOWED = {
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.KeyRelease,
    QEvent.Type.Shortcut,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.NativeGesture,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
}


@runtime_checkable
class Touchable(Protocol):
    """A widget that takes gestures."""

    def touch(self, gesture: Gesture) -> bool:
        """Take a gesture whose coordinates are this widget's; False passes it to the parent."""
        ...


class Hands(QObject):
    """Watches one window and gives each finger's gestures to the widget it came down on."""

    def __init__(
        self,
        root: QWidget,
        slop: float,
        clock: Callable[[], float],
        *,
        present: Callable[[], bool],
        key: Callable[[Qt.Key, bool], None],
    ) -> None:
        """Watch `root`, a window that exists.

        `present` hears of every press and answers whether to swallow that finger whole: the touch
        that wakes the exhibit presses nothing. `key` gets every key without modifiers but Shift.
        """
        super().__init__(root)
        self._root, self._clock, self._present, self._key = root, clock, present, key
        self._recogniser = Recogniser(slop)
        self._owners: dict[int, QWidget | None] = {}
        self._draggers: dict[int, QWidget | None] = {}
        window = root.windowHandle()
        if window is None:
            raise RuntimeError("the window must exist before hands can touch it")
        window.installEventFilter(self)

    def release_all(self) -> None:
        """Let every finger go, as when the screen or the window changes under them."""
        for gesture in self._recogniser.cancel_all():
            self._route(gesture)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take input events; whatever goes wrong in answer to one, the next still arrives."""
        try:
            return self._take(event)
        except Exception:
            log.exception("a touch or key could not be answered")
            return True

    def _take(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchCancel:
                self.release_all()
            else:
                for point in event.points():
                    self._point(point)
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
            if not event.isAutoRepeat() and (shifted or not modifiers):
                self._key(Qt.Key(event.key()), shifted)
            return True
        return event.type() in _SWALLOWED

    def _mouse(self, event: QMouseEvent) -> bool:
        at, left = event.position(), Qt.MouseButton.LeftButton
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() == left:
                self._down(MOUSE, at)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() == left:
                self._feed(self._recogniser.release(MOUSE, at.x(), at.y(), self._clock()))
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & left:
            self._feed(self._recogniser.move(MOUSE, at.x(), at.y(), self._clock()))
        return True

    def _point(self, point: QEventPoint) -> None:
        at, now = point.position(), self._clock()
        match point.state():
            case QEventPoint.State.Pressed:
                self._down(point.id(), at)
            case QEventPoint.State.Updated:
                self._feed(self._recogniser.move(point.id(), at.x(), at.y(), now))
            case QEventPoint.State.Released:
                self._feed(self._recogniser.release(point.id(), at.x(), at.y(), now))
            case _:
                pass

    def _down(self, point: int, at: QPointF) -> None:
        self._feed(self._recogniser.cancel(point))
        self._owners.pop(point, None)
        if self._present():
            return
        self._owners[point] = self._root.childAt(at.toPoint()) or self._root
        self._feed(self._recogniser.press(point, at.x(), at.y(), self._clock()))

    def _feed(self, gestures: list[Gesture]) -> None:
        for gesture in gestures:
            self._route(gesture)

    def _route(self, gesture: Gesture) -> None:
        point = gesture.point
        if isinstance(gesture, Drag):
            if gesture.phase == "begin":
                self._draggers[point] = self._offer(self._owners.get(point), gesture)
            else:
                self._give(self._draggers.get(point), gesture)
                if gesture.phase in ("end", "cancel"):
                    self._draggers.pop(point, None)
                    self._owners.pop(point, None)
        elif isinstance(gesture, Press):
            self._owners[point] = self._offer(self._owners.get(point), gesture)
        elif isinstance(gesture, Lift):
            self._give(self._owners.get(point), gesture)
        else:
            self._give(self._owners.pop(point, None), gesture)

    def _offer(self, widget: QWidget | None, gesture: Gesture) -> QWidget | None:
        """Offer a gesture from the widget outwards; return who takes it."""
        while widget is not None and shiboken6.isValid(widget):
            if isinstance(widget, Touchable) and self._give(widget, gesture):
                return widget
            widget = widget.parentWidget()
        return None

    def _give(self, widget: QWidget | None, gesture: Gesture) -> bool:
        if widget is None or not shiboken6.isValid(widget) or not isinstance(widget, Touchable):
            return False
        return widget.touch(self._local(widget, gesture))

    def _local(self, widget: QWidget, gesture: Gesture) -> Gesture:
        if isinstance(gesture, Lift):
            return gesture
        at = widget.mapFrom(self._root, QPoint(round(gesture.x), round(gesture.y)))
        x, y = float(at.x()), float(at.y())
        match gesture:
            case Press(point):
                return Press(point, x, y)
            case Tap(point, _, _, double):
                return Tap(point, x, y, double)
            case Drag(point, phase, _, _, dx, dy, vx, vy):
                return Drag(point, phase, x, y, dx, dy, vx, vy)
