"""Files that are there whole or not at all: written aside, brought to the disc, then renamed."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kiosk.content.problems import Said
from kiosk.staff.state import StateError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


PATIENCE: Final = 5.0
"""Seconds to wait for another command to end."""

_BLOCK: Final = 1 << 20


class Stored(BaseModel):
    """What a file holds, by its SHA-256 and its size in bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]


def digest(data: bytes) -> Stored:
    """Return what these bytes are known by."""
    return Stored(sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def digest_of(file: Path) -> Stored:
    """Read a file and return what it is known by."""
    with file.open("rb") as source:
        found = hashlib.file_digest(source, "sha256")
        return Stored(sha256=found.hexdigest(), size=source.tell())


def write(data: bytes, target: Path) -> None:
    """Write a file that is on the disc on return, and gone if that fails."""
    with _fresh(target) as file:
        file.write(data)


def copy(source: Path, target: Path) -> Stored:
    """Copy a file, on the disc on return and gone if that fails; return what was copied."""
    seen, size = hashlib.sha256(), 0
    with source.open("rb") as old, _fresh(target) as new:
        while block := old.read(_BLOCK):
            new.write(block)
            seen.update(block)
            size += len(block)
    return Stored(sha256=seen.hexdigest(), size=size)


@contextmanager
def _fresh(target: Path) -> Iterator[BinaryIO]:
    try:
        with target.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def rename(new: Path, target: Path) -> None:
    """Put a written file in the place of another, which may be missing, at one stroke."""
    make(target.parent)
    new.replace(target)
    sync(target.parent)


def make(folder: Path) -> None:
    """Make a folder, and all around it, so that they outlive a power cut."""
    if not folder.is_dir():
        make(folder.parent)
        folder.mkdir(exist_ok=True)
        sync(folder.parent)


def sync(folder: Path) -> None:
    """Bring the names in a folder to the disc; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other kiosk and command out of a folder; the system lets go after a kill.

    Waits a little for another one to end; raises StateError if it does not.
    """
    with (folder / "lock").open("ab") as file:
        end = time.monotonic() + PATIENCE
        while not _locked(file):
            if time.monotonic() >= end:
                zh = "另一个 kiosk 命令正在读写副本。请等它结束，再试一次。"
                en = "Another kiosk command is at work on the copies. Let it end and try again."
                raise StateError(Said(zh, en))
            time.sleep(0.05)
        yield


def _locked(file: BinaryIO) -> bool:
    try:
        _lock(file)
    except (BlockingIOError, PermissionError):
        return False
    return True
