"""Home: the chapters as cards."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.panels.art import paint_ground
from kiosk.panels.brief import Brief
from kiosk.panels.view import View
from kiosk.ui.boxes import Stack
from kiosk.ui.button import Touchpad
from kiosk.ui.mirror import flipped, put
from kiosk.ui.theme import SERIF, Style
from kiosk.ui.words import Words
from kiosk.visit.intents import OpenChapter


class ChapterCard(Touchpad):
    """A chapter: its mountains, name and seal character."""

    def __init__(self, brief: Brief, number: int, parent: QWidget) -> None:
        chapter = brief.exhibit.chapters[number]
        title = brief.say(chapter.title)
        super().__init__(brief.look, title, partial(brief.send, OpenChapter(number)), parent)
        kinds = self.look.theme.type
        self._number, self._seal = number, chapter.seal or ""
        self._title = Words(self.look, title, kinds.heading, self, role="on_dark", balanced=True)
        self._sub = Words(
            self.look, brief.say(chapter.subtitle), kinds.caption, self, role="on_dark"
        )
        for words in (self._title, self._sub):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground = QPixmap()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Paint the ground once and place the words."""
        look = self.look
        self._ground = QPixmap(self.size())
        self._ground.fill(look.color("paper"))
        with QPainter(self._ground) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            radius = look.px(look.theme.space.radius)
            shape.addRoundedRect(QRectF(self.rect()), radius, radius)
            painter.setClipPath(shape)
            paint_ground(painter, self.rect(), look, self._number, 0.58)
            self._paint_seal(painter)
        edge = look.px(40)
        width = self.width() - 2 * edge
        factor = min(look.text, 1.3)
        while factor > 0.6 and self._needed(width, factor) > self.height() * 0.60:
            factor *= 0.93
        y = self._title.place(edge, look.px(34), width, factor)
        self._sub.place(edge, y + look.px(6), self._beside(width), factor)

    def _needed(self, width: int, factor: float) -> int:
        title = self._title.measure(width, factor).height()
        return title + self._sub.measure(self._beside(width), factor).height() + self.look.px(40)

    @property
    def _size(self) -> int:
        """The side of the seal's character."""
        return min(self.look.px(150), self.height() // 2)

    def _beside(self, width: int) -> int:
        """Return what the seal's character leaves of a width."""
        return width - self._size if self._seal else width

    def _paint_seal(self, painter: QPainter) -> None:
        look = self.look
        size = self._size
        color = look.color("on_dark")
        color.setAlphaF(0.34)
        painter.setPen(color)
        painter.setFont(look.font(Style(SERIF, size / look.unit, bold=True)))
        box = QRect(
            self.width() - round(size * 1.2), self.height() - round(size * 1.15), size, size
        )
        box = flipped(look, box, self.width())
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), self._seal
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the ground, darker under a finger."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
            if self.pressed:
                shade = self.look.color("night")
                shade.setAlphaF(0.25)
                painter.fillRect(self.rect(), shade)


class HomeView(View):
    """A question and the cards."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        kinds, look = self.look.theme.type, self.look
        cover = brief.exhibit.exhibit
        self._head = Stack(
            [
                (
                    self.words(
                        brief.say(cover.occasion or cover.title), kinds.eyebrow, role="ochre"
                    ),
                    0,
                ),
                (self.words(signs.WHERE_TO_BEGIN.to(look.language), kinds.title), look.px(8)),
            ]
        )
        self._cards = [
            ChapterCard(brief, number, self) for number in range(len(brief.exhibit.chapters))
        ]

    def build(self) -> None:
        """Heading and cards have places of their own."""

    def laid(self) -> None:
        """Share the screen out among the cards."""
        look = self.look
        x, y, width, height = self.column()
        factor = min(look.text, 1.3)
        top = self._head.place(x, y, width, factor) + look.px(40)
        gap, count = look.px(28), len(self._cards)
        columns = min(count, 2 if look.portrait else (2 if count in (2, 4) else 3))
        rows = -(-count // columns)
        wide = (width - gap * (columns - 1)) // columns
        high = (y + height - top - gap * (rows - 1)) // rows
        for index, card in enumerate(self._cards):
            row, column = divmod(index, columns)
            place = QRect(x + column * (wide + gap), top + row * (high + gap), wide, high)
            put(look, card, place)
