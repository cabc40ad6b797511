"""Mountains in layers, drawn from a seed: the same seed gives the same range at any size."""

from dataclasses import dataclass
from math import exp, pi, sin
from random import Random

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)

SAMPLES = 240
"""Points of one ridge: a smooth line at 4K, cheap to draw."""

THREADS = 3
"""Fine lines beneath a crest, as the blue-green painters followed the folds of a slope."""

FAR = 0.4
"""How fast the farthest ridge passes by, compared with the nearest."""

LOWEST, HIGHEST = 0.35, 0.98
"""Where a ridge's lowest and highest points lie, as shares of its layer's height."""


@dataclass(frozen=True)
class Tint:
    """What one layer is painted with: crest, the mist at its foot, and the contour."""

    crest: QColor
    mist: QColor
    line: QColor


def ridge(seed: int, layer: int) -> list[float]:
    """Return a ridge as heights from 0 to 1; it meets itself at the ends, so that it may drift."""
    random = Random(seed * 97 + layer)  # noqa: S311 - art, not secrets
    waves = [(n, random.uniform(0.25, 1.0) / n, random.uniform(0, 2 * pi)) for n in (1, 2, 3, 5, 8)]
    peaks = [
        (random.random(), random.uniform(0.03, 0.09), random.uniform(0.5, 1.5)) for _ in range(3)
    ]
    heights = []
    for index in range(SAMPLES + 1):
        x = index / SAMPLES
        height = sum(size * sin(2 * pi * n * x + phase) for n, size, phase in waves)
        for centre, breadth, size in peaks:
            away = min(abs(x - centre), 1 - abs(x - centre))
            height += size * exp(-((away / breadth) ** 2))
        heights.append(height)
    low, high = min(heights), max(heights)
    return [(height - low) / (high - low) for height in heights]


def turned(heights: list[float], share: float) -> list[float]:
    """Return a ridge as it looks this share (0 to 1) of its length further along."""
    start = round(share * SAMPLES) % SAMPLES
    return heights[start:-1] + heights[: start + 1]


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour this share (0 to 1) of the way from one to the other."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def faded(color: QColor, alpha: float) -> QColor:
    """Return the colour at this opacity (0 to 1)."""
    pale = QColor(color)
    pale.setAlphaF(alpha)
    return pale


def _line(area: QRect, heights: list[float]) -> QPainterPath:
    """Return the ridge as a line in `area`."""
    left, foot = area.left(), area.bottom() - area.height() * LOWEST
    step, span = area.width() / SAMPLES, area.height() * (HIGHEST - LOWEST)
    points = [QPointF(left + step * at, foot - span * high) for at, high in enumerate(heights)]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    return path


def _sunk(crest: QPainterPath, area: QRect, depth: float) -> QPainterPath:
    """Return the crest's line, sunk and flattened by `depth` (0 to 1)."""
    foot = area.bottom() - area.height() * LOWEST
    down = foot * depth + 0.22 * depth * area.height()
    return QTransform(1, 0, 0, 1 - depth, 0, down).map(crest)


def paint_layer(painter: QPainter, area: QRect, heights: list[float], tint: Tint) -> None:
    """Draw one ridge filling `area`: its colour at the crest, mist at its foot, fine contours."""
    crest = _line(area, heights)
    body = QPainterPath(crest)
    body.lineTo(area.right() + 1, area.bottom() + 1)
    body.lineTo(area.left(), area.bottom() + 1)
    fill = QLinearGradient(QPointF(0, area.top()), QPointF(0, area.bottom()))
    fill.setColorAt(0.0, tint.crest)
    fill.setColorAt(1.0, tint.mist)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(body)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # One pixel is drawn twenty times as fast as a little more than one.
    thin = max(1, round(area.width() / 1920))
    painter.setPen(QPen(faded(tint.line, 0.65), thin))
    painter.drawPath(crest)
    for thread in range(1, THREADS + 1):
        painter.setPen(QPen(faded(tint.line, 0.30 - 0.07 * thread), thin))
        painter.drawPath(_sunk(crest, area, 0.16 * thread))


def paint_range(
    painter: QPainter,
    area: QRect,
    seed: int,
    colors: tuple[QColor, QColor, QColor],
    *,
    layers: int = 4,
    along: float = 0.0,
) -> None:
    """Draw a whole range in `area`; colours are far, near and contour.

    `along` is how far one has walked, in lengths of the nearest ridge; far ones pass by more slowly.
    """
    far, near, line = colors
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for layer in range(layers):
        depth = layer / max(1, layers - 1)
        top = area.top() + round(area.height() * 0.22 * layer)
        color = mixed(far, near, depth)
        tint = Tint(color, mixed(color, far, 0.45 * (1 - depth)), line)
        box = QRect(area.left(), top, area.width(), area.bottom() - top + 1)
        passed = along * (FAR + (1 - FAR) * depth)
        paint_layer(painter, box, turned(ridge(seed, layer), passed % 1.0), tint)


def layer_picture(size: tuple[int, int], seed: int, layer: int, tint: Tint) -> QPixmap:
    """Return one ridge on a transparent ground of `size` pixels, ready to drift."""
    picture = QPixmap(*size)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_layer(painter, picture.rect(), ridge(seed, layer), tint)
    return picture
