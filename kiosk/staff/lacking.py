"""Texts that lack a language of the exhibit: visitors read them in another one."""

from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.content.base import Path, Text
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.staff.remarks import Remark

MANY: Final = 20
"""From more texts without a language than this on, it is told once, where the language is listed."""


def lacking(exhibit: Exhibit[Panel], leaves: Iterable[tuple[Path, object]]) -> Iterator[Remark]:
    """Yield each text that lacks a language, and the one that stands in for it."""
    texts = [(at, leaf) for at, leaf in leaves if isinstance(leaf, Text)]
    for place, language in enumerate(exhibit.languages):
        without = [(at, text) for at, text in texts if language not in text.languages]
        if len(without) > MANY:
            yield _all(("exhibit", "languages", place), language, len(without))
        else:
            for at, text in without:
                yield _one(at, language, text.told_in(language))


def _one(at: Path, language: str, instead: str) -> Remark:
    return Remark(
        at,
        Said(
            f"没有 {language}，屏幕上用 {instead} 代替",
            f"there is no {language}; the screen shows {instead} instead",
        ),
        Said(f"加一行 {language}: …", f"add a line {language}: …"),
    )


def _all(at: Path, language: str, count: int) -> Remark:
    return Remark(
        at,
        Said(
            f"{count} 处文字没有 {language}，屏幕上用别的语言代替",
            f"{count} texts have no {language}; the screen shows another language instead",
        ),
        Said(
            f"在这些文字下面加一行 {language}: …；还没有翻译，就先从 languages 里去掉 {language}",
            f"add a line {language}: … below them; until they are translated, take {language} out of languages",
        ),
    )
