"""Where type gets too small for all to fit on one page: how to spread it over several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.ui.boxes import Box, Stack, reveal
from kiosk.ui.button import Button
from kiosk.ui.look import Look
from kiosk.ui.mirror import arrow, put

Boxes = Sequence[tuple[Box, int]]
"""Boxes from top to bottom, each with the gap above it in pixels; the first is the heading."""

SMALL = 0.7
"""How far type may shrink, against what the visitor chose, before it goes on to a further page."""


def spread(boxes: Boxes, width: int, height: int, factor: float) -> list[Stack] | None:
    """Return the boxes as pages of this size, each under the heading; None where one does not fit."""
    head, *rest = boxes
    pages: list[Stack] = []
    for box, gap in rest:
        if Stack([head, (box, gap)]).measure(width, factor).height() > height:
            return None
        grown = Stack([*pages[-1].boxes, (box, gap)]) if pages else None
        if grown and grown.measure(width, factor).height() <= height:
            pages[-1] = grown
        else:
            pages.append(Stack([head, (box, gap)]))
    return pages


class Leaf(QWidget):
    """The button that leads to the next page, and round to the first again."""

    def __init__(self, look: Look, turn: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._button = Button(
            look, signs.MORE.to(look.language), turn, self, sign=arrow(look, "next")
        )
        self.hide()

    @property
    def room(self) -> int:
        """The height it takes, in pixels."""
        return self._button.measure().height()

    def tell(self, page: int, pages: int) -> None:
        """Say which page this is."""
        more = signs.MORE.to(self.look.language)
        self._button.label = f"{more} {page + 1}/{pages}"
        self._button.update()

    def place(self, right: int, foot: int) -> None:
        """Stand in the corner whose right and lower edges these are."""
        size = self._button.measure()
        put(self.look, self, QRect(QPoint(right - size.width(), foot - size.height()), size))
        self._button.setGeometry(self.rect())
        self.show()
        self.raise_()


class Pages:
    """The pages of one view: none while all fits on one."""

    def __init__(self, look: Look, parent: QWidget, changed: Callable[[], None]) -> None:
        self._leaf = Leaf(look, self.turn, parent)
        self._changed: Callable[[], None] | None = changed
        self._stacks: list[Stack] = []
        self._area = (0, 0, 0, 0)
        self._factors: list[float] = []
        self.page = 0

    def __len__(self) -> int:
        return len(self._stacks)

    @property
    def room(self) -> int:
        """The height to leave free below pages."""
        return self._leaf.room

    def clear(self) -> None:
        """All fits on one page again."""
        for stack in self._stacks:
            reveal(stack, on=True)
        self._stacks, self.page = [], 0
        self._leaf.hide()

    def lay_out(
        self, stacks: list[Stack], area: tuple[int, int, int, int], steps: Sequence[float]
    ) -> None:
        """Show the first page in this area (x, y, width, height).

        Each takes the largest of the steps that it fits with; with the last it must.
        """
        self._stacks, self._area, self.page = stacks, area, 0
        _, _, width, height = area
        self._factors = [
            next(
                (s for s in steps if stack.measure(width, s).height() <= height - self.room),
                steps[-1],
            )
            for stack in stacks
        ]
        self.show()

    def show(self) -> None:
        """Show this page and nothing of the others."""
        for stack in self._stacks:
            reveal(stack, on=False)
        stack = self._stacks[self.page]
        reveal(stack, on=True)
        x, y, width, height = self._area
        stack.fill(x, y, width, height - self.room, self._factors[self.page])
        self._leaf.tell(self.page, len(self))
        self._leaf.place(x + width, y + height)

    def turn(self) -> None:
        """Show the next page, after the last the first."""
        self.page = (self.page + 1) % len(self)
        self._show_anew()

    def renew(self) -> None:
        """Show the first page again."""
        if self.page:
            self.page = 0
            self._show_anew()

    def _show_anew(self) -> None:
        self.show()
        if self._changed:
            self._changed()

    def drop(self) -> None:
        """Let go of the view: it must not wait for a collection of cycles to be gone."""
        self._stacks, self._changed = [], None
