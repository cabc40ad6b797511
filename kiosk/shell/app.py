"""The kiosk, put together and run."""

import gc
import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem
from kiosk.content.rules import panels_in
from kiosk.shell.afterimage import Afterimage, folder_for, visit
from kiosk.shell.backstage import Backstage
from kiosk.shell.codes import SOFTWARE
from kiosk.shell.controller import Controller
from kiosk.shell.display import Display
from kiosk.shell.faults import Faults
from kiosk.shell.focus import Focus
from kiosk.shell.guesses import FILE, Guesses
from kiosk.shell.keys import Keys
from kiosk.shell.leaving import Leaving
from kiosk.shell.opening import shop, sounds
from kiosk.shell.options import Options
from kiosk.shell.overseen import overseen
from kiosk.shell.reload import Reload, Source
from kiosk.shell.reload_strip import Strip
from kiosk.shell.safe import AGAIN, safe
from kiosk.shell.trail import Talk
from kiosk.shell.voices import VOICES
from kiosk.shell.window import Window, opened
from kiosk.ui.application import application
from kiosk.ui.hands import Hands
from kiosk.ui.look import Look
from kiosk.ui.memory import give_back
from kiosk.ui.motion import Motion
from kiosk.ui.speech import Engine
from kiosk.ui.spoken import speak
from kiosk.ui.theme import PAPER, STARK
from kiosk.ui.voice import BEGIN, Voice
from kiosk.visit.intents import Touched
from kiosk.visit.route import Route

log = logging.getLogger(__name__)

SLOP = 14
"""Design pixels that a finger may shift and still tap: fingers roll while they press."""

SETTLE = 1000
"""Milliseconds after which the cover stands and nobody can have touched it yet."""

KEEP = 1000
"""Milliseconds between looks at the screen and at the window's place on it."""


