"""The tokens of the look: roles, never places. No other module names a colour or a type size."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Palette:
    """Colours by role, as #RRGGBB."""

    white: str = "#FFFFFF"
    black: str = "#000000"
    hills_far: str = "#A9C8BC"
    sun: str = "#D9583A"

    paper: str = "#F6F0E3"
    paper_deep: str = "#ECE2CD"
    card: str = "#FCF8EE"
    line: str = "#CFC2A2"
    ink: str = "#1E2A2E"
    ink_soft: str = "#55646A"
    azurite: str = "#1F5B7A"
    azurite_deep: str = "#123A52"
    malachite: str = "#2F7C6E"
    cinnabar: str = "#B23A26"
    ochre: str = "#86611B"
    gold: str = "#B98A35"
    night: str = "#15222A"
    sky_high: str = "#F8E7CB"
    sky_low: str = "#E6EDE4"
    on_dark: str = "#FBF5E6"
    on_dark_soft: str = "#D9D3BF"
    gold_on_dark: str = "#F6E5B8"
    track: str = "#CFC2A2"
    """The way that a bar or a dot goes."""
    hollow: str = "#ECE2CD"
    """The part of a whole that a value leaves free."""
    ranges: tuple[tuple[str, str], ...] = (
        ("#26455A", "#8FB4B0"),
        ("#1F5B7A", "#79A9AE"),
        ("#2A6F63", "#8FBFA6"),
        ("#4F6233", "#A9B67C"),
        ("#83472C", "#C79B74"),
        ("#9E3526", "#D08A6C"),
    )
    """Ground and mountain; chapters take them in turn."""


@dataclass(frozen=True)
class Style:
    """One role of type: family, weight, size in design pixels, line height as a factor."""

    family: str
    size: float
    bold: bool = False
    leading: float = 1.6
    spacing: float = 0.0
    """Extra space between characters, as a share of the size."""


SERIF, SANS, KAI = "Kiosk Serif", "Kiosk Sans", "Kiosk Kai"
SMALLEST = 24.0
"""Design pixels: nothing on screen is set smaller."""


@dataclass(frozen=True)
class Type:
    """Type by role, sizes at 1920 by 1080."""

    display: Style = Style(SERIF, 104, bold=True, leading=1.25)
    title: Style = Style(SERIF, 64, bold=True, leading=1.35)
    heading: Style = Style(SERIF, 46, bold=True, leading=1.35)
    lead: Style = Style(SANS, 40, leading=1.6)
    body: Style = Style(SANS, 35, leading=1.65)
    label: Style = Style(SANS, 32, leading=1.45)
    strong: Style = Style(SANS, 32, bold=True, leading=1.45)
    caption: Style = Style(SANS, 27, leading=1.55)
    eyebrow: Style = Style(SANS, 28, leading=1.4, spacing=0.18)
    button: Style = Style(SANS, 29, leading=1.2)
    quote: Style = Style(KAI, 58, leading=1.75)
    verse: Style = Style(KAI, 44, leading=1.2)
    numeral: Style = Style(SERIF, 76, bold=True, leading=1.15)
    large: Style = Style(SERIF, 104, bold=True, leading=1.15)
    giant: Style = Style(SERIF, 150, bold=True, leading=1.1)
    unit: Style = Style(SERIF, 34, leading=1.2)


@dataclass(frozen=True)
class Space:
    """Distances in design pixels."""

    margin: float = 120
    margin_portrait: float = 80
    gap: float = 40
    band: float = 112
    band_portrait: float = 224
    target: float = 96
    apart: float = 16
    radius: float = 14
    hairline: float = 2


@dataclass(frozen=True)
class Time:
    """Durations in seconds."""

    turn: float = 0.32
    fade: float = 0.24
    count: float = 0.9
    back: float = 0.22
    press: float = 0.45


@dataclass(frozen=True)
class Theme:
    """All tokens together."""

    palette: Palette = field(default_factory=Palette)
    type: Type = field(default_factory=Type)
    space: Space = field(default_factory=Space)
    time: Time = field(default_factory=Time)
    plain: bool = False
    """True where nothing is drawn for its beauty alone."""
    clear: float = 4.5
    """The least contrast of words with what is behind them (WCAG 2.2, 1.4.3)."""
    clear_large: float = 3.0
    """The same for large type."""


PAPER = Theme()

STARK = Theme(
    palette=Palette(
        hills_far="#33454C",
        paper="#FFFFFF",
        paper_deep="#DDDDDD",
        card="#FFFFFF",
        line="#333333",
        ink="#000000",
        ink_soft="#1F1F1F",
        azurite="#00274A",
        azurite_deep="#001529",
        malachite="#003B2C",
        cinnabar="#8C1000",
        ochre="#463000",
        gold="#5C3F00",
        night="#000000",
        on_dark="#FFFFFF",
        on_dark_soft="#FFFFFF",
        gold_on_dark="#FFE9A8",
        track="#8A8A8A",
        hollow="#8A8A8A",
        ranges=(
            ("#152A38", "#2C4A58"),
            ("#0B2C42", "#274C5E"),
            ("#0B352C", "#27503F"),
            ("#26330F", "#414F22"),
            ("#3F1D0C", "#5A3520"),
            ("#4F140B", "#6B2C1E"),
        ),
    ),
    plain=True,
    clear=7.0,
    clear_large=7.0,
)
"""High contrast: black on white, and 7 to 1 everywhere (WCAG 2.2, 1.4.6)."""
