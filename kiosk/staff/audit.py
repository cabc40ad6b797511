"""What visitors would hold against a screen: words cut, covered or too small, targets too near."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.staff.lettering import Piece, area_of, lettering_on
from kiosk.ui.boxes import Card
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.look import Look
from kiosk.ui.seal import Seal
from kiosk.ui.theme import SMALLEST

SLACK = 1.0
"""Pixels: what rounding may take or give."""

RIM, BEARING = 2.0, 0.06
"""Pixels of the soft edge that a glyph's box counts in, and how far of the type size a letter such
as j may reach to the left of its place."""


class Kind(StrEnum):
    """What may be wrong."""

    CUT = "is cut"
    OUT = "leaves its place"
    SMALL = "is too small"
    OVERLAP = "overlaps"
    COVERING = "lies on"
    TARGET = "is too small a target"
    CROWDED = "is too near"
    PALE = "is pale"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong."""

    kind: Kind
    name: str
    """What it is about: the words, or what a target is called."""
    detail: str
    """The measures, for whoever works on the program."""
    other: str = ""
    """The words or the target that it collides with."""

    def __str__(self) -> str:
        """Say it in one line."""
        other = f" {_short(self.other)}" if self.other else ""
        return f"{_short(self.name)} {self.kind}{other}: {self.detail}"


def audit(root: QWidget, look: Look) -> list[Fault]:
    """Return everything wrong on `root`, which was laid out for `look`.

    The root's rectangle is the screen; hidden widgets and empty texts are not looked at. A chart
    may lie under words and numbers: they label it.
    """
    pieces = lettering_on(root)
    pads = [
        (one, area_of(one, root)) for one in root.findChildren(Touchpad) if one.isVisibleTo(root)
    ]
    return [
        *(fault for piece in pieces for fault in (*_cut(piece, root), *_small(piece, look))),
        *(fault for pair in combinations(pieces, 2) for fault in _overlap(*pair)),
        *(fault for piece in pieces for fault in _covering(piece, root)),
        *(fault for pad in pads for fault in _target(*pad, root, look)),
        *(fault for one, other in combinations(pads, 2) for fault in _crowd(one, other, look)),
    ]


def _short(name: str) -> str:
    return f"“{name[:24]}”".replace("\n", "/")


def _pixels(area: QRectF) -> str:
    return f"{area.width():.0f} × {area.height():.0f} at {area.x():.0f}, {area.y():.0f}"


def _about(area: QRectF) -> QRectF:
    return area.adjusted(-SLACK, -SLACK, SLACK, SLACK)


# -- what is wrong with words ----------------------------------------------------------------------


def _cut(piece: Piece, root: QWidget) -> Iterator[Fault]:
    """Complain of words that need more than their widget has, or that reach out of what holds it."""
    area, lines = piece.area, QRectF()
    for line in piece.lines:
        lines = lines.united(line)
    if lines.width() > area.width() + SLACK or lines.height() > area.height() + SLACK:
        yield Fault(Kind.CUT, piece.name, f"it needs {_pixels(lines)} and has {_pixels(area)}")
    elif not _roomy(piece).contains(piece.ink):
        detail = f"its ink is {_pixels(piece.ink)} and it has {_pixels(area)}"
        yield Fault(Kind.CUT, piece.name, detail)
    if not _about(area_of(root, root)).contains(area):
        yield Fault(Kind.OUT, piece.name, f"it is {_pixels(area)}, off the screen")
    holder = piece.widget.parentWidget()
    while holder is not None and holder is not root:
        held = _about(area_of(holder, root))
        if not held.contains(lines):
            yield Fault(Kind.OUT, piece.name, f"it is {_pixels(lines)} in {_pixels(held)}")
            return
        holder = holder.parentWidget()


def _roomy(piece: Piece) -> QRectF:
    """Return where the ink may be: the widget's place, and a little more."""
    side = RIM + BEARING * max(piece.sizes)
    return piece.area.adjusted(-side, -RIM, side, RIM)


def _small(piece: Piece, look: Look) -> Iterator[Fault]:
    size = min(piece.sizes)
    if size < SMALLEST * look.unit - SLACK:
        yield Fault(Kind.SMALL, piece.name, f"{size / look.unit:.1f} design pixels")


def _meet(one: QRectF, other: QRectF) -> bool:
    both = one & other
    return both.width() > SLACK and both.height() > SLACK


def _overlap(one: Piece, other: Piece) -> Iterator[Fault]:
    if _meet(one.area, other.area) and any(
        _meet(line, another) for line in one.lines for another in other.lines
    ):
        detail = f"{_pixels(one.area)} and {_pixels(other.area)}"
        yield Fault(Kind.OVERLAP, one.name, detail, other.name)


def _covering(piece: Piece, root: QWidget) -> Iterator[Fault]:
    """Complain of words that lie half on a card, a target or a seal they are no part of."""
    for box in root.findChildren(QWidget):
        if not isinstance(box, Card | Touchpad | Seal) or box.isAncestorOf(piece.widget):
            continue
        area = area_of(box, root)
        if box.isVisibleTo(root) and any(_meet(line, area) for line in piece.lines):
            detail = f"a {type(box).__name__}, {_pixels(area)}"
            yield Fault(Kind.COVERING, piece.name, detail, box.accessibleName())


# -- what fingers need -----------------------------------------------------------------------------


def _target(pad: Touchpad, area: QRectF, root: QWidget, look: Look) -> Iterator[Fault]:
    name, least = pad.accessibleName(), look.theme.space.target * look.unit - SLACK
    if min(area.width(), area.height()) < least:
        yield Fault(Kind.TARGET, name, f"{_pixels(area)}, least {least:.0f}")
    if not _about(area_of(root, root)).contains(area):
        yield Fault(Kind.OUT, name, f"it is {_pixels(area)}, off the screen")
    if isinstance(pad, Button) and pad.measure().width() > area.width() + SLACK:
        yield Fault(Kind.CUT, name, f"it needs {pad.measure().width()} and has {_pixels(area)}")


def _crowd(
    one: tuple[Touchpad, QRectF], other: tuple[Touchpad, QRectF], look: Look
) -> Iterator[Fault]:
    (pad, area), (beside, place) = one, other
    apart = max(
        place.left() - area.right(),
        area.left() - place.right(),
        place.top() - area.bottom(),
        area.top() - place.bottom(),
    )
    if apart < look.theme.space.apart * look.unit - SLACK:
        name, another = pad.accessibleName(), beside.accessibleName()
        yield Fault(Kind.CROWDED, name, f"{apart:.0f} pixels", another)
