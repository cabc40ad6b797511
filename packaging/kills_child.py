"""The real `kiosk run`, always writing: what is killed while it does nothing proves nothing."""

from __future__ import annotations

import logging
import random
import sys
from logging.handlers import RotatingFileHandler
from typing import Any

from PySide6.QtCore import QTimer

from kiosk import cli
from kiosk.shell import app
from kiosk.shell.guesses import BUCKETS
from kiosk.visit.intents import OpenPanel

PACE = 5
"""Milliseconds between guesses."""

SETTLE = 20
"""Milliseconds until it follows what is saved."""

SMALL = 20_000
"""Bytes of a log: one takes the place of the other all the time."""

QUESTION, FINGERPRINT = "question", "1"

log = logging.getLogger("kiosk.kills")


class Busy(app.Kiosk):
    """The kiosk in the hands of many visitors at once."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        for handler in logging.getLogger().handlers:
            if isinstance(handler, RotatingFileHandler):
                handler.maxBytes = SMALL
        self._done = 0
        self._hurry = QTimer()
        self._hurry.timeout.connect(self._next)
        self._hurry.start(PACE)

    def _next(self) -> None:
        self._done += 1
        self.guesses.add(QUESTION, FINGERPRINT, self._done % BUCKETS)
        log.warning("guess %d of many, %s", self._done, "and so on " * 10)
        if self._done % 20 == 0:
            self.controller.take(OpenPanel(random.randrange(20)))  # noqa: S311 — no secret
        if self._done % 15 == 0 and self.afterimage is not None:
            self.afterimage.keep()


if __name__ == "__main__":
    app.SETTLE = SETTLE  # type: ignore[misc]
    app.Kiosk = Busy  # type: ignore[misc]
    sys.exit(cli.main(["run", *sys.argv[1:]]))
