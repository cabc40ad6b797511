"""The log: what goes wrong is written to stderr and, bounded, to the folder for state."""

import faulthandler
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final, TextIO

log = logging.getLogger(__name__)

FILE, CRASH, CRASHED = "kiosk.log", "crash.txt", "crash.last.txt"
"""The log, what the next native crash writes, and what the last one wrote."""

SIZE, OLD = 3_500_000, 4
"""Bytes of one file, and how many older ones stay: with the new one, under 20 MB."""

HEAD: Final = 20
"""Lines of a native crash that are logged."""

MOST: Final = 16_000
"""Bytes of a native crash that are read."""


class File(RotatingFileHandler):
    """Writes as long as it can: a disc that is full or read-only is told of once, elsewhere."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        super().__init__(
            folder / FILE, maxBytes=size, backupCount=OLD, encoding="utf-8", delay=True
        )
        self._told = False
        self.setLevel(logging.WARNING)
        form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
        self.setFormatter(logging.Formatter(form))

    def handleError(self, _record: logging.LogRecord) -> None:  # noqa: N802 — of logging
        """Go on without it."""
        if not self._told:
            self._told = True
            log.warning("the log cannot be written to %s", self.baseFilename, exc_info=True)  # noqa: LOG014 — called while an error is handled


@contextmanager
def logged(folder: Path | None) -> Iterator[None]:
    """Keep a log in the folder, and be ready for a native crash; without one, stderr is all."""
    logging.raiseExceptions = False
    if folder is None:
        yield
        return
    root, file = logging.getLogger(), File(folder)
    root.addHandler(file)
    try:
        yield
    finally:
        root.removeHandler(file)
        # What a full disc did not take goes nowhere now.
        with suppress(OSError):
            file.close()


@contextmanager
def crashing(folder: Path | None) -> Iterator[None]:
    """Tell of the native crash that ended the last run, and let the next one leave its traces."""
    # Where someone listens for crashes already, they are told.
    handle = None if folder is None or faulthandler.is_enabled() else _trap(folder)
    try:
        yield
    finally:
        if handle is not None:
            faulthandler.disable()
            handle.close()


def _trap(folder: Path) -> TextIO | None:
    try:
        told = _last(folder)
        handle = (folder / CRASH).open("w", encoding="utf-8")
    except OSError as error:
        log.warning("a crash would leave no traces: %s", error)
        return None
    if told:
        log.error("crashed natively:\n%s", told, extra={"fault": ("native crash", told)})
    faulthandler.enable(handle)
    return handle


def _last(folder: Path) -> str:
    """Return the first lines of the last crash, and put its file aside; one is kept."""
    path = folder / CRASH
    try:
        with path.open("rb") as file:
            told = file.read(MOST).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    if told.strip():
        path.replace(folder / CRASHED)
    return "\n".join(told.splitlines()[:HEAD])
