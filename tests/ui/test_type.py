"""Faces, sizes and colours: the bundled ones and no others, on every screen in proportion."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from kiosk.ui import fonts
from kiosk.ui.assets import shipped
from kiosk.ui.look import Look
from kiosk.ui.theme import KAI, PAPER, SMALLEST, Style, Theme

STYLES = {field.name: getattr(PAPER.type, field.name) for field in fields(PAPER.type)}
EACH = pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())


@EACH
def test_every_role_is_set_in_a_bundled_face_and_bold_in_a_real_bold(
    look: Look, style: Style
) -> None:
    """Qt would thicken the regular face, which closes up the strokes of dense characters."""
    face = QRawFont.fromFont(look.font(style))
    assert face.familyName() == style.family
    assert face.styleName() == ("Bold" if style.bold else "Regular")
    assert face.weight() == (700 if style.bold else 400)


@EACH
def test_the_machine_s_own_fonts_and_hints_decide_nothing(look: Look, style: Style) -> None:
    font = look.font(style)
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert font.styleStrategy() & QFont.StyleStrategy.NoFontMerging
    assert font.styleStrategy() & QFont.StyleStrategy.NoSubpixelAntialias


def widths(font: QFont, marks: str) -> list[float]:
    metrics = QFontMetricsF(font)
    return [metrics.horizontalAdvance(mark) / font.pixelSize() for mark in marks]


UPRIGHT = [name for name, style in STYLES.items() if style.family != KAI and not style.spacing]


@pytest.mark.parametrize("name", UPRIGHT)
def test_chinese_quotes_are_as_wide_as_a_character(look: Look, name: str) -> None:
    assert widths(look.font(STYLES[name]), "“”‘’国，") == pytest.approx([1.0] * 6, abs=0.02)


@pytest.mark.parametrize("name", UPRIGHT)
def test_english_quotes_stand_close(english: Look, name: str) -> None:
    assert max(widths(english.font(STYLES[name]), "“”‘’")) < 0.6


def test_chinese_is_spaced_where_the_role_says_so_and_english_is_not(
    look: Look, english: Look
) -> None:
    style = PAPER.type.eyebrow
    assert widths(look.font(style), "国") == pytest.approx([1 + style.spacing], abs=0.03)
    assert english.font(style).letterSpacing() == 0


@pytest.mark.parametrize(
    ("size", "unit"),
    [
        ((1920, 1080), 1.0),
        ((3840, 2160), 2.0),
        ((1366, 768), 768 / 1080),
        ((1024, 768), 1024 / 1920),
        ((1080, 1920), 1.0),
        ((2160, 3840), 2.0),
        ((800, 1280), 1280 / 1920),
    ],
)
def test_everything_scales_with_the_screen(size: tuple[int, int], unit: float) -> None:
    look = Look(*size)
    assert look.unit == pytest.approx(unit)
    assert look.portrait is (size[1] > size[0])
    assert look.px(100) == round(100 * unit)
    assert look.font(PAPER.type.title).pixelSize() == round(PAPER.type.title.size * unit)


def test_nothing_is_thinner_than_a_pixel_but_nothing_is_made_of_nothing() -> None:
    tiny = Look(192, 108)
    assert [tiny.px(design) for design in (0.5, 1, 4, 0, -3)] == [1, 1, 1, 0, 0]


@EACH
def test_nothing_is_set_smaller_than_can_be_read(look: Look, style: Style) -> None:
    assert look.font(style, 0.1).pixelSize() == round(SMALLEST)
    assert style.size >= SMALLEST


def test_portrait_screens_have_their_own_margins_and_a_higher_band() -> None:
    wide, high = Look(1920, 1080), Look(1080, 1920)
    assert high.margin < wide.margin
    assert high.band > wide.band


@pytest.mark.parametrize(("language", "chinese"), [("zh", True), ("zh-Hant", True), ("en", False)])
def test_chinese_is_known_by_its_tag(language: str, *, chinese: bool) -> None:
    assert Look(10, 10, language).chinese is chinese


def test_every_colour_is_a_colour(look: Look) -> None:
    for field in fields(PAPER.palette)[:-1]:
        assert re.fullmatch("#[0-9A-F]{6}", getattr(PAPER.palette, field.name))
        assert look.color(field.name).isValid()
    for pair in PAPER.palette.ranges:
        assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in pair)
    with pytest.raises(AttributeError):
        look.color("mauve")
    assert Theme() == PAPER


def test_every_face_that_is_shipped_is_loaded() -> None:
    """The machine that shows the exhibit does not know them otherwise."""
    folder = shipped() / "assets" / "fonts"
    assert {path.name for path in folder.glob("*.[ot]tf")} == set(fonts.FILES)


@pytest.mark.usefixtures("kiosk_app")
def test_a_missing_face_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=fonts.FILES[0]):
        fonts.load(tmp_path)


def test_what_is_shipped_is_found_beside_the_package() -> None:
    assert (shipped() / "content.yaml").is_file()


def test_what_is_shipped_is_found_inside_the_package_once_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "kiosk" / "_data"
    monkeypatch.setattr("kiosk.ui.assets.__file__", str(tmp_path / "kiosk" / "ui" / "assets.py"))
    assert shipped() == tmp_path
    inside.mkdir(parents=True)
    assert shipped() == inside


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [
        ((1920, 1080), 0.0, 96),  # nobody knows: by design
        ((1920, 1080), 96.0, 96),  # 25 mm already
        ((1366, 768), 100.0, 79),  # 20 mm
        ((3840, 2160), 163.0, 192),
        ((1280, 720), 400.0, 83),  # no such screen: only so far
    ],
)
def test_targets_are_as_wide_as_a_thumb_where_the_screen_knows_its_size(
    size: tuple[int, int], dpi: float, pixels: int
) -> None:
    look = Look(*size, dpi=dpi)
    assert look.target == pixels
    assert look.band >= look.target
