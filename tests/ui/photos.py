"""Photographs as cameras, phones and careless hands make them, written byte by byte."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.toys import RED

SIZE = QSize(100, 75)
"""What pictures are mostly asked for at."""

CORNERS = {"TL": "#c02020", "TR": "#20a040", "BL": "#2040c0", "BR": "#e0c020"}
"""Colours of the four quarters of an upright picture, from the top left to the bottom right."""

_FACING = {1: "TL", 2: "TR", 3: "BR", 4: "BL", 5: "LT", 6: "RT", 7: "RB", 8: "LB"}
"""For each EXIF orientation, the sides of the upright picture where the first row and column are."""

_OPPOSITE = {"T": "B", "B": "T", "L": "R", "R": "L"}


def plain(
    width: int, height: int, color: str, kind: QImage.Format = QImage.Format.Format_RGB32
) -> QImage:
    """Return a picture of one colour."""
    image = QImage(width, height, kind)
    image.fill(QColor(color))
    return image


def encoded(image: QImage, kind: str, quality: int = 95) -> bytes:
    """Return a picture as a file of a kind that Qt writes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def quartered(width: int, height: int, orientation: int = 1) -> QImage:
    """Return a picture whose quarters have the colours of CORNERS, as a camera held so stores it.

    Width and height are those of the upright picture.
    """
    row, column = tuple(_FACING[orientation])
    if row in "LR":
        width, height = height, width
    image = plain(width, height, "#000000")
    with QPainter(image) as painter:
        for far_down in (False, True):
            for far_right in (False, True):
                sides = {
                    _OPPOSITE[row] if far_down else row,
                    _OPPOSITE[column] if far_right else column,
                }
                (color,) = (CORNERS[corner] for corner in CORNERS if set(corner) == sides)
                x, y = far_right * (width // 2), far_down * (height // 2)
                painter.fillRect(x, y, width - x, height - y, QColor(color))
    return image


def segment(marker: int, data: bytes) -> bytes:
    """Return one segment of a JPEG's head."""
    return bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2) + data


def exif(orientation: int, thumbnail: bytes = b"") -> bytes:
    """Return a segment that says how the camera was held, as cameras write it."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2) + b"\x00\x00"
    tiff = b"MM\x00\x2a\x00\x00\x00\x08" + b"\x00\x01" + entry + b"\x00\x00\x00\x00"
    return segment(0xE1, b"Exif\x00\x00" + tiff + thumbnail)


def with_segment(jpeg: bytes, extra: bytes) -> bytes:
    """Return the JPEG with one more segment at its beginning."""
    return jpeg[:2] + extra + jpeg[2:]


def scan_of(jpeg: bytes) -> int:
    """Return where the picture itself begins in a JPEG."""
    return jpeg.index(b"\xff\xda")


def huge(width: int, height: int) -> bytes:
    """Return a grey JPEG of any size, made of its head and one code for each block of 8 by 8.

    Nothing and end of block are 00 and 1010 in the usual tables, so four blocks are three bytes.
    """
    grey = plain(8, 8, "#808080", QImage.Format.Format_Grayscale8)
    small = encoded(grey, "jpg", 50)
    size = small.index(b"\xff\xc0") + 5
    head = small[:size] + height.to_bytes(2) + width.to_bytes(2) + small[size + 4 :]
    start = scan_of(head)
    start += 2 + int.from_bytes(head[start + 2 : start + 4])
    blocks = -(-width // 8) * -(-height // 8)
    return head[:start] + b"\x28\xa2\x8a" * -(-blocks // 4) + b"\xff\xd9"


def drawing(width: int = 40, height: int = 30, color: str = "#c02020") -> bytes:
    """Return an SVG of one rectangle."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="{color}"/></svg>'
    ).encode()


def saved(folder: Path, name: str, data: bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(data)
    return path


def close_to(color: QColor, wanted: str, slack: int = 12) -> bool:
    """Tell whether a colour is the wanted one, as far as a JPEG keeps it."""
    other = QColor(wanted)
    return all(
        abs(part(color) - part(other)) <= slack for part in (QColor.red, QColor.green, QColor.blue)
    )


def is_red(image: QImage) -> bool:
    return not image.isNull() and close_to(image.pixelColor(50, 37), RED)


def jpeg(width: int = 400, height: int = 300) -> bytes:
    return encoded(plain(width, height, RED), "jpg")
