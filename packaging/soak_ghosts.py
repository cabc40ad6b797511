"""Fingers that nobody has: a wet or broken panel, a palm, or children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    import random

    from PySide6.QtWidgets import QWidget

FINGERS = 10


class Ghosts:
    """Touches a window at random, with real events of a touch panel."""

    def __init__(self, window: QWidget, chance: random.Random) -> None:
        self._window, self._chance = window, chance
        self._panel = QTest.createTouchDevice()
        self._down: dict[int, QPoint] = {}

    def tap(self) -> None:
        """Put one more finger down, now and then move one; lift it, or leave it for a while."""
        finger = self._chance.randrange(FINGERS)
        if finger in self._down:
            self._send(finger, "move", self._anywhere())
        else:
            self._send(finger, "press", self._anywhere())
        # Rarely more than a few rest, sometimes all ten, and none for half a minute.
        for one in list(self._down):
            if self._chance.random() < 0.7:
                self._send(one, "release", self._down[one])

    def touch(self, x: int, y: int) -> None:
        """Tap a place."""
        self._send(0, "press", QPoint(x, y))
        self._send(0, "release", QPoint(x, y))

    def go(self) -> None:
        """Lift every finger."""
        for finger in list(self._down):
            self._send(finger, "release", self._down[finger])

    def _anywhere(self) -> QPoint:
        size = self._window.size()
        x, y = self._chance.randrange(size.width()), self._chance.randrange(size.height())
        return QPoint(x, y)

    def _send(self, finger: int, what: str, at: QPoint) -> None:
        """Tell what one finger does; all others that are down rest."""
        told = QTest.touchEvent(self._window.windowHandle(), self._panel)
        for other, place in self._down.items():
            if other != finger:
                told.move(other, place)
        getattr(told, what)(finger, at)
        told.commit()
        self._down[finger] = at
        if what == "release":
            del self._down[finger]
