"""What time brings."""

from dataclasses import replace

from kiosk.visit.route import Route
from kiosk.visit.state import Attract, State, fresh

COVER_DWELL = 20.0
"""Seconds for which the cover stays before the panels are shown: time to read its verses."""

STAFF = 120.0
"""Seconds without a touch after which what is for staff closes by itself."""


def passed(state: State, route: Route, now: float) -> State:
    """Return the state after time has passed: who is silent is asked, then gone; panels cycle."""
    idle = route.exhibit.exhibit.idle
    if state.staff:
        over = now - state.touched >= STAFF
        return replace(state, staff="", touched=now) if over else state
    if state.closed:
        return state
    if isinstance(state.place, Attract):
        return replace(state, place=_cycled(state.place, state.language, route, now))
    if state.guided is not None:
        over = now >= state.guided
        return replace(state, guided=None, touched=now) if over else state
    if state.asked is not None:
        gone = now - state.asked >= idle.leave_after * state.patience
        return fresh(route.exhibit.languages[0], now) if gone else state
    asks = now - state.touched >= idle.ask_after * state.patience
    return replace(state, asked=now) if asks else state


def _cycled(place: Attract, language: str, route: Route, now: float) -> Attract:
    if place.index == 0:
        lasts = COVER_DWELL
    else:
        lasts = route.dwell(*route.stops[(place.index - 1) % len(route.stops)], language)
    if now - place.since < lasts:
        return place
    return Attract((place.index + 1) % (len(route.stops) + 1), now)
