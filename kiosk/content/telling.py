"""Texts with their figures filled in: `{response-time.after}` becomes 8.7分钟."""

import re
from collections.abc import Iterator, Mapping

from kiosk.content.base import Text
from kiosk.content.figures import Figure
from kiosk.content.numbers import phrase

REFERENCE = re.compile(r"\{([a-z][a-z0-9-]*)(?:\.(before|after))?\}")


def references(text: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the part ("", "before", "after") of every figure a text speaks of."""
    for found in REFERENCE.finditer(text):
        yield found[1], found[2] or ""


def tell(text: str, figures: Mapping[str, Figure], units: Mapping[str, Text], language: str) -> str:
    """Return the text as visitors read it; an unknown name is left as it stands."""

    def filled(found: re.Match[str]) -> str:
        figure = figures.get(found[1])
        return phrase(figure, found[2] or "", units, language) if figure else found[0]

    return REFERENCE.sub(filled, text)
