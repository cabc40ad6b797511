"""An exhibit that is told in Arabic, too: from right to left."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from kiosk.content.base import Text
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel

MARK = "\u200f"
"""Lets a text run from right to left in letters that the bundled faces have."""

LINE = "The safety of a city is the work of all, today and tomorrow"


def in_arabic(exhibit: Exhibit[Panel]) -> Exhibit[Panel]:
    """Return the exhibit with a line for Arabic, a little shorter than the English one, in every text."""
    told: Exhibit[Panel] = _told(exhibit)
    cover = told.exhibit.model_copy(update={"languages": (*exhibit.languages, "ar")})
    return told.model_copy(update={"exhibit": cover})


def _told(value: Any) -> Any:
    if isinstance(value, Text):
        long = max(1, len(value.to("en")) * 9 // 10)
        line = (f"{LINE} " * (1 + long // len(LINE)))[:long].strip()
        return Text({**value.root, "ar": MARK + line})
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return value.model_copy(update={name: _told(getattr(value, name)) for name in fields})
    if isinstance(value, tuple):
        return tuple(map(_told, value))
    if isinstance(value, Mapping):
        return {key: _told(one) for key, one in value.items()}
    return value
