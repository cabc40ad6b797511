"""Standing where the visitor stood, in an exhibit that has changed underneath."""

from dataclasses import replace

from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Place, State
from kiosk.visit.step import laid, standing


def carry(state: State, old: Route, new: Route) -> State:
    """Return the state for the new route: the same panel by key, else the nearest by number."""
    languages = new.exhibit.languages
    kept = state.language in languages and not state.attracting
    language = state.language if kept else languages[0]
    return replace(state, language=language, place=_carried(state.place, old, new))


def _carried(place: Place, old: Route, new: Route) -> Place:
    """The full view stays open where there is one; the cycle goes on where it was."""
    if isinstance(place, AtPanel):
        there = _same(place.panel, place.stop, old, new)
        zoomed = place.zoomed and new.panel(there.panel).zooms
        return replace(there, zoomed=zoomed, sheet=laid(place.sheet, there.panel, new))
    if isinstance(place, Attract) and place.index > 0:
        there = _same(*old.stops[place.index - 1], old, new)
        return Attract(1 + new.stops.index((there.panel, there.stop)), place.since)
    return place


def _same(panel: int, stop: int, old: Route, new: Route) -> AtPanel:
    found = new.find(old.legs[panel].key)
    return standing(panel if found is None else found, stop, new)
