"""What the compiled files of a folder need, read from the files themselves.

Run on folders or wheels, prints for each the newest glibc that any of its files asks for::

    python elves.py build/package/kiosk dist/*.whl
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAGIC = b"\x7fELF"


class Elf(NamedTuple):
    """One compiled file: its place, the libraries it needs, and the newest glibc it asks for."""

    name: str
    needs: frozenset[str]
    glibc: tuple[int, ...]


def read(name: str, content: bytes) -> Elf | None:
    """Return what a compiled file needs; None for any other file."""
    if not content.startswith(MAGIC):
        return None
    needs: set[str] = set()
    versions = [(0,)]
    for section in ELFFile(io.BytesIO(content)).iter_sections():
        if isinstance(section, DynamicSection):
            needs.update(tag.needed for tag in section.iter_tags("DT_NEEDED"))
        elif isinstance(section, GNUVerNeedSection):
            versions += [
                tuple(int(number) for number in found[1].split("."))
                for _, symbols in section.iter_versions()
                for symbol in symbols
                if (found := re.fullmatch(r"GLIBC_([\d.]+)", symbol.name))
            ]
    return Elf(name, frozenset(needs), max(versions))


def in_folder(folder: Path) -> Iterator[Elf]:
    """Yield every compiled file of a folder, by name."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            elf = read(path.relative_to(folder).as_posix(), path.read_bytes())
            if elf:
                yield elf


def in_wheel(wheel: Path) -> Iterator[Elf]:
    """Yield every compiled file of a wheel, by name."""
    with zipfile.ZipFile(wheel) as files:
        for name in sorted(files.namelist()):
            elf = read(name, files.read(name))
            if elf:
                yield elf


def sonames(elves: Iterable[Elf]) -> frozenset[str]:
    """Return the names of the libraries that are needed and not among the files."""
    elves = tuple(elves)
    there = {Path(elf.name).name for elf in elves}
    return frozenset().union(*(elf.needs for elf in elves)) - there


def main() -> None:
    """Print the newest glibc for each folder or wheel given."""
    for place in map(Path, sys.argv[1:]):
        elves = tuple(in_folder(place) if place.is_dir() else in_wheel(place))
        most = max(elves, key=lambda elf: elf.glibc, default=Elf("-", frozenset(), (0,)))
        needs = f"glibc {'.'.join(map(str, most.glibc))}" if elves else "any system"
        print(f"{needs}\t{place.name}\t{most.name}")


if __name__ == "__main__":
    main()
