"""The sheet with a code that holds what the panel says: no server, no network, nothing to install."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.overlay import Overlay
from kiosk.panels.telling import credit, told
from kiosk.ui.look import INCH, Look
from kiosk.ui.mirror import put
from kiosk.ui.words import Words

QUIET = 4
"""Modules left white around a code (ISO/IEC 18004)."""

MODULE = 1.0
"""Millimetres: the least side of a module to be read from 600 mm, where a telephone's camera sees
some 4 pixels to a millimetre and wants 3 to a module."""

MODULE_PIXELS = 4
"""Screen pixels: the least side of a module where nobody knows how large a pixel is."""

Matrix = tuple[bytearray, ...]


def code(text: str) -> Matrix:
    """Return the modules of a code that holds a text; ValueError where it is too long."""
    import segno  # noqa: PLC0415 — it brings much that no start needs

    return tuple(segno.make(text, error="l", micro=False, encoding="utf-8").matrix)


def longest(head: str, paragraphs: Sequence[str], foot: str, modules: int) -> tuple[str, Matrix]:
    """Return the text with as many paragraphs as a code of so many modules a side holds, and the code.

    Head and foot are always there.
    """
    for count in range(len(paragraphs), -1, -1):
        kept = [*paragraphs[:count], *(["……"] if count < len(paragraphs) else [])]
        text = "\n\n".join(part for part in (head, *kept, foot) if part)
        try:
            matrix = code(text)
        except ValueError:
            continue
        if len(matrix) <= modules or count == 0:
            return text, matrix
    raise ValueError("the heading alone is too long for a code")


class Code(QWidget):
    """A code, black on white in any theme."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.matrix = look, tuple[bytearray, ...]()
        self.setAccessibleName(name)

    @property
    def module(self) -> int:
        """The side of a module, in pixels."""
        return self.width() // (len(self.matrix) + 2 * QUIET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules, in the middle."""
        side = self.module
        edge = (self.width() - side * len(self.matrix)) // 2
        black = self.look.color("black")
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("white"))
            for row, line in enumerate(self.matrix):
                for column, dark in enumerate(line):
                    if dark:
                        painter.fillRect(edge + column * side, edge + row * side, side, side, black)


class TakeSheet(Overlay):
    """A code beside what it is good for."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        language, kinds = self.look.language, self.look.theme.type

        def words(text: str, style: str, role: str) -> Words:
            return Words(self.look, text, getattr(kinds, style), self, role=role, balanced=True)

        self._eyebrow = words(signs.TAKE.to(language), "eyebrow", "ochre")
        self._title = words(signs.TAKE_TITLE.to(language), "title", "ink")
        self._about = words(signs.TAKE_ABOUT.to(language), "body", "ink")
        self._part = words(signs.TAKE_PART.to(language), "label", "ink_soft")
        self._code = Code(self.look, signs.TAKE_TITLE.to(language), self)
        self.text = ""
        """What the code holds."""

    def lay_out(self, factor: float) -> int:
        """The code at the right, words at the left; in portrait the code is beneath."""
        look, x = self.look, self.look.margin
        width = self.width() - 2 * x
        aside = look.px(96)
        top = look.px(84)
        side = min(self.floor - top, width // 2)
        room = width if look.portrait else width - side - aside
        y = self._eyebrow.place(x, top, room, factor)
        y = self._title.place(x, y + look.px(8), room, min(factor, 1.15)) + look.px(36)
        y = self._about.place(x, y, room, factor)
        y = self._part.place(x, y + look.px(20), room, factor)
        if look.portrait:
            side = min(width, max(look.px(500), self.floor - y - look.px(48)))
            self._fill(QRect(x, y + look.px(48), side, side))
            return y + look.px(48) + side
        self._fill(QRect(x + width - side, top, side, side))
        return y

    def _fill(self, place: QRect) -> None:
        """Put the code there, with as much text as it can hold and still be read."""
        least = max(MODULE_PIXELS, round(MODULE / INCH * self.look.dpi))
        brief = self.brief
        head, *rest = told(brief) or (brief.say(brief.exhibit.exhibit.title),)
        modules = place.width() // least - 2 * QUIET
        self.text, self._code.matrix = longest(head, rest, credit(brief), modules)
        self._part.setVisible("……" in self.text)
        put(self.look, self._code, place)
        self._code.update()
