"""Mountains in layers, drawn from a seed: the same seed gives the same range at any size."""

from math import exp, pi, sin
from random import Random

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

SAMPLES = 240
"""Points of one ridge: a smooth line at 4K, cheap to draw."""


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


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour this share (0 to 1) of the way from one to the other."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def paint_layer(
    painter: QPainter, area: QRect, heights: list[float], color: QColor, mist: QColor, gold: QColor
) -> None:
    """Draw one ridge filling `area`: its colour at the crest, mist at its foot, a gold contour."""
    path, crest = QPainterPath(), QPainterPath()
    for index, height in enumerate(heights):
        at = QPointF(
            area.left() + area.width() * index / SAMPLES,
            area.bottom() - area.height() * (0.35 + 0.63 * height),
        )
        if index == 0:
            path.moveTo(at)
            crest.moveTo(at)
        else:
            path.lineTo(at)
            crest.lineTo(at)
    path.lineTo(area.right() + 1, area.bottom() + 1)
    path.lineTo(area.left(), area.bottom() + 1)
    fill = QLinearGradient(QPointF(0, area.top()), QPointF(0, area.bottom()))
    fill.setColorAt(0.0, color)
    fill.setColorAt(1.0, mist)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPath(path)
    line = QColor(gold)
    line.setAlphaF(0.6)
    painter.setPen(QPen(line, max(1.0, area.width() / 1400)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(crest)


def paint_range(
    painter: QPainter,
    area: QRect,
    seed: int,
    colors: tuple[QColor, QColor, QColor],
    layers: int = 4,
) -> None:
    """Draw a whole range in `area`; colours are far, near and gold."""
    far, near, gold = colors
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for layer in range(layers):
        depth = layer / max(1, layers - 1)
        top = area.top() + round(area.height() * 0.22 * layer)
        color = mixed(far, near, depth)
        mist = mixed(color, far, 0.45 * (1 - depth))
        box = QRect(area.left(), top, area.width(), area.bottom() - top + 1)
        paint_layer(painter, box, ridge(seed, layer), color, mist, gold)


def layer_picture(
    size: tuple[int, int], seed: int, layer: int, colors: tuple[QColor, QColor, QColor]
) -> QPixmap:
    """Return one ridge on a transparent ground, ready to drift; colours are crest, mist and gold."""
    picture = QPixmap(*size)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_layer(painter, picture.rect(), ridge(seed, layer), *colors)
    return picture
