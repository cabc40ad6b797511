"""Compares two pictures, symmetrically and in all channels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

SEEN = 16
"""Steps of 255 by which a channel may differ: below, no eye tells the two apart."""

GLARING, SPOT = 48, 12
"""Steps of 255 that only a change makes, and on how many pixels it is forgiven.

Qt takes the outline of a large letter from a face that may just have been used in another size, and
so puts it up to 0.2 pixels further left or right, after other screens: edges differ by up to 32.
"""

PATCH, TINT = 24, 3.0
"""The side in pixels of a patch, and the steps of 255 by which its mean colour may differ.

A letter put elsewhere by so little shifts it by less than 1; a sentence in another ink by 11.
"""


@dataclass(frozen=True)
class Difference:
    """How far two pictures of one size are apart."""

    largest: int
    """Steps of 255, over all pixels and channels."""
    share: float
    """The part of all pixels (0 to 1) that differ by more than `SEEN`."""
    glaring: int
    """The pixels that differ by more than `GLARING`."""
    tint: float
    """Steps of 255 between the mean colours of a patch, where that is most."""
    picture: QImage
    """Black where they agree, white where they are furthest apart."""

    @property
    def none(self) -> bool:
        """True where it is less than what chance makes."""
        return self.tint <= TINT and self.glaring <= SPOT


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Return the picture as height × width × 3 values."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def difference(one: QImage, other: QImage) -> Difference:
    """Return how far two pictures are apart; ValueError where their sizes differ."""
    if one.size() != other.size() or one.isNull():
        raise ValueError(f"sizes differ: {one.size().toTuple()} and {other.size().toTuple()}")
    steps = pixels(one).astype(int) - pixels(other).astype(int)
    apart = np.abs(steps).max(axis=2)
    grey = np.ascontiguousarray(apart.astype(np.uint8))
    high, wide = grey.shape
    picture = QImage(grey.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()
    return Difference(
        int(apart.max()),
        float((apart > SEEN).mean()),
        int((apart > GLARING).sum()),
        _tint(steps),
        picture,
    )


def _tint(steps: NDArray[np.int_]) -> float:
    """Return the largest mean of a channel over a patch; those at the edges may be smaller."""
    down, across = (range(0, length, PATCH) for length in steps.shape[:2])
    patches = np.add.reduceat(np.add.reduceat(steps, down, axis=0), across, axis=1)
    return float(np.abs(patches).max()) / PATCH**2
