"""How everything looks right now: the theme on a screen of this size, in one language and text size."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtGui import QColor, QFont

from kiosk.ui.theme import PAPER, SMALLEST, Style, Theme

THUMB, INCH = 20.0, 25.4
"""Millimetres: what a finger hits without care, an inch."""

MOST = 1.3
"""The most by which a target grows over its design for a screen that says it is small."""

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)


@dataclass(frozen=True)
class Look:
    """Turns design pixels into screen pixels.

    `width` and `height` are the whole screen's, in pixels; `text` is the visitor's text size as a
    factor.
    """

    width: int
    height: int
    language: str = "zh"
    text: float = 1.0
    theme: Theme = PAPER
    dpi: float = 0.0
    """Pixels to an inch of the screen as it is built; 0 where nobody knows."""

    @cached_property
    def portrait(self) -> bool:
        """True where the screen is higher than wide."""
        return self.height > self.width

    @cached_property
    def unit(self) -> float:
        """Screen pixels in one design pixel."""
        wide, high = PORTRAIT if self.portrait else LANDSCAPE
        return min(self.width / wide, self.height / high)

    @property
    def chinese(self) -> bool:
        """True where the language is written in Chinese characters."""
        return self.language.startswith("zh")

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
        return _font(style, max(1, round(size * self.unit)), self.chinese)

    def color(self, role: str) -> QColor:
        """Return the colour of a role of the palette."""
        return QColor(getattr(self.theme.palette, role))


@lru_cache(maxsize=256)
def _font(style: Style, pixels: int, chinese: bool) -> QFont:
    font = QFont(style.family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(
        QFont.StyleStrategy.NoSubpixelAntialias | QFont.StyleStrategy.NoFontMerging
    )
    if style.spacing and chinese:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels * style.spacing)
    if not chinese:
        # The Chinese faces draw curly quotes a full em wide; in other scripts they stand close.
        font.setFeature(QFont.Tag("pwid"), 1)
    return font
