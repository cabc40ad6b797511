"""How everything looks right now: the theme on a screen of this size, in one language and text size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from kiosk.content.languages import from_right
from kiosk.ui import fonts
from kiosk.ui.theme import PAPER, SMALLEST, Style, Theme

Ruby = Callable[[str], Sequence[str]]
"""Returns for each character of a text what is written over it, "" for nothing."""

THUMB, INCH = 20.0, 25.4
"""Millimetres: what a finger hits without care, an inch."""

MOST = 1.3
"""The most by which a target grows over its design for a screen that says it is small."""

LOWEST = 0.8
"""The least scale of what has come down: below, type would be too small to read."""

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)


@dataclass(frozen=True)
class Look:
    """Turns design pixels into screen pixels.

    `width` and `height` are those of what visitors use, in pixels: the whole screen, or its lower
    part; `text` is the visitor's text size as a factor.
    """

    width: int
    height: int
    language: str = "zh"
    text: float = 1.0
    theme: Theme = PAPER
    dpi: float = 0.0
    """Pixels to an inch of the screen as it is built; 0 where nobody knows."""
    above: int = 0
    """Pixels left free above everything, for visitors who do not reach so high."""
    hand: str = "middle"
    """Where the arrows stand: left, middle or right."""
    ruby: Ruby | None = None
    """Tells the sounds of characters, where they are to be written."""

    @cached_property
    def portrait(self) -> bool:
        """True where the screen is higher than wide."""
        return self.height + self.above > self.width

    @cached_property
    def unit(self) -> float:
        """Screen pixels in one design pixel; what has come down is not scaled all the way with it."""
        wide, high = PORTRAIT if self.portrait else LANDSCAPE
        room = max(self.height, (self.height + self.above) * LOWEST)
        return min(self.width / wide, room / high)

    @property
    def chinese(self) -> bool:
        """True where the language is written in Chinese characters."""
        return self.language.startswith("zh")

    @cached_property
    def rtl(self) -> bool:
        """True where lines begin at the right."""
        return from_right(self.language)

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction of reading, for widgets."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    def px(self, design: float) -> int:
        """Return a distance in screen pixels, at least 1 for anything above 0."""
        return max(1, round(design * self.unit)) if design > 0 else round(design * self.unit)

    @property
    def margin(self) -> int:
        """The margin at the left and the right, in screen pixels."""
        space = self.theme.space
        return self.px(space.margin_portrait if self.portrait else space.margin)

    @property
    def band(self) -> int:
        """The height of the navigation band, in screen pixels."""
        space = self.theme.space
        high = self.px(space.band_portrait if self.portrait else space.band)
        rows = 2 if self.portrait else 1
        return max(high, rows * (self.target + self.px(12)))

    @property
    def target(self) -> int:
        """The side of what a finger has to hit, in screen pixels: a thumb's width where that is known.

        Screens are often wrong about their size, so what they say is believed only so far.
        """
        design = self.px(self.theme.space.target)
        thumb = round(THUMB / INCH * self.dpi)
        return min(max(design, thumb), round(design * MOST))

    def font(self, style: Style, factor: float = 1.0) -> QFont:
        """Return the font of a role; `factor` scales it, never below the smallest size."""
        size = max(SMALLEST, style.size * factor)
        pixels = max(1, round(size * self.unit))
        return _font(style, pixels, self.chinese, fonts.family(self.language))

    def color(self, role: str) -> QColor:
        """Return the colour of a role of the palette."""
        return QColor(getattr(self.theme.palette, role))


@lru_cache(maxsize=256)
def _font(style: Style, pixels: int, chinese: bool, family: str) -> QFont:
    font = QFont([family, style.family] if family else [style.family])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    strategy = QFont.StyleStrategy.NoSubpixelAntialias
    if not family:  # else the bundled face writes what the other one lacks
        strategy |= QFont.StyleStrategy.NoFontMerging
    font.setStyleStrategy(strategy)
    if style.spacing and chinese:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels * style.spacing)
    if not chinese:
        # The Chinese faces draw curly quotes a full em wide; in other scripts they stand close.
        font.setFeature(QFont.Tag("pwid"), 1)
    return font
