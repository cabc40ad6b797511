"""Words on screen: plain text, measured before it is placed, never cut."""

import re
import unicodedata
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.ruby import Ruby, places
from kiosk.ui.theme import KAI, Style

LINES = 400
"""No text on a screen has more lines: a bound on work, far above anything readable."""


OPENING = frozenset("“‘《「『（【")
"""Marks whose ink is in the right half of a full-width cell."""


LATIN = re.compile(r"[!-~’]+")
"""What is never broken where a line has room for it."""

CROWDED = re.compile(r"[”’》」』）】，。、；：！？](?=[”’》」』）】，。、；：！？“‘《「『（【])")
"""A closing mark before another mark: set solid, two blank halves would gape."""


def reading(text: str) -> Qt.LayoutDirection:
    """Return which way a text on a screen from right to left runs: left to right if all of it does."""
    if any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text):
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


BETWEEN = re.compile(r"[^\s!-~]·")
"""A dot between two parts of a name begins no line, though Unicode's rules let it."""


class Words(QWidget):
    """One text in one style; wraps between words and, in Chinese, by the rules of line breaking."""

    def __init__(
        self,
        look: Look,
        text: str,
        style: Style,
        parent: QWidget,
        *,
        role: str = "ink",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        balanced: bool = False,
    ) -> None:
        super().__init__(parent)
        self.look, self.style_, self.role, self.align = look, style, role, align
        self.balanced, self.factor, self._text = balanced, 1.0, text
        self._lines: list[QTextLayout] = []
        self._rubies: list[Ruby] = []
        self._laid: tuple[str, int, float] | None = None
        self._size = QSize()
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str) -> None:
        """Change the text; the place stays."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self._laid = None
            self.update()

    def measure(self, width: int, factor: float = 1.0) -> QSize:
        """Lay out for this width (screen pixels) and factor; return what it takes."""
        key = (self._text, width, factor)
        if key != self._laid:
            self.factor = factor
            self._lines, self._size = self._broken(width)
            lines = self._count()
            if self.balanced and lines > 1:
                self._balance(width, lines)
            self._laid = key
        return self._size

    def natural(self, factor: float = 1.0) -> QSize:
        """Return what it takes on as few lines as it has paragraphs."""
        return self.measure(1 << 20, factor)

    def place(self, x: int, y: int, width: int, factor: float = 1.0) -> int:
        """Measure and place; return the y just below."""
        size = self.measure(width, factor)
        put(self.look, self, QRect(x, y, width, size.height()))
        return y + size.height()

    def _count(self) -> int:
        return sum(layout.lineCount() for layout in self._lines)

    def _balance(self, width: int, lines: int) -> None:
        """Narrow until one more line would be needed, so that lines of a title are alike."""
        low, high = max(width // lines, min(width, self._longest())), width
        while high - low > 4:
            middle = (low + high) // 2
            layouts, _ = self._broken(middle)
            if sum(layout.lineCount() for layout in layouts) > lines:
                low = middle
            else:
                high = middle
        self._lines, size = self._broken(high)
        self._size = QSize(size.width(), self._size.height())

    def _longest(self) -> int:
        """Return the width of the longest word: narrower, and it would be broken."""
        metrics = QFontMetricsF(self.look.font(self.style_, self.factor))
        words = LATIN.findall(self._text)
        side = self._side(self._rubies)
        return ceil(max(map(metrics.horizontalAdvance, words), default=0.0) + 2 * side) + 1

    @staticmethod
    def _side(rubies: Sequence[Ruby]) -> float:
        """Return how far every line stays off both edges, for what stands out over its ends."""
        return max(ruby.side for ruby in rubies)

    def _broken(self, width: int) -> tuple[list[QTextLayout], QSize]:
        font = self.look.font(self.style_, self.factor)
        step = font.pixelSize() * self.style_.leading
        # Where lines stand closer than the face is high, heads and tails need room at the ends.
        spare = max(0.0, (QFontMetricsF(font).height() - step) / 2)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self.look.rtl:
            option.setTextDirection(reading(self._text))
        paragraphs = self._text.split("\n")
        self._rubies = [Ruby(self.look, paragraph, font) for paragraph in paragraphs]
        side = self._side(self._rubies)
        small = self._rubies[0].small if any(self._rubies) else None
        if small is not None:
            step, spare = max(step, small.pitch), 0.0
        layouts, y, widest = [], spare, 0.0
        for paragraph, ruby in zip(paragraphs, self._rubies, strict=True):
            at = places(paragraph)
            dots = {at[found.start() + 1] for found in BETWEEN.finditer(paragraph)}
            layout = QTextLayout(paragraph, font)
            layout.setTextOption(option)
            layout.setFormats(self._spaced(paragraph, font, ruby))
            layout.setCacheEnabled(True)
            layout.beginLayout()
            for _ in range(LINES):
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(width - 2 * side)
                end = line.textStart() + line.textLength()
                if end in dots:  # columns are characters, places are not
                    line.setNumColumns(at.index(end) - at.index(line.textStart()) - 1)
                above = (step - line.height()) / 2 if small is None else small.top(line, step)
                line.setPosition(QPointF(0, y + above))
                widest = max(widest, line.naturalTextWidth())
                y += step
            layout.endLayout()
            layouts.append(layout)
        return layouts, QSize(min(width, int(widest + 2 * side) + 1), ceil(y + spare))

    def _spaced(self, text: str, font: QFont, ruby: Ruby) -> list[QTextLayout.FormatRange]:
        """Return what is set wider under long syllables, or closer: two marks in a row."""
        extra = dict(ruby.extra)
        for place in self._crowded(text):
            extra[place] = extra.get(place, 0.0) - font.pixelSize() / 2
        ranges = []
        for place, space in extra.items():
            one = QTextLayout.FormatRange()
            one.start, one.length = place, 1
            spaced = QTextCharFormat()
            spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            spaced.setFontLetterSpacing(font.letterSpacing() + space)
            one.format = spaced
            ranges.append(one)
        return ranges

    def _crowded(self, text: str) -> list[int]:
        """Return the first of each two marks in a row: ”， takes one em and a half.

        The blank half is at the right of such a mark, so less space after it is all it takes; the
        quotes of the Kai face are narrow already.
        """
        if not self.look.chinese or self.style_.family == KAI:
            return []
        at = places(text)
        return [at[found.start()] for found in CROWDED.finditer(text)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        self.measure(self.width(), self.factor)
        with QPainter(self) as painter:
            painter.setPen(self.look.color(self.role))
            for layout, ruby in zip(self._lines, self._rubies, strict=True):
                for line in map(layout.lineAt, range(layout.lineCount())):
                    left = self._left(layout, line)
                    line.draw(painter, QPointF(left, 0))
                    ruby.draw(painter, line, left)

    def _left(self, layout: QTextLayout, line: QTextLine) -> float:
        """Return where a line begins."""
        side = self._side(self._rubies)
        spare = self.width() - line.naturalTextWidth()
        if self.align & Qt.AlignmentFlag.AlignHCenter:
            return spare / 2
        # Left is where lines begin.
        if bool(self.align & Qt.AlignmentFlag.AlignRight) is not self.look.rtl:
            return spare - side
        return side - self._blank(layout, line)

    def _blank(self, layout: QTextLayout, line: QTextLine) -> float:
        """Return how much of a line's beginning is blank and hangs out: half an opening mark."""
        if self.align & (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter):
            return 0.0
        start = layout.text()[line.textStart() : line.textStart() + 1]
        hangs = self.look.chinese and start in OPENING and self.style_.family != KAI
        return layout.font().pixelSize() * 0.5 if hangs else 0.0
