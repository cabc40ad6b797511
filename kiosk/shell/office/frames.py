"""How smoothly it runs: frames that were painted, and the longest time nothing was answered."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

EVERY: Final = 250
"""Milliseconds between looks at the clock: Qt wakes once for all timers of this interval."""


class Frames(QObject):
    """Counts from the start on."""

    def __init__(self, window: QWidget, clock: Callable[[], float]) -> None:
        """`clock` tells seconds."""
        super().__init__(window)
        self._clock, self.begun = clock, clock()
        self.painted = 0
        self.worst = 0.0
        """Seconds of the longest gap between two looks, beyond what it should be."""
        self._last = self.begun
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)
        window.installEventFilter(self)

    @property
    def uptime(self) -> float:
        """Seconds since the start."""
        return self._clock() - self.begun

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count what makes Qt paint the window."""
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted += 1
        return False

    def look(self) -> None:
        """See how much later than it should it is."""
        now = self._clock()
        self.worst = max(self.worst, now - self._last - EVERY / 1000)
        self._last = now

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
