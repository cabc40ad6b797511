"""Languages as their readers know them: by their own names, and by the side where lines begin."""

from functools import lru_cache
from typing import Final

from babel.core import Locale, UnknownLocaleError

_FROM_RIGHT: Final = frozenset(
    "apc ar arc bal bgn ckb dv fa he iw ji ks ku lrc mzn nqo ps rhg sd sdh skr syr trw ug ur yi".split()
)
"""Languages written from the right, as CLDR has it (characterOrder, as Babel ships it), with Kurdish
and the two tags that Hebrew and Yiddish had before."""

_SCRIPTS_FROM_RIGHT: Final = frozenset("adlm arab hebr nkoo rohg syrc thaa".split())

_SHORT: Final = {"en": "EN"}
"""What everybody knows by two letters."""


def from_right(tag: str) -> bool:
    """True where lines begin at the right; a script in the tag decides, else the language."""
    language, _, script = tag.lower().partition("-")
    if len(script) == 4:
        return script in _SCRIPTS_FROM_RIGHT
    return language in _FROM_RIGHT


@lru_cache(maxsize=64)
def own_name(tag: str) -> str:
    """Return what a language calls itself: 中文, EN, Français; the tag where nobody knows."""
    if tag in _SHORT:
        return _SHORT[tag]
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return tag
    name = str(locale.get_display_name(locale) or tag)
    return name[:1].upper() + name[1:]
