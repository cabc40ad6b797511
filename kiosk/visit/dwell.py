"""How long a panel stays while nobody touches."""

import re

SETTLE = 4.0
"""Seconds to notice a new panel and find its beginning."""

RATE = 4.5
"""Units read in a second: Chinese readers take 255 ± 29 characters a minute aloud, more silently."""

SHORTEST, LONGEST = 8.0, 45.0
"""Seconds: below, a panel flickers by; above, passers-by take the screen for a poster."""

_IDEOGRAPH = r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003ffff]"
_LETTERS = rf"(?:(?!{_IDEOGRAPH})[^\W_])+"
_UNIT = rf"{_IDEOGRAPH}|{_LETTERS}(?:['’.,]{_LETTERS})*"
"""Text, compiled when first used: that takes longer than any other pattern here."""


def units(text: str) -> int:
    """Count what is read one by one: an ideograph, or a word or number of another script.

    Readers of both take about as many of them in a minute (IReST: 255 characters, 228 words).
    """
    return len(re.findall(_UNIT, text))


def dwell(text: str) -> float:
    """Return the seconds for which a text of this length stays, 8 to 45."""
    return min(LONGEST, max(SHORTEST, SETTLE + units(text) / RATE))
