"""The way to the PIN: a finger held in the top left corner of the screen. Nothing shows it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.hands import MOUSE

HOLD: Final = 3.0
"""Seconds."""


class Corner(QObject):
    """Watches one finger, or the mouse, from where it comes down in the corner until it leaves it.

    It looks at the events themselves and takes none: fingers that lift are nowhere else told of,
    and the hands may swallow whatever wakes the exhibit.
    """

    def __init__(
        self,
        window: QWidget,
        side: Callable[[], int],
        clock: Callable[[], float],
        held: Callable[[], None],
    ) -> None:
        """`side` returns the pixels of the corner's side, `clock` seconds; `held` is called once."""
        super().__init__(window)
        self._side, self._clock, self._held = side, clock, held
        self._finger: tuple[int, float] | None = None
        """Its number, and since when it has been there."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._late)
        handle = window.windowHandle()
        if handle is None:
            raise RuntimeError("the window must exist before it has corners")
        handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the finger; whoever else wants the event still gets it."""
        if event.type() == QEvent.Type.TouchCancel:
            self.forget()
        elif isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchBegin:  # unplugged, no finger lifts
                once = Qt.ConnectionType.UniqueConnection
                event.device().destroyed.connect(self.forget, once)
            for point in event.points():
                down = point.state() == QEventPoint.State.Pressed
                up = point.state() == QEventPoint.State.Released
                self._see(point.id(), point.position(), down=down, up=up)
        elif isinstance(event, QMouseEvent):
            down = event.type() == QEvent.Type.MouseButtonPress
            down = down and event.button() == Qt.MouseButton.LeftButton
            up = not event.buttons() & Qt.MouseButton.LeftButton
            self._see(MOUSE, event.position(), down=down, up=up)
        return False

    def _see(self, finger: int, at: QPointF, *, down: bool, up: bool) -> None:
        inside = 0 <= at.x() < self._side() and 0 <= at.y() < self._side()
        if self._finger is None:
            if down and inside:
                self._finger = (finger, self._clock())
                self._timer.start(round(HOLD * 1000))
        elif finger == self._finger[0] and (up or not inside):
            self.forget()

    def _late(self) -> None:
        """It has been long enough, unless the timer was early."""
        if self._finger is None:
            return
        left = HOLD - (self._clock() - self._finger[1])
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
        else:
            self.forget()
            self._held()

    def forget(self) -> None:
        """Wait for the next finger."""
        self._finger = None
        self._timer.stop()
