"""The kiosk, put together and run."""

import ctypes
import gc
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import Qt

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem
from kiosk.shell.controller import Controller
from kiosk.shell.guesses import FILE, Guesses
from kiosk.shell.keys import intent_of
from kiosk.shell.leaving import Leaving
from kiosk.shell.opening import application, shop
from kiosk.shell.reload import Reload, Source
from kiosk.shell.reload_strip import Strip
from kiosk.shell.window import Window
from kiosk.ui.hands import Hands
from kiosk.ui.look import Look
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
    state: Path | None = None
    """The folder for what must outlive the program; None keeps nothing."""


class Kiosk:
    """One running exhibit."""

    def __init__(
        self,
        exhibit: Exhibit[Panel],
        content: Path,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
        source: Source | None = None,
    ) -> None:
        """Open the window and show the cover; `clock` tells seconds.

        Pictures are looked for beside `content`; with a `source`, what is saved there is shown as
        soon as `watch` has been called.
        """
        self.window = Window(options.size)
        self.window.open()
        self.motion = Motion(clock, options.motion)
        self.guesses = Guesses(options.state / FILE if options.state else None)
        self.shop = replace(shop(content), tallies=self.guesses, animate=self.motion.run)
        dpi = self.window.screen().physicalDotsPerInch() if options.size is None else 0.0
        self.controller = Controller(self.window, Route(exhibit), self.shop, self.motion, dpi=dpi)
        self.window.resized = self._resized
        self.hands = Hands(
            self.window,
            SLOP * self.controller.unit,
            clock,
            present=self._present,
            key=self._key,
        )
        self.reload: Reload | None = None
        self.strip: Strip | None = None
        if source is not None:
            self._follow(source, options)
        self._keeper = QTimer(self.window)
        self._keeper.timeout.connect(self.window.keep)
        self._keeper.start(KEEP)

    def _follow(self, source: Source, options: Options) -> None:
        """Be ready to show what is saved; a plain window also tells what is wrong."""
        home = source.content.parent

        def good(exhibit: Exhibit[Panel], pictures: set[Path]) -> None:
            self.hands.release_all()
            self.shop = replace(self.shop, folders=(home, *self.shop.folders[1:]))
            self.shop.pictures.forget(pictures)
            self.controller.change(exhibit, self.shop)

        def tell(problems: Sequence[Problem]) -> None:
            if self.strip is not None:
                self.strip.tell(problems)

        if options.size is not None:
            look = Look(*options.size, language=source.language)
            self.strip = Strip(look, source.content.name, self.window)
            self.controller.shown = self.strip.raise_
        self.reload = Reload(source, good, tell)

    def watch(self) -> None:
        """Begin to look for what is saved."""
        if self.reload is not None:
            self.reload.start()

    def _present(self) -> bool:
        """Someone touched: awake, and swallow the touch that woke."""
        sleeping = self.controller.state.attracting
        self.controller.take(Touched())
        return sleeping

    def _key(self, key: Qt.Key, _shifted: bool) -> None:
        if self.controller.key(key):
            self.controller.take(Touched())
            return
        intent = intent_of(key, self.controller.state)
        if intent is not None:
            self.controller.take(intent)

    def _resized(self) -> None:
        self.hands.release_all()
        self.controller.resize()

    def close(self) -> None:
        """Let everything go, in the order in which nothing still needs it."""
        self._keeper.stop()
        if self.reload is not None:
            self.reload.close()
        self.controller.close()
        self.shop.pictures.close()
        self.guesses.close()
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
    kiosk.watch()


def run(exhibit: Exhibit[Panel], content: Path, options: Options, source: Source) -> int:
    """Show the exhibit until a signal ends it; return the exit code.

    It may be a copy, at `content`, of what is edited at the `source`.
    """
    gc.disable()  # until the cover stands: all that is made now stays
    app = application()
    kiosk = Kiosk(exhibit, content, options, time.monotonic, source)
    # Not quit(): that asks the windows first, and ours never agrees to be closed.
    leaving = Leaving(lambda: app.exit(0))
    if options.size is not None:
        kiosk.window.closing = lambda: app.exit(0)
    QTimer.singleShot(SETTLE, partial(_settle, kiosk))
    code = app.exec()
    leaving.close()
    kiosk.close()
    return int(code)
