"""Every way out of a kiosk that is known, what stops it, and how that is tried."""

from enum import StrEnum
from typing import NamedTuple


class Layer(StrEnum):
    """What stops it."""

    PROGRAM = "program"
    SESSION = "session"
    SYSTEM = "system"


class How(StrEnum):
    """How it is tried."""

    EVENTS = "events in the program"
    SCREEN = "a program on a screen of its own"
    LINES = "lines of what is installed"
    HAND = "by hand, on the machine"


class Row(NamedTuple):
    """One way out."""

    number: int
    what: str
    layers: tuple[Layer, ...]
    hows: tuple[How, ...]


P, S, O = Layer.PROGRAM, Layer.SESSION, Layer.SYSTEM  # noqa: E741 — a column of a table
E, X, L, H = How.EVENTS, How.SCREEN, How.LINES, How.HAND

ROWS = (
    Row(1, "the chord that closes a window", (P, S), (E, X)),
    Row(2, "chords that close a tab or quit", (P,), (E, X)),
    Row(3, "every key with every modifier", (P,), (E,)),
    Row(4, "chords that change or hide programs", (S,), (X, L)),
    Row(5, "another terminal", (S,), (L, H)),
    Row(6, "chords for the display server, the kernel or a restart", (S, O), (L,)),
    Row(7, "the chord that ends a compositor built for tests", (S,), (L,)),
    Row(8, "the key for a picture of the screen", (P, S), (X, L)),
    Row(9, "a modifier pressed five times or held", (P, O), (E, L)),
    Row(10, "a hand on the keyboard", (P,), (E,)),
    Row(11, "a keyboard or mouse plugged in", (P,), (E, H)),
    Row(12, "a stick plugged in", (O,), (L,)),
    Row(13, "a stick that types", (P,), (E, H)),
    Row(14, "every button but the left, and a pen", (P,), (E,)),
    Row(15, "a finger that rests, to get a menu", (P,), (E,)),
    Row(16, "the menu of a chart", (P,), (E,)),
    Row(17, "a chart moved or scaled for the next visitor", (P,), (E,)),
    Row(18, "the menu of toolbars", (P,), (E,)),
    Row(19, "text marked, copied, dragged out or dropped in", (P,), (E,)),
    Row(20, "a link in a text", (P,), (E,)),
    Row(21, "markup in the content", (P,), (E,)),
    Row(22, "an ampersand that makes a key of a letter", (P,), (E,)),
    Row(23, "any dialog", (P,), (L,)),
    Row(24, "a tooltip", (P,), (E,)),
    Row(25, "the keyboard on the screen", (P,), (E,)),
    Row(26, "the window of an input method", (P, S), (E, L)),
    Row(27, "swipes from the edge", (P, S), (E, L)),
    Row(28, "gestures of three fingers and more", (P, S), (E, L)),
    Row(29, "pinching and turning", (P,), (E,)),
    Row(30, "ten fingers at once", (P,), (E,)),
    Row(31, "a palm, a touch that sticks, touches that nobody makes", (P,), (E,)),
    Row(32, "taps faster than the screen turns", (P,), (E,)),
    Row(33, "a press that slides off", (P,), (E,)),
    Row(34, "a window moved, shrunk, hidden or asked to close", (P,), (E, X)),
    Row(35, "another window on top", (P, S), (X, L)),
    Row(36, "the desktop's bar after a crash", (S,), (L,)),
    Row(37, "what lies behind after a crash", (S,), (L,)),
    Row(38, "crashes until nobody starts it any more", (O,), (L,)),
    Row(39, "a second screen", (S,), (L, H)),
    Row(40, "a screen unplugged and plugged in", (S,), (L, H)),
    Row(41, "a screen turned, or of another size", (P,), (E,)),
    Row(42, "a clock that jumps", (P,), (E,)),
    Row(43, "the end of the session", (P,), (X,)),
    Row(44, "the power button and the lid", (O,), (L,)),
    Row(45, "the start of the machine", (O,), (H,)),
    Row(46, "the network", (P, O), (X, L)),
)
"""In the order of the requirements."""


def rows(how: How) -> list[Row]:
    """Return the rows that are tried like this."""
    return [row for row in ROWS if how in row.hows]


def named(row: Row) -> str:
    """Return what a test calls a row."""
    return f"{row.number:02} {row.what}"
