"""What staff wrote and nothing uses: figures, units, headings."""

from collections.abc import Iterable, Iterator

from kiosk.content.base import KEY, Path, Text
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.rules import panels_in
from kiosk.content.telling import references
from kiosk.staff.remarks import Remark


def unused(exhibit: Exhibit[Panel], leaves: Iterable[tuple[Path, object]]) -> Iterator[Remark]:
    """Yield the name of everything that could be deleted without a visitor noticing."""
    shown = {name for _, panel in panels_in(exhibit) for _, name in panel.figure_names()}
    shown |= {name for entry in exhibit.derived.values() for _, name in entry.figure_names()}
    shown |= {
        name
        for _, text in leaves
        if isinstance(text, Text)
        for line in text.root.values()
        for name, _ in references(line)
    }
    for name in exhibit.figures.keys() - shown:
        yield Remark(
            ("figures", name, KEY),
            Said("没有哪个面板用到这个数字", "no panel shows this figure"),
            Said(
                f"在面板里写上 {name}，或在文字里写 {{{name}}}；用不着就删掉",
                f"write {name} on a panel, or {{{name}}} in a text; else delete it",
            ),
        )
    for name in exhibit.units.keys() - {figure.unit for figure in exhibit.figures.values()}:
        yield Remark(
            ("units", name, KEY),
            Said("没有数字用到这个单位", "no figure has this unit"),
            Said(
                f"在数字下面写 unit: {name}；用不着就删掉",
                f"write unit: {name} below a figure; else delete it",
            ),
        )
    sources = {figure.source.heading for figure in exhibit.figures.values()}
    for name in exhibit.headings.keys() - sources:
        yield Remark(
            ("headings", name, KEY),
            Said("没有数字出自这个小标题", "no figure comes from under this heading"),
            Said(
                f"在数字的 source 下面写 heading: {name}；用不着就删掉",
                f"write heading: {name} below the source of a figure; else delete it",
            ),
        )
