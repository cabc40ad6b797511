"""A stage with three views in a row, for the tests of turns."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag
from kiosk.ui.motion import Motion
from kiosk.ui.stage import THROW, Stage
from kiosk.ui.theme import Time
from tests.helpers.clock import Clock
from tests.ui.toys import BLUE, GREEN, RED, Flat, color_at, colors

WIDTH, HEIGHT = 800, 600
SLOW = 0.0

FAST = THROW * HEIGHT / 1080 + 1
"""Pixels a second on this stage, just enough for a throw."""

TURN = Time().turn
BACK = Time().back


class Theatre:
    """Three views in a row on a stage, turned as the kiosk turns them."""

    def __init__(self, window: QWidget, motion: Motion, clock: Clock) -> None:
        self.window, self.motion, self.clock = window, motion, clock
        self.at = 1
        self.asked: list[int] = []
        self.arrivals: list[QWidget] = []
        self.deaf = False
        """Turns are asked for in vain."""
        self.faults: set[str] = set()
        self.stage = Stage(
            window,
            motion,
            Time(),
            neighbour=self._neighbour,
            turn=self._turn,
            arrived=self.arrivals.append,
            still=self._still,
        )
        self.stage.setGeometry(window.rect())
        self.stage.show()
        self.views = [Flat(color, self.stage) for color in (RED, GREEN, BLUE)]
        for view in self.views:
            view.setGeometry(self.stage.rect())
            view.hide()
        self.stage.show_view(self.views[self.at])
        self.arrivals.clear()

    def _neighbour(self, by: int) -> QWidget | None:
        return self.views[self.at + by] if 0 <= self.at + by < len(self.views) else None

    def _turn(self, by: int) -> None:
        self.asked.append(by)
        if "turn" in self.faults:
            raise LookupError
        if not self.deaf and 0 <= self.at + by < len(self.views):
            self.at += by
            self.stage.show_view(self.views[self.at], by)

    def _still(self, view: QWidget) -> QPixmap:
        if "still" in self.faults:
            raise LookupError
        return view.grab()

    # -- what a finger does --------------------------------------------------------------------

    def drag(self, phase: str, dx: float, dy: float = 0.0, vx: float = 0.0, point: int = 0) -> bool:
        return self.stage.touch(Drag(point, phase, 400 + dx, 300 + dy, dx, dy, vx))

    def swipe(self, dx: float, vx: float = SLOW, end: str = "end") -> None:
        self.drag("begin", dx / 4)
        self.drag("move", dx)
        self.drag(end, dx, vx=vx)

    def pass_(self, seconds: float) -> None:
        self.clock.pass_(seconds)
        self.motion.advance()

    # -- what is to be seen --------------------------------------------------------------------

    def picture(self) -> QPixmap:
        return self.window.grab()

    def seen(self) -> set[str]:
        return colors(self.picture())

    def edge(self) -> int:
        """Return the x where the colour changes; the width where it does not."""
        row = self.picture().toImage().copy(0, 300, WIDTH, 1)
        first = color_at(row, 0, 0)
        return next((x for x in range(WIDTH) if color_at(row, x, 0) != first), WIDTH)

    def rests_on(self, index: int) -> bool:
        """Tell whether this view is live and in front, and everything else has let go."""
        live = [view for view in self.views if view.isVisible()]
        return (
            live == [self.views[index]]
            and self.stage.view is self.views[index]
            and self.stage._curtain.isHidden()
            and not self.stage.busy
            and not self.motion.moving
            and self.seen() == {self.views[index].color}
        )
