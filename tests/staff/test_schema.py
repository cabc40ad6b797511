"""The schema that editors check content.yaml with: made from the models, as lenient as the reader."""

import json
import re
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from jsonschema import Draft202012Validator

from kiosk.cli import main
from kiosk.content.base import Frozen, Text
from kiosk.content.load import Loaded, loads
from kiosk.content.panel import Panel
from kiosk.content.shapes import kind_of
from kiosk.panels.kinds import KINDS
from kiosk.staff.make import STARTER
from kiosk.staff.schema import FILE, schema, schema_text
from kiosk.staff.words import WORDS, about_field, words_of
from tests.helpers.project import ROOT
from tests.helpers.small import SMALL

MADE = schema()
CHECK = Draft202012Validator(MADE)


def wrong(text: str) -> list[str]:
    """Return where the schema finds something wrong, as JSON paths."""
    return [error.json_path for error in CHECK.iter_errors(yaml.safe_load(text))]


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


RECORDS: list[tuple[str, dict[str, Any]]] = [
    ("the file", MADE),
    *((name, one) for name, one in MADE["$defs"].items() if "properties" in one),
]


def test_the_schema_is_one_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(MADE)
    assert MADE["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("folder", [ROOT, STARTER], ids=["shipped", "starter"])
def test_an_exhibit_that_runs_has_nothing_wrong_in_an_editor(folder: Path) -> None:
    assert wrong((folder / "content.yaml").read_text(encoding="utf-8")) == []


RING = "$.chapters[0].panels[0]"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("figure: safe", "figgure: safe", RING),
        ("figure: safe", "figure: safe\n        colour: red", RING),
        ("figure: safe", "figure: safe\n        items: []", RING),
        ("kind: ring", "kind: rings", RING),
        ("- kind: ring\n        title:", "- kind: ring\n        text:", RING),
        ("      - kind: ring\n", "      - id: ring\n", RING),
        ("value: 98.86", "value: 4.8万", "$.figures.safe.value"),
        ("value: 98.86", "value:", "$.figures.safe.value"),
        ("ask_after: 30", "ask_after: 3", "$.exhibit.idle.ask_after"),
        ("unit: percent", "unit: Per cent", "$.figures.safe.unit"),
        ("unit: percent", "unit: percent\n    qualifier: ovr", "$.figures.safe.qualifier"),
        ("paragraph: 1", "paragraph: 1.5", "$.figures.safe.source.paragraph"),
        ("zh: 小展", "Chinese: 小展", "$.exhibit.title"),
        ("  safe:\n", "  Safe:\n", "$.figures"),
        ("seal: 一", "seal: 一二", "$.chapters[0].seal"),
    ],
    ids=lambda part: part.strip() if isinstance(part, str) and part[0] != "$" else "",
)
def test_a_mistake_shows_while_typing(old: str, new: str, where: str) -> None:
    assert wrong(SMALL) == []
    assert where in wrong(changed(old, new))


SCALARS = [
    ("value: 98.86", "value: 98", True),
    ("value: 98.86", 'value: "98.86"', True),
    ("value: 98.86", "value: 0", True),
    ("value: 98.86", "value: 1e3", False),
    ("value: 98.86", "value: about 98", False),
    ("ask_after: 30", "ask_after: 30.5", True),
    ("paragraph: 1", 'paragraph: "1"', True),
    ("paragraph: 1", "paragraph: one", False),
    ("zh: 小展", "zh: 2023", True),
    ("zh: 小展", "zh: 20.5", True),
    ("seal: 一", "seal: 1", True),
    *(
        ("unit: percent", f"unit: percent\n    cumulative: {word}", True)
        for word in ("true", "False", "yes", "No", "是", "否", '"true"', '"YES"')
    ),
    ("unit: percent", "unit: percent\n    cumulative: perhaps", False),
    ("unit: percent", "unit: percent\n    cumulative: 1", False),
]


@pytest.mark.parametrize(("old", "new", "right"), SCALARS, ids=[new for _, new, _ in SCALARS])
def test_the_editor_takes_the_scalars_that_the_reader_takes(
    old: str, new: str, right: bool
) -> None:
    text = changed(old, new)
    assert isinstance(loads(text.encode(), KINDS), Loaded) is right
    assert (wrong(text) == []) is right


def test_one_figure_may_stand_for_a_list_of_one() -> None:
    assert wrong(SMALL + "derived:\n  more:\n    difference: safe\n    text:\n      zh: 字\n") == []


def test_an_editor_can_offer_every_kind_with_what_it_is_for() -> None:
    offered = MADE["$defs"]["Chapter"]["properties"]["panels"]["items"]["oneOf"]
    kinds = [MADE["$defs"][one["$ref"].rpartition("/")[2]]["properties"]["kind"] for one in offered]
    assert [kind["const"] for kind in kinds] == [kind_of(kind) for kind in KINDS]
    assert [kind["description"] for kind in kinds] == [words_of(kind).about.zh for kind in KINDS]


@pytest.mark.parametrize(("name", "record"), RECORDS, ids=[name for name, _ in RECORDS])
def test_every_record_and_field_is_described_in_both_languages(
    name: str, record: dict[str, Any]
) -> None:
    fields = {} if name == "Text" else record["properties"]
    for field, one in {"": record, **fields}.items():
        assert re.search(r"[\u4e00-\u9fff].*。$", one["description"]), (name, field)
        zh, _, en = one["markdownDescription"].partition("\n\n")
        assert zh == one["description"]
        assert re.search(r"[A-Za-z ]{3}.*\.$", en), (name, field)


def test_a_field_without_words_is_told_and_where_to_write_them() -> None:
    class Bubbles(Panel):
        kind: Literal["bubbles"]
        colour: Text

    class Stray(Frozen):
        field: str

    assert about_field(Bubbles, "title") == about_field(Panel, "title")
    with pytest.raises(LookupError, match=r"words.* nothing of colour of Bubbles"):
        about_field(Bubbles, "colour")
    with pytest.raises(LookupError, match=r"words.* nothing of Stray"):
        words_of(Stray)


def test_no_words_are_left_of_a_field_that_is_gone() -> None:
    stale = {
        (model.__name__, field)
        for model, words in WORDS.items()
        for field in words.fields.keys() - model.model_fields.keys()
    }
    assert stale == set()


def test_a_thing_left_out_is_never_offered_as_null() -> None:
    assert "null" not in schema_text()
    assert MADE["$defs"]["Idle"]["properties"]["ask_after"]["default"] == 60


def test_the_schema_beside_the_content_is_that_of_the_models_now() -> None:
    """Made by `kiosk schema --out content.schema.json`."""
    assert (ROOT / FILE).read_text(encoding="utf-8") == schema_text()


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == MADE


def test_the_command_writes_the_schema_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "--out", str(tmp_path / FILE)]) == 0
    assert (tmp_path / FILE).read_text(encoding="utf-8") == schema_text()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", ["schema", "reference"])
@pytest.mark.parametrize(("language", "said"), [("zh", "写不进"), ("en", "cannot be written")])
def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, language: str, said: str
) -> None:
    assert main(["--lang", language, command, "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert str(tmp_path) in told
    assert "--out ~/" in told
