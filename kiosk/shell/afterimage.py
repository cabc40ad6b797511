"""What was on screen last, for the program that starts next: no visitor meets an empty screen.

The picture is shown before anything else is read; the record tells where to go on.
"""

import json
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSaveFile, QTimer
from PySide6.QtGui import QImage, QPixmap

log = logging.getLogger(__name__)

PICTURE, RECORD = "afterimage.jpg", "visit.json"
"""The names of the two files."""

QUALITY: Final = 90
"""Of the picture: it is seen for a second."""

FRESH: Final = 60.0
"""Seconds for which a visitor may still be there; after a longer absence the visit begins anew."""

SETTLED: Final = 1500
"""Milliseconds of rest after which what is shown is kept."""

SELDOM: Final = 60.0
"""Seconds between two writes to a disc, which may be flash; memory is written at every rest."""


def folder_for(state: Path | None) -> tuple[Path | None, float]:
    """Return where to keep both, and the seconds between writes.

    What systemd gives a service for its run ($RUNTIME_DIRECTORY) is memory and survives a restart
    of the program; else the folder for state is used.
    """
    run = os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
    return (Path(run), 0.0) if run else (state, SELDOM)


def picture(folder: Path | None, size: tuple[int, int]) -> QPixmap:
    """Return the last picture if there is one of this size in pixels, else a null one."""
    if folder is None:
        return QPixmap()
    image = QImage(str(folder / PICTURE))
    return QPixmap.fromImage(image) if (image.width(), image.height()) == size else QPixmap()


def visit(folder: Path | None, clock: Callable[[], float] = time.monotonic) -> object:
    """Return the record of the last visit, None where there is none or it is too old.

    The monotonic clock is one for all programs and begins anew with the machine.
    """
    if folder is None:
        return None
    try:
        told = json.loads((folder / RECORD).read_bytes())
        age = clock() - float(told["at"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return told["visit"] if 0 <= age <= FRESH and "visit" in told else None


class Afterimage(QObject):
    """Keeps what is shown when it has come to rest."""

    def __init__(
        self,
        folder: Path,
        seldom: float,
        show: Callable[[], QPixmap],
        tell: Callable[[], dict[str, Any]],
        parent: QObject,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`show` returns the picture of the screen and `tell` the record; `seldom` is in seconds."""
        super().__init__(parent)
        self._folder, self._seldom, self._show, self._tell = folder, seldom, show, tell
        self._clock = clock
        self._next = 0.0
        """When the next write may be, by the clock."""
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)

    def changed(self) -> None:
        """Something else is shown: keep it when it has come to rest."""
        self._timer.start(max(SETTLED, round((self._next - self._clock()) * 1000)))

    def keep(self) -> None:
        """Write both files, each whole or not at all."""
        self._next = self._clock() + self._seldom
        told = json.dumps({"at": self._clock(), "visit": self._tell()})
        try:
            _write(self._folder / RECORD, told.encode())
            _write_picture(self._folder / PICTURE, self._show().toImage())
        except OSError as error:
            if not self._failed:
                known = {"fault": ("disc", "afterimage"), "panel": "state"}
                log.warning("what is shown cannot be kept: %s", error, extra=known)
            self._failed = True
        else:
            self._failed = False

    def close(self) -> None:
        """Keep nothing any more."""
        self._timer.stop()


def _opened(path: Path) -> QSaveFile:
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise OSError(f"{path}: {file.errorString()}")
    return file


def _write(path: Path, data: bytes) -> None:
    file = _opened(path)
    file.write(data)
    if not file.commit():
        raise OSError(f"{path}: {file.errorString()}")


def _write_picture(path: Path, image: QImage) -> None:
    file = _opened(path)
    if not (image.save(file, "jpg", QUALITY) and file.commit()):  # type: ignore[call-overload]
        raise OSError(f"{path}: {file.errorString()}")
