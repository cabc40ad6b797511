"""What is true of one machine and not of the exhibit: where its screen hangs, who may open it."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from kiosk.content.base import Frozen
from kiosk.content.load import lines_at, validated
from kiosk.content.problems import Problem

Millimetres = Annotated[float, Field(gt=0, le=5000)]


class Machine(Frozen):
    """All of it may be left out."""

    screen_bottom: Annotated[float, Field(ge=0, le=3000)] | None = None
    """Millimetres from the floor to the lower edge of the picture."""
    screen_height: Millimetres | None = None
    """Millimetres of the picture's height; None asks the display."""
    reach: Millimetres = 1220
    """Millimetres above the floor that everyone reaches (ADA 308.2, EN 301 549 8.3)."""
    pin: str | None = None
    """The staff's PIN as `kiosk pin` writes it: never the PIN itself."""


def machine(path: Path) -> Machine | list[Problem]:
    """Read the settings of a machine, or say what is wrong with them. A missing file is none."""
    if not path.exists() or not _said(path):
        return Machine()
    return validated(path, Machine)


def _said(path: Path) -> bool:
    """Tell whether a file says anything: the one that is installed holds comments alone."""
    lines = lines_at(path)
    return not lines or any(line.split("#")[0].strip() for line in lines)
