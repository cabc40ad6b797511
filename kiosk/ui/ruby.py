"""The sounds of characters in small type beside them: what they need, and where they stand."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLine

from kiosk.ui.look import Look
from kiosk.ui.theme import SANS

SHARE, LEAST = 0.46, 14
"""The size of syllables, as a share of the characters' size, and in design pixels at least."""

APART = 0.28
"""The least space between two syllables, as a share of their size."""

NEAR, FREE = 0.05, 0.26
"""Space between a syllable and its character, and from there to the next line, as shares of the
characters' size."""

HEAD = 0.88
"""How far characters reach above their base line, as a share of their size."""

TALLEST = "ǜǎyg"
"""What reaches highest and lowest."""


def sounds_of(look: Look, text: str) -> Sequence[str]:
    """Return what is written beside each character of a text, () where there is nothing to write."""
    sounds = look.ruby(text) if look.ruby is not None and look.chinese else ()
    return sounds if any(sounds) else ()


class Small:
    """The type of syllables beside characters of one size; all measures are in screen pixels."""

    def __init__(self, size: int, least: int) -> None:
        self._size = size
        self.font = QFont(SANS)
        self.font.setPixelSize(max(least, round(size * SHARE)))
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.font.setStyleStrategy(
            QFont.StyleStrategy.NoSubpixelAntialias | QFont.StyleStrategy.NoFontMerging
        )
        self.metrics = QFontMetricsF(self.font)
        self.apart = self.font.pixelSize() * APART
        box = self.metrics.tightBoundingRect(TALLEST)
        self.high, self.near = box.height(), size * NEAR
        self.base = box.bottom() + self.near
        """How far its base line is from the character."""
        self.room = self.high + self.near
        """What it takes beside a character."""
        self.pitch = size * (1 + FREE) + self.room
        """The least step from one line or column to the next."""

    def top(self, line: QTextLine, step: float) -> float:
        """Return how far below the top of its step a line has to stand."""
        free = step - self._size - self.room
        return free / 2 + self.room + self._size * HEAD - line.ascent()

    def over(self, line: QTextLine) -> float:
        """Return the base line of the syllables over a line."""
        return line.y() + line.ascent() - self._size * HEAD - self.base

    def width(self, sound: str) -> float:
        """Return how long a syllable is."""
        return self.metrics.horizontalAdvance(sound)

    def needs(self, sound: str) -> float:
        """Return how much of a column a syllable takes, with the space to the next."""
        return self.width(sound) + self.apart if sound else 0.0

    def draw_beside(self, painter: QPainter, edge: QPointF, sound: str) -> None:
        """Draw a syllable to the right of a character in a column, on its side as Latin is there.

        `edge` is the middle of the character's right edge.
        """
        painter.save()
        painter.setFont(self.font)
        painter.translate(edge + QPointF(self.base, 0))
        painter.rotate(90)
        painter.drawText(QPointF(-self.width(sound) / 2, 0), sound)
        painter.restore()


@lru_cache(maxsize=64)
def _small(size: int, least: int) -> Small:
    return Small(size, least)


def small(look: Look, font: QFont) -> Small:
    """Return the type of syllables beside characters of this font."""
    return _small(font.pixelSize(), look.px(LEAST))


class Syllable(NamedTuple):
    """One syllable, its length, and that of its character."""

    sound: str
    wide: float
    under: float


class Ruby:
    """The syllables over one paragraph, or nothing; characters are counted as Qt does, in UTF-16."""

    def __init__(self, look: Look, text: str, font: QFont) -> None:
        self.small = small(look, font)
        self._syllables: dict[int, Syllable] = {}
        self.extra: dict[int, float] = {}
        """Space that must follow a character, so that its syllable keeps off the next one."""
        sounds = sounds_of(look, text)
        if sounds:
            self._measure(text, sounds, font)

    def __bool__(self) -> bool:
        """True where there is something to write."""
        return bool(self._syllables)

    @property
    def side(self) -> float:
        """How far a syllable may stand out to either side of its character."""
        return max([0.0, *((one.wide - one.under) / 2 for one in self._syllables.values())])

    def _measure(self, text: str, sounds: Sequence[str], font: QFont) -> None:
        metrics, spacing = QFontMetricsF(font), font.letterSpacing()
        before, reach, left = 0, 0.0, 0.0
        for place, character, sound in zip(places(text), text, sounds, strict=False):
            advance = metrics.horizontalAdvance(character)
            under = advance - spacing
            wide = self.small.width(sound) if sound else 0.0
            half = (wide + self.small.apart) / 2 if sound else 0.0
            lacks = reach + half - (left + under / 2)
            if lacks > 0 and place:
                self.extra[before] = lacks
            if sound:
                self._syllables[place] = Syllable(sound, wide, under)
            before, reach, left = place, half, advance - under / 2

    def standing(self, line: QTextLine) -> Iterator[tuple[str, QPointF]]:
        """Yield the syllables of a line and where each begins on its base line."""
        start, end = line.textStart(), line.textStart() + line.textLength()
        for place, one in self._syllables.items():
            if start <= place < end:
                x, _ = line.cursorToX(place)
                yield one.sound, QPointF(x + (one.under - one.wide) / 2, self.small.over(line))

    def draw(self, painter: QPainter, line: QTextLine, left: float) -> None:
        """Draw the syllables of a line that begins at `left`."""
        painter.setFont(self.small.font)
        for sound, at in self.standing(line):
            painter.drawText(at + QPointF(left, 0), sound)


def places(text: str) -> list[int]:
    """Return where each character of a text begins as Qt counts: most take one place, some two."""
    return list(accumulate((1 + (ord(character) > 0xFFFF) for character in text), initial=0))
