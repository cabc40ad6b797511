"""The small parts: what each model, name and path will take."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kiosk.content import shapes
from kiosk.content.base import AssetPath, Text, leaves_in, texts_in
from kiosk.content.exhibit import Exhibit
from kiosk.content.guess import meant, plainly, suggest
from kiosk.content.panel import Panel
from kiosk.content.problems import Said, complaint
from kiosk.content.scalars import digits_only, number_hint
from kiosk.content.telling import references, tell
from tests.content.toys import EXHIBIT, Facts, Item, loaded


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1_000", "1000"),
        ("1,000", "1000"),
        ("1,234,567.5", "1234567.5"),
        ("1 000", "1000"),
        ("１０００", "1000"),
        ("４．８万", "48000"),
        ("4.8万", "48000"),
        ("1.77万余公里", "17700, and add a line qualifier: more-than"),
        ("400余万人", "4000000, and add a line qualifier: odd"),
        ("300余人", "300, and add a line qualifier: more-than"),
        ("超1700万", "17000000, and add a line qualifier: over"),
        ("近1.8亿元", "180000000, and add a line qualifier: nearly"),
        ("累计4.8万余件", "48000, and add a line cumulative: true  qualifier: more-than"),
        ("2万亿", "2000000000000"),
        ("17 million", "17000000"),
        ("over 5k", "5000, and add a line qualifier: over"),
        ("78.2%", "78.2, and add a line unit: percent"),
        ("78.2 ％", "78.2, and add a line unit: percent"),
        ("百分之78", "78, and add a line unit: percent"),
        ("第3段", "3"),
        (".5", "0.5"),
        ("1e3", "1000"),
        ("-3人", "-3"),
    ],
)
def test_a_number_in_any_writing_is_answered_with_the_plain_one(typed: str, hint: str) -> None:
    assert number_hint(typed).en == f"write digits only: {hint}"


@pytest.mark.parametrize(
    "typed", ["", "三", "1,00", "6O", "1/2", "1:30", "2024-05-01", "x", "9" * 41, "--5", "1.2.3"]
)
def test_what_is_no_number_is_answered_with_an_example(typed: str) -> None:
    assert number_hint(typed).en == "write digits only, such as 1000 or 78.2"


def test_numbers_are_shown_without_exponents_and_idle_zeros() -> None:
    assert [digits_only(Decimal(n)) for n in ("1e15", "78.20", "100", "0.5")] == [
        "1000000000000000",
        "78.2",
        "100",
        "0.5",
    ]


@pytest.mark.parametrize(
    ("typed", "flag"),
    [("true", True), ("是", True), ("YES", True), ("False", False), ("否", False), ("no", False)],
)
def test_yes_and_no_may_be_written_in_both_languages(typed: str, flag: bool) -> None:
    assert Facts.model_validate({"figures": ["a"], "big": typed}).big is flag


@pytest.mark.parametrize("typed", ["on", "1", "t", "y", "对", ""])
def test_nothing_else_is_a_yes_or_no(typed: str) -> None:
    with pytest.raises(ValidationError):
        Facts.model_validate({"figures": ["a"], "big": typed})


def test_a_program_may_hand_over_real_numbers_and_flags() -> None:
    facts = Facts.model_validate({"figures": ["a"], "big": True, "columns": 3, "dwell": 5})

    assert (facts.big, facts.columns, facts.dwell) == (True, 3, 5.0)


def test_strict_reading_leaves_the_schema_for_editors_as_it_is() -> None:
    fields: dict[str, Any] = Facts.model_json_schema()["properties"]

    assert fields["columns"] == {
        "default": 2, "maximum": 4, "minimum": 1, "title": "Columns", "type": "integer",
    }  # fmt: skip
    assert fields["big"]["type"] == "boolean"


@pytest.mark.parametrize(
    "path",
    ["photos/a.jpg", "a.JPEG", "一/二.png", "a b.webp", "x/y/z.svg", "console.svg", "a..b.svg"],
)
def test_a_path_inside_the_folder_is_taken(path: str) -> None:
    assert TypeAdapter(AssetPath).validate_python(path) == path


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("photos\\a.jpg", "paths are written with /"),
        ("\\\\evil\\share\\a.jpg", "this path leads out of the content folder"),
        ("C:\\a.jpg", "this path leads out of the content folder"),
        ("C:a.jpg", "this path leads out of the content folder"),
        ("a.jpg:ads", "this path leads out of the content folder"),
        ("https://example.org/a.jpg", "this path leads out of the content folder"),
        ("/etc/a.jpg", "this path leads out of the content folder"),
        ("~/a.jpg", "this path leads out of the content folder"),
        ("../a.jpg", "this path leads out of the content folder"),
        ("a/../../b.jpg", "this path leads out of the content folder"),
        ("a\x00.jpg", "this file name has a character that not every system takes"),
        ("a?.jpg", "this file name has a character that not every system takes"),
        ("a//b.jpg", "this path is not complete"),
        ("./a.jpg", "this path is not complete"),
        ("a /b.jpg", "this path is not complete"),
        ("", "this path is not complete"),
        ("x" * 197 + ".jpg", "this path is not complete"),
        ("con.jpg", "Windows keeps this file name for itself"),
        ("NUL/a.jpg", "Windows keeps this file name for itself"),
        ("lpt1.tar.svg", "Windows keeps this file name for itself"),
        ("a.tiff", "this kind of file does not fit here"),
        ("a.jpg.exe", "this kind of file does not fit here"),
    ],
)
def test_a_path_that_means_something_else_somewhere_is_refused(path: str, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(AssetPath).validate_python(path)

    assert caught.value.errors()[0]["msg"] == message


def test_a_complaint_reads_well_in_a_traceback_and_keeps_both_languages() -> None:
    error = complaint("odd", Said("不对", "not right"), Said("改", "change"))

    assert str(error) == "not right"
    assert error.context == {"message": Said("不对", "not right"), "hint": Said("改", "change")}


def test_a_text_gives_the_language_asked_for_else_english_else_what_it_has() -> None:
    text = Text({"zh": " 平安\n", "en": "Peace"})

    assert (text.to("zh"), text.to("en"), text.to("fr")) == ("平安", "Peace", "Peace")
    assert text.to("zh-Hant") == "平安"
    assert Text({"ko": "평안", "zh": "平安"}).to("fr") == "평안"
    assert Text({}).to("zh") == ""
    assert text.languages == {"zh", "en"}


def test_texts_are_found_wherever_they_stand_and_in_the_order_of_the_file() -> None:
    exhibit = loaded().exhibit

    paths = [path for path, _ in texts_in(exhibit)]

    assert paths[0] == ("exhibit", "title")
    assert ("figures", "response-time", "label") in paths
    assert paths[-1] == ("chapters", 0, "panels", 1, "items", 0, "caption")
    assert len(paths) == 12


def test_everything_else_is_found_too() -> None:
    item = Item(illustration="a.svg", caption=Text({"zh": "湖"}))

    assert dict(leaves_in(item)) == {
        ("photo",): None,
        ("illustration",): "a.svg",
        ("focus", 0): 0.5,
        ("focus", 1): 0.5,
        ("caption",): item.caption,
        ("scale",): None,
        ("width",): "auto",
    }
    assert list(leaves_in([1])) == [((0,), 1)]


def test_a_panel_of_no_kind_takes_one_screen_and_asks_for_nothing() -> None:
    panel = Panel(kind="any", title=Text({"zh": "题", "en": "Title"}), text=Text({"zh": "文"}))

    assert panel.stops == 1
    assert not panel.zooms
    assert panel.figure_names() == ()
    assert list(panel.check({})) == []
    assert [text.to("zh") for text in panel.texts(0)] == ["题", "文"]


def test_a_panel_names_its_figures_with_their_paths() -> None:
    assert Facts(figures=("a", "b")).figure_names() == (
        (("figures", 0), "a"),
        (("figures", 1), "b"),
    )


def test_a_text_is_told_with_its_figures_filled_in() -> None:
    exhibit = loaded().exhibit
    text = exhibit.chapters[0].panels[0].text
    assert text is not None

    assert tell(text.to("zh"), exhibit.figures, exhibit.units, "zh") == (
        "命案亡人数下降78.2%，出警只要8.7分钟，从前要17.8分钟。"
    )
    assert tell(text.to("en"), exhibit.figures, exhibit.units, "en") == (
        "Deaths fell by 78.2%; help comes in 8.7 minutes."
    )


def test_an_unknown_figure_is_left_as_it_stands() -> None:
    assert tell("{a} {a.after} {A}", {}, {}, "zh") == "{a} {a.after} {A}"


def test_the_figures_of_a_text_are_listed() -> None:
    assert list(references("{a}, {b.after}, {B}")) == [("a", ""), ("b", "after")]


def test_a_guess_is_near_or_none_at_all() -> None:
    assert suggest("tilte", ("title", "text")) == "title"
    assert suggest("Ask-After", ("ask_after",)) == "ask_after"
    assert suggest("超", ("over",)) == "over"
    assert suggest("items", ("title",)) is None
    assert plainly("“Fire Deaths”") == "fire-deaths"


def test_where_no_guess_is_near_the_choice_is_listed_but_not_without_end() -> None:
    known = tuple(f"name-{letter * 8}" for letter in "abcdefghijklmnopq")

    assert meant("zzzz", known[:2]) == Said(
        "可以写：name-aaaaaaaa、name-bbbbbbbb", "possible here: name-aaaaaaaa, name-bbbbbbbb"
    )
    listed = meant("zzzz", known)
    assert listed is not None
    assert listed.en.endswith(", name-nnnnnnnn, …")
    assert meant("zzzz", ()) is None


def test_what_is_expected_somewhere_is_found_through_lists_tables_and_choices() -> None:
    model = type(loaded().exhibit)

    assert shapes.fields_at(model, ("exhibit", "idle")) == ("ask_after", "leave_after")
    assert shapes.is_text(shapes.reach(model, ("headings", "any")))
    assert shapes.reach(model, ("chapters", 0, "panels", 0, "facts")) is Facts
    assert shapes.reach(model, ("chapters", 0, "panels", 0, "text", "items", 0)) is Item
    assert (
        shapes.reach(model, ("chapters", 0, "panels", 0, "text", "items", 0, "focus", 1)) is float
    )
    assert shapes.reach(model, ("chapters", 0, "panels", 0, "facts", "figures", 0)) is str
    for nowhere in [("exhibit", "x"), ("exhibit", "title", "zh", "x"), ("x", 0, "y")]:
        assert shapes.reach(model, nowhere) is None
        assert shapes.fields_at(model, nowhere) == ()
    past = ("chapters", 0, "panels", 0, "text", "items", 0, "focus", 2)
    assert shapes.reach(model, past) is None
    assert shapes.kind_of(Exhibit) == shapes.kind_of(Panel) == ""


def test_the_toy_exhibit_has_no_tabs_that_would_mislead_these_tests() -> None:
    assert "\t" not in EXHIBIT
