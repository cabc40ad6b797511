"""How words stand out from what is really painted under them."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from kiosk.staff.audit import Fault, Kind
from kiosk.staff.lettering import lettering_on
from kiosk.ui.look import Look

LARGE = 40
"""Design pixels from which type is large: strokes are thick enough for less contrast."""

Shades = NDArray[np.float64]


def luminance(colors: Shades) -> Shades:
    """Return the relative luminance (0 to 1) of sRGB colours, channels last, 0 to 255."""
    part = colors / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    weighed: Shades = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighed


def ratio(one: Shades, other: Shades) -> Shades:
    """Return the contrast (1 to 21) of luminances."""
    high, low = np.maximum(one, other), np.minimum(one, other)
    return (high + 0.05) / (low + 0.05)


def pale(root: QWidget, look: Look) -> Iterator[Fault]:
    """Yield every lettering on `root` that is too close in colour to its ground."""
    pieces = lettering_on(root)
    for piece in pieces:
        piece.widget.hide()
    ground = _pixels(root.grab().toImage())
    for piece in pieces:
        piece.widget.show()
    for piece in pieces:
        under = _under(ground, piece.ink)
        if not under.size:
            continue
        color = QColor(look.color(piece.widget.role)).getRgb()[:3]
        contrast = float(np.percentile(ratio(luminance(np.array(color)), luminance(under)), 1))
        size = max(piece.sizes) / look.unit
        least = look.theme.clear_large if size >= LARGE else look.theme.clear
        if contrast < least:
            yield Fault(Kind.PALE, piece.name, f"a contrast of {contrast:.1f}, least {least}")


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """Return the picture as height × width × 4 values: red, green, blue and nothing."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    shape = (plain.height(), plain.width(), 4)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(shape).copy()


def _under(ground: NDArray[np.uint8], ink: QRectF) -> Shades:
    box = ink.toAlignedRect()
    rows = slice(max(0, box.top()), max(0, box.bottom() + 1))
    part = ground[rows, max(0, box.left()) : max(0, box.right() + 1), :3].reshape(-1, 3)
    return part.astype(np.float64)
