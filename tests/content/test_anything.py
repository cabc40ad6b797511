"""Whatever the file holds, the answer is an exhibit or problems that lie inside the file."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.content.decoding import lines_of
from kiosk.content.load import Loaded, loads
from kiosk.content.report import describe
from tests.content.toys import EXHIBIT, KINDS, Photos

LINES = EXHIBIT.splitlines(keepends=True)
SCRAPS = st.sampled_from(
    ["\t", "：", "“", "　", ":", ": ", "- ", "-", "[", "}", "{", "|", ">", "&a", "*a", "!", "%", "@",
     "`", "#", "'", '"', "\\", "\n", "\n  ", "\u200b", "\x00", "\x85", "<<: ", "? ", "---\n", "...\n",
     "{homicide-deaths}", "null", "1_000", "zh: ", "kind: text\n", "\U0001f600", "\ufeff"]
)  # fmt: skip
few = settings(derandomize=True, deadline=None, max_examples=150, print_blob=False)


def check(data: bytes) -> None:
    """Load it with both vocabularies; see that every problem lies in the file and can be shown."""
    lines = lines_of(data)
    for kinds in (KINDS, (Photos,)):
        found = loads(data, kinds)
        if isinstance(found, Loaded):
            continue
        assert found
        assert found == sorted(found)
        for problem in found:
            assert 1 <= problem.place.line <= len(lines), problem
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, problem
            assert problem.message.zh
            assert problem.message.en
        for language in ("zh", "en"):
            assert describe(found, "content.yaml", lines, language)


@given(st.binary(max_size=300))
@example(b"a: \xff\xfe")
@example(b"\xff\xfe\x00")
@few
def test_any_bytes_give_an_exhibit_or_problems(data: bytes) -> None:
    check(data)


@given(st.text(max_size=200))
@few
def test_any_text_gives_an_exhibit_or_problems(text: str) -> None:
    check(text.encode())


@given(st.lists(SCRAPS | st.text(max_size=3), max_size=30).map("".join))
@few
def test_any_scraps_of_yaml_give_an_exhibit_or_problems(text: str) -> None:
    check(text.encode())


@given(
    st.lists(st.tuples(st.integers(0, len(EXHIBIT.encode()) - 1), st.integers(0, 255)), max_size=5)
)
@few
def test_an_exhibit_with_bytes_flipped_gives_an_exhibit_or_problems(
    flips: list[tuple[int, int]],
) -> None:
    data = bytearray(EXHIBIT.encode())
    for at, value in flips:
        data[at] = value
    check(bytes(data))


@given(st.lists(st.tuples(st.integers(0, len(EXHIBIT)), SCRAPS), min_size=1, max_size=3))
@few
def test_an_exhibit_with_scraps_typed_into_it_gives_an_exhibit_or_problems(
    typed: list[tuple[int, str]],
) -> None:
    text = EXHIBIT
    for at, scrap in typed:
        text = text[:at] + scrap + text[at:]
    check(text.encode())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["drop", "double", "swap", "indent", "outdent", "cut"]),
            st.integers(0, len(LINES) - 1),
            st.integers(0, len(LINES) - 1),
        ),
        min_size=1,
        max_size=4,
    )
)
@few
def test_an_exhibit_with_lines_mixed_up_gives_an_exhibit_or_problems(
    edits: list[tuple[str, int, int]],
) -> None:
    lines = LINES.copy()
    for edit, first, second in edits:
        match edit:
            case "drop":
                lines[first] = ""
            case "double":
                lines[first] *= 2
            case "swap":
                lines[first], lines[second] = lines[second], lines[first]
            case "indent":
                lines[first] = "  " + lines[first]
            case "outdent":
                lines[first] = lines[first].removeprefix(" ")
            case _:
                lines[first] = lines[first][: second % 20]
    check("".join(lines).encode())


@given(st.integers(0, len(EXHIBIT.encode())))
@few
def test_a_file_that_is_still_being_written_gives_an_exhibit_or_problems(length: int) -> None:
    check(EXHIBIT.encode()[:length])


@given(
    st.recursive(
        st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "exhibit",
                        "title",
                        "zh",
                        "languages",
                        "chapters",
                        "panels",
                        "kind",
                        "text",
                        "items",
                        "figures",
                        "id",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
@settings(few, max_examples=60)
def test_any_tree_of_known_words_gives_an_exhibit_or_problems(value: object) -> None:
    check(flow(value).encode())


@pytest.mark.parametrize(
    "text",
    ["- " * 30_000, "[" * 30_000, '"' * 30_000, "a: '" + "' '" * 30_000, "a: b\n" * 3000, "{x" * 20_000,
     "a: b\n" + "- " * 20_000 + "x: '", " " * 30_000 + "a", "\n" * 30_000, "&a " * 30_000, "? " * 20_000,
     "a: [" + ", " * 20_000, "x：y\n" * 4_000, "\u200b" * 30_000, "%a\n" * 30_000, "---\n" * 5_000],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_a_file_made_to_be_slow_is_answered_like_any_other(text: str) -> None:
    """With patterns that look back again and again these would take hours."""
    check(text.encode())


def flow(value: object) -> str:
    """Write a tree in YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"
