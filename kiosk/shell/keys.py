"""The few keys that mean something: Tab, arrows, Enter, Escape, and a presenter's clicker."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.content.languages import from_right
from kiosk.shell.controller import Controller
from kiosk.shell.focus import Focus
from kiosk.visit.intents import GoHome, Guide, Intent, Lay, OpenChoices, Stay, Touched, Turn
from kiosk.visit.state import AtPanel, State

K = Qt.Key
FORWARD = {K.Key_Down, K.Key_PageDown}
BACKWARD = {K.Key_Up, K.Key_PageUp}
SIDES = {K.Key_Left, K.Key_Right}
"""The one towards which lines are read leads on."""
ENTER = {K.Key_Return, K.Key_Enter, K.Key_Space}
TAB = {K.Key_Tab, K.Key_Backtab}
CLICKER = {K.Key_PageUp, K.Key_PageDown}
ARROWS = {K.Key_Right: (1, 0), K.Key_Left: (-1, 0), K.Key_Down: (0, 1), K.Key_Up: (0, -1)}

HELD = 3.0
"""Seconds for which a clicker's key is held to begin or end a guide's talk."""


def intent_of(key: Qt.Key, state: State) -> Intent | None:
    """Return what a key asks for; None for every key outside the list.

    Any key of the list wakes the exhibit first, and keeps the place of someone who is asked, as a
    touch does.
    """
    known = FORWARD | BACKWARD | SIDES | ENTER | {K.Key_Escape, K.Key_Home}
    if key not in known:
        return None
    if state.attracting:
        return Touched()
    if state.asked is not None:
        return Stay()
    if key in SIDES:
        return Turn(1 if (key == K.Key_Left) is from_right(state.language) else -1)
    if key in FORWARD:
        return Turn(1)
    if key in BACKWARD:
        return Turn(-1)
    if key in ENTER:
        return Turn(1)
    return _leaves(state) if key == K.Key_Escape else GoHome()


def _leaves(state: State) -> Intent:
    """Return what ends whatever was begun last: the choices, a sheet, a guide's talk, a panel."""
    if state.choosing:
        return OpenChoices(on=False)
    if isinstance(state.place, AtPanel) and state.place.covered:
        return Lay("")
    return GoHome() if state.guided is None else Guide(on=False)


class Keys:
    """Gives every key to the target in the ring, to the sheet on top, or to the visit."""

    def __init__(self, controller: Controller, focus: Focus, clock: Callable[[], float]) -> None:
        """`clock` tells seconds."""
        self._controller, self._focus, self._clock = controller, focus, clock
        self._held: tuple[Qt.Key, float] | None = None
        """The key that went down last, and when; None once that has been answered."""

    def key(self, key: Qt.Key, shifted: bool, repeated: bool) -> None:
        """Take a key, with Shift or without; a key held down is told again and again."""
        if repeated:
            self._hold(key)
            return
        self._held = (key, self._clock())
        controller, focus = self._controller, self._focus
        state = controller.state
        if key in TAB:
            controller.take(Touched())
            if not state.attracting:
                focus.walk(-1 if shifted or key == K.Key_Backtab else 1)
        elif key in ENTER and focus.target is not None:
            controller.take(Touched())
            focus.press()
        elif controller.key(key):
            controller.take(Touched())
            focus.refresh()
        elif key in ARROWS and focus.target is not None and _roams(state):
            controller.take(Touched())
            focus.go(ARROWS[key])
        else:
            intent = intent_of(key, state)
            if intent is not None:
                controller.take(intent)

    def _hold(self, key: Qt.Key) -> None:
        if self._held is None or key not in CLICKER:
            return
        held, since = self._held
        if key == held and self._clock() - since >= HELD:
            self._held = None
            self._controller.take(Guide(on=self._controller.state.guided is None))


def _roams(state: State) -> bool:
    """Tell whether arrows lead from target to target: on a panel they turn it."""
    panel = isinstance(state.place, AtPanel)
    return state.asked is not None or state.choosing or not panel
