"""A terminal shows the line, a caret under the very column, and what to write."""

import pytest

from kiosk.content.problems import Place, Problem, Said, clipped
from kiosk.content.report import MOST, describe

LINES = ("exhibit:", "  平安：杭州", "\ttitle: x", "y" * 50 + "z" * 50, "", "a\x1b[31mb")
WIDE_COLON = Said("这里用了全角冒号", "this is a full-width colon")
HINT = Said("改用半角冒号", "use an ordinary colon")


def at(line: int, column: int, hint: Said | None = None) -> Problem:
    return Problem(Place(line, column), WIDE_COLON, hint)


def test_a_wide_character_moves_the_caret_by_two() -> None:
    assert describe([at(2, 5, HINT)], "content.yaml", LINES, "zh-Hans") == (
        "content.yaml:2:5: 这里用了全角冒号\n"
        "      平安：杭州\n"
        "          ^\n"
        "    → 改用半角冒号\n"
        "\n"
        "共 1 处问题。"
    )


def test_a_tab_takes_one_column_and_english_is_for_everybody_else() -> None:
    assert describe([at(3, 2), at(1, 1)], "a.yaml", LINES, "fr") == (
        "a.yaml:3:2: this is a full-width colon\n"
        "     title: x\n"
        "     ^\n"
        "\n"
        "a.yaml:1:1: this is a full-width colon\n"
        "    exhibit:\n"
        "    ^\n"
        "\n"
        "2 problems."
    )


def test_a_combining_mark_takes_no_column() -> None:
    shown = describe([at(1, 3)], "a.yaml", ("e\u0301x",), "en").splitlines()

    assert shown[2] == "     ^"


def test_of_a_long_line_the_part_around_the_column_is_shown() -> None:
    shown = describe([at(4, 51)], "a.yaml", LINES, "en").splitlines()

    assert shown[1] == "    " + "y" * 24 + "z" * 50
    assert shown[2] == "    " + " " * 24 + "^"


def test_a_very_long_rest_is_cut() -> None:
    shown = describe([at(1, 1)], "a.yaml", ("x" * 300,), "en").splitlines()

    assert shown[1] == "    " + "x" * 76


def test_a_line_that_is_empty_or_beyond_the_file_is_not_shown() -> None:
    assert describe([at(5, 1), at(9, 1)], "a.yaml", LINES, "en") == (
        "a.yaml:5:1: this is a full-width colon\n\n"
        "a.yaml:9:1: this is a full-width colon\n\n"
        "2 problems."
    )


def test_no_terminal_is_made_to_obey_what_a_file_holds() -> None:
    assert "\x1b" not in describe([at(6, 1)], "a.yaml", LINES, "en")
    assert clipped("a\x1b[31m\nb  c") == "a [31m b c"


def test_what_a_message_repeats_of_the_file_stays_short() -> None:
    assert clipped("x" * 24) == "x" * 24
    assert clipped("x" * 25) == "x" * 23 + "…"
    assert clipped(" " * 500) == "…"


@pytest.mark.parametrize(
    ("count", "language", "end"),
    [
        (MOST, "en", ["50 problems."]),
        (MOST + 1, "en", ["And 1 more; mend the above first.", "51 problems."]),
        (75_000, "zh", ["还有 74950 处，先改好上面的。", "共 75000 处问题。"]),
    ],
)
def test_of_many_problems_the_first_are_told_and_all_are_counted(
    count: int, language: str, end: list[str]
) -> None:
    told = describe([at(1, 1)] * count, "a.yaml", LINES, language).split("\n\n")

    assert told[MOST:] == end
