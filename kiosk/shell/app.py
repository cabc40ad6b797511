"""The kiosk, put together and run."""

import ctypes
import gc
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.shell.controller import Controller
from kiosk.shell.keys import intent_of
from kiosk.shell.leaving import Leaving
from kiosk.shell.opening import application, shop
from kiosk.shell.window import Window
from kiosk.ui.hands import Hands
from kiosk.ui.motion import Level, Motion
from kiosk.visit.intents import Touched
from kiosk.visit.route import Route

log = logging.getLogger(__name__)

SLOP = 14
"""Design pixels that a finger may shift and still tap: fingers roll while they press."""

SETTLE = 1000
"""Milliseconds after which the cover stands and nobody can have touched it yet."""

MMAP_THRESHOLD, PICTURE = -3, 2**20
"""The C library's name for the size, and the size in bytes, from which memory is a loan by itself."""

KEEP = 1000
"""Milliseconds between looks at the window's place on its screen."""


@dataclass(frozen=True)
class Options:
    """How to run: `size` opens a plain window of so many pixels, else the whole screen is taken."""

    size: tuple[int, int] | None = None
    motion: Level = Level.FULL


class Kiosk:
    """One running exhibit."""

    def __init__(
        self,
        exhibit: Exhibit[Panel],
        content: Path,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the window and show the cover; `clock` tells seconds."""
        self.window = Window(options.size)
        self.window.open()
        self.shop = shop(content)
        self.motion = Motion(clock, options.motion)
        self.controller = Controller(self.window, Route(exhibit), self.shop, self.motion)
        self.window.resized = self._resized
        self.hands = Hands(
            self.window,
            SLOP * self.controller.unit,
            clock,
            present=self._present,
            key=self._key,
        )
        self._keeper = QTimer(self.window)
        self._keeper.timeout.connect(self.window.keep)
        self._keeper.start(KEEP)

    def _present(self) -> bool:
        """Someone touched: awake, and swallow the touch that woke."""
        sleeping = self.controller.state.attracting
        self.controller.take(Touched())
        return sleeping

    def _key(self, key: Qt.Key, _shifted: bool) -> None:
        intent = intent_of(key, self.controller.state)
        if intent is not None:
            self.controller.take(intent)

    def _resized(self) -> None:
        self.hands.release_all()
        self.controller.resize()

    def close(self) -> None:
        """Let everything go, in the order in which nothing still needs it."""
        self._keeper.stop()
        self.controller.close()
        self.shop.pictures.close()
        self.window.hide()
        self.window.deleteLater()


def _return_pictures() -> None:
    """Let the memory of every picture go back when the picture goes.

    The GNU C library would rather keep it, in pieces, up to the most there ever was.
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, PICTURE)


def _settle(kiosk: Kiosk) -> None:
    """Fetch what was too slow to come first, and let later collections pass over all that stays."""
    kiosk.shop.charts()
    _return_pictures()
    gc.collect()
    gc.freeze()
    gc.enable()


def run(exhibit: Exhibit[Panel], content: Path, options: Options) -> int:
    """Show the exhibit until a signal ends it; return the exit code."""
    gc.disable()  # until the cover stands: all that is made now stays
    app = application()
    kiosk = Kiosk(exhibit, content, options)
    # Not quit(): that asks the windows first, and ours never agrees to be closed.
    leaving = Leaving(lambda: app.exit(0))
    if options.size is not None:
        kiosk.window.closing = lambda: app.exit(0)
    QTimer.singleShot(SETTLE, partial(_settle, kiosk))
    code = app.exec()
    leaving.close()
    kiosk.close()
    return int(code)
