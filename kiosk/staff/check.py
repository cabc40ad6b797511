"""Everything that can be said of a content.yaml before visitors see it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.content.base import leaves_in
from kiosk.content.load import Loaded, lines_at, load
from kiosk.content.problems import Problem, Said
from kiosk.panels.kinds import KINDS
from kiosk.staff.drawings import drawings
from kiosk.staff.faces import faces
from kiosk.staff.glyphs import strange
from kiosk.staff.lacking import lacking
from kiosk.staff.photos import photos
from kiosk.staff.recordings import recordings
from kiosk.staff.remarks import Found, Level, Remark
from kiosk.staff.unused import unused
from kiosk.ui import fonts
from kiosk.ui.application import application
from kiosk.ui.assets import shipped


@dataclass(frozen=True)
class Report:
    """All findings in the order of the file, and the file's lines to show them in."""

    findings: tuple[Found, ...]
    lines: tuple[str, ...]
    read: bool
    """False where the file could not be understood, so that no picture and no font was looked at."""

    def count(self, level: Level) -> int:
        """Return how many findings are of one level."""
        return sum(found.level is level for found in self.findings)

    @property
    def fit(self) -> bool:
        """True if the exhibit can be shown."""
        return not self.count(Level.PROBLEM)


def check(path: Path, *, every: bool = False) -> Report:
    """Check a content file and the pictures it names. Needs no display; never raises for content.

    `every` photograph is decoded if wanted, else only the first of many.
    """
    art = shipped() / "assets"
    loaded = load(path, KINDS, art)
    if not isinstance(loaded, Loaded):
        findings = tuple(Found(problem, Level.PROBLEM) for problem in loaded)
        return Report(findings, lines_at(path), read=False)
    application(offscreen=True)
    exhibit, folders = loaded.exhibit, (path.parent, art)
    leaves = list(leaves_in(exhibit))
    fonts.wear(exhibit.exhibit.fonts, folders)
    remarks = [
        *_encoding(loaded.encoding),
        *unused(exhibit, leaves),
        *photos(leaves, folders, every=every),
        *drawings(leaves, folders),
        *recordings(leaves, folders, exhibit.languages),
        *lacking(exhibit, leaves),
        *faces(exhibit, folders),
        *strange(exhibit, leaves),
    ]
    findings = tuple(_placed(loaded, remark) for remark in remarks)
    return Report(
        tuple(sorted(findings, key=lambda found: found.problem)), loaded.tree.lines, read=True
    )


def _placed(loaded: Loaded, remark: Remark) -> Found:
    place = loaded.tree.find(remark.at, remark.token)
    return Found(Problem(place, remark.message, remark.hint), remark.level)


def _encoding(name: str) -> list[Remark]:
    if name == "utf-8":
        return []
    return [
        Remark(
            (),
            Said(
                f"文件的编码是 {name.upper()}；能读，但别的程序可能会读成乱码",
                f"the file is saved as {name.upper()}; it was read, but other programs may not manage",
            ),
            Said("在编辑器里另存，编码选 UTF-8", "save it in the editor with the encoding UTF-8"),
        )
    ]
