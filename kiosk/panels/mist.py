"""The chapter's range in mist, at the foot of a page of paper."""

from functools import lru_cache

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.panels.art import STRIDE, chapter_colors
from kiosk.panels.brief import Brief
from kiosk.ui.look import Look
from kiosk.ui.mountains import mixed, paint_range

HEIGHT = 0.24
"""The part of a page that the range takes."""

FAINT, NEAR = 0.07, 0.17
"""How much of the chapter's colour the farthest and the nearest ridge have; the rest is paper."""


@lru_cache(maxsize=2)
def _range(look: Look, number: int, wide: int, high: int) -> QPixmap:
    """Return the range as wide as a page, on paper; it meets itself at the ends."""
    paper, (_, far, _) = look.color("paper"), chapter_colors(look, number)
    picture = QPixmap(wide, high)
    picture.fill(Qt.GlobalColor.transparent)
    colors = (mixed(paper, far, FAINT), mixed(paper, far, NEAR), mixed(paper, far, NEAR))
    with QPainter(picture) as painter:
        paint_range(painter, picture.rect(), number + 3, colors, layers=3)
    return picture


def paint_mist(painter: QPainter, brief: Brief, wide: int, high: int) -> None:
    """Draw the range at the foot of a page of this size, passing by from panel to panel."""
    if brief.look.theme.plain:
        return
    mist = _range(brief.look, brief.number, wide, round(high * HEIGHT))
    passed = round(wide * ((brief.at * STRIDE) % 1.0))
    for left in (-passed, wide - passed):
        painter.drawPixmap(QPoint(left, high - mist.height()), mist)
