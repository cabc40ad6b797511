"""Mountains and water: sky, sun, ridges that drift and meet themselves, and a still lake."""

from random import Random

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.motion import Level, Motion
from kiosk.ui.mountains import Tint, faded, layer_picture, mixed

FRAME = 125
"""Milliseconds between frames of the drift: at these speeds no eye tells them from sixty a second."""

TOPS = (0.54, 0.61, 0.69, 0.79)
"""Where each layer begins, from far to near, as shares of the height."""

SPEEDS = (1.5, 3.0, 5.5, 8.0)
"""How fast each layer drifts, in design pixels a second."""

MISTS = (0.80, 0.72, 0.60, 0.30)
"""How much of each layer is lost in mist at its foot (0 to 1)."""

SHORE = 0.915
"""Where the lake begins, as a share of the height."""

SEED = 20
"""The range of the cover."""


class Drift(QWidget):
    """The landscape behind the cover; `sun` is its centre as shares of width and height."""

    def __init__(
        self, look: Look, motion: Motion, parent: QWidget, sun: tuple[float, float]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.look, self._motion, self._sun = look, motion, sun
        self._sky, self._lake = QPixmap(), QPixmap()
        self._layers: list[tuple[int, QPixmap]] = []
        self._shifts = [0] * len(SPEEDS)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._drift)

    def run(self, on: bool) -> None:
        """Drift, or rest; only the full level of motion drifts."""
        if on and self._motion.level is Level.FULL:
            self._timer.start()
            self._drift()
        else:
            self._timer.stop()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Have everything painted anew."""
        self._let_go()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Keep nothing while nobody sees it: the pictures take as much as two screens."""
        self._let_go()

    def _let_go(self) -> None:
        self._layers.clear()
        self._sky, self._lake = QPixmap(), QPixmap()

    def _paint(self) -> None:
        """Paint sky, layers and lake once for this size."""
        look, high = self.look, self.height()
        azurite, malachite = look.color("azurite"), look.color("malachite")
        colors = (
            look.color("hills_far"),
            mixed(malachite, look.color("hills_far"), 0.42),
            mixed(malachite, azurite, 0.38),
            mixed(look.color("azurite_deep"), azurite, 0.4),
        )
        haze, gold = look.color("sky_low"), look.color("gold")
        layers = zip(TOPS, MISTS, colors, strict=True)
        for index, (top, mist, color) in enumerate(layers):
            tint = Tint(color, mixed(color, haze, mist), gold)
            start, foot = round(high * top), round(high * SHORE)
            picture = layer_picture((self.width(), foot - start), SEED, index, tint)
            self._layers.append((start, picture))
        self._sky, self._lake = (
            QPixmap(self.size()),
            QPixmap(self.width(), high - round(high * SHORE)),
        )
        with QPainter(self._sky) as painter:
            self._paint_sky(painter)
        with QPainter(self._lake) as painter:
            self._paint_lake(painter, self._lake.rect())

    def _paint_sky(self, painter: QPainter) -> None:
        look = self.look
        fill = QLinearGradient(QPointF(0, 0), QPointF(0, self.height() * 0.75))
        fill.setColorAt(0.0, look.color("sky_high"))
        fill.setColorAt(1.0, look.color("sky_low"))
        painter.fillRect(self.rect(), fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(100)
        centre = QPointF(self.width() * self._sun[0], self.height() * self._sun[1])
        reach = radius * 2.4
        glow = QRadialGradient(centre, reach)
        glow.setColorAt(0.0, faded(look.color("cinnabar"), 0.16))
        glow.setColorAt(1.0, faded(look.color("cinnabar"), 0.0))
        corner = QPointF(reach, reach)
        painter.fillRect(QRectF(centre - corner, centre + corner), glow)
        disc = QRadialGradient(centre - QPointF(0, radius * 0.3), radius * 1.4)
        disc.setColorAt(0.0, look.color("sun"))
        disc.setColorAt(1.0, look.color("cinnabar"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(disc)
        painter.drawEllipse(centre, radius, radius)

    def _paint_lake(self, painter: QPainter, area: QRect) -> None:
        """Draw still water: light at the shore, a few ripples, the sun's glint."""
        look, random = self.look, Random(SEED)  # noqa: S311 - art, not secrets
        fill = QLinearGradient(QPointF(0, 0), QPointF(0, area.height()))
        fill.setColorAt(0.0, mixed(look.color("azurite"), look.color("sky_low"), 0.42))
        fill.setColorAt(1.0, mixed(look.color("azurite"), look.color("azurite_deep"), 0.6))
        painter.fillRect(area, fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _ in range(26):
            y = area.height() * random.uniform(0.08, 0.95) ** 1.3
            wide = look.px(random.uniform(60, 260))
            x = random.uniform(-wide, area.width())
            painter.setPen(
                QPen(faded(look.color("on_dark"), random.uniform(0.08, 0.22)), look.px(2))
            )
            painter.drawLine(QPointF(x, y), QPointF(x + wide, y))
        painter.setPen(Qt.PenStyle.NoPen)
        middle = area.width() * self._sun[0]
        for index in range(5):
            wide = look.px(150 - 22 * index)
            y = area.height() * (0.10 + 0.17 * index)
            painter.setBrush(faded(look.color("sun"), 0.34 - 0.05 * index))
            painter.drawRoundedRect(QRectF(middle - wide / 2, y, wide, look.px(5)), 3, 3)

    def _drift(self) -> None:
        now = self._motion.clock()
        wide = max(1, self.width())
        shifts = [round(now * speed * self.look.unit) % wide for speed in SPEEDS]
        if shifts != self._shifts:
            self._shifts = shifts
            top, foot = round(self.height() * TOPS[0]), round(self.height() * SHORE)
            self.update(0, top, self.width(), foot - top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sky, each layer twice, end to end, and the lake."""
        if not self._layers:
            self._paint()
        with QPainter(self) as painter:
            painter.drawPixmap(event.rect(), self._sky, event.rect())
            for (top, picture), shift in zip(self._layers, self._shifts, strict=True):
                painter.drawPixmap(-shift, top, picture)
                painter.drawPixmap(picture.width() - shift, top, picture)
            painter.drawPixmap(0, round(self.height() * SHORE), self._lake)
