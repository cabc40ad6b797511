"""The cover: the envelope of the letter, mountains drifting, an invitation to touch."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.content.exhibit import Cover as CoverText
from kiosk.panels import signs
from kiosk.ui.drift import TOPS, Drift
from kiosk.ui.icons import icon
from kiosk.ui.look import Look
from kiosk.ui.mirror import flipped, put
from kiosk.ui.motion import Motion
from kiosk.ui.seal import Seal
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words

SUN, SUN_PORTRAIT = (0.58, 0.45), (0.30, 0.40)
"""Where the sun stands, clear of the words: shares of width and height."""

CLEAR = 0.04
"""The air between the words and the highest mountain, as a share of the height."""


class Invitation(QWidget):
    """A finger and a line of words in every language, on a dark ground that carries them."""

    def __init__(self, look: Look, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, kinds = look, look.theme.type
        self._first = Words(look, signs.OPEN.to(languages[0]), kinds.heading, self, role="on_dark")
        said = dict.fromkeys(signs.OPEN.to(tag) for tag in languages[:2])
        rest = " · ".join(list(said)[1:])
        self._rest = Words(look, rest, kinds.caption, self, role="on_dark")

    def place(self, x: int, foot: int) -> None:
        """Stand on `foot` (pixels) at the left edge `x`."""
        look, left = self.look, self.look.px(120)
        first, rest = self._first.natural(), self._rest.natural()
        high = first.height() + rest.height() + look.px(36)
        wide = left + max(first.width(), rest.width()) + look.px(56)
        put(look, self, QRect(x, foot - high, wide, high))
        y = self._first.place(left, look.px(18), first.width())
        self._rest.place(left, y, rest.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the finger."""
        look = self.look
        ground = look.color("azurite_deep")
        ground.setAlphaF(0.9)
        size = look.px(72)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
            sign = icon("touch", size, look.color("on_dark").name())
            place = QRect(look.px(36), (self.height() - size) // 2, size, size)
            painter.drawPixmap(flipped(look, place, self.width()), sign)


class Cover(QWidget):
    """Title, couplet, seal and mountains over the whole screen."""

    def __init__(
        self,
        look: Look,
        cover: CoverText,
        motion: Motion,
        parent: QWidget,
        say: Callable[[object, str], str],
    ) -> None:
        """`say` returns a text (or None) in a language with its figures filled in."""
        super().__init__(parent)
        self.look, kinds = look, look.theme.type
        languages = cover.languages
        first, second = languages[0], languages[1] if len(languages) > 1 else languages[0]
        self._drift = Drift(look, motion, self, SUN_PORTRAIT if look.portrait else SUN)
        self._head: list[tuple[Words, int]] = []
        for text, style, role, gap in (
            (say(cover.occasion, first), kinds.eyebrow, "ochre", 0),
            (say(cover.subtitle or cover.title, first), kinds.title, "ink", 12),
            (
                say(cover.subtitle or cover.title, second) if second != first else "",
                kinds.label,
                "ink_soft",
                12,
            ),
        ):
            if text:
                self._head.append((Words(look, text, style, self, role=role), gap))
        title = say(cover.title, first)
        upright = first.startswith("zh")
        self._title: Column | Words
        if upright:
            self._title = Column(look, title, kinds.display, self)
        else:
            self._title = Words(look, title, kinds.display, self, balanced=True)
        couplet = say(cover.couplet.lines, first) if cover.couplet else ""
        self._couplet = (
            Column(look, couplet, kinds.verse, self, role="ink") if upright and couplet else None
        )
        self._seal = Seal(look, cover.seal or "", self)
        self._seal.setVisible(bool(cover.seal))
        self._invitation = Invitation(look, languages, self)

    def run(self, on: bool) -> None:
        """Let the mountains drift, or rest."""
        self._drift.run(on)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Words on the sky, the invitation at the foot."""
        look, margin = self.look, self.look.margin
        self._drift.setGeometry(self.rect())
        top, sky = look.px(110), round(self.height() * (TOPS[0] - CLEAR))
        right, seal = self.width() - margin, look.px(92)
        head_width = round(self.width() * 0.52)
        if look.portrait:
            head_width = self.width() - 2 * margin
        y = top
        for words, gap in self._head:
            y = words.place(margin, y + look.px(gap), head_width)
        start = y + look.px(56) if look.portrait else top - look.px(10)
        high = sky - start
        left = right
        if isinstance(self._title, Column):
            left = self._title.place(right, start, high, self._title.fitting(high, 2, 1.3))
        else:
            self._title.place(margin, y + look.px(24), head_width)
        if self._couplet:
            left = self._couplet.place(left - look.px(28), start + look.px(6), high, 1.0)
            below = self._couplet.geometry()
            self._seal.setGeometry(
                QRect(below.center().x() - seal // 2, below.bottom() + look.px(36), seal, seal)
            )
        else:
            put(look, self._seal, QRect(right - seal, start, seal, seal))
        self._invitation.place(margin, self.height() - look.px(84))
