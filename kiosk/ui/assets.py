"""Where the program's own files are: beside the package in a source tree, inside it when installed."""

from pathlib import Path


def shipped() -> Path:
    """Return the folder that holds `assets/` and `content.yaml`."""
    inside = Path(__file__).parents[1] / "_data"
    return inside if inside.is_dir() else Path(__file__).parents[2]
