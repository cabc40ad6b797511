"""Everything that moves, moved by one timer that runs only while something does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, QTimer

FRAME = 16
"""Milliseconds between frames: 60 a second on the panels found in halls."""


class Level(IntEnum):
    """How much moves: nothing, fades only, or everything."""

    NONE = 0
    CALM = 1
    FULL = 2


@dataclass(eq=False)
class Tween:
    """One movement from 0 to 1."""

    begun: float
    seconds: float
    show: Callable[[float], None]
    done: Callable[[], None] | None


def ease_out(t: float) -> float:
    """Fast at once, then slower: the first frame after a touch already moves."""
    return 1.0 - (1.0 - t) ** 3


class Motion(QObject):
    """Runs tweens by an injected clock (seconds)."""

    def __init__(self, clock: Callable[[], float], level: Level = Level.FULL) -> None:
        super().__init__()
        self.clock, self.level = clock, level
        self._tweens: list[Tween] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.advance)

    @property
    def moving(self) -> bool:
        """True while anything moves."""
        return bool(self._tweens)

    def run(
        self,
        seconds: float,
        show: Callable[[float], None],
        done: Callable[[], None] | None = None,
        *,
        least: Level = Level.FULL,
    ) -> Tween:
        """Call `show` with 0..1 for so many seconds, then `done`; below the least level, at once."""
        tween = Tween(self.clock(), seconds, show, done)
        if self.level < least or seconds <= 0:
            show(1.0)
            if done:
                done()
            return tween
        self._tweens.append(tween)
        self._timer.start()
        return tween

    def stop(self, tween: Tween | None) -> None:
        """Drop a movement where it is; its `done` is not called."""
        if tween is not None:
            tween.done = None
            self._drop(tween)

    def _drop(self, tween: Tween) -> None:
        if tween in self._tweens:
            self._tweens.remove(tween)
        if not self._tweens:
            self._timer.stop()

    def advance(self) -> None:
        """Show the frame of now."""
        now = self.clock()
        for tween in list(self._tweens):
            if tween not in self._tweens:
                continue
            t = min(1.0, max(0.0, (now - tween.begun) / tween.seconds))
            if t >= 1.0:
                self._drop(tween)
            try:
                tween.show(t)
            finally:
                # Whoever waits for the end must not wait for ever because one frame failed.
                if t >= 1.0 and tween.done:
                    tween.done()
