"""A problem in what staff wrote: where it is, what is wrong, what to write instead."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError


class Place(NamedTuple):
    """A spot in a file; line and column count from 1, as editors do."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Said:
    """One sentence in the two languages that staff may read."""

    zh: str
    en: str

    def to(self, language: str) -> str:
        """Return the sentence in Chinese for any `zh…`, else in English."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True)
class Problem:
    """One mistake; problems sort by place, and are equal only when all of them is."""

    place: Place
    message: Said
    hint: Said | None = None

    def __lt__(self, other: "Problem") -> bool:
        return self.place < other.place


def complaint(kind: str, message: Said, hint: Said | None = None) -> "PydanticCustomError":
    """Make an error that a validator may raise and that keeps both languages."""
    # What only tells problems starts without the library that finds them.
    from pydantic_core import PydanticCustomError  # noqa: PLC0415

    return PydanticCustomError(kind, message.en, {"message": message, "hint": hint})


def clipped(text: str, most: int = 24) -> str:
    """Return a text of the file short enough to be repeated in a message, on one line."""
    start = " ".join(printable(text[: 4 * most]).split())
    return start if len(start) <= most and len(text) <= 4 * most else start[: most - 1] + "…"


def printable(text: str) -> str:
    """Return a text with a space for each control character, so that no terminal obeys it."""
    return "".join(" " if category(character)[0] == "C" else character for character in text)
