"""How one kiosk runs: all that is no part of its exhibit."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.shell.faults import Faults
from kiosk.shell.office.desk import Desk
from kiosk.shell.reach import ANYWHERE, Mounting
from kiosk.ui.motion import Level


@dataclass(frozen=True)
class Options:
    """How to run: `size` opens a plain window of so many pixels, else the whole screen is taken."""

    size: tuple[int, int] | None = None
    motion: Level = Level.FULL
    state: Path | None = None
    """The folder for what must outlive the program; None keeps nothing."""
    safe: bool = False
    """Whether to show nothing but photographs and quotations."""
    faults: Faults | None = None
    """What has counted faults since before; None begins now."""
    mounting: Mounting = ANYWHERE
    desk: Desk | None = None
    """What staff can do at the screen; None is nothing."""
