"""Compares two pictures, symmetrically and in all channels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

SEEN = 16
"""Steps of 255 by which a channel may differ: below, no eye tells the two apart."""


@dataclass(frozen=True)
class Difference:
    """How far two pictures of one size are apart."""

    largest: int
    """Steps of 255, over all pixels and channels."""
    share: float
    """The part of all pixels (0 to 1) that differ by more than `SEEN`."""
    picture: QImage
    """Black where they agree, white where they are furthest apart."""


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Return the picture as height × width × 3 values."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def difference(one: QImage, other: QImage) -> Difference:
    """Return how far two pictures are apart; ValueError where their sizes differ."""
    if one.size() != other.size() or one.isNull():
        raise ValueError(f"sizes differ: {one.size().toTuple()} and {other.size().toTuple()}")
    apart = np.abs(pixels(one).astype(int) - pixels(other).astype(int)).max(axis=2)
    grey = np.ascontiguousarray(apart.astype(np.uint8))
    high, wide = grey.shape
    picture = QImage(grey.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()
    return Difference(int(apart.max()), float((apart > SEEN).mean()), picture)
