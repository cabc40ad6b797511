"""A visitor with a keyboard: goes round with Tab, and presses Enter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.shell.visitor import Visitor

K = Qt.Key

ROUND = 120
"""Presses of Tab after which one is round everything, whatever the screen."""


def target(visitor: Visitor) -> QWidget | None:
    return visitor.kiosk.focus.target


def asked(visitor: Visitor) -> bool:
    """Tell whether the visitor is asked to stay."""
    return visitor.state.asked is not None


def named(visitor: Visitor) -> str:
    held = target(visitor)
    return held.accessibleName() if held else ""


def tab_to(visitor: Visitor, wanted: str | type[QWidget]) -> None:
    """Press Tab until something of this name or kind has the ring."""
    for _ in range(ROUND):
        visitor.key(K.Key_Tab)
        held = target(visitor)
        if named(visitor) == wanted or (isinstance(wanted, type) and isinstance(held, wanted)):
            return
    raise AssertionError(f"Tab never comes to {wanted}")


def enter(visitor: Visitor, wanted: str | type[QWidget]) -> None:
    """Go to something with Tab and press Enter."""
    tab_to(visitor, wanted)
    visitor.key(K.Key_Return)


def at(visitor: Visitor, kind: str) -> int:
    """Return the first panel of a kind."""
    route = visitor.kiosk.controller.route
    return next(n for n in range(len(route.legs)) if route.panel(n).kind == kind)


def take(visitor: Visitor, *intents: object) -> None:
    for intent in intents:
        visitor.kiosk.controller.take(intent)  # type: ignore[arg-type]
    visitor.rest()
