"""Bringing photographs in: upright, no larger than a screen needs, with nothing but the picture."""

import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader

from kiosk.content.assets import check_path
from kiosk.content.problems import Said
from kiosk.staff.files import names_in
from kiosk.staff.photograph import DEEP
from kiosk.staff.qt import messages
from kiosk.staff.versions_files import make, rename, write
from kiosk.ui.pictures import FORMATS, LARGEST, decode

FOLDER: Final = "photos"
"""Where they go, beside content.yaml."""

MOST: Final = 3840
"""Pixels: the longer side of the largest screens; a larger photograph shows no more on them."""

QUALITY: Final = 90

_LONGEST: Final = 60
"""Characters of a name that are kept."""

_HEAD: Final = 4096
_SMALL: Final = QSize(160, 90)
_SRGB: Final = QColorSpace.NamedColorSpace.SRgb


@dataclass(frozen=True)
class Brought:
    """A photograph that is beside the content now, by its path from there."""

    source: str
    photo: str


@dataclass(frozen=True)
class Left:
    """What was not brought in, and why; `wanted` tells a photograph from other things."""

    source: str
    why: Said
    wanted: bool = True


class UnfitError(Exception):
    """A file that cannot be brought in."""

    def __init__(self, zh: str, en: str, *, wanted: bool = True) -> None:
        super().__init__(en)
        self.why, self.wanted = Said(zh, en), wanted


Outcome = Brought | Left
Tell = Callable[[int, int, Outcome], None]
"""Hears of each file as it is done, with its number and how many there are."""


def bring(folder: Path, beside: Path, tell: Tell) -> list[Outcome]:
    """Bring every photograph of a folder into `photos/` in the folder `beside`, one at a time.

    Folders in it and links are not followed; hidden files are passed over. What is in the folder
    stays as it is, and nothing in `photos/` is written over. OSError tells that the folder cannot
    be read or `photos/` cannot be written.
    """
    names = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
    target = beside / FOLDER
    make(target)
    QImageReader.setAllocationLimit(LARGEST)
    done: list[Outcome] = []
    for number, name in enumerate(names, 1):
        done.append(_one(folder / name, target))
        tell(number, len(names), done[-1])
    return done


def _one(source: Path, target: Path) -> Outcome:
    try:
        data, ending = _prepared(source)
    except UnfitError as fault:
        return Left(source.name, fault.why, fault.wanted)
    return Brought(source.name, f"{FOLDER}/{_put(data, target, stem(source.stem), ending)}")


# -- reading ---------------------------------------------------------------------------------------


def _prepared(source: Path) -> tuple[bytes, str]:
    """Return the file to write for a photograph, and its ending; UnfitError if there can be none."""
    try:
        mode = source.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise UnfitError("链接，跳过", "a link: passed over", wanted=False)
        if stat.S_ISDIR(mode):
            raise UnfitError("文件夹，跳过", "a folder: passed over", wanted=False)
        if not stat.S_ISREG(mode):
            raise UnfitError("不是文件，跳过", "no file: passed over", wanted=False)
        with source.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UnfitError(
            f"读不了（{error.strerror}）：请检查文件的权限",
            f"cannot be read ({error.strerror}): check its permissions",
        ) from None
    return _encoded(_read(source, head))


