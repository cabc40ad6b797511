"""Shiboken's part in Python, compiled: its library holds the source, which each start would compile.

Shiboken looks for a folder of this name beside itself before it unpacks what its library holds.
"""

from __future__ import annotations

import py_compile
from typing import TYPE_CHECKING

import shiboken6  # noqa: F401 — it brings the other
import shibokensupport  # type: ignore[import-not-found, unused-ignore]

if TYPE_CHECKING:
    from pathlib import Path

BESIDE = "shiboken6/files.dir"
"""Where Shiboken looks, from the folder of all modules."""


def compiled(into: Path) -> list[tuple[str, str, str]]:
    """Compile it into a folder; return each file as PyInstaller wants it: its place, itself, DATA."""
    held = shibokensupport.__loader__.zfile
    found = []
    for name in sorted(held.namelist()):
        if name.endswith(".py"):
            held.extract(name, into)
            # Without a source beside it, which is never asked for then.
            py_compile.compile(
                str(into / name),
                str(into / f"{name}c"),
                dfile=name,
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            found.append((f"{BESIDE}/{name}c", str(into / f"{name}c"), "DATA"))
    return found
