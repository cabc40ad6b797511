"""What other people's work is in the frozen program: distributions of Python, packages of Debian."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

OURS = "kiosk"
START = "pyinstaller"
"""The start of the frozen program is PyInstaller's; no more of it is shipped."""


class Debian(NamedTuple):
    """A package of Debian that compiled files were taken from, and their names."""

    package: str
    version: str
    architecture: str
    files: tuple[str, ...]


def distributions() -> list[Distribution]:
    """Return the distributions that are shipped: all that ours asks for, itself left out."""
    found: dict[str, Distribution] = {START: distribution(START)}
    todo = [OURS]
    while todo:
        for line in distribution(todo.pop()).requires or ():
            asked = Requirement(line)
            name = asked.name.lower().replace("_", "-")
            if name not in found and (not asked.marker or asked.marker.evaluate({"extra": ""})):
                found[name] = distribution(name)
                todo.append(name)
    return [found[name] for name in sorted(found)]


def compiled(work: Path) -> list[tuple[str, Path]]:
    """Return each compiled file that was shipped, and where it was taken from."""
    lines = (work / "kiosk" / "compiled.tsv").read_text(encoding="utf-8").splitlines()
    return [(into, Path(out)) for into, out in (line.split("\t") for line in lines)]


def owner(path: Path) -> str | None:
    """Return Debian's package that a file is of; None where it is none's."""
    # /lib is /usr/lib on every Debian that this runs on, but dpkg may know a file by either.
    for name in (str(path), str(path).removeprefix("/usr")):
        said = subprocess.run(
            ["dpkg-query", "-S", name], capture_output=True, text=True, check=False
        )
        if not said.returncode:
            return said.stdout.split(": ")[0].split(":")[0]
    return None


def debian(work: Path) -> list[Debian]:
    """Return the packages of Debian that compiled files came from; stop at a file of unknown origin."""
    files: dict[str, list[str]] = {}
    for into, out in compiled(work):
        if out.is_relative_to(sys.prefix):
            continue
        package = owner(out)
        if package is None:
            raise SystemExit(f"nobody knows where {out} is from, so it cannot be shipped")
        files.setdefault(package, []).append(into)
    return [_described(package, tuple(names)) for package, names in sorted(files.items())]


def _described(package: str, names: tuple[str, ...]) -> Debian:
    said = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\t${Architecture}\n", package],
        capture_output=True,
        text=True,
        check=True,
    )
    version, architecture = said.stdout.splitlines()[0].split("\t")
    return Debian(package, version, architecture, names)
