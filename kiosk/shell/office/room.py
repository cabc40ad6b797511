"""Everything that is for staff: the corner, the PIN, the sheet, the doors, and what they are told."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.shell.backstage import Backstage
from kiosk.shell.controller import Controller
from kiosk.shell.focus import Focus
from kiosk.shell.office import (
    content,
    export,
    hours,
    running,
    screen,
    status,
    versions,
)
from kiosk.shell.office.colours import Colours
from kiosk.shell.office.corner import Corner
from kiosk.shell.office.desk import Desk
from kiosk.shell.office.frames import Frames
from kiosk.shell.office.keys import staff_key
from kiosk.shell.office.memory import memory
from kiosk.shell.office.page import Done, Page, Section
from kiosk.shell.office.paper import Paper
from kiosk.shell.office.pin import Tries
from kiosk.shell.office.pin_pad import PinPad
from kiosk.shell.office.sheet import StaffSheet
from kiosk.shell.office.touch import TouchTest
from kiosk.shell.office.work import Job, Work
from kiosk.ui.look import Look
from kiosk.visit.intents import Guide, Leave, Staff, Touched

CORNER: Final = 2
"""Touch targets: the side of the corner that is held."""


class StaffRoom:
    """One for each running kiosk; it lies over the whole window, whatever has come down."""

    def __init__(
        self,
        window: QWidget,
        controller: Controller,
        desk: Desk,
        clock: Callable[[], float],
        stage: Backstage,
    ) -> None:
        """`clock` tells seconds; `stage` is what it stands on."""
        self._window, self._controller, self._desk = window, controller, desk
        self._stage, self.doors = stage, stage.doors
        self.faults: Callable[[], Sequence[str]] = tuple
        """Returns what has failed, a line each, the latest last."""
        self.again: Job | None = None
        """Reads the content again; None where nobody edits it."""
        self.paper: Paper | None = None
        """What lies open."""
        self._shown: tuple[str, Look] | None = None
        self._at = 0
        self.frames = Frames(window, clock)
        self.work = Work(window)
        self.tries = Tries(clock)
        self.corner = Corner(window, lambda: CORNER * stage.look().target, clock, self._held)

    # -- opening -------------------------------------------------------------------------------

    def _held(self) -> None:
        """Ask for the PIN, if there is one."""
        if not self._controller.state.staff and self._desk.pin() is not None:
            self._at = 0
            self._stage.opening()
            self._controller.take(Staff("pin"))

    def _enter(self, pin: str) -> bool:
        """Open the sheet if the PIN is right."""
        kept = self._desk.pin()
        right = kept is not None and self.tries.right(pin, kept)
        if right:
            self._controller.take(Staff("sheet"))
        return right

    def _close(self) -> None:
        self._controller.take(Staff(""))

    def show(self) -> None:
        """Show what the state asks for, over everything."""
        kind, look = self._controller.state.staff, self._stage.look()
        wanted = (kind, look) if kind else None
        if wanted != self._shown:
            self._drop()
            self._shown = wanted
            if kind:
                self.paper = self._made(kind, look)
                self.paper.setGeometry(self._window.rect())
                self.paper.show()
        if self.paper is not None:
            self.paper.raise_()

    def _made(self, kind: str, look: Look) -> Paper:
        if kind == "pin":
            return PinPad(look, self._enter, lambda: self.tries.left, self._close, self._window)
        return StaffSheet(
            look, self._sections(), self._at, self.work.run, self._close, self._window
        )

    def _drop(self) -> None:
        if isinstance(self.paper, StaffSheet):
            self._at = self.paper.at
        if self.paper is not None:
            self.paper.drop()
            self.paper = None

    def key(self, key: Qt.Key, focus: Focus, *, shifted: bool) -> None:
        """Take a key while something lies open; every other keeps it open as well."""
        self._controller.take(Touched())
        if self.paper is not None and staff_key(key, self.paper, focus, shifted=shifted):
            self._close()

    # -- the sections --------------------------------------------------------------------------

    def _sections(self) -> list[Section]:
        return [
            Section(status.NAME, self._status),
            Section(content.NAME, lambda: content.content(self._stage.problems, self.again)),
            Section(versions.NAME, self._versions),
            Section(screen.NAME, self._screen),
            Section(hours.NAME, lambda: hours.hours(self.doors.wanted, self._want)),
            Section(running.NAME, self._running),
        ]

    def _status(self) -> Page:
        return status.status(self.frames, memory(), self.faults())

    def _versions(self) -> Page:
        return versions.versions(self._desk.kept(), self._desk.restore)

    def _screen(self) -> Page:
        known = screen.facts(self._window)
        return screen.screen(known, partial(self._cover, Colours), partial(self._cover, TouchTest))

    def _cover(self, make: type[Colours | TouchTest]) -> None:
        if isinstance(self.paper, StaffSheet):
            self.paper.cover(make)

    def _running(self) -> Page:
        # What Qt tells is asked for here: the worker that writes it may not.
        lines = [*self._status().lines, *screen.facts(self._window)]
        told = {
            "status.txt": "\n".join(one.en for one in lines),
            "faults.txt": "\n".join(self.faults()),
        }
        return running.running(self._guide, partial(self._export, told), self._stage.leave)

    def _guide(self) -> None:
        self._close()
        self._controller.take(Guide(on=True))

    def _want(self, opened: bool | None) -> None:
        """Open or close; where it closes, nobody is here any more."""
        self.doors.want(opened)
        if not self.doors.opened and not self._controller.state.closed:
            for intent in (Staff(""), Leave()):
                self._controller.take(intent)
            self.doors.look()

    def _export(self, told: Mapping[str, str]) -> Callable[[], Done]:
        """Write the diagnostics, in a worker."""
        name = f"kiosk-{self._desk.now():%Y%m%d-%H%M%S}.zip"
        problems = [
            content.verdict(self._stage.problems),
            *map(content.line_of, self._stage.problems),
        ]
        parts = {
            **told,
            "versions.txt": export.about(),
            "log.txt": export.tail(self._stage.state),
            "content.txt": "\n".join(one.en for one in problems),
            "machine.txt": self._desk.settings(),
        }
        folders = [*export.sticks(), *([self._stage.state] if self._stage.state else [])]
        path = export.export(parts, folders, name)
        return lambda: export.told(path)

    # -- around --------------------------------------------------------------------------------

    def unseen(self, grab: Callable[[], QPixmap]) -> QPixmap:
        """Return a picture of the window as visitors know it."""
        if self.paper is None:
            return grab()
        self.paper.hide()
        picture = grab()
        self.paper.show()
        return picture

    def close(self) -> None:
        """Stop everything that runs."""
        self.corner.forget()
        self.frames.close()
        self.work.close()
        self._drop()
