"""From bytes to text: which encoding, which line, and what no editor shows.

Rule: a file that staff saved in any of the usual ways is read rightly; a damaged one is refused
rather than shown as gibberish.
"""

import re
from itertools import islice
from typing import Final, NamedTuple

from kiosk.content.problems import Place, Problem, Said

LIMIT: Final = 2_000_000
"""Bytes that are read of a content file, 2 MB."""

_MOST: Final = 50
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u200b\u200e\u200f\u2028-\u202f\u2060-\u2069"
    "\ufeff\ufff9-\uffff]"
)
_NAMES: Final = {
    "\x85": Said("看不见的换行符", "an invisible line break"),
    "\xa0": Said("不换行空格", "a no-break space"),
    "\u200b": Said("看不见的零宽空格", "an invisible zero-width space"),
    "\u2028": Said("看不见的换行符", "an invisible line break"),
    "\u2029": Said("看不见的换行符", "an invisible line break"),
    "\ufeff": Said("看不见的文件标记", "an invisible byte-order mark"),
    "\ufffd": Said("损坏的字", "a damaged character"),
}
_UNSEEN = Said("看不见的字符", "an invisible character")
_PLAIN_TEXT = Said(
    "在编辑器里另存为“纯文本”，编码选 UTF-8", "save it in the editor as plain text, encoding UTF-8"
)


class Decoded(NamedTuple):
    """A file as text: its lines without line ends, and each hidden character in them."""

    lines: tuple[str, ...]
    encoding: str
    hidden: tuple[Problem, ...]


def decode(data: bytes) -> Decoded | Problem:
    """Read UTF-8, UTF-16 with a byte-order mark, or GB18030; `encoding` tells which it was.

    Hidden characters outside comments are reported and stand as spaces in the lines.
    """
    if len(data) > LIMIT:
        return Problem(
            Place(),
            Said("文件太大，最多 2 MB", "the file is too large; 2 MB is the most"),
            Said("照片和文章不要写进这个文件", "keep photographs and articles out of this file"),
        )
    text = _text(data)
    if isinstance(text, Problem):
        return text
    content, encoding = text
    if "\x00" in content:
        return _not_text()
    lines, hidden = _reveal(_broken(content))
    return Decoded(lines, encoding, hidden)


def lines_of(data: bytes) -> tuple[str, ...]:
    """Return the lines of a file to show beside its problems, as well as they can be read."""
    known = decode(data[:LIMIT])
    if isinstance(known, Decoded):
        return known.lines
    mark, name = next((bom for bom in _BOMS if data.startswith(bom[0])), (b"", "utf-8"))
    return _reveal(_broken(data[len(mark) : LIMIT].decode(name, "replace")))[0]


def _broken(text: str) -> list[str]:
    """Split where editors do: at LF, CR LF and CR, and nowhere else."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _text(data: bytes) -> tuple[str, str] | Problem:
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), name[:6]
            except UnicodeDecodeError as error:
                return _damaged(data[len(mark) : len(mark) + error.start].decode(name, "replace"))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        start = error.start
    if _mostly_utf8(data):
        return _damaged(data[:start].decode("utf-8"))
    try:
        return data.decode("gb18030"), "gb18030"
    except UnicodeDecodeError:
        return _not_text()


def _mostly_utf8(data: bytes) -> bool:
    """Tell a UTF-8 file with a few bad bytes from one in another encoding.

    Read as UTF-8, Chinese in GB18030 gives bad bytes throughout and hardly any Chinese.
    """
    good = sum(character >= "\u0800" for character in data.decode("utf-8", "ignore"))
    return good > data.decode("utf-8", "replace").count("\ufffd")


def _damaged(before: str) -> Problem:
    lines = _broken(before)
    return Problem(
        Place(len(lines), len(lines[-1]) + 1),
        Said("这里有一个损坏的字", "there is a damaged character here"),
        Said("删掉它，重新输入这个字，再保存", "delete it, type it again and save"),
    )


def _not_text() -> Problem:
    return Problem(
        Place(), Said("这不是一个纯文本文件", "this is not a plain text file"), _PLAIN_TEXT
    )


def _reveal(lines: list[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Turn hidden characters into spaces, and report those that do not stand in a comment."""
    if not _HIDDEN.search("\n".join(lines)):
        return tuple(lines), ()
    problems = (
        _seen(Place(number, found.start() + 1), found[0])
        for number, line in enumerate(lines, 1)
        if not line.lstrip().startswith("#")
        for found in _HIDDEN.finditer(line)
    )
    return tuple(_HIDDEN.sub(" ", line) for line in lines), tuple(islice(problems, _MOST))


def _seen(place: Place, character: str) -> Problem:
    name, code = _NAMES.get(character, _UNSEEN), f"U+{ord(character):04X}"
    return Problem(
        place,
        Said(f"这里有{name.zh}（{code}）", f"there is {name.en} here ({code})"),
        Said("删掉它，重新输入", "delete it and type it again"),
    )
