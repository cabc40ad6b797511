"""Lines and buttons one after another, over as many pages as they need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.ui.button import Button
from kiosk.ui.look import Look
from kiosk.ui.words import Words

BACK, ON = Said("上一页", "Previous"), Said("下一页", "Next")


class Wanted(NamedTuple):
    """A button to be made."""

    name: str
    act: Callable[[], None]
    tone: str
    on: bool


@dataclass(frozen=True)
class Row:
    """Widgets side by side, each with its place in the row."""

    places: tuple[tuple[QWidget, QRect], ...]
    high: int
    """Pixels, with the gap below."""


class Flow:
    """Makes the widgets of what it shows, and lets those of before go."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self._look, self._parent = look, parent
        self._pages: list[list[Row]] = []
        self._room = QRect()
        self._at = 0
        self._widgets: list[QWidget] = []
        language = look.language
        self._back = Button(
            look, BACK.to(language), lambda: self._turn(-1), parent, sign="previous"
        )
        self._on = Button(look, ON.to(language), lambda: self._turn(1), parent, sign="next")
        self._count = Words(look, "", look.theme.type.label, parent, role="ink_soft")

    def show(
        self, above: Sequence[str], buttons: Sequence[Wanted], below: Sequence[str], room: QRect
    ) -> None:
        """Show the first page in this place of the parent."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._room, self._at = room, 0
        rows = [*map(self._line, above), *self._rows(buttons), *map(self._line, below)]
        self._widgets = [widget for row in rows for widget, _ in row.places]
        self._pages = self._spread(rows, room.height())
        if len(self._pages) > 1:
            self._pages = self._spread(rows, room.height() - self._look.target)
        self._show()

    def _line(self, text: str) -> Row:
        words = Words(self._look, text, self._look.theme.type.label, self._parent)
        high = words.measure(self._room.width()).height()
        return Row(((words, QRect(0, 0, self._room.width(), high)),), high + self._look.px(8))

    def _rows(self, buttons: Sequence[Wanted]) -> list[Row]:
        """Return as few rows as hold the buttons."""
        look, rows, row, x = self._look, list[Row](), list[tuple[QWidget, QRect]](), 0
        gap, high = look.px(look.theme.space.apart), look.target
        for name, act, tone, on in buttons:
            shown = "main" if on else tone
            button = Button(look, name, act, self._parent, label=name, tone=shown)
            button.on = on or None
            wide = button.measure().width()
            if row and x + wide > self._room.width():
                rows.append(Row(tuple(row), high + gap))
                row, x = [], 0
            row.append((button, QRect(x, 0, wide, high)))
            x += wide + gap
        if row:
            rows.append(Row(tuple(row), high + gap))
        return [Row((), gap), *rows]

    @staticmethod
    def _spread(rows: Sequence[Row], height: int) -> list[list[Row]]:
        pages: list[list[Row]] = [[]]
        for row in rows:
            if pages[-1] and sum(one.high for one in pages[-1]) + row.high > height:
                pages.append([])
            pages[-1].append(row)
        return pages

    def _turn(self, by: int) -> None:
        self._at += by
        self._show()

    def _show(self) -> None:
        for widget in self._widgets:
            widget.hide()
        y = self._room.y()
        for row in self._pages[self._at]:
            for widget, place in row.places:
                widget.setGeometry(place.translated(self._room.x(), y))
                widget.show()
            y += row.high
        self._pager()

    def _pager(self) -> None:
        """Show how to turn pages where there are several."""
        side, foot = self._look.target, self._room.bottom() + 1
        for widget in (self._back, self._on, self._count):
            widget.setVisible(len(self._pages) > 1)
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < len(self._pages) - 1)
        self._back.setGeometry(self._room.x(), foot - side, side, side)
        self._on.setGeometry(self._room.right() + 1 - side, foot - side, side, side)
        self._count.say(f"{self._at + 1} / {len(self._pages)}")
        size = self._count.natural()
        x = self._room.center().x() - size.width() // 2
        self._count.setGeometry(x, foot - (side + size.height()) // 2, size.width(), size.height())
