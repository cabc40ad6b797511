"""A content file as plain values, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.content.base import Path
from kiosk.content.problems import Place


@dataclass(frozen=True)
class Tree:
    """What a file says, as dicts, lists, texts and None (nothing typed), and where it says it.

    `places` holds the place of each value under its path, and of each key under the path and KEY.
    A block of lines has the place of the key above it. `ends` holds the last line of each text
    that runs over several. `lines` are the file's lines as an editor numbers them from 1.
    """

    value: Any
    places: Mapping[Path, Place]
    ends: Mapping[Path, int]
    encoding: str
    lines: tuple[str, ...]

    def place(self, path: Path) -> Place:
        """Return the place of a path, else of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            place = self.places.get(path[:length])
            if place is not None:
                return place
        return Place()

    def find(self, path: Path, token: str) -> Place:
        """Return where a token stands inside the text at a path, else the place of the text."""
        start = self.place(path)
        column = start.column - 1
        for number in range(start.line, self.ends.get(path, start.line) + 1):
            at = self.lines[number - 1].find(token, column)
            if at >= 0:
                return Place(number, at + 1)
            column = 0
        return start
