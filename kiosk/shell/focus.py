"""What keys alone can reach: all that a finger could touch at this moment, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.panels.guess_board import Board
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.marks import Mark, MarkedView
from kiosk.shell.band import Band
from kiosk.ui.button import Touchpad
from kiosk.ui.curtain import Curtain
from kiosk.ui.focus import GAP, THICK, Ring, in_order, place, towards
from kiosk.ui.gestures import Tap
from kiosk.ui.look import Look
from kiosk.visit.state import Place, State

KEYS = -2
"""The point number of a key; fingers and the mouse have theirs."""

PART = 0.1
"""By how much of the scale Enter raises a guess; from the top it begins again."""


def within_reach(window: QWidget, widget: QWidget) -> bool:
    """Tell whether a finger in the middle of a target would act on it."""
    if not widget.isVisible() or not widget.isEnabled():
        return False
    met = window.childAt(place(window, widget).center())
    if isinstance(widget, Mark):
        return _answers(widget, met)
    if isinstance(widget, Board) and widget.told is not None:
        return False
    return met is not None and (met is widget or widget.isAncestorOf(met))


def _answers(mark: Mark, met: QWidget | None) -> bool:
    """Tell whether a touch that meets a widget gets to the mark's view, which answers for it."""
    view = mark.parentWidget()
    while met is not None and met is not view and not isinstance(met, Touchpad):
        met = met.parentWidget()
    return met is view and isinstance(view, MarkedView) and view.share >= 1


def press(target: QWidget) -> None:
    """Do what a tap on a target does; a guess, which is dragged, goes up by a part of its scale."""
    if isinstance(target, Touchpad):
        middle = target.rect().center()
        target.touch(Tap(KEYS, middle.x(), middle.y()))
    elif isinstance(target, Mark):
        view, middle = target.parentWidget(), target.geometry().center()
        if isinstance(view, MarkedView):
            view.touch(Tap(KEYS, middle.x(), middle.y()))
    elif isinstance(target, Board):
        sheet = target.parentWidget()
        if isinstance(sheet, GuessSheet):
            share = sheet.asked.share(target.guess)
            target.put(sheet.asked.at(0.0 if share >= 1 else share + PART))


@dataclass(frozen=True)
class Trace:
    """What is remembered of a target, to find it again when the screen has been put together anew."""

    kind: type[QWidget]
    name: str
    middle: QPoint
    where: Place


class Focus(QObject):
    """Holds at most one target in a ring."""

    def __init__(
        self, window: QWidget, state: Callable[[], State], look: Callable[[], Look]
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._look = window, state, look
        self._ring = Ring(window)
        self._trace: Trace | None = None
        self.target: QWidget | None = None
        """What Enter acts on; None where nothing has a ring."""
        self._curtains = window.findChildren(Curtain)
        for curtain in self._curtains:
            curtain.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While pictures move over the screen there is no ring: what it surrounds is not there."""
        if event.type() == QEvent.Type.Show:
            self._ring.hide()
        elif event.type() == QEvent.Type.Hide:
            self.refresh()
        return False

    def targets(self) -> list[QWidget]:
        """Return all that can be reached, in reading order; what stands in the band comes last."""
        window = self._window
        kinds = (Touchpad, Mark, Board)
        found: list[QWidget] = [
            one for kind in kinds for one in window.findChildren(kind) if within_reach(window, one)
        ]
        foot = [one for one in found if isinstance(one.parentWidget(), Band)]
        rest = [one for one in found if not isinstance(one.parentWidget(), Band)]
        return [*in_order(window, rest), *in_order(window, foot)]

    def walk(self, by: int) -> None:
        """Go on (1) or back (-1) to the next target, round and round."""
        targets = self.targets()
        if not targets:
            return
        at = next((n for n, one in enumerate(targets) if one is self.target), None)
        if at is None:
            at = -1 if by > 0 else 0
        self._hold(targets[(at + by) % len(targets)])

    def go(self, way: tuple[int, int]) -> None:
        """Go to the nearest target in a direction, if there is one."""
        if self.target is not None:
            found = towards(self._window, self.targets(), self.target, way)
            self._hold(found or self.target)

    def press(self) -> None:
        """Act on the target."""
        if self.target is not None:
            press(self.target)
            self.refresh()

    def leave(self) -> None:
        """Let go: a finger needs no ring."""
        if self.target is not None:
            self._trace = self.target = None
            self._ring.hide()
            held = self._window.focusWidget()
            if held is not None:
                held.clearFocus()

    def refresh(self) -> None:
        """Find the target again on the screen as it is now; let go where it has gone."""
        if self._trace is None:
            return
        state = self._state()
        nobody = state.attracting and not state.staff
        found = None if nobody else self._again(self._trace, self.targets())
        if found is None:
            self.leave()
        else:
            self._hold(found)

    def _again(self, trace: Trace, targets: list[QWidget]) -> QWidget | None:
        """Return the same target, else one of its name, else on the same panel one in its place."""
        if any(one is self.target for one in targets):
            return self.target
        alike = [one for one in targets if type(one) is trace.kind]
        named = [one for one in alike if one.accessibleName() == trace.name]
        if named:
            return min(named, key=lambda one: self._far(one, trace.middle))
        if trace.where != self._state().place:
            return None
        there = (one for one in alike if place(self._window, one).contains(trace.middle))
        return next(there, None)

    def _clear(self, target: QWidget, area: QRect) -> QRect:
        """Return what to surround: rows lie close, and the label of the next one is not crossed."""
        view, out = target.parentWidget(), self._look().px(GAP + 2 * THICK)
        if not isinstance(target, Mark) or view is None:
            return area
        tops = [one.y() - target.y() - target.height() for one in view.findChildren(Mark)]
        below = any(0 <= top < out for top in tops)
        return area.adjusted(0, 0, 0, -out) if below else area

    def _far(self, widget: QWidget, spot: QPoint) -> int:
        return (place(self._window, widget).center() - spot).manhattanLength()

    def _hold(self, target: QWidget) -> None:
        area = place(self._window, target)
        self.target = target
        self._trace = Trace(
            type(target), target.accessibleName(), area.center(), self._state().place
        )
        # Qt's own focus as well: it tells those who have the screen read to them.
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._ring.surround(self._clear(target, area), self._look())
        if any(curtain.isVisible() for curtain in self._curtains):
            self._ring.hide()
