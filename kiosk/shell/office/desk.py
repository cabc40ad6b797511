"""What staff can do from the sheet that only the command which runs the kiosk knows how to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.content.problems import Said


@dataclass(frozen=True)
class Kept:
    """A version that can be put back."""

    number: int
    told: Said
    """When it was kept and what it holds, on one line."""


@dataclass(frozen=True)
class Desk:
    """`restore` and `settings` are called in a worker; none of them raises."""

    pin: Callable[[], str | None]
    """Returns what is kept of the PIN; None where there is none, and then nothing opens."""
    now: Callable[[], datetime]
    """Returns the local time."""
    kept: Callable[[], Sequence[Kept]]
    """Returns the versions, the newest first."""
    restore: Callable[[int], Said]
    """Puts a version back, and returns what to tell of it."""
    settings: Callable[[], str]
    """Returns the machine settings as text, without the PIN."""
