"""Putting files in the place of others: all are staged first, then renamed one after the other."""

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.content.problems import Said
from kiosk.staff.state import StateError
from kiosk.staff.versions import Store
from kiosk.staff.versions_files import Stored, copy, digest_of, make, rename

SPARE: Final = 64 * 2**20
"""Bytes that a disc must have left when all is written."""

Tell = Callable[[int, int, Path], None]
"""Is told which file of how many is written now."""


class Piece(NamedTuple):
    """A file to put in a place, and what it must hold."""

    source: Path
    target: Path
    stored: Stored


class Placing:
    """Puts files into a folder; what no version holds is set aside before it is replaced.

    `store` knows what versions hold; `now` goes into the names of what is set aside.
    """

    def __init__(self, store: Store, now: datetime) -> None:
        self._store, self._now = store, now
        self.aside: list[Path] = []

    def put(self, pieces: Sequence[Piece], tell: Tell) -> int:
        """Put pieces in place in their order and return how many of them are new.

        A kill on the way leaves each place with its old file or its new one, and the last piece
        new only if all are. StateError, before anything is replaced, if a source is not what it
        was said to hold or the disc has no room.
        """
        new = [piece for piece in pieces if not _is(piece.target, piece.stored)]
        staged: list[Path] = []
        try:
            for count, piece in enumerate(new, 1):
                _room(piece, new[count - 1 :])
                tell(count, len(new), piece.target)
                staged.append(_stage(piece))
            for piece, file in zip(new, staged, strict=True):
                self._set_aside(piece.target)
                rename(file, piece.target)
        finally:
            for file in staged:
                file.unlink(missing_ok=True)
        return len(new)

    def clear(self, target: Path) -> None:
        """Remove a file, if there is one."""
        if target.is_file():
            self._set_aside(target)
            target.unlink()

    def _set_aside(self, target: Path) -> None:
        if target.is_file() and not self._store.has(digest_of(target)):
            aside = target.with_name(f"{target.name}.{self._now:%Y%m%d-%H%M%S}.old")
            copy(target, aside)
            self.aside.append(aside)


def _is(file: Path, stored: Stored) -> bool:
    """Tell whether a file holds that; one of another size is not read."""
    return file.is_file() and file.stat().st_size == stored.size and digest_of(file) == stored


def _stage(piece: Piece) -> Path:
    """Copy a file to beside the place it shall take."""
    staged = piece.target.with_name(f".{piece.target.name}.new")
    make(staged.parent)
    if copy(piece.source, staged) != piece.stored:
        staged.unlink()
        zh = f"{piece.source} 两次读出来不一样。请检查 U 盘或磁盘，再试一次。"
        en = f"{piece.source} reads differently each time. Check the stick or disc and try again."
        raise StateError(Said(zh, en))
    return staged


def _room(piece: Piece, left: Sequence[Piece]) -> None:
    """Refuse to go on where there is no room for what is left to write."""
    needed = sum(one.stored.size for one in left) + SPARE
    folder = next(folder for folder in piece.target.parents if folder.is_dir())
    if shutil.disk_usage(folder).free < needed:
        megabytes = -(-needed // 10**6)
        zh = f"{folder} 所在的磁盘空间不够，需要 {megabytes} MB。请腾出空间；用 df -h 查看。"
        en = f"The disc of {folder} has too little room: {megabytes} MB are needed. df -h shows it."
        raise StateError(Said(zh, en))
