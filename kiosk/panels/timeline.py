"""Timeline: moments in their order; distances say nothing, so all are alike."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.base import Frozen, Text
from kiosk.content.panel import Panel
from kiosk.panels.brief import Brief
from kiosk.panels.view import View
from kiosk.ui.boxes import Box, Stack
from kiosk.ui.mirror import put, turn


class Moment(Frozen):
    """One moment."""

    when: Text
    title: Text
    text: Text | None = None


class Timeline(Panel):
    """What staff write of a timeline."""

    kind: Literal["timeline"]
    title: Text
    moments: Annotated[tuple[Moment, ...], Field(min_length=2, max_length=6)]


class Line(QWidget):
    """The moments along one line: across the screen, or down it in portrait."""

    def __init__(self, view: View, moments: Sequence[Moment]) -> None:
        super().__init__(view)
        self.look = view.look
        say, kinds = view.brief.say, self.look.theme.type
        self._stacks = []
        for moment in moments:
            stack = Stack(
                [
                    (view.words(say(moment.when), kinds.title, self, role="azurite"), 0),
                    (view.words(say(moment.title), kinds.strong, self), self.look.px(4)),
                ]
            )
            if moment.text:
                text = view.words(say(moment.text), kinds.label, self, role="ink_soft")
                stack.boxes.append((text, self.look.px(6)))
            self._stacks.append(stack)
        self._dots: list[tuple[int, int]] = []

    def _widths(self, width: int) -> int:
        """Return the width of one moment's words."""
        if self.look.portrait:
            return width - self.look.px(80)
        return width // len(self._stacks) - self.look.px(32)

    def measure(self, width: int, factor: float) -> QSize:
        """Return the least size."""
        highs = [stack.measure(self._widths(width), factor).height() for stack in self._stacks]
        gap = self.look.px(48)
        if self.look.portrait:
            return QSize(width, sum(highs) + gap * (len(highs) - 1))
        return QSize(width, max(highs) + gap + self.look.px(56))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Take the least height."""
        high = self.measure(width, factor).height()
        self.fill(x, y, width, high, factor)
        return y + high

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        """Set the dots and the words."""
        put(self.look, self, QRect(x, y, width, height))
        look, wide = self.look, self._widths(width)
        highs = [stack.measure(wide, factor).height() for stack in self._stacks]
        self._dots = []
        if look.portrait:
            gap = min(look.px(110), (height - sum(highs)) // max(1, len(highs) - 1))
            top = 0
            for stack, high in zip(self._stacks, highs, strict=True):
                stack.place(look.px(80), top, wide, factor)
                self._dots.append((look.px(22), top + look.px(34)))
                top += high + gap
            return
        level = max(look.px(30), (height - max(highs)) // 4)
        for index, stack in enumerate(self._stacks):
            left = index * (width // len(self._stacks))
            stack.place(left, level + look.px(52), wide, factor)
            self._dots.append((left + look.px(20), level))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the dots; the last is today's."""
        look = self.look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            turn(look, painter, self.width())
            (x0, y0), (_, y1) = self._dots[0], self._dots[-1]
            thick = look.px(5)
            if look.portrait:
                painter.fillRect(x0 - thick // 2, y0, thick, y1 - y0, look.color("line"))
            else:
                painter.fillRect(x0, y0 - thick // 2, self.width() - x0, thick, look.color("line"))
            painter.setPen(look.color("paper"))
            for index, (x, y) in enumerate(self._dots):
                last = index == len(self._dots) - 1
                painter.setBrush(look.color("cinnabar" if last else "azurite"))
                size = look.px(19 if last else 14)
                painter.drawEllipse(x - size, y - size, 2 * size, 2 * size)


class TimelineView(View):
    """Heading, text, the line."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        assert isinstance(brief.panel, Timeline)  # noqa: S101 - the registry pairs kinds and views
        self._line = Line(self, brief.panel.moments)

    def lines(self) -> Sequence[tuple[Box, int]]:
        """Return the boxes from top to bottom."""
        return [*self.heading(), *self.running(16), (self._line, self.look.px(48))]
