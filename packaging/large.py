"""Makes a large exhibit for benches and tests: the starter's panels over and over, and photographs.

    python packaging/large.py DIR                           1,000 panels, 5,000 photographs
    python packaging/large.py DIR --panels 60 --photos 150

The same numbers make the same exhibit. It takes 2 MB of disk, on which a file may have many names.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from kiosk.staff.make import make

PANELS: Final = 1000
PHOTOS: Final = 5000

TOGETHER: Final = 20
"""Photographs on one panel, at most."""

CHAPTER: Final = 50
"""Panels of one chapter, at most."""

FILES: Final = 8
"""Photographs that really differ; the others are further names of these."""

WIDE, HIGH = 1920, 1280

PICTURE = """\
          - photo: photos/{n:04}.jpg
            title:
              zh: 第{n}张
              en: Picture {n}
            caption:
              zh: 园里的第{n}张照片，拍的是早晨。
              en: Photograph {n} of the garden, taken in the morning.
"""

CHAPTER_HEAD = """\
  - id: chapter-{n}
    title:
      zh: 第{n}章
      en: Chapter {n}
    panels:
"""

PHOTOS_HEAD = """\
      - kind: photos
        title:
          zh: 园里的照片
          en: Photographs of the garden
        items:
"""


def large(folder: Path, panels: int = PANELS, photos: int = PHOTOS) -> Path:
    """Write the exhibit into a folder that is new or empty, and return its content.yaml.

    FileExistsError tells that there is something already.
    """
    file = make(folder)
    head, _, chapters = file.read_text(encoding="utf-8").partition("\nchapters:\n")
    text = [head, "\nchapters:\n"]
    for at, panel in enumerate(_panels(_blocks(chapters), panels, photos)):
        if at % CHAPTER == 0:
            text.append(CHAPTER_HEAD.format(n=at // CHAPTER + 1))
        text.append(
            re.sub(r"(title:\n +zh: .*)(\n +en: .*)", rf"\1（{at}）\2 ({at})", panel, count=1)
        )
    file.write_text("".join(text), encoding="utf-8")
    _photographs(folder / "photos", photos)
    return file


def _blocks(chapters: str) -> list[str]:
    """Return the text of each panel but the photographs, without the comments between them."""
    blocks: list[str] = re.findall(r"^      - kind: .*\n(?: {8}.*\n)+", chapters, re.MULTILINE)
    return [block for block in blocks if "kind: photos" not in block]


def _panels(blocks: list[str], panels: int, photos: int) -> list[str]:
    """Return the text of every panel, those of photographs spread evenly among the others."""
    sets = [range(first, min(first + TOGETHER, photos)) for first in range(0, photos, TOGETHER)]
    every = [blocks[at % len(blocks)] for at in range(panels)]
    for at, numbers in enumerate(sets):
        items = (PICTURE.format(n=number) for number in numbers)
        every[at * panels // len(sets)] = PHOTOS_HEAD + "".join(items)
    return every


def _photographs(folder: Path, count: int) -> None:
    """Write so many photographs: a few, each under many names."""
    for number in range(count):
        path = folder / f"{number:04}.jpg"
        if number < FILES:
            _photograph(number).save(str(path), "JPG", 60)  # type: ignore[call-overload]
        else:
            path.hardlink_to(folder / f"{number % FILES:04}.jpg")


def _photograph(number: int) -> QImage:
    """Return a picture of hills in a colour of their own."""
    hue = number * 360 // FILES
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        sky = QLinearGradient(0, 0, 0, HIGH)
        sky.setColorAt(0, QColor.fromHsv(hue, 60, 230))
        sky.setColorAt(1, QColor.fromHsv(hue, 120, 160))
        painter.fillRect(image.rect(), sky)
        painter.setPen(Qt.PenStyle.NoPen)
        for hill in range(5):
            painter.setBrush(QColor.fromHsv(hue, 140, 150 - 20 * hill))
            painter.drawEllipse(hill * 350 - 300, 700 + 60 * hill, 1200, 1000)
    return image


def main() -> int:
    """Make it where the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="new or empty")
    parser.add_argument("--panels", type=int, default=PANELS)
    parser.add_argument("--photos", type=int, default=PHOTOS)
    options = parser.parse_args()
    if options.photos > options.panels * TOGETHER:
        parser.error(f"{TOGETHER} photographs are the most for one panel")
    print(large(options.folder, options.panels, options.photos))
    return 0


if __name__ == "__main__":
    sys.exit(main())
