"""From Qt's touch, mouse and key events to gestures on the widgets under them.

Sits on the window itself and consumes everything: no widget ever sees a raw event, so there is no
context menu, selection, drag-out, panning plot or synthesised click to guard against.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Recogniser, Tap

log = logging.getLogger(__name__)

MOUSE = -1
"""The point number of the mouse; fingers have theirs from the touch device."""

HELD = 30.0
"""Seconds after which a touch is no finger: something lies on the panel, or the panel is broken."""

_SWALLOWED = {
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
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


def _alive(widget: QWidget) -> bool:
    return bool(shiboken6.isValid(widget))  # type: ignore[no-untyped-call]


@dataclass
class _Hold:
    """What one finger is on."""

    under: QWidget
    """Where it came down."""
    owner: QWidget | None = None
    """Who took the press: gets the lift and the tap."""
    dragger: QWidget | None = None
    """Who took the drag that the press turned into: often someone behind the owner."""


class Hands(QObject):
    """Watches one window and gives each finger's gestures to the widget it came down on."""

    def __init__(
        self,
        root: QWidget,
        slop: float,
        clock: Callable[[], float],
        *,
        present: Callable[[], bool],
        key: Callable[[Qt.Key, bool, bool], None],
        seen: Callable[[float, float], None] = lambda _x, _y: None,
    ) -> None:
        """Watch `root`, a window that exists.

        `present` hears of every press and answers whether to swallow that finger whole: the touch
        that wakes the exhibit presses nothing. `key` gets every key without modifiers but Shift,
        whether Shift was down, and whether the key was and is only told of again. `seen` gets
        every place (pixels) where a finger or the mouse is.
        """
        super().__init__(root)
        self._root, self._clock, self._present, self._key = root, clock, present, key
        self._seen = seen
        self._recogniser = Recogniser(slop)
        self._holds: dict[int, _Hold] = {}
        self._since: dict[int, float] = {}
        """When each finger came down, swallowed or not."""
        self._masked: set[int] = set()
        """Touches that were held too long: until they lift, they are not there."""
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.timeout.connect(self._mask)
        window = root.windowHandle()
        if window is None:
            raise RuntimeError("the window must exist before hands can touch it")
        window.installEventFilter(self)

    def release_all(self) -> None:
        """Let every finger go, as when the screen or the window changes under them."""
        self._feed(self._recogniser.cancel_all())
        self._holds.clear()
        self._since.clear()
        self._held.stop()

    def scale(self, slop: float) -> None:
        """Take how many pixels a finger may shift and still tap."""
        self._recogniser.slop = slop

    def _lose(self) -> None:
        """Forget every finger: the system takes the touches away, or the device is unplugged."""
        self.release_all()
        self._masked.clear()

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
                self._lose()
            else:
                if event.type() == QEvent.Type.TouchBegin:
                    once = Qt.ConnectionType.UniqueConnection
                    event.device().destroyed.connect(self._lose, once)
                for point in event.points():
                    self._point(point)
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
            if shifted or not modifiers:
                self._key(Qt.Key(event.key()), shifted, event.isAutoRepeat())
            return True
        return event.type() in _SWALLOWED

    def _mouse(self, event: QMouseEvent) -> bool:
        at, left = event.position(), Qt.MouseButton.LeftButton
        self._seen(at.x(), at.y())
        # A double click follows the second of two ordinary presses, and says nothing new.
        if event.type() == QEvent.Type.MouseButtonPress:
            if event.button() == left:
                self._down(MOUSE, at)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() == left:
                self._up(MOUSE, self._recogniser.release(MOUSE, at.x(), at.y(), self._clock()))
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & left:
            self._feed(self._recogniser.move(MOUSE, at.x(), at.y(), self._clock()))
        return True

    def _point(self, point: QEventPoint) -> None:
        if point.id() in self._masked and point.state() != QEventPoint.State.Pressed:
            if point.state() == QEventPoint.State.Released:
                self._masked.discard(point.id())
            return
        at, now = point.position(), self._clock()
        if point.state() in {QEventPoint.State.Pressed, QEventPoint.State.Updated}:
            self._seen(at.x(), at.y())
        match point.state():
            case QEventPoint.State.Pressed:
                self._down(point.id(), at)
            case QEventPoint.State.Updated:
                self._feed(self._recogniser.move(point.id(), at.x(), at.y(), now))
            case QEventPoint.State.Released:
                self._up(point.id(), self._recogniser.release(point.id(), at.x(), at.y(), now))
            case _:
                pass

    def _down(self, point: int, at: QPointF) -> None:
        self._up(point, self._recogniser.cancel(point))
        self._masked.discard(point)
        self._since[point] = self._clock()
        if not self._held.isActive():
            self._held.start(round(HELD * 1000))
        if self._swallows():
            return
        self._holds[point] = _Hold(self._root.childAt(at.toPoint()) or self._root)
        self._feed(self._recogniser.press(point, at.x(), at.y(), self._clock()))

    def _swallows(self) -> bool:
        try:
            return self._present()
        except Exception:
            log.exception("nobody heard of a touch")
            return False

    def _up(self, point: int, gestures: list[Gesture]) -> None:
        self._feed(gestures)
        self._holds.pop(point, None)
        self._since.pop(point, None)
        if not self._since:
            self._held.stop()

    def _mask(self) -> None:
        """Let go of every touch that is held too long, and look again when the next one may be."""
        now = self._clock()
        for point in [one for one, since in self._since.items() if now - since >= HELD]:
            self._up(point, self._recogniser.cancel(point))
            self._masked.add(point)
            text = "a touch is held for over %d s and ignored until it lifts; clean the screen"
            log.warning(text, HELD, extra={"fault": ("touch held", ""), "panel": "screen"})
        if self._since:
            left = HELD - (now - min(self._since.values()))
            self._held.start(max(1, round(left * 1000)))

    def _feed(self, gestures: list[Gesture]) -> None:
        for gesture in gestures:
            self._route(gesture)

    def _route(self, gesture: Gesture) -> None:
        hold = self._holds.get(gesture.point)
        if hold is None:
            return
        if isinstance(gesture, Press):
            hold.owner = self._offer(hold.under, gesture)
        elif not isinstance(gesture, Drag):
            self._give(hold.owner, gesture)
        elif gesture.phase == "begin":
            hold.dragger = self._offer(hold.under, gesture)
        else:
            self._give(hold.dragger, gesture)

    def _offer(self, widget: QWidget | None, gesture: Gesture) -> QWidget | None:
        """Offer a gesture from the widget outwards; return who takes it."""
        while widget is not None and _alive(widget):
            if self._give(widget, gesture):
                return widget
            widget = widget.parentWidget()
        return None

    def _give(self, widget: QWidget | None, gesture: Gesture) -> bool:
        """Give a gesture to a widget, and tell whether it takes it; one that fails has taken it."""
        if widget is None or not _alive(widget) or not isinstance(widget, Touchable):
            return False
        if isinstance(gesture, Tap) and not widget.isVisible():
            return False
        try:
            return widget.touch(self._local(widget, gesture))
        except Exception:
            log.exception("a touch could not be answered")
            return True

    def _local(self, widget: QWidget, gesture: Gesture) -> Gesture:
        if isinstance(gesture, Lift):
            return gesture
        # By way of the screen: a widget that has left the window under the finger has no other.
        whole = self._root.mapToGlobal(QPoint(round(gesture.x), round(gesture.y)))
        at = widget.mapFromGlobal(whole)
        x, y = float(at.x()), float(at.y())
        match gesture:
            case Press(point):
                return Press(point, x, y)
            case Tap(point, _, _, double):
                return Tap(point, x, y, double)
            case Drag(point, phase, _, _, dx, dy, vx, vy):
                return Drag(point, phase, x, y, dx, dy, vx, vy)
