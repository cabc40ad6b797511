"""What must hold between the parts of an exhibit, once each part is right by itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path as File
from typing import Final, NamedTuple

from kiosk.content.assets import ENDINGS, ending_fault, holds
from kiosk.content.base import KEY, Path, Text, leaves_in
from kiosk.content.derived import VALUE, Show
from kiosk.content.derived_rules import complaints
from kiosk.content.exhibit import Exhibit
from kiosk.content.figures import Figure
from kiosk.content.guess import meant, suggest
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.telling import REFERENCE

_BRACES = re.compile(r"\{[^{}]*\}?|[^{}]{0,3}\}")
_MANY: Final = 5
"""From more texts than this on, a language that is not listed is told once, where the list is."""

Texts = Sequence[tuple[Path, Text]]


class Finding(NamedTuple):
    """What is wrong, at which path; `token` is the piece of the text there that is wrong."""

    at: Path
    message: Said
    hint: Said | None = None
    token: str = ""


def findings(exhibit: Exhibit[Panel], folders: tuple[File, ...] = ()) -> Iterator[Finding]:
    """Yield everything that does not fit together; `folders` are where illustrations may be."""
    leaves = list(leaves_in(exhibit))
    texts = [(at, leaf) for at, leaf in leaves if isinstance(leaf, Text)]
    yield from _ids(exhibit)
    yield from _languages(exhibit, texts)
    yield from _named(exhibit)
    yield from _references(exhibit, texts)
    yield from _derived(exhibit)
    yield from _panels(exhibit)
    yield from _pictures(leaves, folders)


def panels_in(exhibit: Exhibit[Panel]) -> Iterator[tuple[Path, Panel]]:
    """Walk the panels, each with its path."""
    for number, chapter in enumerate(exhibit.chapters):
        for index, panel in enumerate(chapter.panels):
            yield ("chapters", number, "panels", index), panel


def _ids(exhibit: Exhibit[Panel]) -> Iterator[Finding]:
    chapters = [(("chapters", at, "id"), chapter.id) for at, chapter in enumerate(exhibit.chapters)]
    panels = [((*at, "id"), panel.id) for at, panel in panels_in(exhibit) if panel.id]
    languages = [
        (("exhibit", "languages", at), language) for at, language in enumerate(exhibit.languages)
    ]
    for named in (chapters, panels, languages):
        yield from _repeated(named)


def _repeated(named: Iterable[tuple[Path, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, name in named:
        if name in seen:
            yield Finding(
                at,
                Said(f"“{name}”前面已经用过了", f"“{name}” is in use further up"),
                Said("换一个", "choose another"),
            )
        seen.add(name)


def _languages(exhibit: Exhibit[Panel], texts: Texts) -> Iterator[Finding]:
    """Yield languages that stray, and texts without the exhibit's first language.

    A stray one is taken for one that lacks, misspelt. Another text stands in for any other language.
    """
    known, first = frozenset(exhibit.languages), exhibit.languages[0]
    texts = [(at, text) for at, text in texts if text.root.keys() != known]
    strays = Counter(language for _, text in texts for language in text.languages - known)
    many = {language for language, times in strays.items() if times > _MANY}
    for language in sorted(many):
        yield Finding(
            ("exhibit", "languages"),
            Said(
                f"很多文字写了 {language}，但这里没有列出它",
                f"many texts are written in {language}, which is not listed here",
            ),
            Said(f"在这里加上 {language}", f"add {language} here"),
        )
    for at, text in texts:
        stray = sorted(text.languages - known - many)
        missing = [language for language in exhibit.languages if language not in text.languages]
        for language in stray:
            yield Finding(
                (*at, language, KEY),
                Said(
                    f"exhibit 的 languages 里没有 {language}",
                    f"{language} is not among the languages of exhibit",
                ),
                meant(missing[0] if missing else language, exhibit.languages),
            )
        if first in missing[len(stray) :]:
            yield Finding(
                at,
                Said(f"缺少 {first} 的文字", f"the text in {first} is missing"),
                Said(f"加一行 {first}: …", f"add a line {first}: …"),
            )


def _named(exhibit: Exhibit[Panel]) -> Iterator[Finding]:
    """Yield units and headings that figures name and nobody wrote."""
    for name, figure in exhibit.figures.items():
        at = ("figures", name)
        if figure.unit is not None and figure.unit not in exhibit.units:
            message = Said(f"units 里没有 {figure.unit}", f"there is no {figure.unit} in units")
            yield Finding((*at, "unit"), message, meant(figure.unit, tuple(exhibit.units)))
        heading = figure.source.heading
        if heading not in exhibit.headings:
            message = Said(f"headings 里没有 {heading}", f"there is no {heading} in headings")
            yield Finding(
                (*at, "source", "heading"), message, meant(heading, tuple(exhibit.headings))
            )


def _references(exhibit: Exhibit[Panel], texts: Texts) -> Iterator[Finding]:
    for at, text in texts:
        for language, line in text.root.items():
            for found in _BRACES.finditer(line) if "{" in line or "}" in line else ():
                if at[0] == "derived" and found[0] == VALUE:
                    continue
                yield from _reference((*at, language), found[0], exhibit.figures)


def _reference(at: Path, token: str, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    known = REFERENCE.fullmatch(token)
    if known is None:
        guess = suggest(token.strip("{} ").partition(".")[0], tuple(figures)) or "fire-deaths"
        yield Finding(
            at,
            Said("花括号里只能写一个数字的名字", "braces hold the name of a figure"),
            Said(
                f"例如 {{{guess}}} 或 {{{guess}.after}}；如果不是数字，请用（ ）",
                f"such as {{{guess}}} or {{{guess}.after}}; for anything else use ( )",
            ),
            token,
        )
    elif known[1] not in figures:
        yield _no_figure(at, known[1], figures, token)
    elif known[2] and not figures[known[1]].is_change:
        yield Finding(
            at,
            Said(f"{known[1]} 没有 before 和 after", f"{known[1]} has no before and after"),
            Said(f"写成 {{{known[1]}}}", f"write {{{known[1]}}}"),
            token,
        )


def _no_figure(at: Path, name: str, figures: Mapping[str, Figure], token: str = "") -> Finding:
    message = Said(f"figures 里没有 {name}", f"there is no {name} in figures")
    return Finding(at, message, meant(name, tuple(figures)), token)


def _derived(exhibit: Exhibit[Panel]) -> Iterator[Finding]:
    """Yield figures to compute from that nobody wrote, else what cannot be said of them."""
    for name, entry in exhibit.derived.items():
        at = ("derived", name)
        unknown = [
            _no_figure((*at, *field), figure, exhibit.figures)
            for field, figure in entry.figure_names()
            if figure not in exhibit.figures
        ]
        yield from unknown
        if not unknown:
            for complaint in complaints(entry, exhibit.figures, exhibit.units):
                yield Finding((*at, *complaint.at), complaint.message, complaint.hint)


def _panels(exhibit: Exhibit[Panel]) -> Iterator[Finding]:
    """Yield figures that panels name and nobody wrote, else what the panels themselves ask for."""
    for at, panel in panels_in(exhibit):
        for field, name in panel.derived_names():
            yield from _drawn((*at, *field), name, exhibit)
        unknown = [
            _no_figure((*at, *field), name, exhibit.figures)
            for field, name in panel.figure_names()
            if name not in exhibit.figures
        ]
        yield from unknown
        if not unknown:
            for complaint in panel.check(exhibit.figures):
                yield Finding((*at, *complaint.at), complaint.message, complaint.hint)


def _drawn(at: Path, name: str, exhibit: Exhibit[Panel]) -> Iterator[Finding]:
    """Yield why an entry of `derived` cannot be drawn; one that says so itself was checked."""
    if name not in exhibit.derived:
        message = Said(f"derived 里没有 {name}", f"there is no {name} in derived")
        yield Finding(at, message, meant(name, tuple(exhibit.derived)))
    elif exhibit.derived[name].show is not Show.PICTOGRAM:
        yield Finding(
            at,
            Said(f"{name} 没有写明可以画出来", f"{name} does not say that it can be drawn"),
            Said(
                f"在 derived 的 {name} 下面加一行 show: pictogram",
                f"add a line show: pictogram below {name} in derived",
            ),
        )


def _pictures(
    leaves: Iterable[tuple[Path, object]], folders: tuple[File, ...]
) -> Iterator[Finding]:
    """Yield pictures of the wrong kind, and illustrations that are in none of the folders.

    A photograph may be missing: its illustration stands in for it until staff have the file.
    """
    there = lru_cache(maxsize=None)(lambda name: any(holds(folder, name) for folder in folders))
    for at, leaf in leaves:
        field = at[-1]
        if not isinstance(leaf, str) or field not in ENDINGS:
            continue
        fault = ending_fault(leaf, ENDINGS[str(field)])
        if fault is not None:
            yield Finding(at, *fault)
        elif field == "illustration" and folders and not there(leaf):
            yield Finding(
                at,
                Said(f"找不到文件 {leaf}", f"there is no file {leaf}"),
                Said("检查文件名和大小写", "check the name, and capital letters"),
            )
