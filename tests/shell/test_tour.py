"""A tour renders every screen without a visitor, and tells where it cannot."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.panels.kinds import KINDS
from kiosk.shell.tour import THUMB, tour
from tests.helpers.small import written

SIZE = (480, 270)

SCREENS = [
    "000-cover",
    "001-home",
    "002-contents",
    "003-attract",
    "010-one-0-ring",
    "010-one-0-ring-source",
    "010-one-0-ring-take",
    "011-two-0-photos-1",
    "011-two-0-photos-1-zoom",
    "012-two-0-photos-2",
    "999-still-there",
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def small(content: Path, kiosk_app: QApplication) -> Exhibit[Panel]:
    assert kiosk_app.screens()
    found = load(content, KINDS)
    assert isinstance(found, Loaded)
    return found.exhibit


def rendered(folder: Path) -> dict[str, QImage]:
    return {file.stem: QImage(str(file)) for file in sorted(folder.glob("*.png"))}


def shades(image: QImage) -> int:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return len(np.unique(np.frombuffer(plain.constBits(), dtype=np.uint32)))


def test_every_screen_in_every_language_is_rendered_with_one_sheet_of_all(
    small: Exhibit[Panel], content: Path, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "tour"
    sheet = tour(small, content, out, size=SIZE)
    pictures = rendered(out)
    whole = pictures.pop("contact-sheet")
    assert sheet == out / "contact-sheet.png"
    assert set(pictures) == {f"{tag}-{name}" for tag in ("zh", "en") for name in SCREENS}
    assert {image.size().toTuple() for image in pictures.values()} == {SIZE}
    assert min(shades(image) for image in pictures.values()) >= 3
    assert whole.width() > 6 * THUMB
    assert shades(whole) > 100


def test_languages_look_different_and_screens_do_too(
    small: Exhibit[Panel], content: Path, tmp_path: Path
) -> None:
    tour(small, content, tmp_path / "tour", size=SIZE)
    pictures = rendered(tmp_path / "tour")
    alike = [
        (one, other)
        for one in pictures
        for other in pictures
        if one < other and pictures[one] == pictures[other]
    ]
    # The cover speaks the first language, and the cycle begins in it.
    assert alike == [("en-000-cover", "zh-000-cover"), ("en-003-attract", "zh-003-attract")]


def test_a_tour_is_the_same_every_time(
    small: Exhibit[Panel], content: Path, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        tour(small, content, tmp_path / name, size=SIZE, languages=("en",))
    one, two = rendered(tmp_path / "one"), rendered(tmp_path / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_some_screens_in_one_language_can_be_asked_for(
    small: Exhibit[Panel], content: Path, tmp_path: Path
) -> None:
    keep = frozenset({"home", "one-0-ring"})
    tour(small, content, tmp_path / "tour", size=SIZE, languages=("en",), keep=keep)
    assert set(rendered(tmp_path / "tour")) == {
        "contact-sheet",
        "en-001-home",
        "en-010-one-0-ring",
    }


@pytest.mark.parametrize("where", ["a file", "below a file", "a folder in the place of a picture"])
def test_a_folder_that_cannot_be_written_is_an_error_with_its_path(
    small: Exhibit[Panel], content: Path, tmp_path: Path, where: str
) -> None:
    out = {"a file": content, "below a file": content / "tour"}.get(where, tmp_path / "tour")
    if out == tmp_path / "tour":
        (out / "en-000-cover.png").mkdir(parents=True)
    with pytest.raises(OSError, match=str(out)):
        tour(small, content, out, size=SIZE, languages=("en",))
