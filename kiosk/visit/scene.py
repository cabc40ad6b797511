"""What stands on the stage in a state, and from which side it came."""

from dataclasses import replace

from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Contents, Home, State


def standing(state: State, route: Route) -> Home | Contents | AtPanel | None:
    """Return the place whose view belongs on the stage; None on the cover."""
    place = state.place
    if isinstance(place, Attract):
        return AtPanel(*route.stops[place.index - 1]) if place.index else None
    if isinstance(place, AtPanel):
        return replace(place, zoomed=False, sheet="")
    return place


def direction(old: State, new: State, route: Route) -> int:
    """Return 1 or -1 for a turn to the stop beside, else 0."""
    one, other = old.place, new.place
    same = old.seen[1:] == new.seen[1:]
    if not (same and isinstance(one, AtPanel) and isinstance(other, AtPanel)):
        return 0
    if one.covered or other.covered:
        return 0
    stops = route.stops
    away = stops.index((other.panel, other.stop)) - stops.index((one.panel, one.stop))
    return away if abs(away) == 1 else 0
