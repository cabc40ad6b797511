"""A desk for staff, with nothing behind it, and a kiosk that has one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QWidget

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.shell.app import Kiosk
from kiosk.shell.office.desk import Desk, Kept
from kiosk.shell.office.pin import hashed
from kiosk.shell.office.pin_pad import PinPad
from kiosk.shell.office.room import StaffRoom
from kiosk.shell.office.sheet import StaffSheet
from kiosk.shell.options import Options
from kiosk.ui.motion import Level
from kiosk.ui.words import Words
from kiosk.visit.intents import Staff
from tests.helpers.clock import Clock
from tests.helpers.leaks import settle
from tests.helpers.staging import shut
from tests.shell.visitor import Visitor

PIN = "2468"
HASH = hashed(PIN)

DIGITS = [Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_8]
"""The keys of the PIN."""

STATUS, CONTENT, VERSIONS, SCREEN, HOURS, RUNNING = range(6)
"""The sections of the sheet."""


@dataclass
class Drawer:
    """What a desk was asked, and what it answers."""

    pin: str | None = HASH
    now: datetime = datetime(2026, 3, 2, 10, 0, 30)  # noqa: DTZ001 — the wall's
    restored: list[int] = field(default_factory=list)
    restores: Callable[[int], Said] = lambda number: Said(f"恢复了 {number}", f"{number} is back")

    def desk(self) -> Desk:
        def restore(number: int) -> Said:
            self.restored.append(number)
            return self.restores(number)

        kept = [Kept(number, Said(f"第 {number} 版", f"number {number}")) for number in (3, 2, 1)]
        return Desk(
            lambda: self.pin, lambda: self.now, lambda: kept, restore, lambda: '{"reach": 1220}'
        )


@contextmanager
def staffed(
    shown: Exhibit[Panel],
    content: Path,
    drawer: Drawer,
    clock: Clock,
    panel: QPointingDevice,
    *,
    size: tuple[int, int] = (1280, 720),
    state: Path | None = None,
) -> Iterator[Visitor]:
    """Open a kiosk on which nothing moves, with a desk."""
    options = Options(size, Level.NONE, state, desk=drawer.desk())
    kiosk = Kiosk(shown, content, options, clock)
    settle()
    visitor = Visitor(kiosk, panel, clock)
    room(visitor)
    yield visitor
    visitor.close()
    shut(kiosk.shop)


def room(visitor: Visitor) -> StaffRoom:
    assert visitor.kiosk.backstage is not None
    return visitor.kiosk.backstage.ready()


def pad(visitor: Visitor) -> PinPad:
    paper = room(visitor).paper
    assert isinstance(paper, PinPad)
    return paper


def sheet(visitor: Visitor) -> StaffSheet:
    paper = room(visitor).paper
    assert isinstance(paper, StaffSheet)
    return paper


def words(paper: QWidget | None) -> list[str]:
    """Return every line that is to be seen."""
    assert paper is not None
    return [one.text for one in paper.findChildren(Words) if one.isVisible() and one.text]


def open_sheet(visitor: Visitor) -> StaffSheet:
    visitor.kiosk.controller.take(Staff("sheet"))
    visitor.rest()
    return sheet(visitor)


def worked(visitor: Visitor) -> None:
    """Let the worker end, and what it brings arrive."""
    room(visitor).work.pool.waitForDone()
    settle()


def hold(visitor: Visitor, seconds: float, at: tuple[int, int] = (20, 20)) -> None:
    """Hold a finger somewhere for so long, and lift it."""
    corner = room(visitor).corner
    visitor.fingers.press(1, *at)
    visitor.clock.pass_(seconds)
    if corner._timer.isActive():
        corner._timer.timeout.emit()
    visitor.fingers.lift(1)
    visitor.rest()


def ask(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(Staff("pin"))
    visitor.rest()


def enter(visitor: Visitor, pin: str) -> None:
    for digit in pin:
        visitor.tap(digit)
    visitor.tap("Enter")


def at(visitor: Visitor, section: int) -> None:
    open_sheet(visitor).open(section)
