"""What the screen feels: a cross with its number for each finger, and the squares it has felt."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.shell.office.paper import Paper
from kiosk.ui.button import Button
from kiosk.ui.gestures import Drag, Lift, Press
from kiosk.ui.look import Look

DONE = Said("好了", "Done")


class TouchTest(Paper):
    """A grid of touch targets; those that stay empty when wiped over are dead."""

    def __init__(self, look: Look, done: Callable[[], None], parent: QWidget) -> None:
        super().__init__(look, parent)
        self._done = done
        self.fingers: dict[int, tuple[int, QPointF]] = {}
        """The number on screen and the place of each finger, by the number of its point."""
        self.felt: set[tuple[int, int]] = set()
        """Column and row of each square that was touched."""
        name = DONE.to(look.language)
        self._button = Button(look, name, done, self, label=name, tone="main")

    def touch(self, gesture: object) -> bool:
        """Follow the fingers."""
        match gesture:
            case Press(point, x, y) | Drag(point, "begin" | "move", x, y):
                self.fingers[point] = self._number(point), QPointF(x, y)
                side = self.look.target
                self.felt.add((int(x) // side, int(y) // side))
            case Drag(point) | Lift(point):
                self.fingers.pop(point, None)
            case _:
                return True
        self.update()
        return True

    def _number(self, point: int) -> int:
        """Return the number of a finger, for a new one the least that is free."""
        if point in self.fingers:
            return self.fingers[point][0]
        taken = {number for number, _ in self.fingers.values()}
        return next(one for one in count(1) if one not in taken)

    def key(self, key: Qt.Key) -> bool:
        """Escape ends it."""
        if key != Qt.Key.Key_Escape:
            return False
        self._done()
        return True

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the button in the middle, where it covers no edge."""
        size = self._button.measure()
        self._button.setGeometry(QRect(self.rect().center(), size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw squares, grid and crosses."""
        super().paintEvent(event)
        look, side = self.look, self.look.target
        with QPainter(self) as painter:
            for column, row in self.felt:
                square = QRect(column * side, row * side, side, side)
                painter.fillRect(square, look.color("sky_low"))
            painter.setPen(look.color("line"))
            for x in range(0, self.width(), side):
                painter.drawLine(x, 0, x, self.height())
            for y in range(0, self.height(), side):
                painter.drawLine(0, y, self.width(), y)
            painter.setPen(QPen(look.color("cinnabar"), look.px(3)))
            painter.setFont(look.font(look.theme.type.strong))
            for number, at in self.fingers.values():
                painter.drawLine(QPointF(0, at.y()), QPointF(self.width(), at.y()))
                painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), self.height()))
                aside = QPointF(look.px(60), -look.px(60))
                painter.drawText(at + aside, str(number))
