"""Makes every picture of the documents again, and one sheet of all screens for each size."""

from pathlib import Path

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.panels.kinds import KINDS
from kiosk.shell.tour import tour
from kiosk.staff.make import STARTER
from kiosk.ui.assets import shipped

HERE = Path(__file__).parent
OUT = HERE / "pictures"
HANDBOOK = HERE / "handbook" / "pictures"
SHEETS = HERE.parent / "build" / "shots"

SHOTS = (
    ((1920, 1080), "zh", "cover"),
    ((1920, 1080), "zh", "home"),
    ((1920, 1080), "zh", "leadership-3-bars"),
    ((1920, 1080), "zh", "photos-0-photos-4"),
    ((1920, 1080), "zh", "leadership-1-share-guess"),
    ((1920, 1080), "en", "record-7-theme"),
    ((1080, 1920), "zh", "community-0-timeline"),
)
"""Size of the screen, language, and key of each picture of README.md."""

KEYS = (
    "garden-0-quotation",
    "garden-1-theme",
    "garden-2-figures",
    "garden-3-ranking",
    "plants-0-bars",
    "plants-1-share",
    "plants-2-ring",
    "plants-3-pictogram",
    "plants-4-squares",
    "plants-5-change",
    "year-0-timeline",
    "year-1-photos-1",
)
"""One screen of each kind in the exhibit that `kiosk new` makes."""

SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1366, 768), (1280, 1024), (2560, 1080))


def read(content: Path) -> Exhibit[Panel]:
    """Return an exhibit of ours."""
    loaded = load(content, KINDS, shipped() / "assets")
    if not isinstance(loaded, Loaded):
        raise SystemExit(f"{content} has problems: `kiosk check` tells them")
    return loaded.exhibit


def shoot(
    content: Path, out: Path, size: tuple[int, int], language: str, key: str, name: str
) -> None:
    """Render one screen into `out` under this name."""
    tour(read(content), content, out, size=size, languages=(language,), keep=frozenset({key}))
    (found,) = out.glob(f"{language}-[0-9]*-{key}.png")
    found.replace(out / f"{name}.png")
    (out / "contact-sheet.png").unlink()


def main() -> None:
    """Render the documents' pictures and the sheets."""
    content = shipped() / "content.yaml"
    for size, language, key in SHOTS:
        shape = "portrait-" if size[1] > size[0] else ""
        shoot(content, OUT, size, language, key, f"{shape}{language}-{key}")
    for key in KEYS:
        kind = next(part for part in key.split("-")[2:] if not part.isdigit())
        shoot(STARTER / "content.yaml", HANDBOOK, (960, 540), "zh", key, f"kind-{kind}")
    print(f"{len(SHOTS)} pictures in {OUT}, {len(KEYS)} in {HANDBOOK}")
    for size in SIZES:
        print(tour(read(content), content, SHEETS / "x".join(map(str, size)), size=size))


if __name__ == "__main__":
    main()
