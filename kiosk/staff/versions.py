"""The versions of an exhibit: what each one holds, and the store that holds them all.

A store is a folder of its own for each content file. It holds one JSON file for each version, and
under `objects/` every file that a version names, once, by its SHA-256. A version is there from the
moment its JSON file is renamed into place; all that it names is on the disc by then.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from kiosk.content.base import AssetPath
from kiosk.content.decoding import lines_of
from kiosk.content.problems import Said
from kiosk.staff.state import StateError, reported, state_folder
from kiosk.staff.versions_files import Stored, copy, digest, digest_of, rename, write

CONTENT: Final = "content.yaml"
"""What a content file is called in a version, whatever it is called outside."""

MOST: Final = 20
"""Versions kept of one exhibit."""

Count = Annotated[int, Field(ge=0)]


class Picture(BaseModel):
    """A picture that was kept; `modified` is the time of its file then, in nanoseconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stored: Stored
    modified: int


class Version(BaseModel):
    """One good state of an exhibit; `absent` are the pictures it names that were not there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    number: Annotated[int, Field(ge=1)]
    time: AwareDatetime
    panels: Count
    figures: Count
    content: Stored
    pictures: dict[AssetPath, Picture]
    absent: tuple[AssetPath, ...]

    def files(self) -> Iterator[tuple[str, Stored]]:
        """Yield every file of it with its relative name, content.yaml last."""
        yield from _stored(self.pictures).items()
        yield CONTENT, self.content

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(stored.size for _, stored in self.files())

    def holds(self, content: Stored, pictures: dict[str, Picture]) -> bool:
        """Tell whether it is made of just these files."""
        return self.content == content and _stored(self.pictures) == _stored(pictures)


class Change(NamedTuple):
    """How many lines of content.yaml and how many pictures differ between two versions."""

    lines: int
    pictures: int


class Store:
    """The versions of one content file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def of(cls, content: Path) -> "Store":
        """Return the store of a content file; StateError if there can be none."""
        with reported():
            name = digest(str(content.resolve()).encode("utf-8", "surrogateescape")).sha256[:16]
            folder = state_folder() / "versions" / name
            folder.mkdir(parents=True, exist_ok=True)
            return cls(folder)

    def numbers(self) -> list[int]:
        """Return the numbers of all versions, oldest first, readable or not."""
        names = (file.stem for file in self.folder.glob("*.json"))
        return sorted(int(name) for name in names if name.isascii() and name.isdigit())

    def version(self, number: int) -> Version:
        """Return a version; StateError if there is no such one, or none that can be read."""
        try:
            found = Version.model_validate_json(self._record(number).read_bytes())
        except FileNotFoundError:
            raise StateError(self._unknown(number)) from None
        except ValidationError:
            raise StateError(_damaged(number)) from None
        if found.number != number:
            raise StateError(_damaged(number))
        return found

    def versions(self) -> tuple[list[Version], list[Said]]:
        """Return all versions, oldest first, and what is to be said of those that are damaged."""
        good, bad = [], []
        for number in self.numbers():
            try:
                good.append(self.version(number))
            except StateError as error:
                bad.append(error.said)
        return good, bad

    def change(self, old: Version, new: Version) -> Change | None:
        """Count what differs between two versions; None if a content.yaml cannot be read."""
        try:
            before, after = (
                Counter(lines_of(self.object(one.content).read_bytes())) for one in (old, new)
            )
        except OSError:
            return None
        was, is_ = _stored(old.pictures), _stored(new.pictures)
        return Change(
            max((before - after).total(), (after - before).total()),
            sum(was.get(name) != is_.get(name) for name in was.keys() | is_.keys()),
        )

    def object(self, stored: Stored) -> Path:
        """Return where a file is kept."""
        return self.folder / "objects" / stored.sha256[:2] / stored.sha256[2:]

    def has(self, stored: Stored) -> bool:
        """Tell whether a file is kept; its checksum is not looked at."""
        kept = self.object(stored)
        return kept.is_file() and kept.stat().st_size == stored.size

    def sound(self, stored: Stored) -> bool:
        """Tell whether a file is kept and unharmed."""
        return self.has(stored) and digest_of(self.object(stored)) == stored

    def add(self, file: Path) -> Stored:
        """Keep a file, unless it is kept unharmed; return what it is known by."""
        known = digest_of(file)
        if self.sound(known):
            return known
        known = copy(file, self._new)
        rename(self._new, self.object(known))
        return known

    def add_bytes(self, data: bytes) -> None:
        """Keep what a file held, unless it is kept unharmed."""
        known = digest(data)
        if not self.sound(known):
            write(data, self._new)
            rename(self._new, self.object(known))

    def record(self, version: Version) -> None:
        """Take a version up, all of whose files are kept, and let the oldest beyond MOST go."""
        write(version.model_dump_json(indent=1).encode(), self._new)
        rename(self._new, self._record(version.number))
        for number in self.numbers()[:-MOST]:
            self._record(number).unlink()

    def collect(self) -> None:
        """Remove the files that no version needs: none while there is a version not understood."""
        good, bad = self.versions()
        if bad:
            return
        needed = {self.object(stored) for version in good for _, stored in version.files()}
        for kept in self.folder.glob("objects/*/*"):
            if kept not in needed:
                kept.unlink()

    @property
    def _new(self) -> Path:
        """Return where files are written before they get their name: one at a time."""
        return self.folder / "new"

    def _record(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _unknown(self, number: int) -> Said:
        there = self.numbers()
        if not there:
            return Said(
                f"没有第 {number} 版：这个展览还没有任何副本（在 {self.folder} 找过）。",
                f"There is no version {number}: none is kept of this exhibit (in {self.folder}).",
            )
        return Said(
            f"没有第 {number} 版。现有的：{_listed(there)}。用 kiosk versions 查看。",
            f"There is no version {number}. There are: {_listed(there)}. kiosk versions tells more.",
        )


def _stored(pictures: dict[str, Picture]) -> dict[str, Stored]:
    return {name: picture.stored for name, picture in pictures.items()}


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _damaged(number: int) -> Said:
    return Said(
        f"第 {number} 版的记录损坏了，或者是更新的程序写的，不能使用。",
        f"The record of version {number} is damaged or a newer program's; it cannot be used.",
    )
