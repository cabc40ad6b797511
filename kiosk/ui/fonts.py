"""The bundled faces, and those that an exhibit brings: the machine's own never decide how it looks."""

from collections.abc import Mapping, Sequence
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


_families: dict[str, str] = {}
"""The family that the exhibit shown brings for a language."""


def wear(faces: Mapping[str, str], folders: Sequence[Path]) -> None:
    """Set each language of `faces` in the font of that relative name from here on, others as bundled.

    A font that is missing or cannot be read leaves its language as bundled.
    """
    _families.clear()
    for language, name in faces.items():
        for folder in folders:
            family = family_in(folder / name)
            if family:
                _families[language] = family
                break


def family(language: str) -> str:
    """Return the family that the exhibit brings for a language; "" where it brings none."""
    return _families.get(language, "")


def family_in(path: Path) -> str:
    """Return the family in a font file; "" where there is no font."""
    try:
        return _registered(path, path.stat().st_mtime_ns) if path.is_file() else ""
    except (OSError, ValueError):
        return ""


@lru_cache(maxsize=64)
def _registered(path: Path, _saved: int) -> str:
    """Register a font file as it was saved at this time; views may still use what was there before."""
    number = QFontDatabase.addApplicationFont(str(path))
    return next(iter(QFontDatabase.applicationFontFamilies(number)), "") if number >= 0 else ""
