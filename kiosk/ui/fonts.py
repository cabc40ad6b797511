"""The bundled faces: the machine's own fonts never decide how anything looks."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FILES = (
    "KioskSerif-Regular.otf",
    "KioskSerif-Bold.otf",
    "KioskSans-Regular.otf",
    "KioskSans-Bold.otf",
    "KioskKai-Regular.ttf",
)


@lru_cache(maxsize=1)
def load(folder: Path) -> None:
    """Register every face; OSError names the one that is missing or unreadable."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise OSError(f"font {folder / name} cannot be loaded")