class Kiosk:
    """One running exhibit."""

    def __init__(
        self,
        exhibit: Exhibit[Panel],
        content: Path,
        options: Options,
        clock: Callable[[], float] = time.monotonic,
        source: Source | None = None,
        window: Window | None = None,
        voice: Voice | None = None,
    ) -> None:
        """Show the cover in the window, opened here if it is not yet; `clock` tells seconds.

        Pictures are looked for beside `content`; with a `source`, what is saved there is shown as
        soon as `watch` has been called.
        """
        self.window = window or opened(options.size)
        speak(VOICES)  # before there is anything to speak of: Qt asks once for each widget
        self.motion = Motion(clock, options.motion)
        self.guesses = Guesses(options.state / FILE if options.state else None)
        self.shop = replace(
            shop(content),
            tallies=self.guesses,
            animate=self.motion.run,
            ruby=sounds(exhibit),
            voice=voice,
        )
        self.display = Display(self.window, options)
        dpi, mounting = self.display.dpi, self.display.mounting
        self.controller = Controller(
            self.window, Route(exhibit), self.shop, self.motion, dpi=dpi, mounting=mounting
        )
        self.window.resized = self._resized
        self.focus = Focus(self.window, lambda: self.controller.state, self._over)
        self.talk = Talk(self.window, self.motion, clock)
        self.controller.shown = self._shown
        self._keys = Keys(self.controller, self.focus, clock)
        self.hands = Hands(
            self.window,
            SLOP * self.controller.unit,
            clock,
            present=self._present,
            key=self._key,
            seen=self.talk.trail.see,
        )
        self.backstage: Backstage | None = None
        if options.desk is not None:
            desk, faults = options.desk, options.faults
            self.backstage = Backstage(
                self.window, self.controller, desk, clock, options.state, self._over, faults
            )
            self.backstage.opening = self.hands.release_all
        self.reload: Reload | None = None
        self.strip: Strip | None = None
        if source is not None:
            self._follow(source, options)
        self.afterimage = self._remember(options.state)
        self._keeper = QTimer(self.window)
        self._keeper.timeout.connect(self._keep)
        self._keeper.start(KEEP)
        if self.backstage is not None:
            self.backstage.doors.look()

    def _remember(self, state: Path | None) -> Afterimage | None:
        """Go on with the last visit if there was one a moment ago, and keep this one."""
        folder, seldom = folder_for(state)
        if folder is None:
            return None
        control = self.controller
        control.resume(visit(folder, control.now))
        stage = self.backstage
        still = control.still if stage is None else partial(stage.unseen, control.still)
        kept = Afterimage(folder, seldom, still, control.record, self.window)
        control.moved = kept.changed
        kept.changed()
        return kept

    def _follow(self, source: Source, options: Options) -> None:
        """Be ready to show what is saved; a plain window also tells what is wrong."""
        home = source.content.parent

        def good(exhibit: Exhibit[Panel], pictures: set[Path]) -> None:
            exhibit = safe(exhibit) if options.safe else exhibit
            self.hands.release_all()
            folders = (home, *self.shop.folders[1:])
            self.shop = replace(self.shop, folders=folders, ruby=sounds(exhibit))
            self.shop.pictures.forget(pictures)
            self.controller.change(exhibit, self.shop)
            self.listen()
            if self.backstage is not None:
                self.backstage.doors.look()

        def tell(problems: Sequence[Problem]) -> None:
            if self.backstage is not None:
                self.backstage.problems = problems
            if self.strip is not None:
                self.strip.tell(problems)

        if options.size is not None:
            look = Look(*options.size, language=source.language)
            self.strip = Strip(look, source.content.name, self.window)
        self.reload = Reload(source, good, tell)
        if self.backstage is not None:
            self.backstage.follow(source, good, tell)

    def watch(self) -> None:
        """Begin to look for what is saved."""
        if self.reload is not None:
            self.reload.start()

    def listen(self) -> None:
        """Find out whether anything can be heard, if the exhibit has anything to hear."""
        if self.shop.voice is not None:
            panels = (panel for _, panel in panels_in(self.controller.route.exhibit))
            self.shop.voice.look(recordings=any(panel.audio for panel in panels))

    def _present(self) -> bool:
        """Someone touched: awake, and swallow the touch that woke."""
        self.focus.leave()
        state = self.controller.state
        self.controller.take(Touched())
        return state.attracting and not state.staff

    def _key(self, key: Qt.Key, shifted: bool, repeated: bool) -> None:
        """Give a key to what lies open for staff, else to the visit."""
        if self.backstage is None or not self.controller.state.staff:
            self._keys.key(key, shifted, repeated)
        elif not repeated:
            self.backstage.key(key, self.focus, shifted=shifted)

    def _over(self) -> Look:
        """Return how that looks which lies over the whole window."""
        state = self.controller.state
        theme = STARK if state.choices.contrast else PAPER
        return Look(self.window.width(), self.window.height(), state.language, theme=theme)

    def _shown(self) -> None:
        """What lies over the screen follows what it shows; nothing is left of a visit that is over."""
        if self.controller.state.attracting:
            give_back()  # what came before: what is being left is still seen
            if self.shop.voice is not None:
                self.shop.voice.volume = BEGIN
        self.talk.show_until(self.controller.state.guided, self._over())
        if self.strip is not None:
            self.strip.raise_()
        if self.backstage is not None:
            self.backstage.show()
        self.focus.refresh()

    def _keep(self) -> None:
        """Put the window back, and follow its screen."""
        self.window.keep()
        if self.display.ask():
            self._resized()

    def _resized(self) -> None:
        self.hands.release_all()
        self.display.ask()
        self.controller.take_screen(self.display.dpi, self.display.mounting)
        self.hands.scale(SLOP * self.controller.unit)

    def close(self) -> None:
        """Let everything go, in the order in which nothing still needs it."""
        self._keeper.stop()
        if self.afterimage is not None:
            self.afterimage.close()
        if self.reload is not None:
            self.reload.close()
        if self.backstage is not None:
            self.backstage.close()
        self.talk.close()
        self.controller.close()
        if self.shop.voice is not None:
            self.shop.voice.close()
        self.shop.pictures.close()
        self.guesses.close()
        self.window.hide()
        self.window.deleteLater()


def _settle(kiosk: Kiosk) -> None:
    """Fetch what was too slow to come first, and let later collections pass over all that stays."""
    kiosk.shop.charts()
    if kiosk.backstage is not None:
        kiosk.backstage.ready()
    gc.collect()
    gc.freeze()
    gc.enable()
    kiosk.watch()
    kiosk.listen()


def run(
    exhibit: Exhibit[Panel], content: Path, options: Options, source: Source, window: Window
) -> int:
    """Show the exhibit in a window that is open, until a signal ends it; return the exit code.

    It may be a copy, at `content`, of what is edited at the `source`. Too many faults end it too.
    """
    app = application()
    shown = safe(exhibit) if options.safe else exhibit
    voice = Voice(Engine.found())
    kiosk = Kiosk(shown, content, options, time.monotonic, source, window, voice)
    # Not quit(): that asks the windows first, and ours never agrees to be closed.
    leaving = Leaving(lambda: app.exit(0))
    if options.size is not None:
        kiosk.window.closing = lambda: app.exit(0)
    if kiosk.backstage is not None:
        kiosk.backstage.leave = app.exit
    QTimer.singleShot(SETTLE, partial(_settle, kiosk))
    if options.safe:
        QTimer.singleShot(AGAIN * 1000, app, lambda: app.exit(SOFTWARE))
    with overseen(window, kiosk.controller, options.faults or Faults(), app.exit, os.environ):
        code = app.exec()
    leaving.close()
    kiosk.close()
    return int(code)
