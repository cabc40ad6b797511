"""A newer program lies ready: end when nobody is here, and be started again as that one."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

log = logging.getLogger(__name__)

FILE: Final = "renew"
"""Made by whoever installs, in the folder that systemd gives the service for its run."""

EVERY: Final = 30_000
"""Milliseconds between looks for it."""


def flag(environment: Mapping[str, str]) -> Path | None:
    """Return the file to look for; None where no service manager gives a folder."""
    run = environment.get("RUNTIME_DIRECTORY", "").split(":")[0]
    return Path(run) / FILE if run else None


class Renewal(QObject):
    """Waits for the file, and then for an empty hall."""

    def __init__(
        self, file: Path, idle: Callable[[], bool], renew: Callable[[], None], parent: QObject
    ) -> None:
        """`idle` tells whether nobody would be interrupted; `renew` ends the program."""
        super().__init__(parent)
        self._file, self._idle, self._renew = file, idle, renew
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    def look(self) -> None:
        """Make room for the newer program, if there is one and nobody is here."""
        if not (self._file.exists() and self._idle()):
            return
        try:
            self._file.unlink()
        except OSError as error:
            # It would be found again after each start.
            log.warning("a newer program waits for the next start: %s", error)
            self._timer.stop()
        else:
            log.info("a newer program is started")
            self._renew()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
