"""Where a picture of the content lies, and how the disk spells its name."""

import os.path
from collections.abc import Sequence
from functools import cache
from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, sorted; none if it cannot be read."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


class Names:
    """The names in folders. Each folder is read once: it may hold thousands of photographs.

    A place is a folder in the folder, "" for itself.
    """

    def __init__(self) -> None:
        self._read = cache(self._sorted)
        self._place = cache(self.spelt)
        self._out = cache(self._leads)

    @staticmethod
    def _sorted(folder: Path, place: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Return the names at a place by themselves, and by what stands before each of their dots."""
        alike: dict[str, list[str]] = {}
        begun: dict[str, list[str]] = {}
        for name in names_in(folder / place):
            small = name.casefold()
            alike.setdefault(small, []).append(name)
            for at, character in enumerate(small):
                if character == ".":
                    begun.setdefault(small[:at], []).append(name)
        return alike, begun

    def alike(self, folder: Path, place: str, name: str) -> list[str]:
        """Return the names at a place that differ from this one in capitals only, or not at all."""
        return self._read(folder, place)[0].get(name.casefold(), [])

    def begun(self, folder: Path, place: str, stem: str) -> list[str]:
        """Return the names at a place that are this one and an ending, in any capitals."""
        return self._read(folder, place)[1].get(stem.casefold(), [])

    def spelt(self, folder: Path, name: str) -> str | None:
        """Return a relative name as the disk spells it, capitals aside; None if nothing has it.

        Asking the disk for the name itself would not do: Windows and macOS take any capitals.
        """
        place, _, last = name.rpartition("/")
        there = self._place(folder, place) if place else ""
        if there is None:
            return None
        alike = self.alike(folder, there, last)
        if not alike:
            return None
        spelling = last if last in alike else alike[0]
        return f"{there}/{spelling}" if there else spelling

    def find(self, folders: Sequence[Path], name: str) -> tuple[Path, str] | None:
        """Return the folder that has a picture, and the picture's name there as the disk spells it.

        A folder that has just this name comes before one that has it in other capitals.
        """
        found = [(folder, spelling) for folder in folders if (spelling := self.spelt(folder, name))]
        return next((hit for hit in found if hit[1] == name), found[0] if found else None)

    def leads_out(self, folder: Path, name: str) -> bool:
        """Tell a name that a link takes out of the folder."""
        linked = os.path.islink(f"{folder}/{name}")  # noqa: PTH114 - no error
        return self._out(folder, name if linked else name.rpartition("/")[0])

    @staticmethod
    def _leads(folder: Path, place: str) -> bool:
        home, there = os.path.realpath(folder), os.path.realpath(folder / place)
        return not Path(there).is_relative_to(home)
