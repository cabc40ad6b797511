"""Where a picture of the content lies, and how the disk spells its name."""

from collections.abc import Sequence
from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, sorted; none if it cannot be read."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def spelt(folder: Path, name: str) -> str | None:
    """Return a relative name as the disk spells it, capitals aside; None if nothing has it.

    Asking the disk for the name itself would not do: Windows and macOS take any capitals.
    """
    parts: list[str] = []
    for part in name.split("/"):
        names = names_in(folder.joinpath(*parts))
        alike = [one for one in names if one.casefold() == part.casefold()]
        if not alike:
            return None
        parts.append(part if part in alike else alike[0])
    return "/".join(parts)


def find(folders: Sequence[Path], name: str) -> tuple[Path, str] | None:
    """Return the folder that has a picture, and the picture's name there as the disk spells it.

    A folder that has just this name comes before one that has it in other capitals.
    """
    found = [(folder, spelling) for folder in folders if (spelling := spelt(folder, name))]
    return next((hit for hit in found if hit[1] == name), found[0] if found else None)


def leads_out(folder: Path, name: str) -> bool:
    """Tell a name that a link takes out of the folder."""
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
