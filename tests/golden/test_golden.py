"""Every kind of screen looks as it did when somebody last looked at it.

`make golden` takes the pictures anew; look at them before they are kept.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.kinds import VIEWS
from kiosk.shell.tour import Guide, Screen, screens
from kiosk.ui.assets import shipped
from tests.helpers.compare import difference

PICTURES = Path(__file__).parent / "pictures"
FAILED = Path("build/golden")
SIZES = ((1920, 1080), (1080, 1920))
KEYS = (
    "cover",
    "attract",
    "home",
    "contents",
    "still-there",
    "letter-0-quotation",
    "record-7-theme",
    "leadership-0-figures",
    "leadership-3-bars",
    "record-8-change",
    "leadership-1-share",
    "leadership-1-share-guess",
    "letter-2-figures-source",
    "record-4-ring",
    "leadership-5-ranking",
    "community-2-squares",
    "community-7-pictogram",
    "community-0-timeline",
    "photos-0-photos-4",
    "photos-0-photos-1-zoom",
)


@contextmanager
def guided(exhibit: Exhibit[Panel], size: tuple[int, int]) -> Iterator[Guide]:
    guide = Guide(exhibit, shipped() / "content.yaml", size)
    try:
        yield guide
    finally:
        guide.close()


def find(guide: Guide, language: str, key: str) -> Screen:
    return next(screen for screen in screens(guide.route, language) if screen.key == key)


def test_every_kind_has_a_picture() -> None:
    assert {kind.model_fields["kind"].annotation.__args__[0] for kind in VIEWS} <= {  # type: ignore[union-attr]
        part for key in KEYS for part in key.split("-")
    }


@pytest.mark.parametrize("size", SIZES, ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_a_screen_looks_as_it_was_last_seen(
    kiosk_app: QApplication, exhibit: Exhibit[Panel], size: tuple[int, int], language: str, key: str
) -> None:
    with guided(exhibit, size) as guide:
        got = guide.picture(find(guide, language, key)).toImage()
    name = f"{language}-{size[0]}x{size[1]}-{key}"
    path = PICTURES / f"{name}.webp"
    if os.environ.get("GOLDEN") == "update":
        PICTURES.mkdir(exist_ok=True)
        writer = QImageWriter(str(path), b"webp")
        writer.setQuality(100)
        assert writer.write(got), f"{path} cannot be written"
        return
    want = QImage(str(path))
    assert not want.isNull(), f"{path} is missing: make golden, and look at it"
    found = difference(got, want)
    if not found.none:
        FAILED.mkdir(parents=True, exist_ok=True)
        for kind, picture in (("got", got), ("want", want), ("difference", found.picture)):
            picture.save(str(FAILED / f"{name}-{kind}.png"))
        pytest.fail(
            f"{name}: {found.share:.2%} differs, {found.glaring} pixels glaringly, by"
            f" {found.tint:.1f} where most;"
            f" see {FAILED}/{name}-difference.png"
        )
