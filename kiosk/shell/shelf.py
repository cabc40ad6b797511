"""A shelf of buttons in columns, turned page by page where there are too many."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.button import Button
from kiosk.ui.look import Look
from kiosk.ui.mirror import arrow, put
from kiosk.ui.words import Words

LEAST = 480
"""Design pixels: the narrowest column that still holds a title on two lines."""


class Shelf:
    """Fills columns from the top; a page turns by buttons that are there only when needed."""

    def __init__(self, look: Look, entries: Sequence[QWidget], parent: QWidget) -> None:
        self._look, self._entries, self._page = look, list(entries), 0
        self._back = Button(look, "‹", lambda: self._turn(-1), parent, sign=arrow(look, "previous"))
        self._on = Button(look, "›", lambda: self._turn(1), parent, sign=arrow(look, "next"))
        self._count = Words(look, "", look.theme.type.caption, parent, role="ink_soft")
        self._area = (0, 0, 0, 0)

    def _turn(self, by: int) -> None:
        self._page += by
        self.place(*self._area)

    def renew(self) -> None:
        """Turn back to the first page."""
        if self._page:
            self._turn(-self._page)

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Show the page in this area (pixels)."""
        self._area = (x, y, width, height)
        look = self._look
        gap, target = look.px(look.theme.space.apart), look.target
        columns = max(1, (width + gap) // (look.px(LEAST) + gap))
        rows = max(1, (height + gap) // (target + gap))
        paged = len(self._entries) > columns * rows
        if paged:
            rows = max(1, rows - 1)
        each = columns * rows
        pages = -(-len(self._entries) // each)
        self._page = min(max(0, self._page), pages - 1)
        shown = range(self._page * each, min(len(self._entries), (self._page + 1) * each))
        used = -(-len(shown) // columns) if not paged else rows
        wide = (width - gap * (columns - 1)) // columns
        high = min(look.px(128), (height - gap * (used - 1)) // used) if not paged else target
        for index, entry in enumerate(self._entries):
            entry.setVisible(index in shown)
            if index in shown:
                column, row = divmod(index - shown.start, used)
                place = QRect(x + column * (wide + gap), y + row * (high + gap), wide, high)
                put(look, entry, place)
        self._pager(paged, pages, (x, y + height - target, width, target))

    def _pager(self, paged: bool, pages: int, area: tuple[int, int, int, int]) -> None:
        x, y, width, target = area
        for widget in (self._back, self._on, self._count):
            widget.setVisible(paged)
        if not paged:
            return
        put(self._look, self._back, QRect(x, y, target, target))
        put(self._look, self._on, QRect(x + width - target, y, target, target))
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < pages - 1)
        self._count.say(f"{self._page + 1} / {pages}")
        size = self._count.natural()
        self._count.setGeometry(
            x + (width - size.width()) // 2,
            y + (target - size.height()) // 2,
            size.width(),
            size.height(),
        )
