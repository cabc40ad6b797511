"""Change: what was, what is, and nothing invented in between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from kiosk.content.base import Name, Text
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint, listed
from kiosk.content.problems import Said
from kiosk.panels.asking import Asking, Shape
from kiosk.panels.marks import MarkedView, fade, sentence
from kiosk.panels.view import View
from kiosk.ui.boxes import Box, Wall
from kiosk.ui.mirror import put
from kiosk.ui.numeral import Numeral

LEFT, RIGHT = 0.16, 0.84
"""Where the two ends stand, as shares of the canvas's width."""


class Change(Asking):
    """What staff write of a before and after."""

    kind: Literal["change"]
    shape: ClassVar[Shape] = "slope"
    title: Text
    figures: Annotated[tuple[Name, ...], Field(min_length=1, max_length=3)]

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the figures it shows."""
        return listed("figures", self.figures)

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """Every figure needs both ends, from zero up."""
        yield from super().check(figures)
        for index, name in enumerate(self.figures):
            one = figures[name]
            if one.before is None or one.after is None or min(one.before, one.after) < 0:
                yield Complaint(
                    ("figures", index),
                    Said(
                        f"{name} 没有 before 和 after（不小于 0）",
                        f"{name} has no before and after from 0 up",
                    ),
                    Said("前后对比需要两个数值", "a change needs both values"),
                )


class Slope(QWidget):
    """One figure: two dots above a common zero, joined by a straight line, labelled directly."""

    def __init__(self, view: View, name: str, *, labelled: bool) -> None:
        super().__init__(view)
        kinds, self.look = view.look.theme.type, view.look
        self.faint = False
        """Whether another slope stands out."""
        self._factor = 0.0
        figure = view.brief.figure(name)
        self._ends = (float(figure.before or 0), float(figure.after or 0))
        self._label = view.words(
            view.figure_label(figure) if labelled else "",
            kinds.label,
            self,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        self._chart = view.lend(self)
        first, last = view.brief.numeral(figure, "before"), view.brief.numeral(figure, "after")

        def between(share: float) -> str:
            way = (last.amount - first.amount) * Decimal(str(round(share, 4)))
            return replace(last, amount=first.amount + way).digits()

        self._zero = view.words("0", kinds.caption, self, role="ink_soft")
        self._before = Numeral(
            self.look,
            (first.before, lambda _share: first.digits(), first.after),
            kinds.numeral,
            self,
            role="ink_soft",
        )
        self._after = Numeral(
            self.look, (last.before, between, last.after), kinds.numeral, self, role="cinnabar"
        )
        # Never seen: on its way the number may be wider than at its end, as 12.3 is than 8.7.
        start = (last.before, lambda _share: between(0.0), last.after)
        self._start = Numeral(self.look, start, kinds.numeral, self)
        self._start.hide()
        self._after.peers = (self._after, self._start)

    def measure(self, width: int, factor: float) -> QSize:
        """Return the least size: label, numbers, and a canvas that still tells a slope."""
        high = (
            self._label.measure(width, factor).height()
            + self._before.measure(width // 2, factor).height()
        )
        return QSize(width, high + self.look.px(240))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Label above, the canvas below it."""
        self.area = QRect(x, y, width, height)
        put(self.look, self, self.area)
        top = self._label.place(0, 0, width, factor) + self.look.px(12)
        self._chart.setGeometry(0, top, width, height - top)
        self._factor = factor
        self.grow(1.0)

    def grow(self, share: float) -> None:
        """Let the second end start level with the first and move to its place."""
        if not self._factor:
            return  # on a page that nobody has turned to
        before, after = self._ends
        now = before + (after - before) * share
        chart, look = self._chart, self.look
        before_color, between_color, after_color = (
            fade(look, role) if self.faint else look.color(role)
            for role in ("ink_soft", "azurite", "cinnabar")
        )
        self._after.count(share)
        room = self._before.measure(self.width() // 2, self._factor).height() + look.px(28)
        head = room / max(1, chart.height() - room)
        high = (max(before, after) or 1.0) * (1 + head)
        foot = look.px(6) / max(1, chart.height()) * high
        chart.frame((0.0, 1.0), (-foot, high))
        chart.line([0.04, 0.96], [0.0, 0.0], look.color("track"), look.px(3), under=True)
        chart.line([LEFT, RIGHT], [before, now], between_color, look.px(7))
        chart.dots(
            [LEFT, RIGHT],
            [before, now],
            look.px(38),
            [before_color, after_color],
            look.color("paper"),
        )
        first, second = chart.spot(LEFT, before), chart.spot(RIGHT, now)
        steep = (second.y() - first.y()) / max(1.0, abs(second.x() - first.x()))
        zero = chart.spot(0.0, 0.0)
        self._zero.setGeometry(
            0, chart.y() + round(zero.y()) - look.px(40), look.px(40), look.px(40)
        )
        for number, x, value in ((self._before, LEFT, before), (self._after, RIGHT, now)):
            spot = chart.spot(x, value)
            sizes = [one.measure(self.width() // 2, self._factor) for one in number.peers]
            wide, high = max(size.width() for size in sizes), sizes[0].height()
            across = self.width() - spot.x() if look.rtl else spot.x()
            left = min(max(0, round(across - sizes[0].width() / 2)), self.width() - wide)
            # The line comes in from the left: where it falls, the number stands clear above it.
            clear = steep * sizes[0].width() / 2 if number is self._after else 0
            top = chart.y() + round(spot.y() - max(0.0, clear)) - high - look.px(16)
            number.place(left, top, wide, self._factor)


class ChangeView(MarkedView):
    """One slope, or small multiples side by side."""

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, text, slopes."""
        names = [name for _, name in self.brief.panel.figure_names()]
        labelled = len(names) > 1 or self.brief.panel.text is None
        self._slopes = [Slope(self, name, labelled=labelled) for name in names]
        columns = 1 if self.look.portrait else len(self._slopes)
        grid = Wall(self._slopes, columns, self.look.px(72))
        said = [sentence(self.brief, self.brief.figure(name)) for name in names]
        told = self.telling(grid, said, self._areas)
        return [*self.heading(), *self.running(16), (told, self.look.px(36))]

    def _areas(self) -> Sequence[QRect]:
        return [slope.area for slope in self._slopes]

    def grow(self, share: float) -> None:
        """Move the second ends."""
        super().grow(share)
        for index, slope in enumerate(self._slopes):
            slope.faint = self.lit not in (None, index)
            slope.grow(share)
