"""Did you mean: the known word nearest to one that is not known."""

import re
from difflib import get_close_matches
from typing import Final

from kiosk.content.problems import Said

_SEVERAL: Final = 14
_SYNONYMS: Final = {
    "超": "over", "超过": "over", "余": "more-than", "多": "more-than", "近": "nearly",
    "约": "about", "下降": "down", "降": "down", "减少": "down", "上升": "up", "增长": "up",
}  # fmt: skip


def suggest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the known word that somebody probably meant."""
    plain = re.sub(r"[\s_]+", "-", word.strip(" “”‘’\"'").lower())
    for cut in (plain, plain.replace("-", "_"), _SYNONYMS.get(word.strip(), "")):
        if cut in known:
            return cut
    return next(iter(get_close_matches(plain, known, 1, 0.6)), None)


def meant(word: str, known: tuple[str, ...]) -> Said | None:
    """Return the hint that names what was probably meant, else what there is."""
    guess = suggest(word, known)
    if guess is not None:
        return Said(f"是不是 {guess}？", f"did you mean {guess}?")
    if not known:
        return None
    more = ("…",) if len(known) > _SEVERAL else ()
    some = (*known[:_SEVERAL], *more)
    return Said(f"可以写：{'、'.join(some)}", f"possible here: {', '.join(some)}")
