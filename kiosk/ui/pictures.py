"""Pictures decoded off the interface's thread, at the size they are shown, kept within a budget."""

import logging
from collections import OrderedDict
from collections.abc import Iterable
from os import SEEK_CUR
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

log = logging.getLogger(__name__)

BUDGET = 48 * 2**20
"""Bytes of decoded pictures kept: six full screens at 1080 lines; the one in front in any case."""

LARGEST = 512
"""MiB that one picture may take while it is decoded: 100 megapixels of four bytes, and some."""

FORMATS = {b"jpeg", b"png", b"webp"}
"""What photographs may be, by their content: a name proves nothing."""

Key = tuple[str, int, int]


def decode(path: Path, size: QSize) -> QImage:
    """Return the picture, upright, just covering `size` pixels; a null image if it is no picture."""
    if not path.is_file():
        return QImage()
    if path.suffix.lower() == ".svg":
        return _drawing(path, size)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if reader.format().data() not in FORMATS or _cut_short(path):
        return QImage()
    whole = reader.size()
    turned = (
        reader.transformation().value & 4
    )  # the last of Qt's bits: width and height change places
    fitted = whole.scaled(
        size.transposed() if turned else size, Qt.AspectRatioMode.KeepAspectRatioByExpanding
    )
    if fitted.width() < whole.width():
        reader.setScaledSize(fitted)
    return _opaque(reader.read())


def _opaque(image: QImage) -> QImage:
    """Return the image on white, as drawings are, where it lets the ground through."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    with QPainter(ground) as painter:
        painter.drawImage(0, 0, image)
    return ground


def _cut_short(path: Path) -> bool:
    """Tell a JPEG without its end: it would decode with a grey bottom and no error.

    The end is looked for after the start of the picture: before it there may be a thumbnail with an
    end of its own, and phones write whole films behind it.
    """
    with path.open("rb") as file:
        if file.read(2) != b"\xff\xd8":
            return False
        while len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] != 0xDA:
            # Any number of FF may stand before a marker.
            file.seek(-3 if head[1] == 0xFF else int.from_bytes(head[2:]) - 2, SEEK_CUR)
        last = b""
        while block := file.read(1 << 20):
            if b"\xff\xd9" in last + block:
                return False
            last = block[-1:]
        return True


def _drawing(path: Path, size: QSize) -> QImage:
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        return QImage()
    whole = renderer.defaultSize().scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if 4 * whole.width() * whole.height() > LARGEST * 2**20:
        return QImage()
    image = QImage(whole, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        renderer.render(painter)
    return image


class _Job(QRunnable):
    def __init__(self, pictures: "Pictures", key: Key) -> None:
        super().__init__()
        self._pictures, self._key = pictures, key

    def run(self) -> None:
        """Decode; an exception here would reach nobody."""
        path, width, height = self._key
        image = QImage()
        try:
            image = decode(Path(path), QSize(width, height))
        except Exception:
            log.exception("%s cannot be read", path)
        self._pictures.decoded.emit(self._key, image)


class Pictures(QObject):
    """Asks one worker for pictures and remembers them, the latest used first, up to the budget."""

    decoded = Signal(object, QImage)
    arrived = Signal(str)
    """The path of a picture that is there now, or is known to be none."""

    def __init__(self, budget: int = BUDGET) -> None:
        super().__init__()
        QImageReader.setAllocationLimit(LARGEST)
        self._budget = budget
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._asked: set[Key] = set()
        self._outdated: set[Key] = set()
        """Of those asked for, the ones whose file has changed since."""
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.decoded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def bytes(self) -> int:
        """Bytes of the pictures kept."""
        return sum(4 * picture.width() * picture.height() for picture in self._kept.values())

    def get(self, path: Path, size: QSize) -> QPixmap | None:
        """Return the picture covering `size`, a null one if it is none, or None until `arrived`."""
        key = (str(path), size.width(), size.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            self._pool.start(_Job(self, key))
        return None

    def now(self, path: Path, size: QSize) -> QPixmap:
        """Return the picture even if that takes time: for pictures made without a visitor."""
        key = (str(path), size.width(), size.height())
        if key not in self._kept:
            self._keep(key, decode(path, size))
        return self._kept.get(key, QPixmap())

    def _take(self, key: object, image: QImage) -> None:
        """Take a picture from the worker, whose signal carries its key as an object."""
        asked = cast("Key", key)
        if asked in self._outdated:
            self._outdated.discard(asked)
            self._pool.start(_Job(self, asked))
        else:
            self._keep(asked, image)

    def _keep(self, key: Key, image: QImage) -> None:
        self._asked.discard(key)
        self._kept[key] = QPixmap.fromImage(image)
        while self.bytes > self._budget and len(self._kept) > 1:
            self._kept.popitem(last=False)
        self.arrived.emit(key[0])

    def forget(self, paths: Iterable[Path]) -> None:
        """Drop what was made of these files, as when they have changed; it is read again if wanted."""
        names = {str(path) for path in paths}
        for key in [one for one in self._kept if one[0] in names]:
            del self._kept[key]
        self._outdated |= {key for key in self._asked if key[0] in names}

    def close(self) -> None:
        """Wait for the worker to end."""
        self._pool.clear()
        self._pool.waitForDone()
