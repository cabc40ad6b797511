"""The handbook's page of every kind of panel and every field, as Markdown.

The tables are made from the schema, and so from the models; the examples are cut from the starter,
so they are what `kiosk new` makes.
"""

from collections.abc import Iterator, Mapping
from textwrap import dedent
from typing import Any, Final

from pydantic import BaseModel

from kiosk.content.base import Path, Text
from kiosk.content.derived import Derived
from kiosk.content.exhibit import Article, Chapter, Couplet, Cover, Exhibit, Idle
from kiosk.content.figures import Figure, Source
from kiosk.content.hours import Hours
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.recording import Recording
from kiosk.content.shapes import kind_of
from kiosk.content.source import read
from kiosk.content.tree import Tree
from kiosk.panels.framed import Item
from kiosk.panels.kinds import KINDS
from kiosk.panels.photos import Photos
from kiosk.panels.theme import Point, Theme
from kiosk.panels.timeline import Moment, Timeline
from kiosk.staff.forms import form
from kiosk.staff.make import STARTER
from kiosk.staff.schema import schema
from kiosk.staff.words import about_field, words_of

Models = tuple[type[BaseModel], ...]

SECTIONS: Final[dict[str, tuple[Models, tuple[Path, ...]]]] = {
    "exhibit": ((Cover, Couplet, Idle, Hours, Article), (("exhibit",),)),
    "headings": ((), (("headings",),)),
    "units": ((), (("units",),)),
    "figures": (
        (Figure, Source),
        (("figures", "visitors"), ("figures", "seedling-days"), ("figures", "rank-county")),
    ),
    "derived": ((Derived,), (("derived",),)),
    "pinyin": ((), (("pinyin",),)),
    "chapters": ((Chapter,), (("chapters", 0),)),
}
"""The parts of the file: the records in each, and what is shown of the starter."""

INSIDE: Final[dict[type[Panel], Models]] = {
    Theme: (Point,),
    Timeline: (Moment,),
    Photos: (Item,),
}
"""The records inside the panels of a kind."""

SHARED: Final[Models] = (Recording,)
"""The records that panels of every kind may hold."""

_HEAD: Final = """\
<!-- 由 kiosk reference 生成，请勿手改。 Written by `kiosk reference`; do not edit. -->
# 所有写法 · Reference

content.yaml 里可以写的一切：先是文件的各节，再是每一种面板。表中“必写”的一定要有，其余可以不写。
下面的例子都取自 `kiosk new` 写出的示例展览。

Everything that content.yaml may hold: first the sections of the file, then every kind of panel. What
is marked “必写 must” has to be there; all else may be left out. The examples are taken from the
exhibit that `kiosk new` makes."""

_TABLE: Final = """\
| 写法 Field | 必写 Must | 形式 Form | 意思 | Meaning |
|---|---|---|---|---|"""


def reference() -> str:
    """Return the whole page, with its last line ended."""
    made = schema()
    tree = read((STARTER / "content.yaml").read_bytes())
    assert isinstance(tree, Tree)  # noqa: S101 - the starter is ours
    parts = [_HEAD, *_file(made, tree), *_panels(made["$defs"], tree)]
    return "\n\n".join(parts) + "\n"


def _file(made: Mapping[str, Any], tree: Tree) -> Iterator[str]:
    defs = made["$defs"]
    yield "## 文件 · The file"
    yield _both(words_of(Exhibit).about)
    yield _both(words_of(Text).about)
    yield _table(Exhibit, made, defs, tuple(Exhibit.model_fields))
    for section, (models, shown) in SECTIONS.items():
        yield f"## {section}"
        yield _both(about_field(Exhibit, section))
        for model in models:
            yield from _record(model, defs, titled=model is not models[0])
        blocks = [_block(tree, path) for path in shown]
        if len(shown[0]) > 1:
            blocks.insert(0, f"{section}:")
        yield _yaml("\n".join(blocks))


def _panels(defs: Mapping[str, Any], tree: Tree) -> Iterator[str]:
    shared = tuple(name for name in Panel.model_fields if name != "kind")
    yield "## 面板 · Panels"
    yield _both(words_of(Panel).about)
    yield _table(Panel, defs[Photos.__name__] | {"required": []}, defs, shared)
    for model in SHARED:
        yield from _record(model, defs, titled=True)
    examples = {
        panel["kind"]: _block(tree, ("chapters", number, "panels", index))
        for number, chapter in enumerate(tree.value["chapters"])
        for index, panel in enumerate(chapter["panels"])
    }
    for kind in KINDS:
        name, words, own = kind_of(kind), words_of(kind), defs[kind.__name__]
        yield f"### {name} · {words.name.zh}"
        yield _both(words.about)
        yield f"![{name}](pictures/kind-{name}.png)"
        fields = tuple(
            field
            for field in own["properties"]
            if field not in Panel.model_fields or (field in own["required"] and field != "kind")
        )
        yield _table(kind, own, defs, fields)
        for model in INSIDE.get(kind, ()):
            yield from _record(model, defs)
        yield _yaml(dedent(examples[name]))


def _record(
    model: type[BaseModel], defs: Mapping[str, Any], *, titled: bool = True
) -> Iterator[str]:
    own = defs[model.__name__]
    if titled:
        words = words_of(model)
        yield f"**{words.name.zh} · {words.name.en}**"
    yield _table(model, own, defs, tuple(own["properties"]))


def _table(
    model: type[BaseModel],
    own: Mapping[str, Any],
    defs: Mapping[str, Any],
    fields: tuple[str, ...],
) -> str:
    rows = [_TABLE]
    for name in fields:
        how, about = form(own["properties"][name], defs), about_field(model, name)
        must = "必写 must" if name in own.get("required", ()) else ""
        cells = (f"`{name}`", must, f"{how.zh}<br>{how.en}", about.zh, about.en)
        rows.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |")
    return "\n".join(rows)


def _both(said: Said) -> str:
    return f"{said.zh}\n\n{said.en}"


def _yaml(block: str) -> str:
    return f"```yaml\n{block}\n```"


def _block(tree: Tree, path: Path) -> str:
    """Return the lines of a part of the starter: its first, and those further in below it.

    Of a chapter only the first panel is shown.
    """
    first = tree.place(path).line
    block = [tree.lines[first - 1]]
    indent = _indent(block[0])
    for line in tree.lines[first:]:
        if (line and _indent(line) <= indent) or (
            line.lstrip().startswith("- kind:") and any("- kind:" in above for above in block)
        ):
            break
        block.append(line)
    while block[-1].lstrip()[:1] in {"", "#"}:
        block.pop()
    return "\n".join(block)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
