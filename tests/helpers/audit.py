"""What visitors would hold against a screen: words cut, covered or too small, targets too near."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget

from kiosk.ui.boxes import Card
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.look import Look
from kiosk.ui.numeral import Numeral
from kiosk.ui.seal import Seal
from kiosk.ui.theme import SMALLEST
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words

Lettering = Words | Column | Numeral

SLACK = 1.0
"""Pixels: what rounding may take or give."""

RIM, BEARING = 2.0, 0.06
"""Pixels of the soft edge that a glyph's box counts in, and how far of the type size a letter such
as j may reach to the left of its place."""


@dataclass(frozen=True)
class Piece:
    """One lettering: the places of its widget, its lines and its ink on the screen."""

    widget: Lettering
    area: QRectF
    lines: tuple[QRectF, ...]
    ink: QRectF
    """The smallest box around everything that is drawn."""

    @property
    def name(self) -> str:
        """Its words, or their beginning."""
        text = self.widget.accessibleName().replace("\n", "/")
        return f"“{text[:24]}”"

    @property
    def sizes(self) -> list[int]:
        """The type sizes in it, in screen pixels."""
        return _sizes(self.widget)


def audit(root: QWidget, look: Look) -> list[str]:
    """Return a sentence for everything wrong on `root`, which was laid out for `look`.

    The root's rectangle is the screen; hidden widgets and empty texts are not looked at. A chart
    may lie under words and numbers: they label it.
    """
    pieces = lettering_on(root)
    pads = [(one, _area(one, root)) for one in root.findChildren(Touchpad) if _seen(one, root)]
    return [
        *(said for piece in pieces for said in (*_cut(piece, root), *_small(piece, look))),
        *(said for pair in combinations(pieces, 2) for said in _overlap(*pair)),
        *(said for piece in pieces for said in _covering(piece, root)),
        *(said for pad in pads for said in _target(*pad, root, look)),
        *(said for one, other in combinations(pads, 2) for said in _crowd(one, other, look)),
    ]


def lettering_on(root: QWidget) -> list[Piece]:
    """Return every lettering that is seen on `root`."""
    return [_piece(one, root) for one in _lettering(root)]


def _seen(widget: QWidget, root: QWidget) -> bool:
    return widget.isVisibleTo(root)


def _lettering(root: QWidget) -> Iterator[Lettering]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, Lettering) and _seen(widget, root) and widget.accessibleName():
            yield widget


def _area(widget: QWidget, root: QWidget) -> QRectF:
    return QRectF(QPointF(widget.mapTo(root, QPoint(0, 0))), widget.size().toSizeF())


def _pixels(area: QRectF) -> str:
    return f"{area.width():.0f} × {area.height():.0f} at {area.x():.0f}, {area.y():.0f}"


# -- where the words are ---------------------------------------------------------------------------


def _piece(widget: Lettering, root: QWidget) -> Piece:
    area = _area(widget, root)
    if isinstance(widget, Words):
        lines, ink = _of_words(widget)
    elif isinstance(widget, Numeral):
        lines, ink = _of_numeral(widget)
    else:
        size = widget.measure(widget.height(), widget.factor)
        ink = QRectF(widget.width() - size.width(), 0, size.width(), size.height())
        lines = [ink]
    at = area.topLeft()
    return Piece(widget, area, tuple(line.translated(at) for line in lines), ink.translated(at))


def _of_words(words: Words) -> tuple[list[QRectF], QRectF]:
    """Return each line's place and the ink of all, as the words are painted."""
    words.measure(words.width(), words.factor)
    step = words.look.font(words.style_, words.factor).pixelSize() * words.style_.leading
    places, ink = [], QRectF()
    for layout in words._lines:
        for line in map(layout.lineAt, range(layout.lineCount())):
            wide, high = line.naturalTextWidth(), min(step, line.height())
            left, blank = _left(words, layout, line)
            top = line.y() + (line.height() - high) / 2
            places.append(QRectF(left + blank, top, wide - blank, high))
            for run in line.glyphRuns():
                run.setBoundingRect(QRectF())  # the line's; without it, the box of the glyphs
                ink = ink.united(run.boundingRect().translated(left, 0))
    return places, ink


def _left(words: Words, layout: QTextLayout, line: QTextLine) -> tuple[float, float]:
    """Return where a line begins, and how much of its beginning is blank and hangs out."""
    spare = words.width() - line.naturalTextWidth()
    if words.align & Qt.AlignmentFlag.AlignRight:
        return spare, 0.0
    if words.align & Qt.AlignmentFlag.AlignHCenter:
        return spare / 2, 0.0
    blank = words._hang(layout, line)
    return -blank, blank


