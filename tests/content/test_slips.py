"""What people really type, and the exact spot and words it is answered with."""

import pytest
import yaml

from kiosk.content import slips, source
from kiosk.content.problems import Problem
from kiosk.content.source import read
from tests.content.toys import told

TAB = "this line starts with a tab → use spaces instead, two for each level"
WIDE_SPACE = (
    "this line starts with a full-width space → use ordinary spaces instead, two for each level"
)
START = "text cannot start with this sign as it stands"
SIGN = f"{START} → put the whole text in quotes: "
ALIGN = "this line is not in line with the others: it starts with"
AFTER_QUOTE = (
    "there is text after the closing quote → use “ ” inside a text, "
    "or put all of it in the other quotes: "
)
OPEN_QUOTE = "this quote is never closed → close it on the same line, or leave it out"
OPEN_BRACKET = "this bracket is never closed → close it on the same line"
TWO_COLONS = "there are two colons with a space on this line → put the whole text in quotes: "
NO_SPACE = "there is no space after the colon → write "
WIDE_COLON = "this is a full-width colon → use an ordinary colon and a space: "
DASH = "there is no space after the dash → write - "
MIXED = "one quote is straight and the other curly → use straight quotes at both ends: "

SLIPS = {
    "tab under a key": ("a:\n\tb: 1\n", [f"2:1 {TAB}"]),
    "tab after good lines": ("a:\n  b: 1\n\tc: 2\n", [f"3:1 {TAB}"]),
    "tab after spaces": ("a:\n  b: 1\n  \tc: 2\n", [f"3:3 {TAB}"]),
    "several tabs": ("a:\n\tb: 1\n\t# x\n\tc: |\n\t\td\n", [f"{n}:1 {TAB}" for n in (2, 4, 5)]),
    "wide spaces": ("a:\n　　b: 1\n　　c: 2\n", [f"2:1 {WIDE_SPACE}", f"3:1 {WIDE_SPACE}"]),
    "wide space beside good ones": ("a:\n  b: 1\n　　c: 2\n", [f"3:1 {WIDE_SPACE}"]),
    "wide colon among good ones": (
        "a:\n  b: 1\n  c：二\n  d: 3\n  e: |\n    f：四\n  g：五\n",
        [f"3:4 {WIDE_COLON}c: 二", f"7:4 {WIDE_COLON}g: 五"],
    ),
    "wide colon first": ("a:\n  b：1\n  c: 2\n", [f"2:4 {WIDE_COLON}b: 1"]),
    "wide colon above a block": ("a:\n  b：\n    c: 1\n", [f"2:4 {WIDE_COLON}b:"]),
    "wide colon in a Chinese key": ("x: 1\n标题：你好\ny: 2\n", [f"2:3 {WIDE_COLON}标题: 你好"]),
    "no space first": ("a:\n  b:One\n  c: 2\n", [f"2:4 {NO_SPACE}b: One"]),
    "no space among others": ("a:\n  b: 1\n  c:Two\n  d: 3\n", [f"3:4 {NO_SPACE}c: Two"]),
    "no space at the end": ("a:\n  b: 1\n  c:Two\n", [f"3:4 {NO_SPACE}c: Two"]),
    "no space after a quoted key": ('"a":1\n', [f'1:4 {NO_SPACE}"a": 1']),
    "no space between braces": ("a: {zh:1, en: 2}\n", [f"1:7 {NO_SPACE}zh: 1"]),
    "no space after a dash, with a key": ("a:\n  -b: 1\n   c: 2\n", [f"2:3 {DASH}b: 1"]),
    "no space after a later dash": ("a:\n  - b: 1\n  -b: 2\n", [f"3:3 {DASH}b: 2"]),
    "no space after the last dash": ("a:\n  - x\n  -y\n", [f"3:3 {DASH}y"]),
    "wide dash": (
        "a:\n  － b: 1\n    c: 2\n",
        ["2:3 the dash of a list is an ordinary hyphen - → write - and a space"],
    ),
    "bullet": (
        "a:\n  • b: 1\n",
        ["2:3 the dash of a list is an ordinary hyphen - → write - and a space"],
    ),
    "wide hash": ("＃ x\na: 1\n", ["1:1 a comment starts with an ordinary # → write #"]),
    "equals": ("a: 1\nb = 2\nc: 3\n", ["2:3 a colon belongs here, not = → write b: 2"]),
    "star": ("a: *重点*\n", [f'1:4 {SIGN}"*重点*"']),
    "star that YAML takes": ("a: *b\n", [f'1:4 {SIGN}"*b"']),
    "ampersand": ("a: &公司\n", [f'1:4 {SIGN}"&公司"']),
    "ampersand that YAML takes": ("a: &co b\n", [f'1:4 {SIGN}"&co b"']),
    "exclamation": ("a: !注意\n", [f'1:4 {SIGN}"!注意"']),
    "exclamation that YAML takes": ("- !x y\n", [f'1:3 {SIGN}"!x y"']),
    "percent": ("a: %5\n", [f'1:4 {SIGN}"%5"']),
    "at": ("a: @me\n", [f'1:4 {SIGN}"@me"']),
    "backtick": ("a: `x`\n", [f'1:4 {SIGN}"`x`"']),
    "sign and quotes": ('a: *他说"好"*\n', [f"1:4 {SIGN}'*他说\"好\"*'"]),
    "bar with text": ("a: | b\n", [f'1:4 {SIGN}"| b"']),
    "more than": ("a: > 5人\n", [f'1:4 {SIGN}"> 5人"']),
    "question mark": (
        "a: ? b\n",
        [f'1:4 {START} → put the text in quotes: "? b"; or, for a list, each item on a line of its own'],
    ),
    "dash in a value": (
        "a: - b\n",
        [f'1:4 {START} → put the text in quotes: "- b"; or, for a list, each item on a line of its own'],
    ),
    "brace with text": (
        "a: {b} c\n",
        ['1:8 there is text after the closing bracket → put the whole text in quotes: "{b} c"'],
    ),
    "bracket with text": (
        "a:\n  - [重要] 通知\n",
        ['2:10 there is text after the closing bracket → put the whole text in quotes: "[重要] 通知"'],
    ),
    "bracket too many": (
        "a: [b]]\n",
        ["1:7 there is one closing bracket too many → delete it"],
    ),
    "open bracket": ("a: [zh, en\nb: 1\n", [f"1:4 {OPEN_BRACKET}"]),
    "open brace": ("a: {zh: 1, en: 2\nb: 1\n", [f"1:4 {OPEN_BRACKET}"]),
    "open brace around others": ('{"a": 1, "b": [1, 2]\n', [f"1:1 {OPEN_BRACKET}"]),
    "wide comma in braces": (
        "a: {zh: 1， en: 2}\n",
        ["1:10 an ordinary comma belongs between the brackets → use , and a space"],
    ),
    "comma twice": ("a: [b,,c]\n", ["1:7 there is one comma too many → delete it"]),
    "text after a quote": ('a: "引用" 后文\n', [f"1:9 {AFTER_QUOTE}'\"引用\" 后文'"]),
    "quotes in quotes": ('a: "他说"好"了"\n', [f"1:8 {AFTER_QUOTE}'他说\"好\"了'"]),
    "apostrophe in quotes": ("a: 'it's'\n", [f'1:8 {AFTER_QUOTE}"it\'s"']),
    "open quote": ('a: "b\nc: 1\n', [f"1:4 {OPEN_QUOTE}"]),
    "open single quote": ("a: 'b\nc: 1\n", [f"1:4 {OPEN_QUOTE}"]),
    "open quote above another": ('a: "b\nc: "d"\n', [f"1:4 {OPEN_QUOTE}"]),
    "open quote far above another": (
        'a: "b\n# x\nc: 1\nd: 2\n\ne: "f"\n',
        [f"1:4 {OPEN_QUOTE}"],
    ),
    "open quote before a key": ('"a: 1\nb: 2\n', [f"1:1 {OPEN_QUOTE}"]),
    "quote that ends curly": ('a: "你好”\nb: 1\n', [f'1:4 {MIXED}"你好"']),
    "quote that ends curly above another": ('a: "你好”\nb: "1"\n', [f'1:4 {MIXED}"你好"']),
    "curly quotes around a colon": (
        "a: “b: c”\n",
        ['1:4 curly quotes do not shield a colon → put straight quotes around it: "“b: c”"'],
    ),
    "two colons": ("a: b: c\n", [f'1:5 {TWO_COLONS}"b: c"']),
    "time": ("- a: 时间: 10点\n", [f'1:8 {TWO_COLONS}"时间: 10点"']),
    "backslash": (
        'a: "C:\\p"\n',
        ["1:7 a backslash cannot stand between double quotes → write paths with /, and put other text in ' '"],
    ),
    "no colon": ("a:\n  b: 1\n  c\n  d: 2\n", ["3:4 there is no colon here → write c:"]),
    "no colon first": ("a\nb: 1\n", ["1:2 there is no colon here → write a:"]),
    "percent line": (
        "# x\n%abc\na: 1\n",
        ["2:1 a line cannot start with % → delete this line, or put # in front of it"],
    ),
    "one space more": ("a:\n  b: 1\n   c: 2\n", [f"3:4 {ALIGN} 3 spaces → start it with 2 spaces, in line with line 2"]),
    "one space less": ("a:\n  b: 1\n c: 2\n", [f"3:2 {ALIGN} 1 spaces → start it with 2 spaces, in line with line 2"]),
    "between two levels": ("a:\n    b: 1\n  c: 2\n", [f"3:3 {ALIGN} 2 spaces → start it with 4 spaces, in line with line 2"]),
    "under a dash": ("a:\n  - b: 1\n   c: 2\n", [f"3:4 {ALIGN} 3 spaces → start it with 4 spaces, in line with line 2"]),
    "dash out of line": ("a:\n  - x\n - y\n", [f"3:2 {ALIGN} 1 spaces → start it with 2 spaces, in line with line 2"]),
    "key under a text": ("a: x\n  b: 1\n", [f"2:3 {ALIGN} 2 spaces → start it with 0 spaces, in line with line 1"]),
    "nothing known": (
        "a: 1\n...\nfoo\n",
        ["3:1 from here on it cannot be understood → check the colons, quotes and leading spaces of this line and the one above"],
    ),
    "line above out of line": (
        "a:\n   b:\n    x: 1\n  c: 2\n  d: 3\n",
        [f"2:4 {ALIGN} 3 spaces → start it with 2 spaces, in line with line 4"],
    ),
    "text after a quote between braces": (
        "x: 1\na: {b: 'c' d}\n",
        ["2:12 from here on it cannot be understood → check the colons, quotes and leading spaces of this line and the one above"],
    ),
    "key below a list": ("a:\n  - b\n  c: 1\n", [f"3:3 {ALIGN} 2 spaces → start it with 0 spaces, in line with line 1"]),
}  # fmt: skip


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
@pytest.mark.parametrize(("text", "answers"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_answered_at_its_place_with_what_to_write(
    text: str, answers: list[str], loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "_LOADER", loader)

    result = read(text.encode())

    assert isinstance(result, list), result
    assert told(result) == answers


def test_every_slip_of_the_table_is_one_that_some_snippet_here_meets() -> None:
    met = set()
    for text, _ in SLIPS.values():
        for problem in read(text.encode()):  # type: ignore[union-attr]
            met |= {slip.name for slip in slips.SLIPS if slip.message == problem.message}

    assert met == {slip.name for slip in slips.SLIPS}


@pytest.mark.parametrize("slip", slips.SLIPS, ids=lambda slip: slip.name)
def test_every_slip_says_the_same_in_chinese(slip: slips.Slip) -> None:
    assert any("\u4e00" <= character <= "\u9fff" for character in slip.message.zh + slip.hint.zh)
    assert slip.message.en.isascii()
    assert slip.hint.zh.count("{") == slip.hint.en.count("{")


@pytest.mark.parametrize(
    "text",
    [
        "zh: 时间：10点\n",
        "zh: “你好”\n",
        "zh: 见 https://example.org\n",
        "zh: 3:2\n",
        "zh: a = b\n",
        "- -5\n",
        "zh: |\n  标题：你好\n  a:b\n  -c\n",
        "zh: 他说：“好”。\n",
        '"a：b": 1\n',
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(text: str) -> None:
    assert not isinstance(read(text.encode()), list)


def test_one_slip_on_very_many_lines_is_told_often_enough_and_no_more() -> None:
    result = read(b"a: 1\n" + "x：1\n".encode() * 1000)

    assert isinstance(result, list)
    assert len(result) == 51


def test_a_slip_beyond_what_is_looked_at_of_a_line_still_gives_a_problem() -> None:
    result = read(b"a: " + b"b" * 3000 + b": c: d\n")

    assert isinstance(result, list)
    assert [type(problem) for problem in result] == [Problem]
