"""Illustrations that could do more than be looked at, or that cannot be drawn."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path as File
from typing import Final

from PySide6.QtCore import QFile, QIODevice, QXmlStreamReader

from kiosk.content.base import Path
from kiosk.content.problems import Said
from kiosk.staff.files import Names
from kiosk.staff.photograph import needed
from kiosk.staff.qt import messages
from kiosk.staff.remarks import Level, Remark
from kiosk.ui.pictures import decode

MOST: Final = 10
"""MB. A drawing is drawn anew for each size: a larger one would hold up the screen."""

_INSIDE = re.compile(r"\s*(#|data:image/(png|jpeg|webp)[;,]|$)")
_OUT = re.compile(r"url\(\s*['\"]?\s*(?!['\"\s#]|data:)|@import", re.IGNORECASE)
Token = QXmlStreamReader.TokenType
Fault = tuple[Said, Said]


def drawings(leaves: Iterable[tuple[Path, object]], folders: Sequence[File]) -> Iterator[Remark]:
    """Yield what is wrong with each illustration, once, where it is named first."""
    named: dict[str, Path] = {}
    for at, leaf in leaves:
        if at[-1] == "illustration" and isinstance(leaf, str):
            named.setdefault(leaf, at)
    names = Names()
    for name, at in named.items():
        hit = names.find(folders, name)
        fault = _fault(hit[0] / hit[1]) if hit else None
        if fault is not None:
            yield Remark(at, *fault, level=Level.PROBLEM)


def _fault(path: File) -> Fault | None:
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return Said("读不了这幅插画", "this illustration cannot be read"), Said(
            "检查文件的权限", "check the permissions of the file"
        )
    try:
        size = -(-file.size() // 1_000_000)
        if size > MOST:
            return Said(
                f"插画文件太大：{size} MB，最多 {MOST} MB",
                f"the illustration's file is too large: {size} MB; {MOST} MB is the most",
            ), Said(
                "在绘图软件里简化后再保存", "simplify it in a drawing program and save it again"
            )
        fault = _read(QXmlStreamReader(file))
    finally:
        file.close()
    if fault is not None:
        return fault
    with messages():
        none = decode(path, needed()).isNull()
    return _undrawn() if none else None


def _read(reader: QXmlStreamReader) -> Fault | None:
    """Return what is wrong first in an SVG as far as its text tells; it is not drawn."""
    element = ""
    while not reader.atEnd():
        token, fault = reader.readNext(), None
        if token == Token.StartElement:
            element = str(reader.name()).lower()
            fault = _in_element(element, reader)
        elif token == Token.Characters and element == "style" and _OUT.search(str(reader.text())):
            fault = _outside(reader.lineNumber())
        elif token == Token.ProcessingInstruction:
            if str(reader.processingInstructionTarget()) == "xml-stylesheet":
                fault = _outside(reader.lineNumber())
        elif token == Token.DTD and any(one.systemId() for one in reader.entityDeclarations()):
            fault = _outside(reader.lineNumber())
        if fault is not None:
            return fault
    return _undrawn(reader.lineNumber()) if reader.hasError() else None


def _in_element(element: str, reader: QXmlStreamReader) -> Fault | None:
    line = reader.lineNumber()
    if element == "script":
        return _active(line)
    attributes = reader.attributes()
    for attribute in map(attributes.at, range(attributes.size())):
        name, value = str(attribute.name()).lower(), str(attribute.value())
        if name.startswith("on"):
            return _active(line)
        if _OUT.search(value) or (name == "href" and not _INSIDE.match(value)):
            return _outside(line)
    return None


def _active(line: int) -> Fault:
    return Said(
        f"插画的第 {line} 行有脚本，插画只能是图形",
        f"there is a script in line {line} of the illustration, which may hold shapes only",
    ), Said(
        "在绘图软件里删掉脚本，另存为“纯 SVG”",
        "delete the script in a drawing program and save it as plain SVG",
    )


def _outside(line: int) -> Fault:
    return Said(
        f"插画的第 {line} 行引用了外面的文件",
        f"line {line} of the illustration refers to something outside it",
    ), Said(
        "在绘图软件里把它嵌入或删掉，另存为“纯 SVG”",
        "embed or delete it in a drawing program and save it as plain SVG",
    )


def _undrawn(line: int = 0) -> Fault:
    zh, en = (f"（第 {line} 行）", f" (line {line})") if line else ("", "")
    return Said(f"这幅插画画不出来{zh}", f"this illustration cannot be drawn{en}"), Said(
        "在绘图软件里打开它，另存为“纯 SVG”",
        "open it in a drawing program and save it as plain SVG",
    )
