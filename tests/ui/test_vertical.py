"""Chinese from top to bottom: columns from right to left, digits upright, Latin on its side."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.theme import PAPER
from kiosk.ui.vertical import LEAST, Column
from tests.ui.toys import columns_with_ink, inked, rows_with_ink

VERSE = PAPER.type.verse


@pytest.fixture
def step(look: Look) -> float:
    """The length of one character in a column."""
    return look.font(VERSE).pixelSize() * 1.06


def column(look: Look, text: str, root: QWidget) -> Column:
    return Column(look, text, VERSE, root)


def texts(one: Column, high: int) -> list[str]:
    return ["".join(cell for cell, _ in cells) for cells in one._columns(high)]


@pytest.mark.parametrize(("room", "columns"), [(10, 1), (9, 2), (5, 2), (4, 3), (2, 5), (1, 10)])
def test_a_text_takes_as_many_columns_as_its_characters_need(
    look: Look, window: QWidget, step: float, room: int, columns: int
) -> None:
    one = column(look, "一二三四五六七八九十", window)
    high = round(room * step)
    size = one.measure(high)
    assert len(one._columns(high)) == columns
    assert size.height() <= high + 1
    assert size.width() == pytest.approx(columns * one.measure(9999).width(), abs=columns)
    assert "".join(texts(one, high)) == one.text


@pytest.mark.parametrize(
    ("text", "room", "columns"),
    [
        ("平安杭州二十年", 6, ["平安杭州", "二十年"]),
        ("平安杭州二十年", 7, ["平安杭州二十年"]),
        ("平安杭州二十年", 3, ["平安杭", "州二十", "年"]),
        ("一二三四五\n六七", 4, ["一二三", "四五", "六七"]),
    ],
)
def test_no_character_is_left_over_for_a_column_of_its_own_where_another_has_many(
    look: Look, window: QWidget, step: float, text: str, room: int, columns: list[str]
) -> None:
    one = column(look, text, window)
    high = one.measure(round(room * step)).height()
    assert texts(one, round(room * step)) == columns
    assert texts(one, high) == columns


def test_each_line_is_a_column_of_its_own(look: Look, window: QWidget, step: float) -> None:
    one = column(look, "一个梦想\n一座城", window)
    assert texts(one, 9999) == ["一个梦想", "一座城"]
    assert one.measure(9999).height() == pytest.approx(4 * step, abs=1)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("第5届", ["第", "5", "届"]),
        ("第19届", ["第", "19", "届"]),
        ("2023年", ["2023", "年"]),
        ("G20峰会", ["G20", "峰", "会"]),
        ("降31.5%了", ["降", "31.5%", "了"]),
        ("One Dream", ["One", " ", "Dream"]),
        ("", []),
    ],
)
def test_two_digits_stand_upright_in_one_cell_and_longer_runs_lie_down(
    look: Look, window: QWidget, text: str, cells: list[str]
) -> None:
    (found,) = column(look, text, window)._columns(9999)
    assert [cell for cell, _ in found] == cells


def test_a_run_that_lies_down_takes_the_length_of_its_letters(
    look: Look, window: QWidget, step: float
) -> None:
    (cells,) = column(look, "19国Hangzhou", window)._columns(9999)
    digits, han, latin = (length for _, length in cells)
    assert digits == han == pytest.approx(step)
    assert latin > 3 * step


@pytest.mark.parametrize("text", ["2023", "llllllllllll", "G20", "100%"])
def test_a_longer_run_is_painted_lying_down_within_its_column(
    look: Look, window: QWidget, text: str
) -> None:
    """A year set upright would run into the columns at both sides."""
    one = column(look, text, window)
    one.place(500, 0, 9999)
    rows, columns = rows_with_ink(one), columns_with_ink(one)
    assert rows[-1] - rows[0] > columns[-1] - columns[0]
    assert one.width() * 0.1 < columns[0] <= columns[-1] < one.width() * 0.9


@pytest.mark.parametrize("columns", [1, 2, 3, 10])
def test_fitting_is_the_largest_factor_that_needs_no_more_columns(
    look: Look, window: QWidget, step: float, columns: int
) -> None:
    one = column(look, "一个梦想一座城人人安心处处平安", window)
    high = round(5 * step)
    factor = one.fitting(high, columns, 1.5)
    assert len(one._columns(high)) <= columns or factor <= LEAST
    one.measure(high, factor / 0.97)
    assert factor == 1.5 or len(one._columns(high)) > columns


def test_fitting_ends_where_nothing_fits(look: Look, window: QWidget) -> None:
    one = column(look, "平安" * 500, window)
    assert LEAST * 0.97 <= one.fitting(300, 1, 1.0) <= LEAST


def test_a_column_grows_to_the_left_of_where_it_is_placed(
    look: Look, window: QWidget, step: float
) -> None:
    one = column(look, "一二三四五六", window)
    high = round(3 * step)
    size = one.measure(high)
    left = one.place(500, 40, high)
    assert one.geometry() == QRect(left, 40, size.width(), size.height())
    assert left + size.width() == 500


def test_what_is_painted_is_what_was_measured(look: Look, window: QWidget, step: float) -> None:
    """The first column is at the right, and the last one is shorter: its foot is bare."""
    one = column(look, "国国国国国", window)
    one.place(500, 0, round(3 * step))
    assert texts(one, one.height()) == ["国国国", "国国"]
    pixels = inked(one)
    half = one.width() // 2
    right, left = pixels[:, half:], pixels[:, :half]
    assert right[: int(step)].any()
    assert left[: int(step)].any()
    assert right[int(2.1 * step) :].any()
    assert not left[int(2.1 * step) :].any()
