"""Icons: black strokes in SVG, drawn at any size in any colour of the palette."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.assets import shipped


@lru_cache(maxsize=128)
def icon(name: str, size: int, color: str) -> QPixmap:
    """Return an icon as a square of `size` pixels in this #RRGGBB colour."""
    renderer = QSvgRenderer(str(shipped() / "assets" / "icons" / f"{name}.svg"))
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), QColor(color))
    return picture
