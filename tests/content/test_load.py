"""Loading gives an exhibit or problems, for whatever stands in the place of the file."""

import os
from pathlib import Path

import pytest

from kiosk.content.decoding import LIMIT
from kiosk.content.load import Loaded, lines_at, load, loads
from kiosk.content.problems import Place, Problem, Said
from tests.content.toys import EXHIBIT, KINDS, Facts, Photos, changed, loaded, told


def test_a_right_file_gives_the_exhibit_and_where_everything_stands(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_text(EXHIBIT, encoding="utf-8")

    found = load(file, KINDS)

    assert isinstance(found, Loaded)
    assert found.exhibit.languages == ("zh", "en")
    assert [type(panel) for panel in found.exhibit.chapters[0].panels] == [Facts, Photos]
    assert found.encoding == "utf-8"
    assert found.places["chapters", 0, "id"] == Place(59, 9)
    assert found.place(("chapters", 0, "panels", 1, "items", 0, "scale")) == Place(80, 13)


def test_numbers_and_flags_are_read_from_their_text() -> None:
    facts, photos = loaded().exhibit.chapters[0].panels

    assert isinstance(facts, Facts)
    assert (facts.big, facts.columns) == (True, 2)
    assert isinstance(photos, Photos)
    assert photos.items[0].focus == (0.5, 0.4)
    assert photos.items[0].width == "auto"


def test_a_file_saved_for_windows_in_gb18030_is_the_same_exhibit() -> None:
    found = loaded(EXHIBIT.replace("\n", "\r\n").encode("gb18030"))

    assert found.exhibit == loaded().exhibit
    assert found.encoding == "gb18030"
    assert found.places == loaded().places


def test_the_same_kinds_give_the_same_model_so_that_exhibits_can_be_compared() -> None:
    assert type(loaded().exhibit) is type(loaded().exhibit)
    assert type(loaded().exhibit.chapters[0].panels[0]) is Facts


def test_one_kind_alone_is_a_vocabulary_too() -> None:
    start, end = EXHIBIT.index("      - kind: facts"), EXHIBIT.index("      - kind: text")

    alone = loads((EXHIBIT[:start] + EXHIBIT[end:]).encode(), (Photos,))

    assert isinstance(alone, Loaded)
    assert alone.exhibit.chapters[0].panels[0].stops == 1


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("missing.yaml", "1:1 there is no such file"),
        ("folder", "1:1 this is a folder, not a file"),
        ("pipe", "1:1 this is not a file"),
        ("\0", "1:1 this file cannot be read"),
        ("x" * 300, "1:1 this file cannot be read"),
        ("loop", "1:1 this file cannot be read"),
        ("large.yaml", "1:1 the file is too large; 2 MB is the most → keep photographs and articles out of this file"),
        ("empty.yaml", "1:1 the file is empty"),
    ],
)  # fmt: skip
def test_what_is_not_a_readable_file_is_a_problem_and_never_waited_for(
    tmp_path: Path, name: str, answer: str
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "large.yaml").write_bytes(b" " * (LIMIT + 2))
    (tmp_path / "empty.yaml").touch()

    found = load(tmp_path / name, KINDS)

    assert isinstance(found, list)
    assert told(found) == [answer]


def test_a_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)

    found = load(tmp_path, KINDS)

    assert isinstance(found, list)
    assert told(found) == ["1:1 there is no permission to read this file"]


def test_problems_come_in_the_order_of_the_file() -> None:
    found = loads(changed(("seal: 平安", "seals: 平安"), ("value: 78.2", "value: x"), ("big: 是", "bg: 是")).encode(), KINDS)  # fmt: skip

    assert isinstance(found, list)
    assert [problem.place.line for problem in found] == [7, 33, 77]


def test_problems_are_equal_only_when_all_of_them_is() -> None:
    first = Problem(Place(1, 2), Said("一", "one"))

    assert first == Problem(Place(1, 2), Said("一", "one"))
    assert first != Problem(Place(1, 2), Said("二", "two"))
    assert min([Problem(Place(2, 1), Said("", "")), first]) is first


def test_the_lines_of_a_file_can_be_had_to_show_its_problems_in(tmp_path: Path) -> None:
    (tmp_path / "some.yaml").write_text("a: 1\nb: 2\n", encoding="utf-8")
    assert lines_at(tmp_path / "some.yaml")[:2] == ("a: 1", "b: 2")
    assert lines_at(tmp_path) == ()
