"""Buttons: they light up under the finger, act on release, and forget a finger that slides off."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Gesture, Lift, Press, Tap
from kiosk.ui.icons import icon
from kiosk.ui.look import Look


class Touchpad(QWidget):
    """Anything that can be tapped: knows whether a finger is on it, and calls `act` on a tap."""

    def __init__(self, look: Look, name: str, act: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.act = look, act
        self.on: bool | None = None
        """Whether it is chosen; None for what cannot be."""
        self._points: set[int] = set()
        self.setAccessibleName(name)

    @property
    def pressed(self) -> bool:
        """True while a finger is on it."""
        return bool(self._points)

    def touch(self, gesture: Gesture) -> bool:
        """Take presses and taps; leave drags to whoever is behind."""
        match gesture:
            case Press(point):
                self._points.add(point)
                self.update()
                return True
            case Lift(point):
                self._points.discard(point)
                self.update()
                return True
            case Tap(_, x, y) if self.isEnabled() and self.rect().contains(int(x), int(y)):
                self.act()
                return True
            case _:
                return isinstance(gesture, Tap)


class Button(Touchpad):
    """A pill with an icon, a word, or both; its hit area is at least one touch target high."""

    def __init__(
        self,
        look: Look,
        name: str,
        act: Callable[[], None],
        parent: QWidget,
        *,
        sign: str = "",
        label: str = "",
        tone: str = "plain",
    ) -> None:
        """`sign` names an icon; `tone` is plain, main, accent or dark."""
        super().__init__(look, name, act, parent)
        self.sign, self.label, self.tone = sign, label, tone

    def measure(self) -> QSize:
        """Return the size it wants, hit area included."""
        look = self.look
        target = look.target
        width = look.px(36) * 2 if self.label else 0
        if self.label:
            width += self._label_width() + (look.px(44) if self.sign else 0)
        return QSize(max(target, width), target)

    def _label_width(self) -> int:

        return QFontMetrics(self.look.font(self.look.theme.type.button)).horizontalAdvance(
            self.label
        )

    def _roles(self) -> tuple[str, str, str]:
        """Return ground, edge and text roles."""
        ground, edge, text = {
            "plain": ("card", "line", "ink"),
            "main": ("azurite", "azurite", "on_dark"),
            "accent": ("cinnabar", "cinnabar", "on_dark"),
            "dark": ("night", "ink_soft", "on_dark"),
        }[self.tone]
        if self.pressed:
            ground = {"plain": "paper_deep", "main": "azurite_deep"}.get(self.tone, "ink")
        return ground, edge, text

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill, smaller than the hit area."""
        look = self.look
        ground, edge, text = self._roles()
        inset = look.px(10)
        pill = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if self.label:
            pill = QRectF(self.rect()).adjusted(1, inset, -1, -inset)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self.isEnabled():
                painter.setOpacity(0.35)
            painter.setPen(QPen(look.color(edge), look.px(look.theme.space.hairline)))
            painter.setBrush(look.color(ground))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            self._face(painter, text)

    def _face(self, painter: QPainter, text: str) -> None:
        look = self.look
        size = look.px(36)
        color = look.color(text).name()
        centre = QRectF(self.rect()).center()
        if not self.label:
            painter.drawPixmap(
                int(centre.x() - size / 2), int(centre.y() - size / 2), icon(self.sign, size, color)
            )
            return
        width = self._label_width() + (look.px(44) if self.sign else 0)
        x = centre.x() - width / 2
        if self.sign:
            left = self.width() - x - size if look.rtl else x
            painter.drawPixmap(int(left), int(centre.y() - size / 2), icon(self.sign, size, color))
            x += 0 if look.rtl else look.px(44)
        painter.setPen(look.color(text))
        painter.setFont(look.font(look.theme.type.button))
        box = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, self.label)
