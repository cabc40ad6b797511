"""Whether the file of a photograph is all there, as far as the file itself tells: nothing is decoded.

What can be wrong inside, with both ends in their place, only decoding shows.
"""

import zlib
from os import SEEK_CUR, SEEK_END
from pathlib import Path
from typing import BinaryIO, Final

_BLOCK: Final = 1 << 20
_TAIL: Final = 1 << 12
"""Bytes at the end of a JPEG that are looked at first: nearly always its end is there."""


def whole(path: Path, kind: str) -> bool:
    """Tell whether nothing is missing of a photograph of a kind: jpeg, png or webp."""
    with path.open("rb") as file:
        return {"jpeg": _jpeg, "png": _png, "webp": _webp}[kind](file)


def _jpeg(file: BinaryIO) -> bool:
    """Tell whether the picture has an end.

    The end is looked for after the start of the picture: before it there may be a thumbnail with an
    end of its own, and phones write whole films behind it.
    """
    file.seek(2)
    while len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] != 0xDA:
        # Any number of FF may stand before a marker.
        file.seek(-3 if head[1] == 0xFF else int.from_bytes(head[2:]) - 2, SEEK_CUR)
    start, end = file.tell(), file.seek(0, SEEK_END)
    tail = max(start, end - _TAIL)
    return _ends(file, tail, _TAIL) or _ends(file, start, _BLOCK)


def _ends(file: BinaryIO, start: int, block: int) -> bool:
    """Tell whether there is an end of a JPEG somewhere from here on, read in blocks of bytes."""
    file.seek(start)
    last = b""
    while part := file.read(block):
        if b"\xff\xd9" in last + part:
            return True
        last = part[-1:]
    return False


def _png(file: BinaryIO) -> bool:
    """Tell whether the sum behind each piece is right.

    To decode it would take seconds and hundreds of megabytes, and libpng writes to the terminal.
    """
    file.seek(8)
    while len(head := file.read(8)) == 8:
        left, total = int.from_bytes(head[:4]), zlib.crc32(head[4:])
        while left and (block := file.read(min(left, _BLOCK))):
            left, total = left - len(block), zlib.crc32(block, total)
        if left or file.read(4) != total.to_bytes(4):
            return False
        if head[4:] == b"IEND":
            return True
    return False


def _webp(file: BinaryIO) -> bool:
    """Tell whether there is as much as its head says: its length without the first 8 bytes."""
    file.seek(4)
    length = int.from_bytes(file.read(4), "little")
    return file.seek(0, SEEK_END) >= length + 8
