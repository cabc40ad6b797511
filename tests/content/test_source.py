"""Everything is text until a model says otherwise, and everything has its place."""

import random

import pytest
import yaml

from kiosk.content import source
from kiosk.content.base import KEY
from kiosk.content.problems import Place
from kiosk.content.source import DEPTH, LENGTH, NODES, read
from kiosk.content.tree import Tree
from tests.content.toys import EXHIBIT, told


@pytest.fixture(params=[yaml.CBaseLoader, yaml.BaseLoader], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "_LOADER", request.param)


def tree(text: str) -> Tree:
    result = read(text.encode())
    assert isinstance(result, Tree), result
    return result


def problems(text: str) -> list[str]:
    result = read(text.encode())
    assert isinstance(result, list), result
    return told(result)


@pytest.mark.parametrize(
    "typed",
    ["no", "1_000", "0777", "1:30", "12:30:45", "1e3", "2024-05-01", "2024-13-45", "~", "null",
     "true", "=", "9" * 5000, "-5", ".nan", "0x1F"],
)  # fmt: skip
def test_nothing_that_is_typed_turns_into_something_else(typed: str) -> None:
    assert tree(f"a: {typed}\n").value == {"a": typed}


def test_only_nothing_at_all_is_none_and_an_empty_quote_is_text() -> None:
    assert tree("a:\nb: ''\nc: \"\"\nd: # x\n- \n".replace("- \n", "e:\n  -\n")).value == {
        "a": None, "b": "", "c": "", "d": None, "e": [None],
    }  # fmt: skip


def test_keys_and_texts_are_composed_so_that_equal_looking_names_are_equal() -> None:
    assert tree('" caf\u0065\u0301 ": caf\u0065\u0301\n').value == {"café": "café"}


def test_every_key_and_value_has_its_place_and_a_block_has_that_of_its_key() -> None:
    found = tree("a:\n  b: 1\n  c:\n    - x\n    - d: [y, z]\n")

    assert {path: (place.line, place.column) for path, place in found.places.items()} == {
        (): (1, 1),
        ("a", KEY): (1, 1),
        ("a",): (1, 1),
        ("a", "b", KEY): (2, 3),
        ("a", "b"): (2, 6),
        ("a", "c", KEY): (3, 3),
        ("a", "c"): (3, 3),
        ("a", "c", 0): (4, 7),
        ("a", "c", 1): (5, 7),
        ("a", "c", 1, "d", KEY): (5, 7),
        ("a", "c", 1, "d"): (5, 10),
        ("a", "c", 1, "d", 0): (5, 11),
        ("a", "c", 1, "d", 1): (5, 14),
    }


def test_a_path_that_is_not_there_has_the_place_of_the_nearest_thing_around_it() -> None:
    found = tree("a:\n  b: 1\n")

    assert found.place(("a", "b", "c", 0)) == Place(2, 6)
    assert found.place(("a", "x")) == Place(1, 1)
    assert Tree(None, {}, {}, "utf-8", ("",)).place(("a",)) == Place()


def test_a_piece_of_a_text_is_found_on_whichever_line_it_stands() -> None:
    found = tree("a: >\n  x {b}\n  y {c}\nd: {e: '{b}'}\n")

    assert found.find(("a",), "{b}") == Place(2, 5)
    assert found.find(("a",), "{c}") == Place(3, 5)
    assert found.find(("a",), "{d}") == Place(1, 4)
    assert found.find(("d", "e"), "{b}") == Place(4, 9)


def test_a_chinese_text_that_goes_on_in_the_next_line_gets_no_space_there() -> None:
    folded = (
        "a: >\n  平安，\n  {b}\n  杭州\n  G20\n  峰会 x\n  y {c}\n  {d}\nb: 平\n  安\nc: 平 安\n"
    )

    assert tree(folded).value == {
        "a": "平安，{b}杭州 G20 峰会 x y {c} {d}\n", "b": "平安", "c": "平 安",
    }  # fmt: skip


def test_lines_of_a_verse_stay_lines() -> None:
    assert tree("a: |\n  马上相逢无纸笔，\n  凭君传语报平安。\n").value == {
        "a": "马上相逢无纸笔，\n凭君传语报平安。\n"
    }


