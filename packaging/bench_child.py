"""The real `kiosk run`, noting the time where it paints and hears, led by lines on stdin.

The product knows nothing of this: its classes get their hooks here, from outside.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPixmap

from kiosk import cli
from kiosk.shell import app
from kiosk.shell.window import Window
from kiosk.ui.button import Button
from kiosk.ui.curtain import Curtain
from kiosk.ui.hands import Hands
from kiosk.ui.stage import Stage
from kiosk.visit.intents import Intent, Leave, OpenPanel, Speak, Turn

SETTLED = 0.4
"""Seconds without a frame, after which the neighbours are ready too."""

PACE = 10
"""Milliseconds between looks at whether to go on."""

REST = 25
"""Hasty turns from one rest to the next."""


def tell(**what: object) -> None:
    """Send the bench one line."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Notes:
    """When frames were painted and presses heard."""

    def __init__(self) -> None:
        self.frames: list[float] = []
        """The end of every frame, on its way to the display."""
        self.slides: list[list[float]] = []
        """For each turn, the ends of its frames."""
        self.moved: list[float] = []
        """For each turn, the end of the first frame in which anything is somewhere else.

        A machine that stood still for the whole of a turn shows no frame of it, only what is after.
        """
        self.heard: list[tuple[str, float]] = []
        """Each press and release, and when it came."""
        self._sliding, self._moving, self._waiting = False, False, False

    def painted(self) -> None:
        """Note the end of a frame."""
        now = time.monotonic()
        self.frames.append(now)
        if self._sliding and self.slides:
            self.slides[-1].append(now)
        if self._waiting and (self._moving or not self._sliding):
            self._waiting = False
            self.moved.append(now)
        self._sliding = self._moving = False

    def begun(self) -> None:
        """Note the beginning of a turn."""
        self.slides.append([])
        self._waiting = True

    def slid(self, *, away: bool) -> None:
        """Note that the frame being painted is one of a turn."""
        self._sliding, self._moving = True, away

    def take(self) -> dict[str, object]:
        """Return everything noted, and begin again."""
        kept = {name: value for name, value in vars(self).items() if isinstance(value, list)}
        found = {name: list(value) for name, value in kept.items()}
        for value in kept.values():
            value.clear()
        return found


def hook_window(notes: Notes) -> None:
    """Hear of the end of every frame."""
    answer = Window.event

    def event(window: Window, event: QEvent) -> bool:
        taken = answer(window, event)
        if event.type() == QEvent.Type.UpdateRequest:
            notes.painted()
        return taken

    Window.event = event  # type: ignore[method-assign]


def hook_turns(notes: Notes) -> None:
    """Hear of every turn and its frames."""
    paint, draw = Curtain.paintEvent, Curtain.draw

    def paint_event(curtain: Curtain, event: QPaintEvent) -> None:
        paint(curtain, event)
        if curtain.shift is not None and isinstance(curtain.parentWidget(), Stage):
            notes.slid(away=abs(curtain.shift) < curtain.width())

    def draw_both(curtain: Curtain, old: QPixmap, new: QPixmap) -> None:
        draw(curtain, old, new)
        if isinstance(curtain.parentWidget(), Stage):
            notes.begun()

    Curtain.paintEvent, Curtain.draw = paint_event, draw_both  # type: ignore[method-assign]


def hook_hands(notes: Notes) -> None:
    """Hear of presses and releases."""
    hear = Hands.eventFilter

    def event_filter(hands: Hands, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind != QEvent.Type.MouseMove:
            notes.heard.append((kind.name, time.monotonic()))
        return hear(hands, watched, event)

    Hands.eventFilter = event_filter  # type: ignore[method-assign]


NOTES = Notes()


class Led(app.Kiosk):
    """The kiosk, doing what the bench says."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._orders.activated.connect(self._ordered)
        self._looks = QTimer()
        self._looks.timeout.connect(self._look)
        self._todo: list[Intent] = []
        self._hasty = False
        # The loop comes round when the window is painted and sent off.
        QTimer.singleShot(0, lambda: tell(ready=True))

    def _ordered(self) -> None:
        for line in os.read(sys.stdin.fileno(), 1 << 16).decode().splitlines():
            word, *rest = json.loads(line)
            getattr(self, word)(*rest)

    def take(self) -> None:
        """Tell everything noted since the last time."""
        tell(**NOTES.take())

    def rest(self) -> None:
        """Tell when nothing moves any more."""
        self._go([], PACE)

    def where(self) -> None:
        """Tell where the button to the next stop is."""
        button = next(
            one
            for one in self.window.findChildren(Button)
            if one.sign == "next" and one.isVisible()
        )
        at = button.mapTo(self.window, button.rect().center())
        tell(x=at.x(), y=at.y())

    def open(self, kind: str) -> None:
        """Stand in front of the first panel, or the first of this kind."""
        route = self.controller.route
        found = [at for at in range(len(route.legs)) if kind in ("", route.panel(at).kind)]
        self._go([OpenPanel(found[0])], PACE)

    def leave(self) -> None:
        """Go back to the cover."""
        self._go([Leave()], PACE)

    def walk(self, pace: int) -> None:
        """See every stop in every language, each for so many milliseconds."""
        todo: list[Intent] = []
        route = self.controller.route
        for language in route.exhibit.languages:
            todo += [Speak(language), *(OpenPanel(*stop) for stop in route.stops)]
        self._go(todo, pace)

    def see(self, count: int, pace: int) -> None:
        """See the first so many panels, each for so many milliseconds."""
        self._go([OpenPanel(at) for at in range(count)], pace)

    def turn(self, count: int) -> None:
        """Turn on and on, as soon as each turn has begun to move; come to rest now and then."""
        self._go([Turn(1)] * count, PACE // 2, hasty=True)

    def _go(self, todo: list[Intent], pace: int, *, hasty: bool = False) -> None:
        self._todo, self._hasty = list(reversed(todo)), hasty
        self._looks.start(pace)

    def _next(self) -> None:
        NOTES.take()
        self.controller.take(self._todo.pop())

    def _look(self) -> None:
        """Go on when the screen has changed, or has rested."""
        rested = not self.motion.moving and (
            not NOTES.frames or time.monotonic() - NOTES.frames[-1] > SETTLED
        )
        if not self._todo:
            if rested:
                self._looks.stop()
                tell(done=True)
        elif rested or not self._hasty or (NOTES.moved and len(self._todo) % REST):
            self._next()


if __name__ == "__main__":
    for hook in (hook_window, hook_turns, hook_hands):
        hook(NOTES)
    app.Kiosk = Led  # type: ignore[misc]
    sys.exit(cli.main(["run", *sys.argv[1:]]))
