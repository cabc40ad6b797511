"""Check that a list of Debian's packages covers the libraries that a folder needs from outside.

Run as ``python depends.py FOLDER LIST``. Ends with 1, and names each that is missing or is listed
for nothing.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import elves
import parts

LIBRARIES = "opened by a compiled file"
"""The heading of the list under which there is exactly what compiled files need."""


def listed(path: Path) -> dict[str, list[str]]:
    """Return the packages of the list by heading, which is a comment above them."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").rstrip(":")
        elif line:
            found.setdefault(heading, []).append(line)
    return found


def _places() -> dict[str, str]:
    """Return where the system has each library of this processor's kind."""
    said = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    places: dict[str, str] = {}
    for line in said.stdout.splitlines()[1:]:
        name, _, place = line.strip().partition(" => ")
        if "x86-64" in name or "AArch64" in name:
            places.setdefault(name.split()[0], place)
    return places


def main() -> int:
    """Compare, and print what differs."""
    folder, path = map(Path, sys.argv[1:])
    places = _places()
    needed = set()
    for name in sorted(elves.sonames(elves.in_folder(folder))):
        place = places.get(name)
        package = place and parts.owner(Path(place).resolve())
        needed.add(package or f"(whatever has {name})")
    there = set(listed(path)[LIBRARIES])
    for name in sorted(needed - there):
        print(f"{path.name} lacks {name}")
    for name in sorted(there - needed):
        print(f"{path.name} lists {name}, which nothing needs")
    return 1 if needed != there else 0


if __name__ == "__main__":
    sys.exit(main())
