"""Photos: one captioned picture at a time, with thumbnails; a tap opens it in full."""

from typing import Annotated, Literal

from pydantic import Field
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.content.base import Text
from kiosk.content.panel import Panel
from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.framed import Framed, Item
from kiosk.panels.thumbs import Thumbs
from kiosk.panels.view import View
from kiosk.ui.boxes import Stack
from kiosk.ui.mirror import put
from kiosk.ui.words import Words
from kiosk.visit.intents import OpenPanel, Zoom


class Photos(Panel):
    """What staff write of a set of photographs."""

    kind: Literal["photos"]
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]

    @property
    def stops(self) -> int:
        """Return one stop for each picture."""
        return len(self.items)

    @property
    def zooms(self) -> bool:
        """Every stop has a picture."""
        return True

    def texts(self, stop: int) -> tuple[Text, ...]:
        """Return what is read on one picture's stop."""
        return self.items[stop].title, self.items[stop].caption


SIDE, SIDE_PORTRAIT = 0.30, 0.42
"""The part of the screen for the words: of the width, or of the height in portrait."""


MORE = (0.0, 0.06, 0.12, 0.18)
"""By how much the words' part may grow."""

LEAST = 0.7
"""The least factor for type, where nothing else helps."""


class PhotosView(View):
    """The picture large, its caption beside it on a dark ground, the others as thumbnails."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        assert isinstance(brief.panel, Photos)  # noqa: S101 - the registry pairs kinds and views
        look, kinds, say = self.look, self.look.theme.type, brief.say
        items = brief.panel.items
        item = items[brief.stop]
        self._framed = Framed(brief, item, self, self._open)
        self._framed.settled.connect(self._settled)
        count = f"{say(brief.chapter.title)}  {brief.stop + 1} / {len(items)}"
        self._count = Words(look, count, kinds.eyebrow, self, role="gold_on_dark")
        self._title = Words(
            look, say(item.title), kinds.heading, self, role="on_dark", balanced=True
        )
        self._caption = Words(look, say(item.caption), kinds.label, self, role="on_dark")
        self._credit = Words(
            look, say(brief.exhibit.exhibit.photo_credit), kinds.caption, self, role="on_dark_soft"
        )
        self._hint = Words(
            look, signs.ZOOM_HINT.to(look.language), kinds.caption, self, role="on_dark_soft"
        )
        self._words = Stack(
            [
                (self._count, 0),
                (self._title, look.px(16)),
                (self._caption, look.px(36)),
                (self._credit, look.px(28)),
            ]
        )
        self._thumbs = Thumbs(
            brief, items, self, lambda stop: brief.send(OpenPanel(brief.at, stop))
        )
        for thumb in self._thumbs.pictures:
            thumb.settled.connect(self.changed)
        self._settled()

    def _open(self) -> None:
        """Show the picture in full, if there is one: a plate has nothing more to show."""
        if self._framed.shown:
            self.brief.send(Zoom(on=True))

    def _settled(self) -> None:
        """The credit line belongs to a real photograph only."""
        self._credit.setVisible(self._framed.real)
        self._hint.setVisible(self._framed.shown)
        self.changed.emit()

    def build(self) -> None:
        """Keep the stack empty: words and picture have places of their own."""

    def _split(self, more: float) -> tuple[QRect, QRect]:
        """Return the areas of the picture and of the words; `more` is a part added to the words'."""
        wide, high = self.width(), self.height()
        if self.look.portrait:
            cut = round(high * (1 - SIDE_PORTRAIT - more))
            return QRect(0, 0, wide, cut), QRect(0, cut, wide, high - cut)
        cut = round(wide * (1 - SIDE - more))
        return QRect(0, 0, cut, high), QRect(cut, 0, wide - cut, high)

    def laid(self) -> None:
        """Place the picture; words from the top, thumbnails at the foot, the hint between.

        Where the words would get too small, or smaller than the visitor chose, the picture leaves
        them more room.
        """
        wanted = self.look.text if self.look.text > 1 else 0.0
        splits, factors = [self._split(more) for more in MORE], list[float]()
        for _, side in splits:
            factors.append(self._lay(side))
            if factors[-1] and factors[-1] >= wanted:
                break
        else:  # nothing is enough: what is best, and of equals the largest picture
            self._lay(splits[factors.index(max(factors))][1])
        put(self.look, self._framed, splits[factors.index(max(factors))][0])

    def _lay(self, side: QRect) -> float:
        """Lay the words out in their area; return the factor of their type, 0 if none fits."""
        look = self.look
        edge = look.px(64)
        x, width = side.left() + edge, side.width() - 2 * edge
        foot = self._thumbs.place(x, side.bottom() - look.px(28), width, side.height() // 2)
        hint = self._hint.measure(width, 1.0).height()
        room = foot - side.top() - edge - hint - look.px(40)
        steps = (look.text, 1.15, 1.0, 0.92, 0.84, 0.76)
        fitting = (
            one
            for one in steps
            if one <= look.text and self._words.measure(width, one).height() <= room
        )
        factor = next(fitting, 0.0)
        self._words.place(x, side.top() + edge, width, factor or LEAST)
        self._hint.place(x, foot - hint - look.px(20), width, 1.0)
        return factor

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the dark ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("night"))
