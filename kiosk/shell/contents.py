"""Contents: every chapter with every panel, each a touch away."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.panel import Panel
from kiosk.panels import signs
from kiosk.panels.art import chapter_colors
from kiosk.panels.brief import Brief
from kiosk.panels.view import View
from kiosk.shell.shelf import Shelf
from kiosk.ui.boxes import Stack
from kiosk.ui.button import Touchpad
from kiosk.ui.theme import SERIF, Style
from kiosk.ui.words import Words
from kiosk.visit.intents import OpenPanel
from kiosk.visit.route import Route

if TYPE_CHECKING:
    from kiosk.ui.look import Look


class Entry(Touchpad):
    """One panel by its title, with its chapter's colour and seal at the left."""

    def __init__(
        self, brief: Brief, title: str, at: int, seal: tuple[int, str], parent: QWidget
    ) -> None:
        super().__init__(brief.look, title, partial(brief.send, OpenPanel(at)), parent)
        self._number, self._seal = seal
        self._title = Words(self.look, title, self.look.theme.type.label, self)

    def resizeEvent(self, _event: object) -> None:
        """Place the title beside the seal, in type that fits."""
        look = self.look
        left = look.px(92)
        width = self.width() - left - look.px(20)
        factor = look.text
        while factor > 0.76 and self._title.measure(width, factor).height() > self.height():
            factor *= 0.94
        high = self._title.measure(width, factor).height()
        self._title.place(left, (self.height() - high) // 2, width, factor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and the coloured tab."""
        look: Look = self.look
        ground, _, _ = chapter_colors(look, self._number)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = look.px(look.theme.space.radius)
        tab = QRectF(box.left(), box.top(), look.px(72), box.height())
        if look.rtl:
            tab.moveRight(box.right())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.color("line"))
            painter.setBrush(look.color("paper_deep" if self.pressed else "card"))
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(ground)
            painter.setBrush(ground)
            painter.drawRoundedRect(tab, radius, radius)
            painter.setPen(look.color("on_dark"))
            painter.setFont(look.font(Style(SERIF, 38, bold=True)))
            painter.drawText(tab, int(Qt.AlignmentFlag.AlignCenter), self._seal)


def title_of(brief: Brief, panel: Panel, number: int) -> str:
    """Return what a panel is called in the list: its title, else the beginning of what it says."""
    if panel.title:
        return brief.say(panel.title)
    if panel.text:
        return brief.say(panel.text).split("\n")[0]
    return brief.say(brief.exhibit.chapters[number].title)


class ContentsView(View):
    """A heading and the shelf of entries."""

    def __init__(self, brief: Brief, route: Route) -> None:
        super().__init__(brief)
        look, kinds = self.look, self.look.theme.type
        cover = brief.exhibit.exhibit
        self._head = Stack(
            [
                (self.words(brief.say(cover.title), kinds.eyebrow, role="ochre"), 0),
                (self.words(signs.CONTENTS.to(look.language), kinds.title), look.px(8)),
            ]
        )
        entries = []
        for at, leg in enumerate(route.legs):
            chapter = brief.exhibit.chapters[leg.chapter]
            title = title_of(brief, route.panel(at), leg.chapter)
            entries.append(Entry(brief, title, at, (leg.chapter, chapter.seal or ""), self))
        self._shelf = Shelf(look, entries, self)

    def build(self) -> None:
        """Heading and shelf have places of their own."""

    def laid(self) -> None:
        """Heading above, shelf below."""
        x, y, width, height = self.column()
        top = self._head.place(x, y, width, min(self.look.text, 1.3)) + self.look.px(28)
        self._shelf.place(x, top, width, y + height - top)

    def renew(self) -> None:
        """Begin with the first page."""
        self._shelf.renew()
