"""An exhibit with a text too long, for the tests of rendering it."""

from pathlib import Path

from tests.helpers.small import SMALL, written

SMALLER = (640, 360)
LONG = "Morning by the lake. " * 60


def changed(content: Path, old: str, new: str) -> Path:
    assert old in SMALL
    return written(content.parent, SMALL.replace(old, new, 1))
