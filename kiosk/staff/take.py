"""Taking an exhibit over from a folder, such as a USB stick: all of it, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.content.assets import PHOTO_ENDINGS, SOUND_ENDINGS
from kiosk.content.load import Loaded
from kiosk.content.problems import Said
from kiosk.staff.keep import unchanged
from kiosk.staff.state import StateError, reported
from kiosk.staff.versions import CONTENT, Store, Version
from kiosk.staff.versions_back import Read, kept_before, place_of
from kiosk.staff.versions_files import alone, digest, digest_of
from kiosk.staff.versions_place import Piece, Placing, Tell

LARGEST: Final = 2 * 2**30
"""Bytes that are taken over at most."""


@dataclass(frozen=True)
class Taken:
    """What was taken over, and how the state before can be had again, as in `Restored`.

    `new` counts the files that differ from what was there; `missing` are the photographs that
    are named, but neither in the folder nor beside the content file.
    """

    loaded: Loaded
    new: int
    missing: tuple[str, ...]
    before: Version | None
    aside: tuple[Path, ...]


def source_in(folder: Path) -> Path:
    """Return the content.yaml of a folder, or of a folder `content` in it; StateError if none."""
    with reported():
        for place in (folder, folder / "content"):
            if (place / CONTENT).is_file():
                _refuse_links(folder, place / CONTENT)
                return place / CONTENT
    zh = f"{folder} 里没有 content.yaml。请检查 U 盘是否插好；用 ls {folder} 查看。"
    en = f"There is no content.yaml in {folder}. Is the stick plugged in? ls {folder} shows it."
    raise StateError(Said(zh, en))


def take(
    source: Path, loaded: Loaded, content: Path, read: Read, now: datetime, tell: Tell
) -> Taken:
    """Put a content file that was found good, and its pictures, in the place of another.

    Only the files that it names are copied, and only once all are known to be fit; pictures that
    are not there leave those in place alone. What was there is kept as a version first. StateError
    if it cannot be done; nothing is changed then unless the disc itself fails on the way.
    """
    with reported():
        if content.exists() and source.samefile(content):
            zh = "这就是展览自己的文件夹。请写 U 盘上的文件夹。"
            en = "This is the exhibit's own folder. Name the folder on the stick."
            raise StateError(Said(zh, en))
        names = list(_present(source, loaded))
        data = unchanged(source, loaded)
        pieces = [
            Piece(source.parent / name, place_of(name, content), digest_of(source.parent / name))
            for name in names
        ]
        pieces.append(Piece(source, place_of(CONTENT, content), digest(data)))
        store = Store.of(content)
        with alone(store.folder):
            before = kept_before(store, content, read, now)
            placing = Placing(store, now)
            new = placing.put(pieces, tell)
        missing = tuple(
            name
            for name in sorted(loaded.exhibit.files)
            if name.lower().endswith(PHOTO_ENDINGS + SOUND_ENDINGS)
            and not (content.parent / name).is_file()
        )
        return Taken(loaded, new, missing, before, tuple(placing.aside))


def _present(source: Path, loaded: Loaded) -> Iterator[str]:
    """Yield the pictures that are there; StateError if one is a link, or all are too large."""
    size = source.stat().st_size
    for name in sorted(loaded.exhibit.files):
        file = source.parent / name
        _refuse_links(source.parent, file)
        if file.is_file():
            size += file.stat().st_size
            yield name
    if size > LARGEST:
        zh = f"这些照片一共 {size / 1e9:.1f} GB，最多 2 GB。请把照片缩小后再试。"
        en = f"The photographs are {size / 1e9:.1f} GB; 2 GB is the most. Make them smaller."
        raise StateError(Said(zh, en))


def _refuse_links(folder: Path, file: Path) -> None:
    """Refuse a file that is a link, or that links lead to: it may lie anywhere."""
    steps = [file, *file.parents]
    inside = steps[: steps.index(folder)]
    if any(step.is_symlink() for step in inside) or not _lies_in(folder, file):
        zh = f"{file} 是一个链接，可能指到别处。请把文件本身放进文件夹。"
        en = f"{file} is a link and may lead elsewhere. Put the file itself into the folder."
        raise StateError(Said(zh, en))


def _lies_in(folder: Path, file: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())
