"""Did you mean: the known word nearest to one that is not known."""

import re
from difflib import get_close_matches
from typing import Final

from kiosk.content.problems import Said

_MOST: Final = 14
_LONGEST: Final = 60
_SYNONYMS: Final = {
    "超": "over", "超过": "over", "余": "more-than", "多": "more-than", "近": "nearly",
    "约": "about", "下降": "down", "降": "down", "减少": "down", "上升": "up", "增长": "up",
}  # fmt: skip


def plainly(word: str) -> str:
    """Return a word the way names are written: no quotes, no capitals, hyphens for spaces."""
    return re.sub(r"[\s_.]+", "-", word[:_LONGEST].strip(" “”‘’\"'").lower())


def suggest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the known word that somebody probably meant."""
    plain = plainly(word)
    for same in (plain, plain.replace("-", "_"), _SYNONYMS.get(plain, "")):
        if same in known:
            return same
    return next(iter(get_close_matches(plain, known, 1, 0.7)), None)


def meant(word: str, known: tuple[str, ...]) -> Said | None:
    """Return the hint that names what was probably meant, else what there is."""
    guess = suggest(word, known)
    if guess is not None:
        return Said(f"是不是 {guess}？", f"did you mean {guess}?")
    if not known:
        return None
    some = [*known[:_MOST], *(["…"] if len(known) > _MOST else [])]
    return Said(f"可以写：{'、'.join(some)}", f"possible here: {', '.join(some)}")
