"""A fault of a screen in words for staff: which text of content.yaml it is, and what helps."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kiosk.content.base import Path, texts_in
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said, clipped
from kiosk.content.telling import tell
from kiosk.staff.audit import Fault, Kind
from kiosk.staff.easel import Place
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel

Told = dict[Path, str]
"""Every text of an exhibit in one language, as visitors read it."""

_SHORTEN: Final = Said("缩短这段文字", "shorten this text")
_FEWER: Final = Said(
    "去掉这个面板里的一些内容，或分成两个面板", "leave something out of this panel, or make it two"
)
_SHORTER: Final = Said("缩短这个面板的文字，或去掉一些内容", "shorten its texts, or leave some out")
_ASK: Final = Said(
    "缩短这段文字；还不行，请告诉维护展览机的人",
    "shorten this text; if that does not help, tell whoever looks after the kiosk",
)


class Spot(NamedTuple):
    """Where something stands in the file."""

    at: Path
    figure: str = ""
    """The figure whose words they are, if they are a figure's."""
    text: bool = False
    """True where the very text was found, and not only the panel it must be on."""


class Blame:
    """Finds what staff wrote behind what visitors see."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._told = lru_cache(maxsize=2)(lambda language: _told(route.exhibit, language))

    def base(self, place: Place | None) -> Path:
        """Return the path of the panel, or of the picture in it, that a place shows; None: cover."""
        if not isinstance(place, AtPanel):
            return ("exhibit",) if place is None else ("chapters",)
        leg = self._route.legs[place.panel]
        panel: Path = ("chapters", leg.chapter, "panels", leg.within)
        return (*panel, "items", place.stop) if leg.stops > 1 else panel

    def spot(self, words: str, languages: Sequence[str], base: Path) -> Spot:
        """Return where words on a screen in these languages come from; else the panel itself."""
        spots = [self._spot(words, language, base) for language in languages]
        return next((spot for spot in spots if spot.text or spot.figure), spots[0])

    def _spot(self, words: str, language: str, base: Path) -> Spot:
        told = self._told(language)
        within = [at for at in told if at[: len(base)] == base]
        named = {name: at for at, name in self._figure_names(base)}
        figures = [at for at in told if at[0] == "figures" and at[1] in named]
        others = [at for at in told if at[0] != "figures"]
        exact = (at for at in (*within, *figures, *others) if told[at] == words)
        partly = (at for at in (*within, *figures) if told[at] in words)
        at = next(exact, None) or max(partly, key=lambda at: len(told[at]), default=None)
        if at is None:
            return Spot(base)
        if at[0] == "figures":
            return Spot((*base, *named[str(at[1])]), str(at[1]))
        return Spot((*at, language), text=True)

    def _figure_names(self, base: Path) -> tuple[tuple[Path, str], ...]:
        match base:
            case ("chapters", int(chapter), "panels", int(panel)):
                return self._route.exhibit.chapters[chapter].panels[panel].figure_names()
            case _:
                return ()


def _told(exhibit: Exhibit[Panel], language: str) -> Told:
    return {
        at: tell(text.to(language), exhibit.figures, exhibit.units, language)
        for at, text in texts_in(exhibit)
    }


def message(fault: Fault) -> Said:
    """Say what visitors would see."""
    zh, en = _quoted(fault.name)
    other_zh, other_en = _quoted(fault.other)
    match fault.kind:
        case Kind.CUT:
            return Said(f"{zh}显示不全", f"{en} is cut off")
        case Kind.OUT:
            return Said(f"{zh}超出了它的位置", f"{en} does not fit into its place")
        case Kind.SMALL:
            return Said(f"{zh}的字太小", f"{en} is too small to read")
        case Kind.OVERLAP:
            return Said(f"{zh}和{other_zh}重叠", f"{en} and {other_en} lie on each other")
        case Kind.COVERING:
            return Said(f"{zh}压在{other_zh}上", f"{en} lies on {other_en}")
        case Kind.TARGET:
            return Said(f"{zh}太小，手指点不准", f"{en} is too small for a finger")
        case Kind.CROWDED:
            return Said(
                f"{zh}和{other_zh}太近，手指会点错", f"{en} and {other_en} are too near for fingers"
            )
        case Kind.PALE:
            return Said(
                f"{zh}和背景的颜色太接近，看不清", f"{en} is too pale on its ground to read"
            )


def _quoted(name: str) -> tuple[str, str]:
    shown = clipped(name.replace("\n", " "))
    return (f"“{shown}”", f"“{shown}”") if shown else ("另一块内容", "something else")


def remedy(fault: Fault, spot: Spot) -> Said:
    """Say what staff can write instead."""
    if fault.kind is Kind.PALE:
        return _ASK
    if fault.kind in {Kind.SMALL, Kind.TARGET, Kind.CROWDED}:
        return _FEWER
    if spot.figure:
        return Said(
            f"缩短 figures 里 {spot.figure} 的文字",
            f"shorten the texts of {spot.figure} in figures",
        )
    return _SHORTEN if spot.text else _SHORTER
