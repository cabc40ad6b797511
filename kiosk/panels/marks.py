"""Marks that answer a touch: one stands out, the others fade, and it tells what it stands for."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kiosk.content import phrases
from kiosk.content.figures import Direction, Figure
from kiosk.content.problems import Said
from kiosk.panels.brief import Brief
from kiosk.panels.view import TITLE, View
from kiosk.ui.boxes import Box, Stretch
from kiosk.ui.gestures import Drag, Gesture, Tap
from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.mountains import mixed
from kiosk.ui.words import Words

FADED = 0.72
"""How far the colour of a mark in the background goes towards the paper, 0 to 1."""


SUMMARY = Said("图表：{}，共 {} 项，{}", "Chart: {}, {} values, {}")
"""The sentence of a chart of several marks: title, how many, what the first tells."""

ALONE = Said("图表：{}", "Chart: {}")
"""The sentence of a chart of one mark."""


def sentence(brief: Brief, figure: Figure) -> str:
    """Return what a mark tells: what is counted, how many, and when, among whom or of what."""
    language = brief.look.language
    number, label = brief.phrase(figure), brief.say(figure.label)
    if figure.direction:
        way = phrases.DOWN if figure.direction is Direction.DOWN else phrases.UP
        number = f"{way.to(language)}{'' if brief.look.chinese else ' '}{number}"
    extra = [brief.say(text) for text in (figure.period, figure.among, figure.of) if text]
    if brief.look.chinese:
        return f"{label}：{number}" + (f"（{'，'.join(extra)}）" if extra else "")
    return " · ".join([f"{label}: {number}", *extra])


def fade(look: Look, role: str) -> QColor:
    """Return the colour of a mark in the background: opaque, on its way to the paper."""
    return mixed(look.color(role), look.color("paper"), FADED)


class Mark(QWidget):
    """Where a mark can be touched, and for those who do not see it, what it tells.

    The view takes the touch: words and numbers that belong to the mark lie in the same place.
    """

    def __init__(self, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(told)


class Chartlike(Box, Stretch, Protocol):
    """A box that holds marks and can use all the height there is."""


class Told:
    """A box of marks over a line that is kept free for what they tell."""

    def __init__(
        self,
        box: Chartlike,
        words: Words,
        marks: Sequence[Mark],
        areas: Callable[[], Sequence[QRect]],
        over: int,
    ) -> None:
        """`areas` tells, once the box is placed, where each mark can be touched.

        Where the box has `over` pixels of its own below the marks, the line may lie on them.
        """
        self._box, self._words, self._marks = box, words, marks
        self._areas, self._over = areas, over

    @property
    def parts(self) -> Sequence[Box | QWidget]:
        """The box, the line below it, and the marks."""
        return [self._box, self._words, *self._marks]

    def _line(self, width: int, factor: float) -> int:
        """Return the height of the longest sentence."""
        shown, highs = self._words.text, []
        for mark in self._marks:
            self._words.say(mark.accessibleName())
            highs.append(self._words.measure(width, min(factor, TITLE)).height())
        self._words.say(shown)
        return max(highs)

    def _room(self, width: int, factor: float) -> int:
        """Return the height that the line takes from the box."""
        if self._over:
            return max(0, self._line(width, factor) - self._over)
        return self._line(width, factor) + self._words.look.px(8)

    def measure(self, width: int, factor: float) -> QSize:
        """Return the box's size and the line's."""
        return QSize(width, self._box.measure(width, factor).height() + self._room(width, factor))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Give the box all that the line leaves."""
        line = self._line(width, factor)
        self._box.fill(x, y, width, height - self._room(width, factor), factor)
        areas = self._areas()
        for mark, area in zip(self._marks, areas, strict=True):
            put(self._words.look, mark, area)
        marks_end = max(area.y() + area.height() for area in areas)
        self._words.factor = min(factor, TITLE)
        top = marks_end if self._over else y + height - line
        put(self._words.look, self._words, QRect(x, top, width, line))


class MarkedView(View):
    """A view with marks to touch; it draws them in the colours that `tone` gives."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self.lit: int | None = None
        """The mark that was touched, by its place among the marks."""
        self._marks: list[Mark] = []
        self._told = self.words("", self.look.theme.type.caption)

    def telling(
        self,
        box: Chartlike,
        told: Sequence[str],
        areas: Callable[[], Sequence[QRect]],
        over: int = 0,
    ) -> Told:
        """Return a box of marks with what each of them tells; see there for `areas` and `over`."""
        self._marks = [Mark(one, self) for one in told]
        self._describe(told)
        return Told(box, self._told, self._marks, areas, over)

    def _describe(self, told: Sequence[str]) -> None:
        """Give each canvas its sentence and its table: a line for each mark, label and value."""
        language = self.look.language
        lines = list(self._table()) or list(told)
        if len(self._charts) == len(told):
            for chart, one, line in zip(self._charts, told, lines, strict=True):
                chart.setAccessibleName(ALONE.to(language).format(one))
                chart.setAccessibleDescription(line)
            return
        said = SUMMARY.to(language).format(self.accessibleName(), len(told), told[0])
        for chart in self._charts:
            chart.setAccessibleName(said)
            chart.setAccessibleDescription("\n".join(lines))

    def _table(self) -> Iterator[str]:
        """Yield label and value of each figure, a tab between them."""
        for name in dict.fromkeys(name for _, name in self.brief.panel.figure_names()):
            figure = self.brief.figure(name)
            yield f"{self.figure_label(figure)}\t{self.brief.phrase(figure)}"

    def tone(self, role: str, index: int) -> QColor:
        """Return the colour of a mark: its own, or faded where another is touched."""
        return self.look.color(role) if self.lit in (None, index) else fade(self.look, role)

    def touch(self, gesture: Gesture) -> bool:
        """Take taps once everything has grown; leave drags to whoever is behind."""
        if isinstance(gesture, Drag) or self.share < 1:
            return False
        if isinstance(gesture, Tap):
            at = QPoint(int(gesture.x), int(gesture.y))
            under = (
                index
                for index, mark in enumerate(self._marks)
                if not mark.isHidden() and mark.geometry().contains(at)
            )
            index = next(under, None)
            self._light(None if index == self.lit else index)
        return True

    def _light(self, index: int | None) -> None:
        if index != self.lit:
            self.lit = index
            self._told.say("" if index is None else self._marks[index].accessibleName())
            self.grow(self.share)
            self.changed.emit()

    def renew(self) -> None:
        """Let go of the mark that was touched."""
        super().renew()
        self._light(None)
