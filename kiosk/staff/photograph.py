"""What is wrong with the file of one photograph, read as the screen reads it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QMimeDatabase, QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from kiosk.content.problems import Said
from kiosk.panels.photos import SIDE
from kiosk.staff.qt import messages
from kiosk.staff.remarks import Level, Remark
from kiosk.staff.whole import whole
from kiosk.ui.look import LANDSCAPE, Look
from kiosk.ui.pictures import FORMATS, LARGEST, decode

MOST_BYTES: Final = 50_000_000
MOST_PIXELS: Final = 100_000_000
"""A larger photograph takes long to open, and visitors see no more of it."""

ENDINGS: Final = {"jpeg": (".jpg", ".jpeg"), "png": (".png",), "webp": (".webp",)}
"""The endings of file names that fit each format."""

DEEP: Final = {
    QImage.Format.Format_RGBX64,
    QImage.Format.Format_RGBA64,
    QImage.Format.Format_RGBA64_Premultiplied,
}
"""Formats of 16 bits a colour, which take 8 bytes a pixel."""

_HEAD: Final = 4096
_SMALL: Final = QSize(160, 90)
"""What a photograph is decoded at, to see whether it can be: hardly any memory for any size."""


@cache
def needed() -> QSize:
    """Return the pixels that a photograph's place takes on a screen of 1920 by 1080."""
    wide, high = LANDSCAPE
    return QSize(round(wide * (1 - SIDE)), high - Look(wide, high).band)


class Openings:
    """How many photographs may still be decoded, and how many had to go without."""

    def __init__(self, most: int | None) -> None:
        self._left = most
        self.without = 0

    def take(self) -> bool:
        """Tell whether one more may be decoded."""
        if self._left is None:
            return True
        if self._left == 0:
            self.without += 1
            return False
        self._left -= 1
        return True


def faults(path: Path, name: str, openings: Openings) -> Iterator[Remark]:
    """Yield what is to be said of a file that exists, without a place; `name` is as content has it."""
    try:
        yield from _file(path, name, openings)
    except OSError:
        yield _say(
            "读不了这张照片",
            "this photograph cannot be read",
            "检查文件的权限",
            "check the permissions of the file",
        )


def _file(path: Path, name: str, openings: Openings) -> Iterator[Remark]:
    """Yield what its name, size, format and ends tell, and all else where those are right."""
    if not path.is_file():
        yield _say("这不是一个文件", "this is not a file", *_again(name))
        return
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    kind = bytes(reader.format().data()).decode("ascii")
    if kind.encode() not in FORMATS:
        yield _no_photograph(path, name)
        return
    if not name.lower().endswith(ENDINGS[kind]):
        yield _misnamed(kind, name)
    if (size := path.stat().st_size) > MOST_BYTES:
        yield _heavy(size)
    elif not whole(path, kind):
        yield _cut(name)
    else:
        yield from _picture(path, name, kind, reader, openings)


def _picture(
    path: Path, name: str, kind: str, reader: QImageReader, openings: Openings
) -> Iterator[Remark]:
    """Yield what its head tells; only then is it decoded, small. The sums of a PNG told all."""
    with messages():
        size = reader.size()
    if not size.isValid():
        yield _cut(name)
        return
    form = reader.imageFormat()  # arbitrary where the head is damaged
    deep, pixels = form in DEEP, size.width() * size.height()
    if pixels > MOST_PIXELS or pixels * (8 if deep else 4) > LARGEST * 2**20:
        yield _large(size, deep=deep)
        return
    if kind != "png" and openings.take():
        with messages() as said:
            none = decode(path, _SMALL).isNull()
        if none:
            yield _cut(name)
            return
        if any("Corrupt JPEG data" in one and "extraneous" not in one for one in said):
            yield _garbled(name)
    if form == QImage.Format.Format_CMYK8888:
        yield _inks()
    if reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value:
        size.transpose()
    if size.width() < needed().width() or size.height() < needed().height():
        yield _small(size)


def _say(zh: str, en: str, hint_zh: str, hint_en: str) -> Remark:
    return Remark((), Said(zh, en), Said(hint_zh, hint_en))


def _again(name: str) -> tuple[str, str]:
    return f"把照片重新拷贝到 {name}", f"copy the photograph to {name} again"


def _no_photograph(path: Path, name: str) -> Remark:
    """Say what the file is instead, if that is known."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    kind = QMimeDatabase().mimeTypeForData(QByteArray(head)).preferredSuffix().upper()
    if not kind or kind == "BIN":
        return _say("这个文件不是照片", "this file is no photograph", *_again(name))
    return _say(
        f"这个文件其实是 {kind}，不能当照片用",
        f"this file is really {kind}, which cannot be shown as a photograph",
        f"打开它，另存为 JPEG，文件名 {name}",
        f"open it and save it as a JPEG called {name}",
    )


def _misnamed(kind: str, name: str) -> Remark:
    right = name.rpartition(".")[0] + ENDINGS[kind][0]
    return _say(
        f"这个文件其实是 {kind.upper()}；能显示，但文件名会让人误会",
        f"this file is really {kind.upper()}; it is shown, but its name misleads",
        f"文件改名为 {right}，这里也写 {right}",
        f"rename the file to {right} and write {right} here",
    )


def _heavy(size: int) -> Remark:
    shown = -(-size // 1_000_000)
    return _say(
        f"照片文件太大：{shown} MB，最多 50 MB",
        f"the photograph's file is too large: {shown} MB; 50 MB is the most",
        "另存为 JPEG，宽 4000 像素就够",
        "save it as a JPEG, 4000 pixels wide",
    )


def _large(size: QSize, *, deep: bool) -> Remark:
    zh, en = ("，每色 16 位", " of 16 bits a colour") if deep else ("", "")
    return _say(
        f"照片太大：{size.width()} × {size.height()} 像素{zh}",
        f"the photograph is too large: {size.width()} × {size.height()} pixels{en}",
        "缩小到宽 4000 像素，另存为 JPEG",
        "scale it down to a width of 4000 pixels and save it as a JPEG",
    )


def _cut(name: str) -> Remark:
    return _say(
        "照片不完整或已损坏，不会显示",
        "the photograph is cut short or damaged, and is not shown",
        *_again(name),
    )


def _garbled(name: str) -> Remark:
    fault = _say(
        "照片有一部分坏了，观众会看到残缺的画面",
        "a part of the photograph is damaged, and visitors would see that",
        *_again(name),
    )
    return fault._replace(level=Level.PROBLEM)


def _inks() -> Remark:
    return _say(
        "这是印刷用的照片（CMYK），颜色可能有偏差",
        "this photograph is made for print (CMYK); its colours may shift",
        "另存为 RGB（sRGB）的 JPEG",
        "save it as a JPEG in RGB (sRGB)",
    )


def _small(size: QSize) -> Remark:
    least = f"{needed().width()} × {needed().height()}"
    return _say(
        f"照片只有 {size.width()} × {size.height()} 像素，在 1920 × 1080 的屏幕上会模糊",
        f"the photograph has {size.width()} × {size.height()} pixels, too few for a screen of 1920 × 1080",
        f"换一张至少 {least} 像素的",
        f"choose one of at least {least} pixels",
    )
