"""Quotation: someone's own words, and whose they are, before the chapter's mountains."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap

from kiosk.content.base import Text
from kiosk.content.panel import Panel
from kiosk.panels.art import paint_ground
from kiosk.panels.brief import Brief
from kiosk.panels.view import View
from kiosk.ui.boxes import Stack
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words

SHORT = 12
"""Characters in the longest line of a verse that may be set from top to bottom."""


class Quotation(Panel):
    """What staff write of a quotation."""

    kind: Literal["quotation"]
    text: Text
    credit: Text | None = None


class QuotationView(View):
    """Verses in Chinese stand in columns; anything longer runs in lines."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        panel = brief.panel
        assert isinstance(panel, Quotation)  # noqa: S101 - the registry pairs kinds and views
        kinds, text = self.look.theme.type, brief.say(panel.text)
        upright = self.look.chinese and max(map(len, text.split("\n"))) <= SHORT
        self._verse = (
            Column(self.look, text, kinds.quote, self, role="on_dark") if upright else None
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        self._lines = (
            None
            if upright
            else Words(
                self.look,
                text,
                kinds.quote if self.look.chinese else kinds.heading,
                self,
                role="on_dark",
                align=centre,
                balanced=True,
            )
        )
        self._credit = Words(
            self.look, brief.say(panel.credit), kinds.label, self, role="gold_on_dark", align=centre
        )
        self._ground = QPixmap()

    def build(self) -> None:
        """Keep the stack empty."""
        self.stack = Stack([])

    def laid(self) -> None:
        """Place verse and credit on the sky."""
        look, margin = self.look, self.look.margin
        self._ground = QPixmap(self.size())
        with QPainter(self._ground) as painter:
            paint_ground(painter, self.rect(), look, self.brief.number, 0.62, self.brief.at)
        wide, sky = self.width() - 2 * margin, round(self.height() * 0.60)
        factor = 1.15 * look.text
        credit = self._credit.measure(wide, look.text).height() if self._credit.text else 0
        room = sky - look.px(84) - credit - look.px(48)
        if self._verse:
            factor = self._verse.fitting(room, self._verse.text.count("\n") + 1, factor)
            size = self._verse.measure(room, factor)
            right = (self.width() + size.width()) // 2
            top = look.px(84) + (room - size.height()) // 2
            self._verse.place(right, top, room, factor)
            below = top + size.height()
        else:
            assert self._lines is not None  # noqa: S101 - either the verse or the lines
            while self._lines.measure(wide, factor).height() > room and factor > 0.4:
                factor *= 0.94
            high = self._lines.measure(wide, factor).height()
            below = self._lines.place(margin, look.px(84) + (room - high) // 2, wide, factor)
        self._credit.place(margin, below + look.px(40), wide, min(look.text, 1.3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the ground."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
