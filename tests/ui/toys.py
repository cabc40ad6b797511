"""Things to touch and to look at: pads that remember, flat coloured views, and hands for the tests."""

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPointingDevice,
    QTouchEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.gestures import Drag, Gesture, Lift, Press, Tap

if TYPE_CHECKING:
    from collections.abc import Callable

RED, GREEN, BLUE = "#c02020", "#20a040", "#2040c0"


class Pad(QWidget):
    """Remembers every gesture it is given, takes those of some kinds, and sees no raw event."""

    RAW: ClassVar = {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
    }

    def __init__(
        self,
        parent: QWidget | None,
        area: tuple[int, int, int, int],
        takes: tuple[type[Gesture], ...] = (Press, Lift, Tap),
    ) -> None:
        super().__init__(parent)
        self.setGeometry(*area)
        self.takes = takes
        self.got: list[Gesture] = []
        self.raw: list[QEvent.Type] = []
        self.answer: Callable[[Gesture], None] = lambda _gesture: None

    def touch(self, gesture: Gesture) -> bool:
        self.got.append(gesture)
        self.answer(gesture)
        return isinstance(gesture, self.takes)

    def event(self, event: QEvent) -> bool:
        if event.type() in self.RAW:
            self.raw.append(event.type())
        return super().event(event)

    @property
    def taps(self) -> int:
        return sum(isinstance(one, Tap) for one in self.got)

    @property
    def held(self) -> int:
        """Presses that have not lifted."""
        return sum(isinstance(one, Press) - isinstance(one, Lift) for one in self.got)

    def drags(self) -> list[str]:
        """The phases of the drags it was offered; moves on end count as one."""
        phases = [one.phase for one in self.got if isinstance(one, Drag)]
        return [phase for phase, _ in groupby(phases)]


class Flat(QWidget):
    """An opaque view of one colour."""

    def __init__(self, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = color
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.color))


class Fingers:
    """Touches a window as a panel does: every event tells of all the fingers that are down."""

    def __init__(self, window: QWidget, device: QPointingDevice) -> None:
        self._window, self._device = window, device
        self._down: dict[int, QPoint] = {}

    def press(self, point: int, x: int, y: int) -> None:
        self._send({point: ("press", QPoint(x, y))})

    def move(self, point: int, x: int, y: int) -> None:
        self._send({point: ("move", QPoint(x, y))})

    def lift(self, point: int, at: tuple[int, int] | None = None) -> None:
        self._send({point: ("release", QPoint(*at) if at else self._down[point])})

    def tap(self, point: int, x: int, y: int) -> None:
        self.press(point, x, y)
        self.lift(point)

    def all_at_once(self, what: str, places: dict[int, tuple[int, int]]) -> None:
        self._send({point: (what, QPoint(*at)) for point, at in places.items()})

    def cancel(self) -> None:
        """Tell what the system tells when it takes the touches away."""
        handle = self._window.windowHandle()
        points = [
            QEventPoint(point, QEventPoint.State.Stationary, QPointF(at), QPointF(at))
            for point, at in self._down.items()
        ]
        event = QTouchEvent(
            QEvent.Type.TouchCancel, self._device, Qt.KeyboardModifier.NoModifier, points
        )
        QApplication.sendEvent(handle, event)

    def go(self) -> None:
        """Lift whatever is still down, so that the next test finds no finger on the screen."""
        for point in list(self._down):
            self.lift(point)

    def _send(self, changes: dict[int, tuple[str, QPoint]]) -> None:
        sequence = QTest.touchEvent(self._window.windowHandle(), self._device)
        for point, at in self._down.items():
            if point not in changes:
                sequence.move(point, at)  # a resting finger: `stationary` would forget its place
        for point, (what, at) in changes.items():
            getattr(sequence, what)(point, at)
            self._down[point] = at
            if what == "release":
                del self._down[point]
        sequence.commit()


def colors(picture: QImage | QPixmap) -> set[str]:
    """Return every colour in a picture, as #rrggbb."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    found = np.unique(np.frombuffer(image.constBits(), dtype=np.uint32) & 0xFFFFFF)
    return {f"#{int(value):06x}" for value in found}


def color_at(picture: QImage | QPixmap, x: int, y: int) -> str:
    """Return one pixel's colour, as #rrggbb."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    return image.pixelColor(x, y).name()


def inked(widget: QWidget) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Return for every pixel of a widget, row by row, whether there is dark ink on it."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return pixels[:, : image.width()] < 120


def columns_with_ink(widget: QWidget) -> list[int]:
    """Return the x of every column of pixels that has ink on it."""
    return [int(x) for x in np.flatnonzero(inked(widget).any(axis=0))]


def rows_with_ink(widget: QWidget) -> list[int]:
    """Return the y of every row of pixels that has ink on it."""
    return [int(y) for y in np.flatnonzero(inked(widget).any(axis=1))]
