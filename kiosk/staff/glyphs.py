"""Characters that the faces of a language lack: on the screen they would be empty boxes."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from unicodedata import category

from PySide6.QtGui import QFont, QFontMetrics

from kiosk.content.base import Path
from kiosk.content.base import Text as Words
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.panels.quotation import Quotation
from kiosk.staff.remarks import Remark
from kiosk.ui import fonts
from kiosk.ui.look import LANDSCAPE, Look
from kiosk.ui.theme import KAI, PAPER, Style

MANY = 20
"""From more texts of one language than this on, the language is told once, where it is listed."""

_SHOWN = 5
"""Characters of one text that are told by name."""


def strange(exhibit: Exhibit[Panel], leaves: Iterable[tuple[Path, object]]) -> Iterator[Remark]:
    """Yield each text with characters that a face it may be set in lacks."""
    lacking: dict[str, list[tuple[Path, list[str]]]] = {}
    for at, language, text in _lines(leaves):
        brush = language.startswith("zh") and _by_brush(exhibit, at)
        family = fonts.family(language)
        missing = [one for one in dict.fromkeys(text) if _lacks(one, brush=brush, family=family)]
        if missing:
            lacking.setdefault(language, []).append((at, missing))
    for language, texts in lacking.items():
        if len(texts) > MANY and language in exhibit.languages:
            yield _all(exhibit.languages.index(language), language, len(texts))
        else:
            yield from (_some(*one) for one in texts)


def _lines(leaves: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, str, str]]:
    """Yield everything staff wrote for visitors, with its path and language ("" for a seal)."""
    for at, leaf in leaves:
        if isinstance(leaf, Words):
            for language, line in leaf.root.items():
                yield (*at, language), language, line
        elif at[-1] == "seal" and isinstance(leaf, str):
            yield at, "", leaf


def _by_brush(exhibit: Exhibit[Panel], at: Path) -> bool:
    """Tell the texts that stand in Kai: the couplet, the chapters' subtitles, quotations."""
    match at:
        case ("exhibit", "couplet", "lines", _) | ("chapters", _, "subtitle", _):
            return True
        case ("chapters", int(chapter), "panels", int(panel), "text", _):
            return isinstance(exhibit.chapters[chapter].panels[panel], Quotation)
        case _:
            return False


@lru_cache(maxsize=2)
def _faces(*, brush: bool) -> tuple[QFontMetrics, ...]:
    """Return a measure of each face: those that any text may stand in, or the brush as well."""
    roles: list[Style] = [getattr(PAPER.type, field.name) for field in fields(PAPER.type)]
    styles = {(role.family, role.bold): role for role in roles if brush or role.family != KAI}
    look = Look(*LANDSCAPE)
    return tuple(QFontMetrics(look.font(style)) for style in styles.values())


@lru_cache(maxsize=8192)
def _lacks(character: str, *, brush: bool, family: str = "") -> bool:
    """Tell whether a character would be a box; what `family` has, no bundled face needs to have."""
    if character.isspace() or category(character) == "Cf":
        return False
    mark = ord(character)
    brought = QFontMetrics(_alone(family)).inFontUcs4(mark) if family else False
    return not brought and not all(face.inFontUcs4(mark) for face in _faces(brush=brush))


def _alone(family: str) -> QFont:
    """Return a face that no other one helps."""
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def _some(at: Path, missing: list[str]) -> Remark:
    zh = "、".join(f"“{one}”（U+{ord(one):04X}）" for one in missing[:_SHOWN])
    en = ", ".join(f"“{one}” (U+{ord(one):04X})" for one in missing[:_SHOWN])
    more = "…" if len(missing) > _SHOWN else ""
    return Remark(
        at,
        Said(
            f"字体里没有{zh}{more}，屏幕上会是方框",
            f"the fonts have no {en}{more}; the screen would show a box",
        ),
        Said(
            "换一个字或别的写法；要写别的文字，就在 exhibit 的 fonts 里给这种语言一个字体",
            "use another character; for another script, name a font for the language under fonts of exhibit",
        ),
        missing[0],
    )


def _all(index: int, language: str, count: int) -> Remark:
    return Remark(
        ("exhibit", "languages", index),
        Said(
            f"字体写不了这种语言：{count} 处文字会有方框",
            f"the fonts cannot write this language: {count} texts would show boxes",
        ),
        Said(
            f"在 exhibit 下面写 fonts: 和 {language}: fonts/….ttf，并放好这个字体；或从 languages 里去掉它",
            f"below exhibit write fonts: and {language}: fonts/….ttf, and put the font there; or take it out of languages",
        ),
    )
