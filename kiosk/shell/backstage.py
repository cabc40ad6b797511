"""What a running kiosk has for staff: doors from the start, and a room as soon as it has settled."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.content.exhibit import Exhibit
from kiosk.content.hours import Hours
from kiosk.content.panel import Panel
from kiosk.content.problems import Problem
from kiosk.shell.controller import Controller
from kiosk.shell.doors import Doors
from kiosk.shell.faults import Faults
from kiosk.shell.focus import Focus
from kiosk.shell.office.desk import Desk
from kiosk.shell.reload import Source
from kiosk.ui.look import Look

if TYPE_CHECKING:
    from kiosk.shell.office.room import StaffRoom

Good = Callable[[Exhibit[Panel], set[Path]], None]
Tell = Callable[[Sequence[Problem]], None]


class Backstage:
    """Until `ready` is called, nobody gets in: nothing of it is loaded before the cover stands."""

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        desk: Desk,
        clock: Callable[[], float],
        state: Path | None,
        look: Callable[[], Look],
        faults: Faults | None,
    ) -> None:
        """`clock` tells seconds; `state` is the folder with the log, None where there is none."""
        self._window, self._controller, self._desk, self._clock = window, controller, desk, clock
        self.state, self.look, self._faults = state, look, faults
        self.room: StaffRoom | None = None
        self.opening: Callable[[], None] = lambda: None
        """Called before anything opens: fingers that are down must not reach it."""
        self.leave: Callable[[int], None] = lambda _code: None
        """Ends the program with an exit code."""
        self.problems: Sequence[Problem] = ()
        """What is wrong with the content as it was saved last."""
        self._follows: tuple[Source, Good, Tell] | None = None
        self.doors = Doors(self._hours, desk.now, controller.take, window)

    def _hours(self) -> Hours | None:
        return self._controller.route.exhibit.exhibit.hours

    def follow(self, source: Source, good: Good, tell: Tell) -> None:
        """Let the content of a source be read again; `good` shows it, `tell` tells what is wrong."""
        self._follows = (source, good, tell)

    def ready(self) -> "StaffRoom":
        """Return the room, made if it is not there yet."""
        if self.room is not None:
            return self.room
        from kiosk.shell.office.content import again  # noqa: PLC0415 — a tenth of the whole start
        from kiosk.shell.office.room import StaffRoom  # noqa: PLC0415
        from kiosk.shell.office.status import listed  # noqa: PLC0415

        room = StaffRoom(self._window, self._controller, self._desk, self._clock, self)
        if self._faults is not None:
            room.faults = partial(listed, self._faults.counts)
        if self._follows is not None:
            room.again = again(*self._follows)
        self.room = room
        return room

    def show(self) -> None:
        """Show what the state asks for, over everything."""
        if self.room is not None:
            self.room.show()

    def key(self, key: Qt.Key, focus: Focus, *, shifted: bool) -> None:
        """Take a key while something lies open."""
        if self.room is not None:
            self.room.key(key, focus, shifted=shifted)

    def unseen(self, grab: Callable[[], QPixmap]) -> QPixmap:
        """Return a picture of the window as visitors know it."""
        return grab() if self.room is None else self.room.unseen(grab)

    def close(self) -> None:
        """Stop everything that runs."""
        self.doors.close()
        if self.room is not None:
            self.room.close()