def test_the_lines_of_a_long_text_are_known() -> None:
    found = tree('a: |\n  x\n  y\nb: "x\n  y"\nc: x\nd: x\n  y\n\n')

    assert {path[0]: line for path, line in found.ends.items()} == {"a": 3, "b": 5, "d": 8}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("", ["1:1 the file is empty"]),
        ("# only a remark\n\n", ["1:1 the file is empty"]),
        ("a: 1\na: 2\n", ["2:1 “a” is written twice, on line 1 and line 2 → keep one of them"]),
        (
            "x:\n  a:\n    b: 1\n  a:\n    b: 2\n",
            ["4:3 “a” is written twice, on line 2 and line 4 → keep one of them"],
        ),
        ("a: 1\n---\nb: 2\n", ["2:1 one file holds one exhibit → delete the line ---"]),
        ("a:\n  <<: 1\n", ["2:3 << cannot be used here → write the lines out in full"]),
        (
            "? [a, b]\n: 1\n",
            ['1:3 a name belongs before the colon → if it is text, put it in quotes: "…"'],
        ),
        ("a: 1\n?\n: 1\n", ['2:2 a name belongs before the colon → if it is text, put it in quotes: "…"']),
        (
            'a: "x\\u200by"\n',
            [("1:4 there is an invisible character in this text "
             "→ delete the backslash and the code after it")],
        ),
        (
            "a:\n  b: &x 1\n  c: *x\n",
            ['2:6 text cannot start with this sign as it stands → put the whole text in quotes: "&x 1"',
             '3:6 text cannot start with this sign as it stands → put the whole text in quotes: "*x"'],
        ),
        ("[a, &b c]\n", ["1:5 a text cannot start with &, * or !"]),
        (f"a: {'x' * (LENGTH + 1)}\n", ["1:4 this text is too long; 5000 characters are the most"]),
        ("a: " + "[" * 12 + "]" * 12, ["1:15 too many levels; 12 are the most"]),
    ],
)  # fmt: skip
def test_what_nobody_needs_in_an_exhibit_is_refused(text: str, answers: list[str]) -> None:
    assert problems(text) == answers


def test_more_nodes_than_any_exhibit_needs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert NODES == 150_000
    monkeypatch.setattr(source, "NODES", 50)

    assert len(tree("- x\n" * 49).value) == 49
    assert problems("- x\n" * 60) == ["50:3 there is too much in this file"]


def test_the_limits_themselves_are_allowed() -> None:
    assert tree("[" * DEPTH + "]" * DEPTH).value is not None
    assert tree(f"a: {'x' * LENGTH}\n").value == {"a": "x" * LENGTH}


def test_a_document_may_start_and_end_with_its_marks() -> None:
    assert tree("---\na: 1\n...\n").value == {"a": "1"}


def test_what_the_parser_itself_fails_at_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("chr() arg not in range")

    monkeypatch.setattr(source, "_LOADER", fail)

    assert problems("a: 1\n") == [
        (
            "1:1 from here on it cannot be understood "
            "→ check the colons, quotes and leading spaces of this line and the one above"
        )
    ]


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"\n', 'a: "\\uD800"\n', "a: 1\n...\n%YAML 1.9\n"])
def test_escapes_and_directives_that_mean_nothing_never_raise(text: str) -> None:
    assert problems(text)


def test_both_parsers_read_a_broken_exhibit_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)  # noqa: S311 — any fixed sequence will do
    lines = EXHIBIT.splitlines(keepends=True)
    for _ in range(60):
        mixed = lines.copy()
        first, second = chance.randrange(len(mixed)), chance.randrange(len(mixed))
        mixed[first], mixed[second] = mixed[second][chance.randrange(3) :], mixed[first]
        results = []
        for loader in (yaml.CBaseLoader, yaml.BaseLoader):
            monkeypatch.setattr(source, "_LOADER", loader)
            result = read("".join(mixed).encode())
            results.append(told(result) if isinstance(result, list) else result.value)
        assert results[0] == results[1], "".join(mixed)
