"""Illustrations: what draws only itself is well, what reaches further is refused unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QFile

from kiosk.staff import drawings
from tests.helpers.small import SMALL
from tests.staff.conftest import Told
from tests.ui.photos import drawing

PLAIN = "→ delete the script in a drawing program and save it as plain SVG"
ACTIVE = "! there is a script in line {} of the illustration, which may hold shapes only " + PLAIN
OUTSIDE = (
    "! line {} of the illustration refers to something outside it"
    " → embed or delete it in a drawing program and save it as plain SVG"
)
UNDRAWN = (
    "! this illustration cannot be drawn{} → open it in a drawing program and save it as plain SVG"
)
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 40 30">'
)


def svg(inside: str, before: str = "") -> str:
    return f"{before}{HEAD}\n<rect width='9' height='9'/>\n{inside}\n</svg>"


SLIPS = {
    "script": (svg("<script>alert(1)</script>"), ACTIVE.format(3)),
    "script in capitals": (svg("<SCRIPT/>"), ACTIVE.format(3)),
    "event": (svg("<rect onclick='alert(1)'/>"), ACTIVE.format(3)),
    "picture on the net": (svg("<image xlink:href='https://a.b/c.png'/>"), OUTSIDE.format(3)),
    "picture on the disk": (svg("<image href='c.png'/>"), OUTSIDE.format(3)),
    "drawing in the drawing": (
        svg("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>"),
        OUTSIDE.format(3),
    ),
    "shape of another file": (svg("<use xlink:href='other.svg#a'/>"), OUTSIDE.format(3)),
    "fill of another file": (svg("<rect fill='url(other.svg#a)'/>"), OUTSIDE.format(3)),
    "style of another file": (svg("<style>@import 'a.css';</style>"), OUTSIDE.format(3)),
    "font of another file": (svg("<style>a{src: URL( 'a.otf')}</style>"), OUTSIDE.format(3)),
    "style sheet": (svg("", '<?xml-stylesheet href="a.css"?>\n'), OUTSIDE.format(1)),
    "text of another file": (
        svg("", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'),
        OUTSIDE.format(1),
    ),
    "cut short": (HEAD + "\n<rect", UNDRAWN.format(" (line 2)")),
    "empty": ("", UNDRAWN.format(" (line 1)")),
    "a text": ("hello", UNDRAWN.format(" (line 1)")),
    "another kind of xml": ("<html/>", UNDRAWN.format("")),
    "absurdly wide": (drawing(1_000_000, 1).decode(), UNDRAWN.format("")),
    "too large": (
        svg(f"<!--{'x' * 10_000_000}-->"),
        (
            "! the illustration's file is too large: 11 MB; 10 MB is the most"
            " → simplify it in a drawing program and save it again"
        ),
    ),
}

BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 9))


@pytest.fixture
def illustrated(content: Path) -> Path:
    """The small exhibit with an illustration: its file, which is not there yet."""
    text = SMALL.replace(
        "photo: photos/a.jpg", "photo: photos/a.jpg\n            illustration: c.svg"
    )
    content.write_text(text, encoding="utf-8")
    return content.parent / "c.svg"


@pytest.mark.parametrize("slip", SLIPS)
def test_what_a_drawing_may_not_hold_is_told_and_the_line_in_it(
    illustrated: Path, told: Callable[..., Told], slip: str
) -> None:
    data, expected = SLIPS[slip]
    illustrated.write_text(data, encoding="utf-8")
    assert told() == [f"c.svg {expected}"]
    assert "插画" in told("zh")[0]


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if OUTSIDE.format(3) in SLIPS[slip]])
def test_what_reaches_further_is_not_drawn_to_find_that_out(
    illustrated: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch, slip: str
) -> None:
    """The library would open the other file, and wait for it if it is a pipe."""
    illustrated.write_text(SLIPS[slip][0], encoding="utf-8")
    monkeypatch.delattr(drawings, "decode")
    assert len(told()) == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<g id='a'/><use xlink:href='#a'/>",
        "<rect fill='url(#a)'/>",
        "<rect fill=\"url( '#a')\"/>",
        "<title>@import and url(of words) and on the net: https://a.b</title>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>",
        "<!-- <script/> -->",
    ],
)
def test_what_stays_inside_a_drawing_is_well(
    illustrated: Path, told: Callable[..., Told], inside: str
) -> None:
    illustrated.write_text(svg(inside), encoding="utf-8")
    assert told() == []


def test_the_declarations_of_old_drawing_programs_are_well(
    illustrated: Path, told: Callable[..., Told]
) -> None:
    before = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
        ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns "http://a.b/">]>\n'
    )
    illustrated.write_text(svg("<title>&ns;</title>", before), encoding="utf-8")
    assert told() == []


def test_a_text_that_unfolds_without_end_is_cut_off(
    illustrated: Path, told: Callable[..., Told]
) -> None:
    before = f'<!DOCTYPE svg [<!ENTITY a0 "x">{BOMB}]>\n'
    illustrated.write_text(svg("<title>&a8;</title>", before), encoding="utf-8")
    assert told() == [f"c.svg {UNDRAWN.format(' (line 4)')}"]


def test_a_drawing_that_may_not_be_read_is_told(
    illustrated: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    illustrated.write_text(svg(""), encoding="utf-8")
    monkeypatch.setattr(QFile, "open", lambda *_: False)
    assert told() == [
        "c.svg ! this illustration cannot be read → check the permissions of the file"
    ]
