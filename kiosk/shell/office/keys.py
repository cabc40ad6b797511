"""Keys while something lies open for staff: Tab, arrows, Enter, Escape, and digits for the PIN."""

from PySide6.QtCore import Qt

from kiosk.shell.focus import Focus
from kiosk.shell.keys import ARROWS, ENTER, TAB
from kiosk.shell.office.paper import Paper


def staff_key(key: Qt.Key, paper: Paper, focus: Focus, *, shifted: bool) -> bool:
    """Answer a key; True where it asks to close what lies open."""
    if key in ENTER and focus.target is not None:
        focus.press()
    elif paper.key(key):
        focus.refresh()
    elif key in TAB:
        focus.walk(-1 if shifted or key == Qt.Key.Key_Backtab else 1)
    elif key in ARROWS and focus.target is None:
        focus.walk(1)
    elif key in ARROWS:
        focus.go(ARROWS[key])
    else:
        return key == Qt.Key.Key_Escape
    return False
