"""What visitors see where nothing is fit to be shown, until staff have mended the content."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.content.load import Loaded
from kiosk.staff.versions_back import Read

FILE: Final = Path(__file__).with_name("waiting.yaml")

SUPERVISED: Final = ("NOTIFY_SOCKET", "KIOSK_HEARTBEAT")
"""Set by those who would only start the program again, and again."""


def waiting(environment: Mapping[str, str], read: Read) -> tuple[Path, Loaded] | None:
    """Return the sheet and its place; None where whoever typed the command should rather see why."""
    if not any(environment.get(name) for name in SUPERVISED):
        return None
    found = read(FILE)
    return (FILE, found) if isinstance(found, Loaded) else None
