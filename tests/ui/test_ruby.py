"""Syllables beside characters: none is cut, none touches another, and all has its room."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from kiosk.staff.lettering import lettering_on
from kiosk.ui.look import Look
from kiosk.ui.ruby import LEAST, places
from kiosk.ui.theme import PAPER, SANS, Style
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words
from tests.ui.toys import columns_with_ink

TYPE = PAPER.type
LONG = dict.fromkeys("双窗装状", "zhuāng") | dict.fromkeys("安一", "ān")
TEXT = "双窗安装，双装双状一安，20双“窗”安，安安双窗装装双状双窗安装"


def sounds(text: str) -> Sequence[str]:
    return [LONG.get(character, "") for character in text]


def nothing(text: str) -> Sequence[str]:
    return [""] * len(text)


@pytest.fixture
def spoken(look: Look) -> Look:
    """A look that writes sounds."""
    return replace(look, ruby=sounds)


def syllables(words: Words) -> list[list[QRectF]]:
    """Return for each line the places of its syllables in the widget."""
    words.measure(words.width(), words.factor)
    lines = []
    for layout, ruby in zip(words._lines, words._rubies, strict=True):
        for line in map(layout.lineAt, range(layout.lineCount())):
            left, metrics = words._left(layout, line), ruby.small.metrics
            lines.append(
                [
                    QRectF(
                        at.x() + left, at.y() - metrics.ascent(), metrics.horizontalAdvance(one), 1
                    )
                    for one, at in ruby.standing(line)
                ]
            )
    return lines


@pytest.mark.parametrize("width", [300, 520, 900])
@pytest.mark.parametrize(
    "style",
    [TYPE.body, TYPE.title, TYPE.eyebrow, TYPE.quote],
    ids=["body", "title", "eyebrow", "kai"],
)
def test_syllables_never_touch_and_never_leave_their_widget(
    spoken: Look, window: QWidget, style: Style, width: int
) -> None:
    words = Words(spoken, TEXT, style, window)
    words.place(0, 0, width)
    lines = syllables(words)
    assert sum(map(len, lines)) == sum(map(bool, sounds(TEXT)))
    for line in lines:
        assert all(one.right() < other.left() for one, other in pairwise(line))
        assert line[0].left() >= 0
        assert line[-1].right() <= width


@pytest.mark.parametrize(
    "align",
    [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight],
    ids=["left", "centre", "right"],
)
def test_the_ends_of_a_line_are_not_cut(
    spoken: Look, window: QWidget, align: Qt.AlignmentFlag
) -> None:
    words = Words(spoken, "双安窗", TYPE.body, window, align=align)
    words.place(0, 0, words.natural().width())
    (line,) = syllables(words)
    assert line[0].left() >= 0
    assert line[-1].right() <= words.width()


@pytest.mark.parametrize("role", ["title", "body", "label", "button", "numeral"])
def test_all_ink_of_words_and_syllables_is_in_the_lines_that_were_measured(
    spoken: Look, window: QWidget, role: str
) -> None:
    words = Words(spoken, TEXT, getattr(TYPE, role), window)
    words.place(0, 0, 400)
    words.show()
    (piece,) = lettering_on(window)
    assert piece.area.adjusted(-2, -2, 2, 2).contains(piece.ink)
    assert not any((one & other).height() > 1 for one, other in pairwise(piece.lines))


def test_a_syllable_stands_over_the_middle_of_its_character(spoken: Look, window: QWidget) -> None:
    words = Words(spoken, "安双安", TYPE.body, window)
    words.place(0, 0, 600)
    (layout,), (ruby,) = words._lines, words._rubies
    line = layout.lineAt(0)
    em = layout.font().pixelSize()
    for place, (sound, at) in enumerate(ruby.standing(line)):
        x, _ = line.cursorToX(place)
        assert at.x() + ruby.small.width(sound) / 2 == pytest.approx(x + em / 2, abs=1)


def test_characters_move_apart_only_for_long_syllables(spoken: Look, window: QWidget) -> None:
    plain = replace(spoken, ruby=None)
    for text, wider in (("安安安安", False), ("双双双双", True)):
        wide = Words(spoken, text, TYPE.body, window).natural().width()
        assert (wide > Words(plain, text, TYPE.body, window).natural().width()) is wider


def test_lines_make_room_for_syllables_and_only_where_there_are_some(
    spoken: Look, window: QWidget
) -> None:
    quiet = replace(spoken, ruby=nothing)
    plain = replace(spoken, ruby=None)
    heights = [
        Words(look, TEXT, TYPE.title, window).measure(500).height()
        for look in (spoken, quiet, plain)
    ]
    assert heights[0] > heights[1] == heights[2]


def test_no_language_but_chinese_is_told_its_sounds(spoken: Look, window: QWidget) -> None:
    words = Words(replace(spoken, language="en"), TEXT, TYPE.body, window)
    words.measure(500)
    assert not any(words._rubies)


def test_syllables_are_never_smaller_than_can_be_read(spoken: Look, window: QWidget) -> None:
    words = Words(spoken, TEXT, TYPE.caption, window)
    words.measure(500, 0.1)
    assert words._rubies[0].small.font.pixelSize() >= LEAST
    assert words._rubies[0].small.font.family() == SANS


def test_characters_beyond_the_first_plane_take_two_places() -> None:
    assert places("a𬭎b")[:3] == [0, 1, 3]


def test_a_syllable_after_such_a_character_keeps_its_place(look: Look, window: QWidget) -> None:
    spoken = replace(look, ruby=lambda text: [("hóng" if one == "𬭎" else "") for one in text])
    words = Words(spoken, "𬭎𬭎", TYPE.body, window)
    words.place(0, 0, 600)
    (line,) = syllables(words)
    assert len(line) == 2
    assert line[0].right() < line[1].left()


# -- columns ---------------------------------------------------------------------------------------


def test_a_column_gets_wider_and_longer_for_its_syllables(spoken: Look, window: QWidget) -> None:
    text = "双窗安装\n安安安安"
    size = Column(spoken, text, TYPE.verse, window).measure(2000)
    plain = Column(replace(spoken, ruby=None), text, TYPE.verse, window).measure(2000)
    assert size.width() > plain.width()
    assert size.height() > plain.height()


def test_verses_keep_side_by_side(spoken: Look, window: QWidget) -> None:
    columns = Column(spoken, "双窗安装\n安安安安", TYPE.verse, window)._columns(2000)
    assert len({length for column in columns for _, length in column}) == 1


def test_syllables_are_drawn_to_the_right_of_each_column(spoken: Look, window: QWidget) -> None:
    def ink(look: Look) -> tuple[int, int]:
        column = Column(look, "双窗安装", TYPE.verse, window)
        column.place(400, 0, 2000)
        column.show()
        found = columns_with_ink(column)
        column.hide()
        return len(found), column.width() - max(found)

    (more, edge), (less, _) = ink(spoken), ink(replace(spoken, ruby=None))
    assert more > less * 1.2
    assert edge >= 1
