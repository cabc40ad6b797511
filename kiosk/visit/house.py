"""What the house does: it opens and closes, and staff look after it."""

from dataclasses import replace

from kiosk.visit.intents import Door, Intent, Staff
from kiosk.visit.route import Route
from kiosk.visit.state import State, fresh


def housed(state: State, intent: Intent, route: Route, now: float) -> State:
    """Return the state after the house's own intents, and after a visitor's when it is not theirs.

    While staff are here, or it is closed, nothing that a visitor does has an effect; but every
    touch keeps what is for staff open.
    """
    match intent:
        case Door(opened):
            return _turned(state, opened, route, now)
        case Staff(sheet):
            return replace(state, staff=sheet, touched=now, asked=None)
        case _:
            return replace(state, touched=now) if state.staff else state


def _turned(state: State, opened: bool, route: Route, now: float) -> State:
    """Whoever is here when it closes may stay until the visit is over."""
    if opened != state.closed or not (opened or state.attracting):
        return state
    return replace(fresh(route.exhibit.languages[0], now), closed=not opened, staff=state.staff)
