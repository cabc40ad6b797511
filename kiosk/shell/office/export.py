"""Diagnostics as one zip file, for who has to find a fault far away: no secrets, nobody's data."""

import os
import platform
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from typing import Final

from kiosk import __version__
from kiosk.content.problems import Said
from kiosk.shell.log import FILE

ROOTS: Final = (Path("/media"), Path("/run/media"))
"""Where sticks appear, by themselves or in a folder of the user who is there."""

LIBRARIES: Final = (
    *("PySide6-Essentials", "pyqtgraph", "numpy", "PyYAML", "pydantic", "babel"),
    *("segno", "pypinyin"),
)

TAIL: Final = 200_000
"""Bytes of the log that are taken along: its end."""

_SECRET: Final = re.compile(r"scrypt\$\S*|(?<=\bpin)(\s*[:=]\s*)\S.*", re.IGNORECASE)
"""What is kept of a PIN, and whatever a line says that a PIN is."""

NOWHERE = Said(
    "没有地方可以存：请插入 U 盘，再试一次。",
    "There is nowhere to put it: plug in a USB stick and try again.",
)


def sticks(roots: Iterable[Path] = ROOTS) -> list[Path]:
    """Return the folders of all sticks that are there and can be written to."""
    found = [one for root in roots for pattern in ("*", "*/*") for one in root.glob(pattern)]
    return [one for one in sorted(found) if os.path.ismount(one) and os.access(one, os.W_OK)]


def about() -> str:
    """Return the versions of the program and of what it is built on."""
    lines = [f"kiosk {__version__}", f"Python {platform.python_version()}", platform.platform()]
    return "\n".join([*lines, *map(_library, LIBRARIES)])


def _library(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:  # a package made of one file does not always say
        return f"{name} ?"


def tail(state: Path | None) -> str:
    """Return the end of the log."""
    if state is None:
        return ""
    try:
        with (state / FILE).open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - TAIL))
            return file.read().decode("utf-8", "replace")
    except OSError as error:
        return f"{error}"


def export(parts: Mapping[str, str], folders: Sequence[Path], name: str) -> Path | None:
    """Write the texts, by their names, to the first folder that takes them; None where none does."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for part, text in parts.items():
            zipped.writestr(part, _SECRET.sub("(PIN)", text))
    for folder in folders:
        fresh = folder / f".{name}.new"
        try:
            with fresh.open("wb") as file:
                file.write(packed.getbuffer())
                file.flush()
                os.fsync(file.fileno())
            return fresh.replace(folder / name)
        except OSError:  # full, pulled out, not ours: the next one
            continue
    return None


def told(path: Path | None) -> Said:
    """Return what is to be told of an export."""
    if path is None:
        return NOWHERE
    return Said(f"已存到 {path}", f"It is in {path}")
