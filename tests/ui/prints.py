"""A picture to enlarge and move, and fingers on it."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Gesture, Recogniser
from kiosk.ui.look import Look
from kiosk.ui.zoomable import Zoomable


class Print:
    """A picture of 1600 by 1200 pixels, touched through a recogniser as hands do."""

    def __init__(self, look: Look, window: QWidget) -> None:
        self.zoomable = Zoomable(look, window)
        self.zoomable.setGeometry(window.rect())
        self.zoomable.show_picture(filled(1600, 1200))
        self.zoomable.show()
        self.swipes: list[int] = []
        self.zoomable.swiped.connect(self.swipes.append)
        self.recogniser = Recogniser(10)
        self.now = 0.0

    def _give(self, gestures: list[Gesture]) -> None:
        self.now += 0.02
        for gesture in gestures:
            assert self.zoomable.touch(gesture)

    def press(self, point: int, x: float, y: float) -> None:
        self._give(self.recogniser.press(point, x, y, self.now))

    def move(self, point: int, x: float, y: float) -> None:
        self._give(self.recogniser.move(point, x, y, self.now))

    def lift(self, point: int, x: float, y: float) -> None:
        self._give(self.recogniser.release(point, x, y, self.now))

    def cancel(self, point: int) -> None:
        self._give(self.recogniser.cancel(point))

    def drag(self, dx: float, dy: float = 0.0, *, steps: int = 4, point: int = 0) -> None:
        self.press(point, 400, 300)
        for step in range(1, steps + 1):
            self.move(point, 400 + dx * step / steps, 300 + dy * step / steps)
        self.lift(point, 400 + dx, 300 + dy)

    def double_tap(self, x: float, y: float) -> None:
        for _ in range(2):
            self.press(0, x, y)
            self.lift(0, x, y)

    def under(self, x: float, y: float) -> QPointF:
        """Return the point of the picture that is seen at a pixel, as shares from 0 to 1."""
        whole = self.zoomable.whole()
        return QPointF((x - whole.left()) / whole.width(), (y - whole.top()) / whole.height())

    def edges(self) -> tuple[float, float, float, float]:
        seen = self.zoomable.seen()
        return seen.left(), seen.top(), seen.right(), seen.bottom()


def filled(width: int, height: int, color: str = "#30a030") -> QPixmap:
    picture = QPixmap(width, height)
    picture.fill(color)
    return picture


WHOLE = pytest.approx((0.0, 0.0, 1.0, 1.0))
