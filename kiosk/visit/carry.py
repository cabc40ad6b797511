"""Standing where the visitor stood, in an exhibit that has changed underneath."""

from dataclasses import replace

from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, State
from kiosk.visit.step import standing


def carry(state: State, old: Route, new: Route) -> State:
    """Return the state for the new route: the same panel by key, else the nearest by number."""
    language = (
        state.language if state.language in new.exhibit.languages else new.exhibit.languages[0]
    )
    place = state.place
    if isinstance(place, AtPanel):
        found = new.find(old.legs[place.panel].key)
        at = place.panel if found is None else found
        place = standing(at, place.stop, new, zoomed=place.zoomed)
    elif isinstance(place, Attract):
        place = Attract(min(place.index, len(new.stops)), place.since)
    return replace(state, language=language, place=place)
