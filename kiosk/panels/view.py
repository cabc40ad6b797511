"""What every view does: a paper ground, a heading, measured reflow, and growing from nothing once."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.figures import Direction, Figure
from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.mist import paint_mist
from kiosk.panels.pages import SMALL, Pages, spread
from kiosk.ui.boxes import Box, Capped, Card, Narrow, Stack
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.mirror import put
from kiosk.ui.numeral import Numeral
from kiosk.ui.theme import Style
from kiosk.ui.words import Words
from kiosk.visit.intents import Lay

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart

FACTORS = (
    1.6,
    1.5,
    1.4,
    1.3,
    1.22,
    1.15,
    1.08,
    1.0,
    0.95,
    0.9,
    0.86,
    0.82,
    0.78,
    0.74,
    0.7,
    0.66,
    0.62,
    0.58,
)
"""The steps by which type may shrink until a panel fits; below the smallest size it stays."""

TITLE = 1.15
"""The most by which titles grow: they are as large as the largest running text."""

MEASURE = 30
"""Characters in one line of Chinese running text, at most."""


class View(QWidget):
    """One stop of one panel. Subclasses return boxes from `lines` and may override `grow`."""

    misty = True
    """Whether the chapter's range shows at the foot of its paper."""

    changed = Signal()
    """It looks different now: any picture of it is out of date."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief, self.look = brief, brief.look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(self.look.direction)
        self.setAccessibleName(brief.say(brief.panel.title))
        self.share = 1.0
        self.factor = 1.0
        self._laid = QSize()
        self._charts: list[Chart] = []
        self.numerals: list[Numeral] = []
        self.stack = Stack([])
        self.pages = Pages(self.look, self, self._turned)
        self._guess = self._guess_button() if "guess" in brief.panel.sheets else None

    def _guess_button(self) -> Button:
        label, lay = signs.GUESS.to(self.look.language), partial(self.brief.send, Lay("guess"))
        return Button(self.look, label, lay, self, label=label, tone="accent")

    # -- what subclasses build with ------------------------------------------------------------

    def words(self, text: str, style: Style, parent: QWidget | None = None, **how: object) -> Words:
        """Return words on this view (or on `parent`)."""
        return Words(self.look, text, style, parent or self, **how)  # type: ignore[arg-type]

    def heading(self) -> list[tuple[Box, int]]:
        """Return eyebrow and title, as far as the panel has them."""
        kinds, panel = self.look.theme.type, self.brief.panel
        eyebrow = self.brief.say(panel.eyebrow) or self.brief.say(self.brief.chapter.title)
        boxes: list[tuple[Box, int]] = [(self.words(eyebrow, kinds.eyebrow, role="ochre"), 0)]
        if panel.title:
            title = self.words(self.brief.say(panel.title), kinds.title, balanced=True)
            boxes.append((Capped(title, TITLE), self.look.px(8)))
        heading = Stack(boxes).rigid()
        if self._guess is None:
            return [(heading, 0)]
        return [(Narrow(heading, self._guess.measure().width() + self.look.px(24)), 0)]

    def running(self, gap: float = 28, style: Style | None = None) -> list[tuple[Box, int]]:
        """Return the running text, if any; `gap` is in design pixels."""
        text = self.brief.say(self.brief.panel.text)
        prose = Prose(self, text, style or self.look.theme.type.body)
        return [(prose, self.look.px(gap))] if text else []

    def number(
        self,
        figure: Figure,
        style: Style,
        parent: QWidget | None = None,
        *,
        part: str = "value",
        role: str = "azurite",
        align: str = "left",
    ) -> Numeral:
        """Return a figure as a large number that counts up with the view."""
        if figure.is_place:
            place = self.brief.phrase(figure)
            words = ("", lambda _share: place, "")
        else:
            pieces = self.brief.numeral(figure, part)
            words = (pieces.before, pieces.digits, pieces.after)
        mark = {Direction.DOWN: "↓", Direction.UP: "↑", None: ""}[figure.direction]
        large = Numeral(self.look, words, style, parent or self, role=role, mark=mark, align=align)
        self.numerals.append(large)
        return large

    @staticmethod
    def line_up(cards: Sequence[Card], numbers: Sequence[Numeral] = ()) -> None:
        """Let cards begin at one height, and their numbers share one size."""
        for card in cards:
            card.peers = cards
        for number in numbers:
            number.peers = numbers

    @property
    def beside(self) -> Qt.AlignmentFlag:
        """How a label aligns with a chart beside it; in portrait the chart is beneath."""
        return Qt.AlignmentFlag.AlignLeft if self.look.portrait else Qt.AlignmentFlag.AlignRight

    def lend(self, parent: QWidget | None = None) -> "Chart":
        """Return a canvas that goes back when the view goes."""
        chart = self.brief.shop.charts().lend(parent or self, mirrored=self.look.rtl)
        self._charts.append(chart)
        return chart

    def figure_label(self, figure: Figure, *, period: bool = True) -> str:
        """Return what the figure counts, among whom or of what, and if asked its period."""
        texts = (figure.period if period else None, figure.among, figure.of)
        extra = [self.brief.say(text) for text in texts if text]
        label = self.brief.say(figure.label)
        if not extra:
            return label
        return (
            f"{label}（{'，'.join(extra)}）" if self.look.chinese else " · ".join([label, *extra])
        )

    # -- layout --------------------------------------------------------------------------------

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Return the boxes of the view from top to bottom, with the gap above each."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the boxes; called once, before the first resize."""
        self.stack = Stack(self.lines())

    def column(self) -> tuple[int, int, int, int]:
        """Return x, y, width and height of the area for the stack."""
        margin = self.look.margin
        top = self.look.px(84 if not self.look.portrait else 110)
        foot = self.look.px(24)
        return margin, top, self.width() - 2 * margin, self.height() - top - foot

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out for the new size."""
        self.lay_out()

    def lay_out(self) -> None:
        """Lay out with the largest type, up to the visitor's choice, that fits.

        A hidden widget gets no resize event: whoever makes a view that nobody sees yet calls this.
        """
        if self._laid == self.size():
            return
        self._laid = self.size()
        x, y, width, height = self.column()
        self.pages.clear()
        steps = [step for step in FACTORS if step <= self.look.text]
        fitting = (s for s in steps if self.stack.measure(width, s).height() <= height)
        self.factor = next(fitting, steps[-1])
        if not self._spread(steps, (x, y, width, height)):
            self.stack.fill(x, y, width, height, self.factor)
        self.laid()
        if self._guess is not None:
            size = self._guess.measure()
            corner = QPoint(x + width - size.width(), y - self.look.px(24))
            put(self.look, self._guess, QRect(corner, size))
            self._guess.raise_()
        self.grow(self.share)

    def _spread(self, steps: Sequence[float], area: tuple[int, int, int, int]) -> bool:
        """Go on to further pages where type would get too small, if that lets it be larger."""
        _, _, width, height = area
        if self.factor >= SMALL * self.look.text:
            return False
        larger = [step for step in steps if step > self.factor]
        for index, factor in enumerate(larger):
            pages = spread(self.stack.boxes, width, height - self.pages.room, factor)
            if pages:
                self.factor = factor
                self.pages.lay_out(pages, area, larger[: index + 1])
                return True
        return False

    def _turned(self) -> None:
        """Draw what the page just turned to shows."""
        self.grow(self.share)
        self.changed.emit()

    def laid(self) -> None:
        """Place what is not in the stack."""

    # -- growing -------------------------------------------------------------------------------

    def show_share(self, share: float) -> None:
        """Show the view with its numbers and marks at this share (0 to 1) of their values."""
        self.share = share
        self.grow(share)
        self.changed.emit()

    def grow(self, share: float) -> None:
        """Bring numbers, and in subclasses marks, to a share of their values."""
        for large in self.numerals:
            large.count(share)

    def renew(self) -> None:
        """Forget what a visitor did to it: the next one finds it as it was made."""
        self.pages.renew()

    def drop(self) -> None:
        """Give lent things back; the view is gone after this, with its pictures, at once."""
        self.pages.drop()
        self.stack = Stack([])
        for pad in self.findChildren(Touchpad):
            pad.act = _nothing
        for chart in self._charts:
            chart.setAccessibleName("")
            chart.setAccessibleDescription("")
            self.brief.shop.charts().take_back(chart)
        self._charts.clear()
        self.hide()
        self.setParent(None)
        self.deleteLater()

    @property
    def grows(self) -> bool:
        """True where entering shows something that grows."""
        return bool(self.numerals or self._charts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the paper, and the range in mist."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("paper"))
            if self.misty:
                paint_mist(painter, self.brief, self.width(), self.height())


def _nothing() -> None:
    """Stand in for what a pad did when its view was there."""


class Prose:
    """Running text that never gets wider than a comfortable line."""

    def __init__(self, view: View, text: str, style: Style) -> None:
        self._look, self._style = view.look, style
        self._words = view.words(text, style)

    @property
    def parts(self) -> Sequence[Box]:
        """The words."""
        return [self._words]

    def _width(self, width: int, factor: float) -> int:
        # Latin letters are half as wide: where type shrinks, its lines may hold more of them.
        shrunk = factor if self._look.chinese else max(1.0, factor)
        em = self._look.font(self._style, shrunk).pixelSize()
        return min(width, em * MEASURE)

    def measure(self, width: int, factor: float) -> QSize:
        """Return what it takes within the comfortable width."""
        return self._words.measure(self._width(width, factor), factor)

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Place it at the left."""
        return self._words.place(x, y, self._width(width, factor), factor)
