"""Which of several targets a key leads to, and the ring around the one it led to."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.button import Button
from kiosk.ui.look import Look

THICK = 4
"""Design pixels: how wide each of the two lines of the ring is."""

GAP = 4
"""Design pixels between a target and its ring."""


def place(window: QWidget, widget: QWidget) -> QRect:
    """Return where a widget lies in its window, in pixels."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def in_order(window: QWidget, targets: Sequence[QWidget]) -> list[QWidget]:
    """Return targets as they are read: row by row, each row from the left.

    Things of one kind on one parent, such as the entries of a list in columns, stay together in
    the order in which they were made; buttons stand each for itself.
    """
    groups: dict[object, list[QWidget]] = {}
    for one in targets:
        alone = isinstance(one, Button)
        groups.setdefault(one if alone else (one.parentWidget(), type(one)), []).append(one)
    heads = [(place(window, group[0]).center(), group) for group in groups.values()]
    heads.sort(key=lambda head: head[0].y())
    ordered: list[QWidget] = []
    while heads:
        first, group = heads[0]
        level = first.y() + group[0].height() // 2
        row = [head for head in heads if head[0].y() < level] or heads[:1]
        for _, members in sorted(row, key=lambda head: head[0].x()):
            ordered.extend(members)
        heads = heads[len(row) :]
    return ordered


def towards(
    window: QWidget, targets: Sequence[QWidget], here: QWidget, way: tuple[int, int]
) -> QWidget | None:
    """Return the nearest target in a direction (x, y of 1, 0 or -1); None where there is none."""
    centre = place(window, here).center()
    best: tuple[float, QWidget] | None = None
    for one in targets:
        apart = place(window, one).center() - centre
        along = apart.x() * way[0] + apart.y() * way[1]
        across = abs(apart.x() * way[1]) + abs(apart.y() * way[0])
        if along > across / 2 and along > 0:
            far = along + 2 * across
            if best is None or far < best[0]:
                best = far, one
    return best[1] if best else None


class Ring(QWidget):
    """Two lines, one light and one dark: whatever the ground, one of them stands out from it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QRect, look: Look) -> None:
        """Stand around a place of the parent, as far as the parent reaches."""
        self._look = look
        out = look.px(GAP) + 2 * look.px(THICK)
        area = target.adjusted(-out, -out, out, out)
        parent = self.parentWidget()
        self.setGeometry(area.intersected(parent.rect()) if parent else area)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both lines."""
        if self._look is None:
            return
        look, thick = self._look, self._look.px(THICK)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for role, inset in (("black", thick / 2), ("white", thick * 1.5)):
                pen = QPen(look.color(role), thick)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
                box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
                radius = look.px(look.theme.space.radius)
                painter.drawRoundedRect(box, radius, radius)
