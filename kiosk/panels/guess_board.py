"""The picture that a visitor drags to guess, and over which the true value then grows."""

from collections.abc import Callable
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels.asking import Question
from kiosk.panels.share import Sides, cells
from kiosk.ui.gestures import Drag, Gesture, Press, Tap
from kiosk.ui.look import Look

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart

LEFT, RIGHT = 0.08, 0.88
"""Where the two points of a change stand, as shares of the canvas's width."""

SMALL = 0.4
"""The size of a mark on a square, as a share of the square's."""

HEAD = 1.08
"""How far above the top of the scale a canvas goes, so that a dot there is whole."""


def inner(squares: Sides) -> Sides:
    """Return a small square in each of these: a mark that lies on it."""
    left, right, low, high = squares
    spare = [(b - a) * (1 - SMALL) / 2 for a, b in zip(left, right, strict=True)]
    rise = (high[0] - low[0]) * (1 - SMALL) / 2
    return (
        [a + more for a, more in zip(left, spare, strict=True)],
        [b - more for b, more in zip(right, spare, strict=True)],
        [a + rise for a in low],
        [b - rise for b in high],
    )


class Grip(QWidget):
    """The dot to drag, with arrows that say which way."""

    def __init__(self, look: Look, parent: QWidget, *, upright: bool) -> None:
        super().__init__(parent)
        self.look, self._upright = look, upright
        size = look.target
        self.resize(size, size)

    def centre(self, spot: QPointF, room: QRect) -> None:
        """Stand with the middle on a point, or as near as lets all of it be seen."""
        x, y = round(spot.x() - self.width() / 2), round(spot.y() - self.height() / 2)
        right, foot = room.right() + 1 - self.width(), room.bottom() + 1 - self.height()
        self.move(min(max(room.left(), x), right), min(max(room.top(), y), foot))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring with two arrow heads."""
        look, half = self.look, self.width() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(half, half)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("ochre"))
            painter.drawEllipse(QPointF(0, 0), half * 0.72, half * 0.72)
            painter.setBrush(look.color("card"))
            painter.drawEllipse(QPointF(0, 0), half * 0.58, half * 0.58)
            painter.setBrush(look.color("ochre"))
            for turn in (90, 180) if self._upright else (0, 180):
                painter.rotate(turn)
                tip, back, side = half * 0.42, half * 0.16, half * 0.2
                painter.drawPolygon([QPointF(tip, 0), QPointF(back, -side), QPointF(back, side)])


class Board(QWidget):
    """One question's picture: touched while guessing, still once the truth is told."""

    def __init__(
        self,
        look: Look,
        asked: Question,
        chart: Callable[[QWidget], "Chart"],
        parent: QWidget,
        moved: Callable[[], None],
    ) -> None:
        """`chart` lends a canvas; `moved` is told of every other guess."""
        super().__init__(parent)
        self.look, self._asked, self._moved = look, asked, moved
        self._chart = chart(self)
        self.upright = asked.shape != "bar"
        self._grip = Grip(look, self, upright=self.upright)
        self._grip.raise_()
        self._finger: int | None = None
        self._began = 0.0
        self.told: float | None = None
        """How much of the true value has grown (0 to 1); None while guessing."""
        self.guess = asked.at(0.5 if asked.before is None else asked.share(asked.before))

    def put(self, guess: Decimal) -> None:
        """Guess this."""
        self.guess = min(max(guess, Decimal(0)), self._asked.top)
        self.draw()
        self._moved()

    def tell(self, share: float | None) -> None:
        """Show this share of the truth; None asks again."""
        self.told = share
        self._finger = None
        self._grip.setVisible(share is None)
        self.draw()

    # -- the finger ----------------------------------------------------------------------------

    def touch(self, gesture: Gesture) -> bool:
        """Follow one finger; a tap puts the guess where it is."""
        if self.told is not None:
            return True
        if isinstance(gesture, Tap):
            self.put(self._asked.at(self._share_at(gesture.x, gesture.y)))
        elif isinstance(gesture, Drag):
            self._drag(gesture)
        return isinstance(gesture, Press | Tap | Drag)

    def _drag(self, gesture: Drag) -> None:
        if gesture.phase == "begin" and self._finger is None:
            self._finger, self._began = gesture.point, self._asked.share(self.guess)
        if gesture.point != self._finger:
            return
        along = -gesture.dx if self.look.rtl else gesture.dx
        way = (-gesture.dy if self.upright else along) / self._length
        self.put(self._asked.at(self._began + way))
        if gesture.phase in {"end", "cancel"}:
            self._finger = None

    @property
    def _length(self) -> float:
        """The pixels that the whole scale takes."""
        return max(1.0, (self.height() if self.upright else self.width()) / HEAD)

    def _share_at(self, x: float, y: float) -> float:
        along = self.width() - x if self.look.rtl else x
        return (self.height() - y if self.upright else along) / self._length

    # -- the picture ---------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fill the place."""
        self._chart.setGeometry(self.rect())
        self.draw()

    def draw(self) -> None:
        """Draw guess and, once told, truth."""
        self._chart.clear_marks()
        guess = self._asked.share(self.guess)
        truth = None if self.told is None else self._asked.share(self._asked.truth)
        {"bar": self._bar, "slope": self._slope, "squares": self._squares}[self._asked.shape](
            guess, truth
        )

    def _bar(self, guess: float, truth: float | None) -> None:
        look, chart, told = self.look, self._chart, self.told or 0.0
        chart.frame((0.0, HEAD), (0.0, 1.0))
        gold, blue = look.color("gold"), look.color("azurite")
        chart.tracks([0.0], [1.0], [0.36], [0.64], look.color("hollow"))
        if truth is None:
            chart.bars([0.0], [guess], [0.36], [0.64], [gold])
        else:
            ends = [guess, truth * told]
            chart.bars([0.0, 0.0], ends, [0.52, 0.36], [0.64, 0.48], [gold, blue])
        self._grip.centre(chart.spot(guess, 0.5), self.rect())

    def _slope(self, guess: float, truth: float | None) -> None:
        look, chart, told = self.look, self._chart, self.told or 0.0
        chart.frame((0.0, 1.0), (0.0, HEAD))
        gold, paper = look.color("gold"), look.color("paper")
        begin = self._asked.share(self._asked.before or Decimal(0))
        chart.tracks([0.0], [1.0], [0.0], [0.006], look.color("track"))
        wide, size = look.px(7), look.px(38)
        if truth is None:
            chart.line([LEFT, RIGHT], [begin, guess], gold, wide)
            chart.dots([LEFT], [begin], size, [look.color("ink_soft")], paper)
        else:
            now = guess + (truth - guess) * told
            chart.line([LEFT, RIGHT], [begin, guess], gold, wide, under=True)
            chart.line([LEFT, RIGHT], [begin, now], look.color("azurite"), wide)
            colors = [look.color(role) for role in ("ink_soft", "gold", "cinnabar")]
            chart.dots([LEFT, RIGHT, RIGHT], [begin, guess, now], size, colors, paper)
        self._grip.centre(chart.spot(RIGHT, guess), self.rect())

    def _squares(self, guess: float, truth: float | None) -> None:
        look, chart, told = self.look, self._chart, self.told or 0.0
        chart.frame((0.0, 10.0), (0.0, 10.0 * HEAD))
        chart.tracks(*cells(100.0), look.color("hollow"))
        gold, blue = look.color("gold"), look.color("azurite")
        if truth is None:
            left, right, low, high = cells(guess * 100)
            chart.bars(left, right, low, high, [gold] * 100)
        else:
            sides = zip(cells(truth * 100 * told), inner(cells(guess * 100)), strict=True)
            left, right, low, high = (whole + small for whole, small in sides)
            chart.bars(left, right, low, high, [blue] * 100 + [gold] * 100)
        row = max(0, ceil(guess * 10) - 1)
        self._grip.centre(chart.spot(guess * 100 - row * 10, row + 0.5), self.rect())
