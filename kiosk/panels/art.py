"""The chapter's art: its range of mountains, its name from top to bottom, its seal."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels.brief import Brief
from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.mountains import mixed, paint_range
from kiosk.ui.seal import Seal
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words


def chapter_colors(look: Look, number: int) -> tuple[QColor, QColor, QColor]:
    """Return ground, mountain and gold of the chapter with this number (from 0)."""
    ranges = look.theme.palette.ranges
    ground, far = ranges[number % len(ranges)]
    return QColor(ground), QColor(far), look.color("gold_on_dark")


STRIDE = 0.17
"""How far the range has passed by from one panel to the next: a chapter is a walk along it."""


def paint_ground(
    painter: QPainter, area: QRect, look: Look, number: int, sky: float, at: int = 0
) -> None:
    """Draw a chapter's ground and mountains; `sky` (0 to 1) is the part left free above them.

    `at` is the panel's place in the route: further on, the range has passed by.
    """
    ground, far, gold = chapter_colors(look, number)
    fill = QLinearGradient(QPointF(area.topLeft()), QPointF(area.bottomLeft()))
    fill.setColorAt(0.0, ground)
    fill.setColorAt(1.0, mixed(ground, look.color("black"), 0.25))
    painter.fillRect(area, fill)
    top = area.top() + round(area.height() * sky)
    hills = QRect(area.left(), top, area.width(), area.bottom() - top + 1)
    near = mixed(ground, look.color("black"), 0.3)
    colors = (mixed(far, ground, 0.35), near, gold)
    paint_range(painter, hills, number + 3, colors, along=at * STRIDE)


SKY = 0.62
"""The share of the height above the mountains, where the words stand."""


class Art(QWidget):
    """Painted once for its size."""

    def __init__(self, brief: Brief, parent: QWidget) -> None:
        super().__init__(parent)
        self.brief, self.look = brief, brief.look
        kinds = self.look.theme.type
        title, subtitle = brief.say(brief.chapter.title), brief.say(brief.chapter.subtitle)
        if self.look.chinese:
            self._title: Column | Words = Column(
                self.look, title, kinds.display, self, role="on_dark"
            )
            self._sub: Column | Words = Column(
                self.look, subtitle, kinds.verse, self, role="gold_on_dark"
            )
        else:
            self._title = Words(self.look, title, kinds.title, self, role="on_dark")
            self._sub = Words(self.look, subtitle, kinds.label, self, role="gold_on_dark")
        self._seal = Seal(self.look, brief.chapter.seal or "", self)
        self._seal.setVisible(bool(brief.chapter.seal))
        self._ground = QPixmap()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Paint the ground and place the words on the sky, clear of the mountains."""
        look, size = self.look, self.size()
        self._ground = QPixmap(size)
        with QPainter(self._ground) as painter:
            paint_ground(painter, self.rect(), look, self.brief.number, SKY, self.brief.at)
        edge, side = look.px(64), look.px(84)
        if isinstance(self._title, Column) and isinstance(self._sub, Column):
            high = round(self.height() * SKY) - edge - look.px(12 if look.portrait else 28)
            right = self.width() - edge
            columns = 2 if look.portrait else 1
            left = self._title.place(right, edge, high, self._title.fitting(high, columns, 0.9))
            under = 0 if look.portrait else side + look.px(48)
            factor = self._sub.fitting(high - under - look.px(8), columns, 0.86)
            left = self._sub.place(left - look.px(16), edge + look.px(8), high, factor)
            if look.portrait:
                self._seal.setGeometry(left - look.px(28) - side, edge + look.px(8), side, side)
            else:
                below = self._sub.geometry().bottom() + look.px(28)
                self._seal.setGeometry(left + (self._sub.width() - side) // 2, below, side, side)
        elif isinstance(self._title, Words) and isinstance(self._sub, Words):
            width = self.width() - 2 * edge
            below = self._title.place(edge, edge, width, 0.9)
            below = self._sub.place(edge, below + look.px(16), width, 0.9)
            put(look, self._seal, QRect(edge, below + look.px(32), side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the ground."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
