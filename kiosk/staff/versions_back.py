"""Going back to a version: to run from it, or to put it where the exhibit is edited."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.content.load import Loaded
from kiosk.content.problems import Problem, Said
from kiosk.staff.keep import kept
from kiosk.staff.state import StateError, reported
from kiosk.staff.versions import CONTENT, Store, Version
from kiosk.staff.versions_files import alone, copy
from kiosk.staff.versions_place import Piece, Placing

Read = Callable[[Path], Loaded | list[Problem]]
"""Reads a content file with the panels and illustrations that the kiosk has."""


@dataclass(frozen=True)
class Good:
    """A version laid out to run from; `skipped` says why each newer one could not be."""

    version: Version
    content: Path
    loaded: Loaded
    skipped: tuple[Said, ...]


@dataclass(frozen=True)
class Restored:
    """What was put back, and how the state before can be had again.

    `before` is the version that holds it, None if it was not good; `aside` are copies of the
    files that were replaced and that no version holds.
    """

    version: Version
    before: Version | None
    aside: tuple[Path, ...]


def latest_good(content: Path, read: Read) -> Good:
    """Lay out the newest version of a content file that is unharmed and reads well.

    It stands in a folder in the state folder until the next call. StateError if there is none.
    """
    with reported():
        store = Store.of(content)
        with alone(store.folder):
            versions, skipped = store.versions()
            for version in reversed(versions):
                try:
                    file, loaded = _lay_out(store, version, store.folder / "shown", read)
                except StateError as error:
                    skipped.append(error.said)
                else:
                    return Good(version, file, loaded, tuple(skipped))
    raise StateError(
        Said(
            " ".join(["没有可用的副本。", *(one.zh for one in skipped)]),
            " ".join(["There is no copy to fall back on.", *(one.en for one in skipped)]),
        )
    )


def restore(number: int, content: Path, read: Read, now: datetime) -> Restored:
    """Put a version in the place of a content file and its pictures, after keeping what is there.

    Pictures that were missing in that version go, others that it does not name stay. StateError,
    before anything is changed, if the version is not there, is harmed or does not read well.
    """
    with reported():
        store = Store.of(content)
        with alone(store.folder):
            version = store.version(number)
            laid = store.folder / "restoring"
            try:
                _lay_out(store, version, laid, read)
                before = kept_before(store, content, read, now)
                placing = Placing(store, now)
                placing.put(
                    [
                        Piece(laid / name, place_of(name, content), stored)
                        for name, stored in version.files()
                    ],
                    lambda *_: None,
                )
                for name in version.absent:
                    placing.clear(place_of(name, content))
            finally:
                shutil.rmtree(laid, ignore_errors=True)
            return Restored(version, before, tuple(placing.aside))


def kept_before(store: Store, content: Path, read: Read, now: datetime) -> Version | None:
    """Return a version that holds what is there now, None if that is not good."""
    there = read(content)
    if not isinstance(there, Loaded):
        return None
    return kept(store, content, there, now) or store.versions()[0][-1]


def place_of(name: str, content: Path) -> Path:
    """Return where a file of a version belongs; content.yaml may be a link to where it really is."""
    return content.resolve() if name == CONTENT else content.parent / name


def _lay_out(store: Store, version: Version, folder: Path, read: Read) -> tuple[Path, Loaded]:
    """Make a folder of a version's files; StateError if one is harmed, or it does not read well."""
    with reported():
        if folder.exists():
            shutil.rmtree(folder)
        for name, stored in version.files():
            if not store.sound(stored):
                raise StateError(_harmed(version, name))
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(store.object(stored), target)
            except OSError:  # not every disc has links
                copy(store.object(stored), target)
    found = read(folder / CONTENT)
    if not isinstance(found, Loaded):
        raise StateError(_unfit(version, found[0]))
    return folder / CONTENT, found


def _harmed(version: Version, name: str) -> Said:
    return Said(
        f"第 {version.number} 版的 {name} 损坏了，不能使用。请用 kiosk versions 另选一版。",
        f"{name} of version {version.number} is damaged. Choose another: kiosk versions",
    )


def _unfit(version: Version, problem: Problem) -> Said:
    number, line = version.number, problem.place.line
    return Said(
        f"现在的程序读不了第 {number} 版（第 {line} 行：{problem.message.zh}）。请另选一版。",
        f"This program cannot read version {number} (line {line}: {problem.message.en}). Choose another.",
    )
