"""What panels of one percentage share: the check, and a picture beside its number."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.content.base import Name, Text
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint
from kiosk.content.problems import Said
from kiosk.panels.asking import Asking, Shape
from kiosk.panels.brief import Brief
from kiosk.panels.marks import MarkedView, sentence
from kiosk.panels.view import View
from kiosk.ui.boxes import Box, Stack
from kiosk.ui.mirror import put

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart


class Percent(Asking):
    """A panel of one figure that is a part of a hundred."""

    title: Text
    figure: Name
    shape: ClassVar[Shape] = "squares"

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return its figure."""
        return ((("figure",), self.figure),)

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """The figure must be a percentage from 0 to 100."""
        yield from super().check(figures)
        one = figures[self.figure]
        if one.value is None or not 0 <= one.value <= 100:
            yield Complaint(
                ("figure",),
                Said(
                    f"{self.figure} 不是 0 到 100 之间的百分比",
                    f"{self.figure} is no percentage from 0 to 100",
                ),
                Said("换一个百分比，或换一种面板", "choose a percentage or another kind of panel"),
            )


class Picture(Protocol):
    """Draws one percentage (0 to 100) on a square canvas."""

    def __call__(self, view: View, chart: "Chart", percent: float) -> None:
        """Draw it."""
        ...


class PercentView(MarkedView):
    """A square canvas with the number in it or beside it."""

    draw: Picture
    inside = False
    """True where the number stands in the middle of the picture."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        kinds, figure = self.look.theme.type, self.counted()
        self._value = float(figure.value or 0)
        self._square, self._area = QWidget(self), QRect()
        self._chart = self.lend(self._square)
        owner = self._square if self.inside else self
        self._number = self.number(
            figure, kinds.giant, owner, role="cinnabar", align="centre" if self.inside else "left"
        )
        self._label = self.words(self.called(), kinds.lead)
        self._beside = Stack(
            [(self._label, 0)]
            if self.inside
            else [(self._number, 0), (self._label, self.look.px(12))]
        )
        for box, gap in self.running(28):
            self._beside.boxes.append((box, gap))

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Heading, then the picture and its words."""
        told = self.telling(self, [self.said()], self._areas)
        return [*self.heading(), (told, self.look.px(40))]

    def counted(self) -> Figure:
        """Return the figure that is drawn."""
        assert isinstance(self.brief.panel, Percent)  # noqa: S101 - the registry pairs them
        return self.brief.figure(self.brief.panel.figure)

    def called(self) -> str:
        """Return what stands below the number."""
        return self.figure_label(self.counted())

    def said(self) -> str:
        """Return what a touch on the picture tells."""
        return sentence(self.brief, self.counted())

    def _areas(self) -> Sequence[QRect]:
        return [self._area]

    @property
    def parts(self) -> Sequence[Box | QWidget]:
        """The picture and the words."""
        return [self._square, self._beside]

    def _side(self, width: int) -> int:
        """Return the width of the words: all of it in portrait, else what the picture leaves."""
        return width if self.look.portrait else round(width * 0.48)

    def measure(self, width: int, factor: float) -> QSize:
        """Return the least height: the words, and a picture large enough to count."""
        words = self._beside.measure(self._side(width), factor).height()
        least = self.look.px(420)
        return QSize(width, words + least if self.look.portrait else max(words, least))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Picture at the left and words at the right; in portrait one above the other."""
        gap = self.look.px(96)
        words = self._beside.measure(self._side(width), factor).height()
        if self.look.portrait:
            side = min(width, height - words - self.look.px(56))
            area = QRect(x + (width - side) // 2, y, side, side)
            self._beside.place(x, y + side + self.look.px(56), width, factor)
        else:
            side = min(height, width - self._side(width) - gap)
            area = QRect(
                x + max(0, (width - self._side(width) - gap - side) // 2),
                y + (height - side) // 2,
                side,
                side,
            )
            left = area.right() + gap
            self._beside.place(left, y + (height - words) // 2, x + width - left, factor)
        self._area = area
        put(self.look, self._square, area)
        self._chart.setGeometry(0, 0, area.width(), area.height())
        if self.inside:
            wide = round(area.width() * 0.66)
            high = self._number.measure(wide, 1.0).height()
            self._number.place((area.width() - wide) // 2, (area.height() - high) // 2, wide)
            self._number.raise_()

    def grow(self, share: float) -> None:
        """Fill the picture with its number."""
        super().grow(share)
        self.draw(self, self._chart, self._value * share)
