"""Make the bundled fonts in ``assets/fonts`` again from the fonts Debian ships.

The upstream files come from three Debian 12 packages, the tool from PyPI::

    apt-get install fonts-noto-cjk fonts-lxgw-wenkai unicode-data
    pip install fonttools==4.68.0
    python packaging/fonts.py

Each upstream face is cut down to the characters and layout features the kiosk uses, loses its
hinting, and gets a family name of its own, so that a font installed on the machine is never taken
for it. The dash “—” gets its full-width form, as Chinese text wants it; in the Noto faces all ten
digits get one width, the upright dash fills its cell, so that two of them in a column are one
line, and the feature “pwid” sets quotation marks, dash, ellipsis and middle dot as Latin text wants
them. The same packages and the same fonttools give the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import string
import unicodedata
from pathlib import Path
from typing import NamedTuple

from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
STAMP = 3_786_912_000  # 2024-01-01 00:00 UTC, in seconds since 1904 as the head table counts

FEATURES = ["kern", "mark", "mkmk", "ccmp", "liga", "vert", "vrt2", "tnum", "lnum", "pnum"]
FEATURES += ["halt", "palt", "chws", "pwid"]
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x2000, 0x206F),  # General Punctuation
    (0x2460, 0x2473),  # ① to ⑳
    (0x3000, 0x303F),  # CJK Symbols and Punctuation
    (0xFE10, 0xFE1F),  # Vertical Forms
    (0xFE30, 0xFE4F),  # CJK Compatibility Forms
    (0xFF00, 0xFFEF),  # Halfwidth and Fullwidth Forms
)
# Pinyin (fontconfig takes a font for Chinese only if it has ˇ and ˉ), then signs.
SINGLES = "ǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǸǹḾḿẾếỀềˇˉˊˋ˙\u0300\u0301\u0304\u0308\u030c"
SINGLES += "€℃№㎡←↑→↓↗↘−≈≤≥■□●○▲△▶▼◆◇"
DASH, BAR, UPRIGHT_DASH = 0x2014, 0x2015, 0xFE31
LATIN = "‘’“”—…·"  # full-width unless “pwid” is on

# The name records that say which font this is; copyright, licence and credits stay.
FAMILY, STYLE, UNIQUE, FULL, VERSION, POSTSCRIPT = range(1, 7)
IDENTITY = (FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, 16, 17, 18, 21, 22)


class Face(NamedTuple):
    """One font to make: where it comes from and what it is called."""

    package: str
    source: str
    family: str
    style: str


NOTO, KAI = "fonts-noto-cjk", "fonts-lxgw-wenkai"
FACES = (
    Face(NOTO, "opentype/noto/NotoSerifCJK-Regular.ttc", "Kiosk Serif", "Regular"),
    Face(NOTO, "opentype/noto/NotoSerifCJK-Bold.ttc", "Kiosk Serif", "Bold"),
    Face(NOTO, "opentype/noto/NotoSansCJK-Regular.ttc", "Kiosk Sans", "Regular"),
    Face(NOTO, "opentype/noto/NotoSansCJK-Bold.ttc", "Kiosk Sans", "Bold"),
    Face(KAI, "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "Kiosk Kai", "Regular"),
)


def upstream(path: Path, package: str) -> Path:
    """Return the path of a packaged file, or stop and say which package has it."""
    if not path.is_file():
        raise SystemExit(f"{path} is missing: install it with “apt-get install {package}”.")
    return path


def characters(share: Path) -> set[int]:
    """Return the code points wanted in every font."""
    wanted = set(map(ord, SINGLES))
    wanted.update(*(range(first, last + 1) for first, last in RANGES))
    for row in range(0xB0, 0xF8):  # the hanzi rows of GB 2312
        line = bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell))
        wanted.update(map(ord, line.decode("gb2312", errors="ignore")))
    unihan = upstream(share / "unicode/Unihan_OtherMappings.txt.bz2", "unicode-data")
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:  # 通用规范汉字表, the table of general standard characters
            point, *field = line.split("\t")
            if field and field[0] == "kTGH":
                wanted.add(int(point.removeprefix("U+"), 16))
    return {point for point in wanted if unicodedata.category(chr(point)) != "Cn"}


def open_face(path: Path) -> TTFont:
    """Open a font file, or the Simplified Chinese face of a collection."""
    if path.suffix != ".ttc":
        return TTFont(path, recalcTimestamp=False)
    faces = TTCollection(path, lazy=True, recalcTimestamp=False).fonts
    chinese, korean = (
        next(face for face in faces if part in face["name"].getDebugName(POSTSCRIPT))
        for part in ("CJKsc-", "CJKkr-")
    )
    narrow(chinese, korean.getBestCmap())
    return chinese


def narrow(font: TTFont, korean: dict[int, str]) -> None:
    """Let “pwid” change the LATIN characters alone, to the Korean face's proportional glyphs.

    They are drawn for Latin text and kerned with it; upstream's own “pwid” has quotation marks that
    are not. All faces of a collection have the same glyphs, and the same one for “…”: for that,
    upstream's “pwid” has the one on the baseline.
    """
    chinese, gsub = font.getBestCmap(), font["GSUB"].table
    features = [one.Feature for one in gsub.FeatureList.FeatureRecord if one.FeatureTag == "pwid"]
    (number,) = {number for feature in features for number in feature.LookupListIndex}
    (table,) = gsub.LookupList.Lookup[number].SubTable
    pairs = {}
    for point in map(ord, LATIN):
        full = chinese[BAR if point == DASH else point]
        pairs[full] = korean[point] if korean[point] != full else table.mapping.get(full, full)
    table.mapping = {full: latin for full, latin in pairs.items() if latin != full}


def subset(font: TTFont, wanted: set[int]) -> None:
    """Keep the wanted characters and features; drop the hinting."""
    for table in font["cmap"].tables:
        if BAR in getattr(table, "cmap", {}):  # full-width, and with a vertical form
            table.cmap[DASH] = table.cmap[BAR]
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=["*"])
    options.drop_tables += ["gasp"]
    options.harfbuzz_repacker = False  # or the bytes would depend on what else is installed
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def redraw(font: TTFont, name: str, width: int, change: tuple[float, ...]) -> None:
    """Draw one glyph of a CFF font again, with a new advance width and its outline transformed."""
    glyphs, charstrings = font.getGlyphSet(), font["CFF "].cff.topDictIndex[0].CharStrings
    old = charstrings[name]
    pen = T2CharStringPen(width - old.private.nominalWidthX, glyphs)
    glyphs[name].draw(TransformPen(pen, change))
    charstrings[name] = new = pen.getCharString(old.private, old.globalSubrs)
    left, _, _, top = map(round, new.calcBounds(glyphs))
    font["hmtx"][name] = (width, left)
    font["vmtx"][name] = (font["vmtx"][name][0], font["VORG"][name] - top)


def adapt(font: TTFont) -> None:
    """Give a CFF font's digits one width, and let its upright dash fill the cell."""
    names, widths = font.getBestCmap(), font["hmtx"].metrics
    digits = [names[ord(digit)] for digit in string.digits]
    target = max(widths[name][0] for name in digits)
    for name in digits:
        redraw(font, name, target, (1, 0, 0, 1, (target - widths[name][0]) // 2, 0))
    dash = names[UPRIGHT_DASH]
    _, low, _, high = font["CFF "].cff.topDictIndex[0].CharStrings[dash].calcBounds(None)
    scale = font["head"].unitsPerEm / (high - low)
    redraw(font, dash, widths[dash][0], (1, 0, 0, scale, 0, (1 - scale) * (low + high) / 2))


def rename(font: TTFont, face: Face, postscript: str) -> None:
    """Give the font its own family and style names, in every table that has them."""
    names, os2, head, bold = font["name"], font["OS/2"], font["head"], face.style == "Bold"
    full = f"{face.family} Bold" if bold else face.family
    unique = f"{names.getDebugName(VERSION)};{postscript}"
    for name_id in IDENTITY:
        names.removeNames(nameID=name_id)
    texts = (face.family, face.style, unique, full, postscript)
    for name_id, text in zip(IDENTITY, texts, strict=False):
        names.setName(text, name_id, 3, 1, 0x409)  # Windows, Unicode, English
    os2.achVendID = "    "
    os2.setCodePageRanges({0, 18})  # Latin 1 and Simplified Chinese
    os2.usWeightClass = 700 if bold else 400
    os2.fsSelection = 1 << (5 if bold else 6)  # the BOLD bit or the REGULAR bit
    head.macStyle = int(bold)
    head.created = head.modified = STAMP
    if "CFF " in font:
        cff = font["CFF "].cff
        old, cff.fontNames = cff.fontNames[0], [postscript]
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName, top.Weight = full, face.family, face.style
        for part in top.FDArray:
            part.FontName = part.FontName.replace(old, postscript)


def make(face: Face, share: Path, out: Path, wanted: set[int]) -> None:
    """Make one font and print what is in it."""
    font = open_face(upstream(share / "fonts" / face.source, face.package))
    subset(font, wanted)
    if "CFF " in font:
        adapt(font)
    postscript = f"{face.family.replace(' ', '')}-{face.style}"
    rename(font, face, postscript)
    path = out / f"{postscript}{'.otf' if 'CFF ' in font else '.ttf'}"
    font.save(path)
    data, found = path.read_bytes(), font.getBestCmap()
    widths = {font["hmtx"][found[ord(digit)]][0] for digit in string.digits}
    print(f"{path.name}: {len(data):,} bytes, {font['maxp'].numGlyphs:,} glyphs")
    print(f"  {len(found):,} characters, {len(wanted - found.keys())} skipped (not in upstream)")
    print(f"  digit widths {widths}, sha256 {hashlib.sha256(data).hexdigest()}")


def main() -> None:
    """Make all the fonts."""
    parser = argparse.ArgumentParser(description="Make the bundled fonts from Debian's packages.")
    parser.add_argument("--share", type=Path, default="/usr/share", help="the packages' files")
    parser.add_argument("--out", type=Path, default=ASSETS, help="where the fonts go")
    args = parser.parse_args()
    wanted = characters(args.share)
    args.out.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        make(face, args.share, args.out, wanted)


if __name__ == "__main__":
    main()
