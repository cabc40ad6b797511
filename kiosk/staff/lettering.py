"""Where the words of a screen really are: each lettering's place, its lines and its ink, in pixels.

It asks the widgets for what they otherwise keep to themselves, so that it measures what is painted.
"""
# ruff: noqa: SLF001

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from kiosk.ui.numeral import Numeral
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words

Lettering = Words | Column | Numeral


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
        """Its words."""
        return self.widget.accessibleName()

    @property
    def sizes(self) -> list[int]:
        """The type sizes in it, in screen pixels."""
        widget = self.widget
        if isinstance(widget, Numeral):
            fonts = [widget._font(big=big, factor=widget.factor) for big in (True, False)]
        elif isinstance(widget, Column):
            fonts = [widget._font()]
        else:
            fonts = [widget.look.font(widget.style_, widget.factor)]
        return [font.pixelSize() for font in fonts]


def lettering_on(root: QWidget) -> list[Piece]:
    """Return every lettering that is seen on `root` and says something."""
    return [_piece(one, root) for one in _lettering(root)]


def area_of(widget: QWidget, root: QWidget) -> QRectF:
    """Return the place of a widget on `root`."""
    return QRectF(QPointF(widget.mapTo(root, QPoint(0, 0))), widget.size().toSizeF())


def _lettering(root: QWidget) -> Iterator[Lettering]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, Lettering) and widget.isVisibleTo(root) and widget.accessibleName():
            yield widget


def _piece(widget: Lettering, root: QWidget) -> Piece:
    area = area_of(widget, root)
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
    for layout, ruby in zip(words._lines, words._rubies, strict=True):
        for line in map(layout.lineAt, range(layout.lineCount())):
            wide, high = line.naturalTextWidth(), min(step, line.height())
            left, blank = words._left(layout, line), words._blank(layout, line)
            top = line.y() + (line.height() - high) / 2
            place = QRectF(left + blank, top, wide - blank, high)
            for run in line.glyphRuns():
                run.setBoundingRect(QRectF())  # the line's; without it, the box of the glyphs
                ink = ink.united(run.boundingRect().translated(left, 0))
            for sound, at in ruby.standing(line):
                box = ruby.small.metrics.tightBoundingRect(sound).translated(at.x() + left, at.y())
                place, ink = place.united(box), ink.united(box)
            places.append(place)
    return places, ink


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
