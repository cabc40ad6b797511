"""Which files a running exhibit is made of, and which of them have changed for good."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.load import Loaded, lines_at
from kiosk.content.problems import Problem

ROUND: Final = 50
"""Pictures looked at in one look: a few hundred microseconds, however many there are."""

_NAMED = re.compile(r"illustration[\"']?\s*:\s*[\"']?(.{1,200}?\.svg)", re.IGNORECASE)
"""Illustrations in a file that cannot be read as an exhibit: it may only want one of them."""

Mark = tuple[int, int, int, int] | None
"""What differs whenever a file does: two times, size and number; None where no file can be seen."""


def mark(path: Path) -> Mark:
    """Return the mark of a file as it is now. The second time tells of permissions given back."""
    try:
        there = path.stat()
    except (OSError, ValueError):
        return None
    return there.st_mtime_ns, there.st_ctime_ns, there.st_size, there.st_ino


@dataclass(frozen=True)
class News:
    """What was read from a content file, its lines if it is bad, and the pictures that it names."""

    found: Loaded | list[Problem]
    lines: tuple[str, ...]
    pictures: Mapping[Path, Mark]


def survey(content: Path, found: Loaded | list[Problem]) -> News:
    """Look at what belongs to a content file that has just been read."""
    if isinstance(found, Loaded):
        lines: tuple[str, ...] = ()
        names = set(found.exhibit.files)
    else:
        lines = lines_at(content)
        names = set(_NAMED.findall("\n".join(lines)))
    return News(
        found, lines, {content.parent / name: mark(content.parent / name) for name in names}
    )


class Files:
    """The content file, looked at every time, and the pictures, looked at in turns."""

    def __init__(self, content: Path, seen: Mark) -> None:
        """`seen` is the mark that the content file had before it was read."""
        self._content = content
        self._known: dict[Path, Mark] = {content: seen}
        self._moving: dict[Path, Mark] = {}
        self._pictures: list[Path] = []
        self._next = 0

    def watch(self, pictures: Mapping[Path, Mark]) -> set[Path]:
        """Watch these pictures from now on; return those that were not watched before."""
        new = pictures.keys() - self._known.keys()
        self._known = {self._content: self._known[self._content], **pictures}
        self._moving = {}
        self._pictures = sorted(pictures)
        return new

    def watch_too(self, pictures: Mapping[Path, Mark]) -> None:
        """Watch these pictures as well."""
        known = {path: self._known[path] for path in self._pictures}
        self.watch({**pictures, **known})

    @property
    def stale(self) -> bool:
        """True where the content file is no longer the one that `look` told of."""
        return mark(self._content) != self._known[self._content]

    def look(self) -> set[Path]:
        """Return the files that have changed and were the same at the look before this one."""
        fresh = {path: mark(path) for path in self._turn()}
        moving = {path: now for path, now in fresh.items() if now != self._known[path]}
        still = {
            path
            for path, now in moving.items()
            if path in self._moving and self._moving[path] == now
        }
        self._moving = {path: now for path, now in moving.items() if path not in still}
        self._known.update({path: moving[path] for path in still})
        return still

    def _turn(self) -> Iterable[Path]:
        """Return what to look at now: what is changing, and the next few pictures."""
        some = self._pictures[self._next : self._next + ROUND]
        self._next = self._next + ROUND if self._next + ROUND < len(self._pictures) else 0
        return dict.fromkeys([self._content, *self._moving, *some])
