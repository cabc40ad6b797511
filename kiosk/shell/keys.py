"""The few keys that mean something: arrows, Enter, Escape, and a presenter's clicker."""

from PySide6.QtCore import Qt

from kiosk.visit.intents import GoHome, Intent, Lay, Touched, Turn
from kiosk.visit.state import AtPanel, State

K = Qt.Key
FORWARD = {K.Key_Right, K.Key_Down, K.Key_PageDown}
BACKWARD = {K.Key_Left, K.Key_Up, K.Key_PageUp}
ENTER = {K.Key_Return, K.Key_Enter, K.Key_Space}


def intent_of(key: Qt.Key, state: State) -> Intent | None:
    """Return what a key asks for; None for every key outside the list.

    Any key of the list wakes the exhibit first, as a touch does.
    """
    known = FORWARD | BACKWARD | ENTER | {K.Key_Escape, K.Key_Home}
    if key not in known:
        return None
    if state.attracting:
        return Touched()
    if key in FORWARD:
        return Turn(1)
    if key in BACKWARD:
        return Turn(-1)
    if key in ENTER:
        return Turn(1)
    covered = isinstance(state.place, AtPanel) and state.place.covered
    return Lay("") if covered and key == K.Key_Escape else GoHome()
