"""A file in any usual encoding is read rightly; a damaged one is refused."""

import pytest

from kiosk.content.decoding import LIMIT, decode, lines_of
from kiosk.content.problems import Problem
from kiosk.content.source import read
from kiosk.content.tree import Tree
from tests.content.toys import told

TEXT = "title: 平安杭州\nname: 𠮷\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_every_usual_encoding_is_read_rightly_and_noted(data: bytes, encoding: str) -> None:
    tree = read(data)

    assert isinstance(tree, Tree)
    assert tree.value == {"title": "平安杭州", "name": "𠮷"}
    assert tree.encoding == encoding


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_count_the_same_lines(end: str) -> None:
    tree = read(TEXT.replace("\n", end).encode())

    assert isinstance(tree, Tree)
    assert tree.lines == ("title: 平安杭州", "name: 𠮷", "")
    assert tree.place(("name",)).line == 2


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (
            b"x" * (LIMIT + 1),
            (
                "1:1 the file is too large; 2 MB is the most "
                "→ keep photographs and articles out of this file"
            ),
        ),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00",
            (
                "1:1 this is not a plain text file "
                "→ save it in the editor as plain text, encoding UTF-8"
            ),
        ),
        (
            TEXT.encode("utf-16-le"),
            (
                "1:1 this is not a plain text file "
                "→ save it in the editor as plain text, encoding UTF-8"
            ),
        ),
        (
            b"a: \xff\xff\xff",
            (
                "1:1 this is not a plain text file "
                "→ save it in the editor as plain text, encoding UTF-8"
            ),
        ),
        (
            "a: 平安\r\nb: 平安".encode() + b"\xff" + "杭州".encode(),
            "2:6 there is a damaged character here → delete it, type it again and save",
        ),
        (
            b"\xef\xbb\xbf" + "a: 平安".encode() + b"\xff",
            "1:6 there is a damaged character here → delete it, type it again and save",
        ),
        (
            b"\xff\xfe" + "a: 平".encode("utf-16-le") + b"\x00",
            "1:5 there is a damaged character here → delete it, type it again and save",
        ),
    ],
)
def test_what_is_no_sound_text_is_refused_rather_than_shown_as_gibberish(
    data: bytes, answer: str
) -> None:
    problem = decode(data)

    assert isinstance(problem, Problem)
    assert told([problem]) == [answer]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "an invisible zero-width space here (U+200B)"),
        ("\xa0", "a no-break space here (U+00A0)"),
        ("\x85", "an invisible line break here (U+0085)"),
        ("\u2028", "an invisible line break here (U+2028)"),
        ("\u2029", "an invisible line break here (U+2029)"),
        ("\ufeff", "an invisible byte-order mark here (U+FEFF)"),
        ("\ufffd", "a damaged character here (U+FFFD)"),
        ("\u202e", "an invisible character here (U+202E)"),
        ("\x07", "an invisible character here (U+0007)"),
        ("\x7f", "an invisible character here (U+007F)"),
        ("\uffff", "an invisible character here (U+FFFF)"),
    ],
)
def test_characters_that_no_editor_shows_are_reported_with_their_place(
    character: str, name: str
) -> None:
    result = read(f"# {character}\na: 平{character}安\n".encode())

    assert isinstance(result, list)
    assert told(result) == [f"2:5 there is {name} → delete it and type it again"]


def test_hidden_characters_and_slips_are_told_together() -> None:
    result = read("a: 平\u200b安\nb: *c*\n".encode())

    assert isinstance(result, list)
    assert [problem.place.line for problem in result] == [1, 2]


def test_hidden_characters_without_end_are_told_often_enough() -> None:
    result = decode("\u200b".encode() * 1000)

    assert not isinstance(result, Problem)
    assert len(result.hidden) == 50


def test_the_lines_to_show_beside_problems_never_fail_and_hide_nothing_odd() -> None:
    assert lines_of("标题\n".encode("gb18030")) == ("标题", "")
    assert lines_of(b"\x00\x1b[31ma\r\nb\xff") == ("  [31ma", "b ")
    assert lines_of(b"x" * (LIMIT + 1)) == ("x" * LIMIT,)
    assert lines_of(b"\xff\xfe" + "平安".encode("utf-16-le") + b"\x00") == ("平安 ",)
