"""Photographs as they come: turned, misnamed, enormous, and read all the same."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageReader

from kiosk.ui.pictures import LARGEST, decode
from tests.ui.photos import (
    CORNERS,
    SIZE,
    close_to,
    drawing,
    encoded,
    exif,
    huge,
    is_red,
    jpeg,
    plain,
    quartered,
    saved,
    with_segment,
)
from tests.ui.toys import RED, colors

pytestmark = pytest.mark.usefixtures("kiosk_app")


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_each_kind_of_photograph_is_read_at_the_size_it_is_shown(tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path, f"photo.{kind}", encoded(plain(400, 300, RED), kind))
    image = decode(path, SIZE)
    assert is_red(image)
    assert image.size() == SIZE
    assert image.format() == QImage.Format.Format_RGB32


@pytest.mark.parametrize(("size", "wanted"), [((80, 100), (133, 100)), ((200, 60), (200, 150))])
def test_a_picture_covers_its_frame_whatever_the_shape(
    tmp_path: Path, size: tuple[int, int], wanted: tuple[int, int]
) -> None:
    path = saved(tmp_path, "photo.jpg", jpeg())
    assert decode(path, QSize(*size)).size() == QSize(*wanted)


def test_a_small_picture_is_not_blown_up_in_memory(tmp_path: Path) -> None:
    path = saved(tmp_path, "photo.jpg", jpeg(40, 30))
    assert decode(path, QSize(3840, 2160)).size() == QSize(40, 30)


@pytest.mark.parametrize("size", [SIZE, QSize(4000, 3000)], ids=["scaled", "whole"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_upright_however_the_camera_was_held(
    tmp_path: Path, orientation: int, size: QSize
) -> None:
    data = encoded(quartered(200, 120, orientation), "jpg")
    path = saved(tmp_path, "photo.jpg", with_segment(data, exif(orientation)))
    image = decode(path, size)
    assert image.width() / image.height() == pytest.approx(200 / 120, rel=0.02)
    for (x, y), wanted in zip(
        ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)), CORNERS.values(), strict=True
    ):
        at = round(x * image.width()), round(y * image.height())
        assert close_to(image.pixelColor(*at), wanted, 40), f"{at} of {orientation}"


def test_a_photograph_on_its_side_covers_the_frame_after_it_is_turned(tmp_path: Path) -> None:
    """Turned first and fitted then: else a portrait would be decoded far too small."""
    data = with_segment(encoded(plain(400, 300, RED), "jpg"), exif(6))
    image = decode(saved(tmp_path, "photo.jpg", data), QSize(100, 200))
    assert image.size() == QSize(150, 200)


@pytest.mark.parametrize("kind", [QImage.Format.Format_RGBX64, QImage.Format.Format_Grayscale16])
def test_sixteen_bits_a_colour_are_brought_to_eight(tmp_path: Path, kind: QImage.Format) -> None:
    data = encoded(plain(400, 300, RED, kind), "png")
    assert data[24] == 16
    image = decode(saved(tmp_path, "photo.png", data), SIZE)
    assert image.format() == QImage.Format.Format_RGB32
    if kind == QImage.Format.Format_RGBX64:
        assert is_red(image)


def test_a_photograph_made_for_print_has_its_colours(tmp_path: Path) -> None:
    """Print shops send four inks; taken for three colours, they come out inverted."""
    inks = plain(400, 300, RED).convertToFormat(QImage.Format.Format_CMYK8888)
    data = encoded(inks, "jpg")
    assert data[data.index(b"\xff\xc0") + 9] == 4
    assert is_red(decode(saved(tmp_path, "photo.jpg", data), SIZE))


def test_where_a_picture_is_transparent_it_is_white_and_not_black(tmp_path: Path) -> None:
    clear = QImage(100, 75, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    for kind in ("png", "webp"):
        image = decode(saved(tmp_path, f"logo.{kind}", encoded(clear, kind)), SIZE)
        assert colors(image) == {"#ffffff"}


@pytest.mark.parametrize(
    ("name", "kind"), [("photo.jpg", "png"), ("photo.png", "jpg"), ("photo.webp", "jpg")]
)
def test_a_wrong_ending_does_not_matter_because_the_content_counts(
    tmp_path: Path, name: str, kind: str
) -> None:
    assert is_red(decode(saved(tmp_path, name, encoded(plain(400, 300, RED), kind)), SIZE))


@pytest.mark.parametrize("name", ["drawing.svg", "DRAWING.SVG"])
def test_a_drawing_is_drawn_at_the_size_it_is_shown(tmp_path: Path, name: str) -> None:
    image = decode(saved(tmp_path, name, drawing()), SIZE)
    assert image.size() == SIZE
    assert colors(image) == {RED}


@pytest.mark.qt_log_ignore("exceeds the current allocation limit of 16", extend=True)
def test_an_enormous_photograph_is_decoded_at_the_size_of_the_screen(tmp_path: Path) -> None:
    """63 million pixels would be a quarter of a gigabyte: nothing here may need more than 16 MiB."""
    path = saved(tmp_path, "photo.jpg", huge(9000, 7000))
    QImageReader.setAllocationLimit(16)
    try:
        image = decode(path, QSize(1920, 1080))
        whole = QImageReader(str(path)).read()
    finally:
        QImageReader.setAllocationLimit(LARGEST)
    assert image.size() == QSize(1920, 1493)
    assert colors(image) == {"#808080"}
    assert whole.isNull()
