"""A new exhibit to start from: a small one that runs, with every kind of panel once."""

from pathlib import Path
from typing import Final

from kiosk.staff.schema import FILE, schema_text

STARTER: Final = Path(__file__).parent / "starter"
"""The exhibit that is copied; the reference takes its examples from it."""


def make(folder: Path) -> Path:
    """Write the starter into a folder that is new or empty, and return its content.yaml.

    FileExistsError tells that there is something already; OSError, that it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(folder)
    for source in sorted(STARTER.rglob("*")):
        target = folder / source.relative_to(STARTER)
        if source.is_dir():
            target.mkdir()
        else:
            target.write_bytes(source.read_bytes())
    (folder / "photos").mkdir()
    (folder / FILE).write_text(schema_text(), encoding="utf-8")
    return folder / "content.yaml"
