"""Where the ink of words stands: aligned, flush at the edge, marks beside each other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.theme import PAPER, Style
from kiosk.ui.words import Words
from tests.ui.toys import columns_with_ink

TYPE = PAPER.type


@pytest.fixture
def root(window: QWidget) -> QWidget:
    return window


def ink(words: Words) -> tuple[int, int]:
    """Return where the ink of a widget begins and ends, in its pixels from the left."""
    columns = columns_with_ink(words)
    return columns[0], columns[-1] + 1


@pytest.mark.parametrize(
    ("align", "left", "right"),
    [
        (Qt.AlignmentFlag.AlignLeft, 0, 300),
        (Qt.AlignmentFlag.AlignHCenter, 150, 150),
        (Qt.AlignmentFlag.AlignRight, 300, 0),
    ],
    ids=["left", "centre", "right"],
)
def test_words_stand_where_they_are_aligned(
    look: Look, root: QWidget, align: Qt.AlignmentFlag, left: int, right: int
) -> None:
    words = Words(look, "国国", TYPE.body, root, align=align)
    words.place(0, 0, words.natural().width() + 300)
    begin, end = ink(words)
    assert begin == pytest.approx(left, abs=6)
    assert words.width() - end == pytest.approx(right, abs=6)


def test_a_line_that_opens_with_a_quote_is_flush_with_the_others(look: Look, root: QWidget) -> None:
    """The left half of a full-width quote is blank: it hangs outside, and no ink is cut."""
    words, bare = (Words(look, text, TYPE.title, root) for text in ("“国”", "国”"))
    for one in (words, bare):
        one.place(0, 0, 500)
    em = look.font(TYPE.title).pixelSize()
    assert 0 < ink(words)[0] < em * 0.2
    assert ink(bare)[0] < em * 0.2
    assert words.natural().width() - bare.natural().width() == pytest.approx(em, abs=2)


@pytest.mark.parametrize(
    "style", [TYPE.title, TYPE.body, TYPE.eyebrow], ids=["title", "body", "eyebrow"]
)
@pytest.mark.parametrize("marks", ["”，", "。”", "：“", "）《", "》、", "！”"])
def test_two_marks_in_a_row_share_their_blank_halves(
    look: Look, root: QWidget, marks: str, style: Style
) -> None:
    em = look.font(style).pixelSize()
    apart = Words(look, f"法{marks[0]}国{marks[1]}治", style, root).natural().width()
    close = Words(look, f"法国{marks}治", style, root).natural().width()
    assert apart - close == pytest.approx(em / 2, abs=2)


def test_english_marks_are_not_moved_together(english: Look, root: QWidget) -> None:
    apart, close = (Words(english, text, TYPE.body, root).natural() for text in ("a’ b”", "a b’”"))
    assert apart.width() == pytest.approx(close.width(), abs=3)
