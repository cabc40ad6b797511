"""From one state to the next."""

from dataclasses import replace
from typing import assert_never

from kiosk.visit.house import housed
from kiosk.visit.intents import (
    Choose,
    Door,
    GoContents,
    GoHome,
    Guide,
    Intent,
    Lay,
    Leave,
    OpenChapter,
    OpenChoices,
    OpenPanel,
    Speak,
    Staff,
    Stay,
    Tick,
    Touched,
    Turn,
    Wanted,
    Zoom,
)
from kiosk.visit.passing import passed
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Contents, Home, Place, State, fresh

TALK = 20 * 60.0
"""Seconds after which a guide's talk ends by itself."""


def step(state: State, intent: Intent, route: Route, now: float) -> State:
    """Return the state after an intent; `now` is in seconds of the clock the state uses.

    Whoever wants anything is here: every intent but time's and leaving opens the exhibit first.
    """
    if isinstance(intent, Tick):
        return passed(state, route, now)
    if isinstance(intent, Door | Staff) or state.staff or state.closed:
        return housed(state, intent, route, now)
    if isinstance(intent, Leave):
        return fresh(route.exhibit.languages[0], now)
    if isinstance(intent, Touched):
        return _touched(state, route, now)
    return _wanted(replace(_touched(state, route, now), asked=None), intent, route, now)


def _wanted(awake: State, intent: Wanted, route: Route, now: float) -> State:
    match intent:
        case Stay():
            return awake
        case Speak(language):
            known = language in route.exhibit.languages
            return replace(awake, language=language) if known else awake
        case OpenChoices(on):
            return replace(awake, choosing=on)
        case Choose(choices):
            return replace(awake, choices=choices)
        case Guide(on):
            return replace(awake, guided=now + TALK if on else None)
        case GoHome() | GoContents() | OpenChapter() | OpenPanel() | Turn() | Zoom() | Lay():
            return replace(awake, place=_move(awake.place, intent, route), choosing=False)
        case _:
            assert_never(intent)


def _touched(state: State, route: Route, now: float) -> State:
    """A touch opens the exhibit where it is; while asked, it only gives more time to answer."""
    if isinstance(state.place, Attract):
        return replace(state, touched=now, place=_opened(state.place, route))
    return replace(state, touched=now, asked=None if state.asked is None else now)


def _opened(place: Attract, route: Route) -> Place:
    if place.index == 0:
        return Home()
    return AtPanel(*route.stops[(place.index - 1) % len(route.stops)])


def _move(
    place: Place,
    intent: GoHome | GoContents | OpenChapter | OpenPanel | Turn | Zoom | Lay,
    route: Route,
) -> Place:
    match intent:
        case GoHome():
            return Home()
        case GoContents():
            return Contents()
        case OpenChapter(chapter):
            return AtPanel(route.first_of(chapter))
        case OpenPanel(panel, stop):
            there = standing(panel, stop, route)
            return replace(there, zoomed=_zoomed(place, there.panel))
        case Turn(by):
            return _turned(place, by, route)
        case Zoom(on):
            if isinstance(place, AtPanel):
                return replace(place, zoomed=on and route.panel(place.panel).zooms, sheet="")
            return place
        case Lay(sheet):
            if isinstance(place, AtPanel):
                return replace(place, sheet=laid(sheet, place.panel, route), zoomed=False)
            return place
        case _:
            assert_never(intent)


def _zoomed(place: Place, panel: int) -> bool:
    """Tell whether the full view stays open at a panel: it belongs to the one it was opened on."""
    return isinstance(place, AtPanel) and place.zoomed and place.panel == panel


def laid(sheet: str, panel: int, route: Route) -> str:
    """Return the name of a sheet if the panel has it, else ""."""
    return sheet if sheet in route.panel(panel).sheets else ""


def standing(panel: int, stop: int, route: Route, *, zoomed: bool = False) -> AtPanel:
    """Return the nearest stop that the route has."""
    panel = min(max(panel, 0), len(route.legs) - 1)
    return AtPanel(panel, min(max(stop, 0), route.legs[panel].stops - 1), zoomed=zoomed)


def _turned(place: Place, by: int, route: Route) -> Place:
    """Go on along the route; both its ends lead home. In full view, stay with the photographs."""
    if not isinstance(place, AtPanel):
        first, last = route.stops[0], route.stops[-1]
        return AtPanel(*(first if by > 0 else last))
    if place.zoomed:
        return standing(place.panel, place.stop + by, route, zoomed=True)
    at = route.stops.index((place.panel, place.stop)) + by
    return AtPanel(*route.stops[at]) if 0 <= at < len(route.stops) else Home()
