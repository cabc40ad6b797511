"""The program's own words, in one place so that a test can see that every glyph is there."""

from kiosk.content.figures import Qualifier
from kiosk.content.problems import Said

TOTAL = Said("累计", "a total of ")
TOP = Said("前{}名", "top {}")
DOWN = Said("下降", "down")
UP = Said("上升", "up")
TIMES = Said("倍", "times")
PERCENT = Said("%", "%")

UNITS = {"×": TIMES, "%": PERCENT}
"""Units of what the program computes; no unit of a file can have these names."""

_QUALIFIERS: dict[Qualifier, tuple[str, str, str]] = {
    Qualifier.OVER: ("超", "", ""),
    Qualifier.MORE_THAN: ("", "", "余"),
    Qualifier.ODD: ("", "余", ""),
    Qualifier.NEARLY: ("近", "", ""),
    Qualifier.ABOUT: ("约", "", ""),
}
_ENGLISH: dict[Qualifier, str] = {
    Qualifier.OVER: "over ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.ODD: "more than ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.ABOUT: "about ",
}


def qualify(qualifier: Qualifier | None, language: str) -> tuple[str, str, str]:
    """Return the words before the number, before its scale word, and behind it.

    Chinese tells 400余万 (a count of ten thousands and some) from 15万余; English does not.
    """
    if qualifier is None:
        return "", "", ""
    if language.startswith("zh"):
        return _QUALIFIERS[qualifier]
    return _ENGLISH[qualifier], "", ""


def ordinal(rank: int, language: str) -> str:
    """Return 第1名, or 1st, 2nd, 3rd, 11th."""
    if language.startswith("zh"):
        return f"第{rank}名"
    ending = (
        "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    )
    return f"{rank}{ending}"
