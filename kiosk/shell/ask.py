"""“Still there?”: a sheet with a visible countdown; any touch keeps the place."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.ui.button import Button
from kiosk.ui.gestures import Drag, Gesture, Tap
from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.words import Words
from kiosk.visit.intents import Intent, Leave, Stay


class Ask(QWidget):
    """Covers everything while it asks."""

    def __init__(self, look: Look, send: Callable[[Intent], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._send = look, send
        kinds, language = look.theme.type, look.language
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Words(look, signs.STILL_THERE.to(language), kinds.title, self, align=centre)
        self._text = Words(look, "", kinds.label, self, role="ink_soft", align=centre)
        self._stay = Button(
            look,
            signs.STAY.to(language),
            lambda: send(Stay()),
            self,
            label=signs.STAY.to(language),
            tone="main",
        )
        self._leave = Button(
            look,
            signs.LEAVE.to(language),
            lambda: send(Leave()),
            self,
            label=signs.LEAVE.to(language),
        )
        self._left, self._of = 0.0, 1.0
        self._card, self._ring = QRect(), QRect()
        self.hide()

    def count(self, left: float, of: float) -> None:
        """Show how many seconds of how many are left."""
        before = ceil(self._left)
        self._left, self._of = max(0.0, left), of
        if ceil(self._left) != before:
            self._text.say(signs.BACK_IN.to(self.look.language).format(ceil(self._left)))
            self.update(self._ring)

    def touch(self, gesture: Gesture) -> bool:
        """Any touch beside the buttons keeps the place; nothing beneath is pressed."""
        if isinstance(gesture, Tap) or (isinstance(gesture, Drag) and gesture.phase == "end"):
            self._send(Stay())
        return True

    def resizeEvent(self, _event: object) -> None:
        """A card in the middle."""
        look = self.look
        wide = min(look.px(860), self.width() - 2 * look.px(48))
        inner = wide - 2 * look.px(48)
        factor = min(look.text, 1.3)
        title, text = (
            self._title.measure(inner, factor).height(),
            self._text.measure(inner, factor).height(),
        )
        ring, target = look.px(170), look.target
        high = look.px(56) + title + text + look.px(28) + ring + look.px(44) + target + look.px(44)
        x, y = (self.width() - wide) // 2, (self.height() - high) // 2
        self._card = QRect(x, y, wide, high)
        y = self._title.place(x + look.px(48), y + look.px(56), inner, factor)
        y = self._text.place(x + look.px(48), y, inner, factor) + look.px(28)
        self._ring = QRect(self.width() // 2 - ring // 2, y, ring, ring)
        y += ring + look.px(44)
        widths = [button.measure().width() for button in (self._stay, self._leave)]
        left = self.width() // 2 - (sum(widths) + look.px(32)) // 2
        for button, width in zip((self._stay, self._leave), widths, strict=True):
            put(look, button, QRect(left, y, width, target))
            left += width + look.px(32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shade, the card and the ring."""
        look = self.look
        shade = look.color("night")
        shade.setAlphaF(0.78)
        radius = look.px(24)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), shade)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("paper"))
            painter.drawRoundedRect(self._card, radius, radius)
            thick = look.px(13)
            ring = QRectF(self._ring).adjusted(thick, thick, -thick, -thick)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for role, share in (("hollow", 1.0), ("cinnabar", self._left / self._of)):
                pen = QPen(look.color(role), thick)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                painter.setPen(pen)
                painter.drawArc(ring, 90 * 16, -round(360 * 16 * share))
            painter.setPen(look.color("ink"))
            painter.setFont(look.font(look.theme.type.title))
            painter.drawText(self._ring, int(Qt.AlignmentFlag.AlignCenter), str(ceil(self._left)))
