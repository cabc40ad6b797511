"""The first frame: the window with what was on screen last, before anything else is loaded."""

import gc
import time
from pathlib import Path
from typing import Final

from kiosk.shell.afterimage import folder_for, picture
from kiosk.shell.window import Window
from kiosk.ui.application import application

PATIENCE: Final = 0.5
"""Seconds after which a window that nobody paints is not waited for."""


def first(size: tuple[int, int] | None, state: Path | None) -> Window:
    """Open the window, a plain one where a size in pixels is given; return it with its first frame."""
    gc.disable()  # until the exhibit stands: all that is made now stays
    app = application()
    window = Window(size)
    window.open()
    folder, _ = folder_for(state)
    window.behind = picture(folder, (window.width(), window.height()))
    end = time.monotonic() + PATIENCE
    while not window.painted and time.monotonic() < end:
        app.processEvents()
    return window
