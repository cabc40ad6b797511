"""When nothing helps: after three bad ends in ten minutes, photographs and words alone are shown."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.photos import Photos
from kiosk.panels.quotation import Quotation

log = logging.getLogger(__name__)

FILE: Final = "starts.json"

ENDS, WINDOW = 3, 600.0
"""How many bad ends within how many seconds are too many."""

AGAIN: Final = 3600
"""Seconds after which a safe exhibit makes room for a new try at the whole one."""

SIMPLE: Final = (Photos, Quotation)
"""The kinds of panels with the fewest ways to fail."""


class Starts:
    """Remembers the starts that have come to no good end yet, however the program ended."""

    def __init__(self, folder: Path | None, clock: Callable[[], float]) -> None:
        """`clock` tells seconds and begins anew with the machine; None remembers nothing."""
        self._path = folder / FILE if folder else None
        self._clock = clock

    def begin(self) -> bool:
        """Remember this start; return whether it should be a safe one."""
        now = self._clock()
        bad = [one for one in self._read() if 0 <= now - one <= WINDOW]
        self._write([*bad[-ENDS:], now])
        return len(bad) >= ENDS

    def end(self) -> None:
        """It ended as it should: forget what was before."""
        self._write([])

    def _read(self) -> list[float]:
        try:
            told = json.loads(self._path.read_bytes()) if self._path else []
        except (OSError, ValueError, RecursionError):
            return []
        return [one for one in told if isinstance(one, float)] if isinstance(told, list) else []

    def _write(self, starts: list[float]) -> None:
        if self._path is None:
            return
        fresh = self._path.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(starts), encoding="ascii")
            fresh.replace(self._path)
        except OSError as error:
            known = {"fault": ("disc", "starts"), "panel": "state"}
            log.warning("bad ends are not counted: %s", error, extra=known)


def safe(exhibit: Exhibit[Panel]) -> Exhibit[Panel]:
    """Return the exhibit with nothing but photographs and quotations; its title if it has none."""
    chapters = []
    for chapter in exhibit.chapters:
        panels = tuple(one for one in chapter.panels if isinstance(one, SIMPLE))
        if panels:
            chapters.append(chapter.model_copy(update={"panels": panels}))
    if not chapters:
        title = Quotation(kind="quotation", text=exhibit.exhibit.title)
        chapters.append(exhibit.chapters[0].model_copy(update={"panels": (title,)}))
    return exhibit.model_copy(update={"chapters": tuple(chapters)})