def _of_numeral(number: Numeral) -> tuple[list[QRectF], QRectF]:
    """Return the places of the line and of the words above it, and the ink of both."""
    factor, head = number.factor, number._head(number.factor)
    runs, wide = number._runs(number._digits(number._share), factor)
    _, whole = number._runs(number._digits(1.0), factor)
    big = QFontMetricsF(number._font(big=True, factor=factor))
    left, base = number._left(whole), head + (number.height() - head + big.capHeight()) / 2
    places, ink = [QRectF(left, head, wide, number.height() - head)], QRectF()
    for text, large, x in runs:
        box = QFontMetricsF(number._font(big=large, factor=factor)).tightBoundingRect(text)
        ink = ink.united(box.translated(left + x, base))
    if number.above:
        small = QFontMetricsF(number._font(big=False, factor=factor))
        wide = small.horizontalAdvance(number.above)
        places.append(QRectF(number._left(wide), 0, wide, head))
        box = small.tightBoundingRect(number.above)
        ink = ink.united(box.translated(number._left(wide), head * 0.75))
    return places, ink


# -- what is wrong with them -----------------------------------------------------------------------


def _cut(piece: Piece, root: QWidget) -> Iterator[str]:
    """Complain of words that need more than their widget has, or that reach out of what holds it."""
    area, lines = piece.area, QRectF()
    for line in piece.lines:
        lines = lines.united(line)
    if lines.width() > area.width() + SLACK or lines.height() > area.height() + SLACK:
        yield f"{piece.name} is cut: it needs {_pixels(lines)} and has {_pixels(area)}"
    elif not _roomy(piece).contains(piece.ink):
        yield f"{piece.name} is cut: its ink is {_pixels(piece.ink)} and it has {_pixels(area)}"
    slack = _area(root, root).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not slack.contains(area):
        yield f"{piece.name} leaves the screen: it is {_pixels(area)}"
    holder = piece.widget.parentWidget()
    while holder is not None and holder is not root:
        held = _area(holder, root).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not held.contains(lines):
            yield f"{piece.name} leaves what holds it: it is {_pixels(lines)} in {_pixels(held)}"
            return
        holder = holder.parentWidget()


def _roomy(piece: Piece) -> QRectF:
    """Return where the ink may be: the widget's place, and a little more."""
    side = RIM + BEARING * max(_sizes(piece.widget))
    return piece.area.adjusted(-side, -RIM, side, RIM)


def _sizes(widget: Lettering) -> list[int]:
    if isinstance(widget, Numeral):
        fonts = [widget._font(big=big, factor=widget.factor) for big in (True, False)]
    elif isinstance(widget, Column):
        fonts = [widget._font()]
    else:
        fonts = [widget.look.font(widget.style_, widget.factor)]
    return [font.pixelSize() for font in fonts]


def _small(piece: Piece, look: Look) -> Iterator[str]:
    size = min(_sizes(piece.widget))
    if size < SMALLEST * look.unit - SLACK:
        yield f"{piece.name} is too small: {size / look.unit:.1f} design pixels"


def _meet(one: QRectF, other: QRectF) -> bool:
    both = one & other
    return both.width() > SLACK and both.height() > SLACK


def _overlap(one: Piece, other: Piece) -> Iterator[str]:
    if _meet(one.area, other.area) and any(
        _meet(line, another) for line in one.lines for another in other.lines
    ):
        yield f"{one.name} ({_pixels(one.area)}) and {other.name} ({_pixels(other.area)}) overlap"


def _covering(piece: Piece, root: QWidget) -> Iterator[str]:
    """Complain of words that lie half on a card, a target or a seal they are no part of."""
    for box in root.findChildren(QWidget):
        if not isinstance(box, Card | Touchpad | Seal) or box.isAncestorOf(piece.widget):
            continue
        area = _area(box, root)
        if _seen(box, root) and any(_meet(line, area) for line in piece.lines):
            yield f"{piece.name} lies on {_called(box)} ({_pixels(area)})"


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()[:24]}”"


# -- what fingers need -----------------------------------------------------------------------------


def _target(pad: Touchpad, area: QRectF, root: QWidget, look: Look) -> Iterator[str]:
    least = look.theme.space.target * look.unit - SLACK
    if min(area.width(), area.height()) < least:
        yield f"{_called(pad)} is too small a target: {_pixels(area)}, least {least:.0f}"
    if not _area(root, root).adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(area):
        yield f"{_called(pad)} leaves the screen: it is {_pixels(area)}"
    if isinstance(pad, Button) and pad.measure().width() > area.width() + SLACK:
        yield f"{_called(pad)} is cut: it needs {pad.measure().width()} and has {_pixels(area)}"


def _crowd(
    one: tuple[Touchpad, QRectF], other: tuple[Touchpad, QRectF], look: Look
) -> Iterator[str]:
    (pad, area), (beside, place) = one, other
    apart = max(
        place.left() - area.right(),
        area.left() - place.right(),
        place.top() - area.bottom(),
        area.top() - place.bottom(),
    )
    if apart < look.theme.space.apart * look.unit - SLACK:
        yield f"{_called(pad)} and {_called(beside)} are too near: {apart:.0f} pixels"
