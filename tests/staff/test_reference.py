"""The handbook's page of kinds and fields is made from the models, and its examples load."""

import re
from pathlib import Path
from textwrap import indent

import pytest

from kiosk.cli import main
from kiosk.content.load import Loaded, loads
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.report import describe
from kiosk.content.shapes import kind_of
from kiosk.panels.kinds import KINDS
from kiosk.staff.forms import form
from kiosk.staff.make import STARTER
from kiosk.staff.reference import INSIDE, SECTIONS, SHARED, reference
from kiosk.staff.schema import schema
from tests.helpers.project import ROOT

PAGE = reference()
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PANELS = [one for one in EXAMPLES if one.startswith("- kind:")]
PARTS = [one for one in EXAMPLES if not one.startswith("- kind:")]
CHAPTER = "chapters:\n  - id: one\n    title:\n      zh: 一\n      en: One\n    panels:\n"


def loaded(text: str) -> Loaded:
    found = loads(text.encode(), KINDS)
    if not isinstance(found, Loaded):
        pytest.fail(describe(found, "example", text.splitlines(), "en"), pytrace=False)
    return found


def fields(heading: str) -> list[str]:
    """Return the fields in the tables under a heading."""
    (part,) = re.findall(rf"^#+ {heading} · .*?(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    return re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)


def test_the_page_in_the_handbook_is_what_the_command_writes_now() -> None:
    """Made by `kiosk reference --out packaging/handbook/reference.md`."""
    page = ROOT / "packaging" / "handbook" / "reference.md"
    assert page.read_text(encoding="utf-8") == PAGE


def test_the_examples_of_the_sections_make_an_exhibit_together() -> None:
    found = loaded("".join(PARTS))
    assert set(found.tree.value) == set(SECTIONS)


@pytest.mark.parametrize("example", PANELS, ids=lambda text: text.split("\n")[0][8:])
def test_the_example_of_a_kind_loads_in_the_example_exhibit(example: str) -> None:
    starter = (STARTER / "content.yaml").read_text(encoding="utf-8")
    found = loaded(starter.partition("chapters:\n")[0] + CHAPTER + indent(example, " " * 6))
    (panel,) = found.exhibit.chapters[0].panels
    assert f"- kind: {panel.kind}\n" in example


def test_every_kind_has_an_example_and_a_picture() -> None:
    kinds = [kind_of(kind) for kind in KINDS]
    assert [one.split()[2] for one in PANELS] == kinds
    assert re.findall(r"!\[.*\]\((.*)\)", PAGE) == [f"pictures/kind-{kind}.png" for kind in kinds]


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_field_of_a_kind_stands_under_it_or_among_those_of_all(kind: type[Panel]) -> None:
    models = (*INSIDE.get(kind, ()), *SHARED)
    inner = {field for model in models for field in model.model_fields}
    told = {"kind", *fields(kind_of(kind)), *fields("面板")}
    assert told == set(kind.model_fields) | inner


def test_what_has_to_be_there_is_marked() -> None:
    assert "| `figure` | 必写 must |" in PAGE
    assert "| `highlight` |  |" in PAGE


def test_every_record_that_staff_may_write_has_its_table() -> None:
    written = {*KINDS, *(model for models, _ in SECTIONS.values() for model in models)}
    written |= set(SHARED)
    written |= {model for models in INSIDE.values() for model in models}
    named = {name for name, one in schema()["$defs"].items() if "properties" in one}
    assert named - {"Text"} == {model.__name__ for model in written}


DEFS = schema()["$defs"]


@pytest.mark.parametrize(
    ("record", "field", "said"),
    [
        ("Idle", "ask_after", Said("数字，10–3600；不写是 60", "number, 10–3600; 60 if left out")),
        ("Cover", "seal", Said("1–4 个字", "1–4 characters")),
        ("Chapter", "seal", Said("1 个字", "1 character")),
        ("Cover", "languages", Said("列表，1–8 项：语言代码", "list of 1–8: language code")),
        ("Chapter", "panels", Said("列表，1–1000 项：面板", "list of 1–1000: panels")),
        ("Figure", "value", Said("数字", "number")),
        ("Figure", "direction", Said("`down`、`up`", "`down`, `up`")),
        ("Figure", "cumulative", Said("`true`（是）或 `false`（否）", "`true` or `false`")),
        ("Source", "paragraph", Said("整数，1–500", "whole number, 1–500")),
        ("Bars", "highlight", Said("名字", "name")),
        ("Theme", "points", Said("列表，0–6 项：要点", "list of 0–6: point")),
        ("Item", "photo", Said("一行", "one line")),
        ("Derived", "per_day", Said("一行", "one line")),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_the_form_of_a_field_is_told_from_the_schema(record: str, field: str, said: Said) -> None:
    assert form(DEFS[record]["properties"][field], DEFS) == said


def test_the_form_of_named_things_is_told_from_the_schema() -> None:
    assert form(schema()["properties"]["units"], DEFS) == Said(
        "名字，下面是文字", "names, each with its text"
    )


def test_the_command_prints_the_page_or_writes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reference"]) == 0
    assert capsys.readouterr().out == PAGE
    assert main(["reference", "--out", str(tmp_path / "page.md")]) == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == PAGE
