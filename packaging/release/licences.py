"""Put the licences of everything that is shipped into a folder beside it, with an index.

Run as ``python licences.py FROZEN WORK QT``: the frozen program, PyInstaller's working folder, and
one that holds the unpacked Debian packages of Qt, whose copyright files name all that is in Qt.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import parts

if TYPE_CHECKING:
    from importlib.metadata import Distribution

COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that its copyright files only name."""

QT = ("pyside6-essentials", "shiboken6")
"""Their wheels carry no text: they are taken under the LGPL 3, which builds on the GPL 3."""

TEXT = re.compile(r".*\.dist-info/(?:licenses/)?((?:.*/)?(?:.*LICEN[CS]E|COPYING|NOTICE)[^/]*)")

HEAD = """Third-party software in this folder

The program itself is under the Apache License 2.0. It is shipped with the following. Qt and PySide6
are used under the GNU LGPL 3, as separate libraries in _internal/ that you may exchange for builds
of your own (with another Shiboken, remove _internal/shiboken6/files.dir, which is compiled from the
one that is here); their sources are at https://download.qt.io/official_releases/. What Qt itself holds is
listed in qt/, as Debian records it. The sources of Debian's packages are at
https://snapshot.debian.org/. Fonts: _internal/kiosk/_data/assets/fonts/OFL-*.txt.

"""


def of_distribution(one: Distribution, into: Path) -> None:
    """Copy the licences of a distribution of Python."""
    name = one.name.lower().replace("_", "-")
    found = {
        text[1]: Path(str(one.locate_file(file)))
        for file in one.files or ()
        if (text := TEXT.fullmatch(file.as_posix()))
    }
    if name in QT:
        found = {text: COMMON / text for text in ("LGPL-3", "GPL-3")}
    if not found:
        raise SystemExit(f"{name} comes without a licence, so it cannot be shipped")
    for text, path in found.items():
        _copy(path, into / name / text)


def of_debian(package: str, copyright_file: Path, into: Path) -> None:
    """Copy the copyright file of a package of Debian, and the texts that it names."""
    _copy(copyright_file, into / package / "copyright")
    named = re.findall(
        r"/usr/share/common-licenses/([A-Za-z0-9.+-]*\w)", copyright_file.read_text()
    )
    for name in sorted(set(named)):
        _copy(COMMON / name, into / "common-licenses" / name)


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def main() -> None:
    """Copy all of them and write the index."""
    frozen, work, qt = map(Path, sys.argv[1:])
    into = frozen / "THIRD-PARTY"
    shutil.rmtree(into, ignore_errors=True)
    lines = []
    for one in parts.distributions():
        of_distribution(one, into)
        licence = one.metadata["License-Expression"] or one.metadata["License"] or "see its text"
        lines.append(f"{one.name} {one.version}\t{licence.splitlines()[0]}\tfrom PyPI")
    for package, version, _, files in parts.debian(work):
        of_debian(package, Path("/usr/share/doc", package, "copyright"), into)
        names = ", ".join(Path(file).name for file in files)
        lines.append(f"{package} {version}\t{names}\tfrom Debian")
    for path in sorted(qt.glob("*/usr/share/doc/*/copyright")):
        of_debian(f"qt/{path.parent.name}", path, into)
    (into / "INDEX.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
