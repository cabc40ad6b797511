"""Makes the pictures of README.md again, from the program and the exhibit that ships."""

from pathlib import Path

from kiosk.content.load import Loaded, load
from kiosk.panels.kinds import KINDS
from kiosk.shell.tour import tour
from kiosk.ui.assets import shipped

OUT = Path(__file__).parent / "pictures"

SHOTS = (
    ((1920, 1080), "zh", "cover"),
    ((1920, 1080), "zh", "home"),
    ((1920, 1080), "zh", "leadership-3-bars"),
    ((1920, 1080), "zh", "photos-0-photos-4"),
    ((1920, 1080), "en", "record-7-theme"),
    ((1080, 1920), "zh", "community-0-timeline"),
)
"""Size of the screen, language, and key of each picture."""


def main() -> None:
    """Render each shot into pictures/ under a name that says what it is."""
    content = shipped() / "content.yaml"
    loaded = load(content, KINDS, shipped() / "assets")
    if not isinstance(loaded, Loaded):
        raise SystemExit("content.yaml has problems: run `kiosk tour` to read them")
    for size, language, key in SHOTS:
        tour(loaded.exhibit, content, OUT, size=size, languages=(language,), keep=frozenset({key}))
        (found,) = OUT.glob(f"{language}-[0-9]*-{key}.png")
        shape = "portrait-" if size[1] > size[0] else ""
        found.replace(OUT / f"{shape}{language}-{key}.png")
    (OUT / "contact-sheet.png").unlink()
    print(f"{len(SHOTS)} pictures in {OUT}")


if __name__ == "__main__":
    main()
