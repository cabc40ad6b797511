"""Keeping a copy of content that has been read and found good."""

from datetime import UTC, datetime
from pathlib import Path

from kiosk.content.decoding import lines_of
from kiosk.content.load import Loaded
from kiosk.content.problems import Said
from kiosk.content.rules import panels_in
from kiosk.staff.state import StateError, reported
from kiosk.staff.versions import Picture, Store, Version
from kiosk.staff.versions_files import alone, digest


def keep(content: Path, loaded: Loaded, now: datetime) -> Version | None:
    """Keep a version of a content file and its pictures; None if the newest is the same.

    `loaded` is what was read from the file, `now` a time with its zone. StateError if it cannot be
    kept: the versions that were there stay as they were. May take seconds while photographs are
    copied; it may be called from any thread.
    """
    with reported():
        store = Store.of(content)
        with alone(store.folder):
            return kept(store, content, loaded, now)


def kept(store: Store, content: Path, loaded: Loaded, now: datetime) -> Version | None:
    """Do what `keep` does, for one who is alone in the store already."""
    data = unchanged(content, loaded)
    numbers = store.numbers()
    versions, _ = store.versions()
    newest = versions[-1] if versions else None
    names = sorted(loaded.exhibit.files)
    try:
        pictures = {
            name: _picture(
                store, content.parent / name, newest.pictures.get(name) if newest else None
            )
            for name in names
            if (content.parent / name).is_file()
        }
        if newest and newest.holds(digest(data), pictures) and store.has(newest.content):
            return None
        store.add_bytes(data)
        version = Version(
            number=max(numbers, default=0) + 1,
            time=now.astimezone(UTC),
            panels=sum(1 for _ in panels_in(loaded.exhibit)),
            figures=len(loaded.exhibit.figures),
            content=digest(data),
            pictures=pictures,
            absent=tuple(name for name in names if name not in pictures),
        )
        store.record(version)
        return version
    finally:
        store.collect()


def unchanged(content: Path, loaded: Loaded) -> bytes:
    """Return the bytes of a file, StateError if they are no longer what was found good."""
    data = content.read_bytes()
    if lines_of(data) != loaded.tree.lines:
        zh = f"{content} 刚刚又被改动了。请等保存完成，再试一次。"
        en = f"{content} has been changed just now. Let that be done and try again."
        raise StateError(Said(zh, en))
    return data


def _picture(store: Store, file: Path, known: Picture | None) -> Picture:
    """Keep a picture; one with the time and size that it had is not read again."""
    there = file.stat()
    if (
        known is not None
        and (known.modified, known.stored.size) == (there.st_mtime_ns, there.st_size)
        and store.has(known.stored)
    ):
        return known
    return Picture(stored=store.add(file), modified=there.st_mtime_ns)