def _read(source: Path, head: bytes) -> QImage:
    """Return the picture upright, decoded no larger than it is written."""
    reader = QImageReader(str(source))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = reader.format().data()
    if kind not in FORMATS:
        raise _foreign(head)
    with messages() as said:
        size = reader.size()
        each = 8 if reader.imageFormat() in DEEP else 4
        if each * size.width() * size.height() > LARGEST * 2**20:
            raise UnfitError(
                f"太大（{size.width()} × {size.height()} 像素）：缩小到宽 {MOST} 像素再试",
                f"too large ({size.width()} × {size.height()} pixels): scale it down to a width of {MOST}",
            )
        if max(size.width(), size.height()) > MOST:
            fitted = size.scaled(MOST, MOST, Qt.AspectRatioMode.KeepAspectRatio)
            reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
        # A JPEG without its end would be read with a grey foot and no error.
        short = kind == b"jpeg" and decode(source, _SMALL).isNull()
        image = QImage() if short else reader.read()
    garbled = any("Corrupt JPEG data" in one and "extraneous" not in one for one in said)
    if image.isNull() or garbled:
        raise UnfitError(
            "不完整或已损坏：请从相机或手机重新拷贝",
            "cut short or damaged: copy it from the camera or phone again",
        )
    return image


def _foreign(head: bytes) -> UnfitError:
    """Say what a file is that is none of the three."""
    kind = QMimeDatabase().mimeTypeForData(QByteArray(head))
    name = kind.preferredSuffix().upper()
    if kind.name().startswith("image/"):
        return UnfitError(
            f"{name} 格式读不了：打开它，另存为 JPEG",
            f"{name} cannot be read: open it and save it as JPEG",
        )
    shown = name if name and name != "BIN" else ""
    return UnfitError(
        f"不是照片{f'（{shown}）' if shown else ''}，跳过",
        f"no photograph{f' ({shown})' if shown else ''}: passed over",
        wanted=False,
    )


# -- writing ---------------------------------------------------------------------------------------


def _encoded(image: QImage) -> tuple[bytes, str]:
    """Return a picture as a file, PNG where it lets the ground through, else JPEG."""
    clear = image.hasAlphaChannel() and _lets_through(image)
    form = QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32
    kind, quality = ("PNG", -1) if clear else ("JPEG", QUALITY)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _bare(image, form).save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data()), ".png" if clear else ".jpg"


def _lets_through(image: QImage) -> bool:
    pixels = image.convertToFormat(QImage.Format.Format_ARGB32)
    return bool(np.frombuffer(pixels.constBits(), np.uint32).min() < 0xFF000000)


def _bare(image: QImage, form: QImage.Format) -> QImage:
    """Return the pixels in sRGB and nothing else: no place, no camera, no comment, no profile."""
    if image.colorSpace().isValid() and image.colorSpace() != QColorSpace(_SRGB):
        turned = image.convertedToColorSpace(QColorSpace(_SRGB), form)
        image = image if turned.isNull() else turned
    image = image.convertToFormat(form)
    wide, high, row = image.width(), image.height(), image.bytesPerLine()
    return QImage(image.constBits(), wide, high, row, form).copy()


def stem(name: str) -> str:
    """Return a name in small Latin letters, digits and hyphens; "" if that would lose letters."""
    plain = unicodedata.normalize("NFKD", name)
    if any(one.isalnum() and not one.isascii() for one in plain):
        return ""
    safe = re.sub(r"[^a-z0-9]+", "-", plain.lower().encode("ascii", "ignore").decode())
    safe = safe[:_LONGEST].strip("-")
    try:
        check_path(f"{FOLDER}/{safe}.jpg")
    except ValueError:
        return ""
    return safe


def _names(stem: str, ending: str) -> Iterator[str]:
    """Yield the names a photograph may have, the best first."""
    if stem:
        yield f"{stem}{ending}"
    for number in count(2 if stem else 1):
        yield f"{stem}-{number}{ending}" if stem else f"photo-{number:02d}{ending}"


def _put(data: bytes, folder: Path, stem: str, ending: str) -> str:
    """Write a photograph under the first name that is free; return the name.

    One that is there already, byte for byte, is not written again.
    """
    taken = {name.casefold(): name for name in names_in(folder)}
    for name in _names(stem, ending):
        there = taken.get(name)
        if there is None:
            aside = folder / f".{name}.new"
            write(data, aside)
            rename(aside, folder / name)
            return name
        if _holds(folder / there, data):
            return there
    raise AssertionError("there is always a further name")


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data
