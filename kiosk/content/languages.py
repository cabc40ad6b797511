"""Languages as their readers know them: by their own names, and by the side where lines begin."""

from functools import lru_cache
from typing import Final

from babel.core import Locale, UnknownLocaleError

_FROM_RIGHT: Final = frozenset(
    [
        "apc",
        "ar",
        "arc",
        "bal",
        "bgn",
        "ckb",
        "dv",
        "fa",
        "he",
        "iw",
        "ji",
        "ks",
        "ku",
        "lrc",
        "mzn",
        "nqo",
        "ps",
        "rhg",
        "sd",
        "sdh",
        "skr",
        "syr",
        "trw",
        "ug",
        "ur",
        "yi",
    ]
)
"""Languages written from the right, as CLDR has it (characterOrder, as Babel ships it), with Kurdish
and the two tags that Hebrew and Yiddish had before."""

_SCRIPTS_FROM_RIGHT: Final = frozenset(["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"])


def from_right(tag: str) -> bool:
    """True where lines begin at the right; a script in the tag decides, else the language."""
    language, _, script = tag.lower().partition("-")
    if len(script) == 4:
        return script in _SCRIPTS_FROM_RIGHT
    return language in _FROM_RIGHT


@lru_cache(maxsize=64)
def name_of(tag: str, told_in: str = "") -> str:
    """Return what a language calls itself (Français), or is called in another one (French).

    The tag where nobody knows.
    """
    try:
        locale, other = (Locale.parse(one, sep="-") for one in (tag, told_in or tag))
    except (UnknownLocaleError, ValueError):
        return tag
    name = str(locale.get_display_name(other) or tag)
    return name[:1].upper() + name[1:]
