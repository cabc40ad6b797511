"""Screens that are read from the right: the same places, counted from the other side."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look

_TURNED = {"previous": "next", "next": "previous"}


def flipped(look: Look, area: QRect, width: int) -> QRect:
    """Return where an area lies within `width` pixels: counted from the right where one reads so.

    Doing it twice leads back.
    """
    if not look.rtl:
        return area
    return QRect(width - area.x() - area.width(), area.y(), area.width(), area.height())


def put(look: Look, widget: QWidget, area: QRect) -> None:
    """Give a widget its place on its parent, counted from where lines begin."""
    parent = widget.parentWidget()
    widget.setGeometry(flipped(look, area, parent.width()) if parent is not None else area)


def turn(look: Look, painter: QPainter, width: int) -> None:
    """Let a painter count from where lines begin, on a widget of this width; for shapes, not words."""
    if look.rtl:
        painter.translate(width, 0)
        painter.scale(-1, 1)


def arrow(look: Look, sign: str) -> str:
    """Return the icon that means this: an arrow on leads where lines lead."""
    return _TURNED.get(sign, sign) if look.rtl else sign
