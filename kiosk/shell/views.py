"""Views made when needed, kept while near, and their still pictures."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.panels.brief import Brief, Shop
from kiosk.panels.kinds import VIEWS
from kiosk.panels.quiet import QuietCard
from kiosk.panels.view import View
from kiosk.shell.contents import ContentsView
from kiosk.shell.home import HomeView
from kiosk.ui.look import Look
from kiosk.visit.intents import Intent
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Contents, Home

log = logging.getLogger(__name__)

KEPT = 6
"""Live views: the one in front, its neighbours, and the latest ones a visitor may go back to."""

RETRY = 60.0
"""Seconds after which a quiet card that nobody sees gives what it stands for another try."""

_FAILED = "failed"
"""Set on a view that has failed before visitors' eyes."""


def condemn(view: View) -> bool:
    """Let a quiet card stand in for a view when it is asked for again; False where it does already."""
    first = not view.property(_FAILED)
    view.setProperty(_FAILED, True)
    return first


@dataclass(frozen=True)
class Key:
    """What tells one view from another."""

    place: Home | Contents | AtPanel
    look: Look


class Views:
    """Makes, keeps and drops views."""

    def __init__(
        self,
        shop: Shop,
        send: Callable[[Intent], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shop, self._send, self._clock = shop, send, clock
        self._failed: dict[Key, float] = {}
        """When what now is a quiet card failed."""
        self._kept: OrderedDict[Key, View] = OrderedDict()
        self._stills: dict[View, QPixmap] = {}

    def view(
        self,
        place: Home | Contents | AtPanel,
        look: Look,
        route: Route,
        dress: Callable[[View], None],
    ) -> View:
        """Return the view of a place; `dress` gives a new one its parent, place and share.

        One that cannot be made, laid out or painted becomes a quiet card.
        """
        key = Key(place, look)
        self._try_again(key)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        view = self._make(key, route, dress)
        view.changed.connect(lambda: self._stills.pop(view, None))
        self._kept[key] = view
        # At once, not when all is at rest: a child that taps on and on never lets it come to rest.
        self._drop_eldest(lambda one: one is not view and one.isHidden())
        return view

    def has(self, place: Home | Contents | AtPanel, look: Look) -> bool:
        """Tell whether the view is there already."""
        return Key(place, look) in self._kept

    def _try_again(self, key: Key) -> None:
        """Forget a failure that is long ago, and the quiet card unless someone stands before it."""
        view = self._kept.get(key)
        if view is not None and view.property(_FAILED):
            self._failed[key] = self._clock()
        elif key not in self._failed or (view is not None and not view.isHidden()):
            return
        elif self._clock() - self._failed[key] >= RETRY:
            del self._failed[key]
        else:
            return
        if view is not None:
            self._drop(key, view)

    def _make(self, key: Key, route: Route, dress: Callable[[View], None]) -> View:
        place = key.place
        at = place.panel if isinstance(place, AtPanel) else 0
        stop = place.stop if isinstance(place, AtPanel) else 0
        leg = route.legs[at]
        brief = Brief(
            route.exhibit, leg.chapter, route.panel(at), at, stop, key.look, self._shop, self._send
        )
        view: View | None = None
        try:
            if key not in self._failed:
                view = _view_of(place, brief, route)
                self._rehearse(view, dress)
                return view
        except Exception:
            self._failed[key] = self._clock()
            name = leg.key if isinstance(place, AtPanel) else type(place).__name__.lower()
            log.exception("panel %s cannot be shown", name, extra={"panel": name})
            if view is not None:
                view.drop()
        view = QuietCard(brief)
        self._rehearse(view, dress)
        return view

    def _rehearse(self, view: View, dress: Callable[[View], None]) -> None:
        """Build, lay out and paint: whatever fails does so here, and not before a visitor.

        Part by part, for of several paint events in one call an error may get lost.
        """
        view.build()
        dress(view)
        spot = QPixmap(1, 1)
        parts = [one for one in view.findChildren(QWidget) if one.isVisibleTo(view)]
        for part in (view, *parts):
            # Charts have a render() of their own that means something else.
            QWidget.render(part, spot, QPoint(), QRegion(0, 0, 1, 1), QWidget.RenderFlag(0))

    def still(self, view: QWidget) -> QPixmap:
        """Return a picture of a view, opaque, the size it has."""
        if not isinstance(view, View):
            return view.grab()
        if view not in self._stills or self._stills[view].size() != view.size():
            self._stills[view] = view.grab()
        return self._stills[view]

    def tidy(self, front: View | None, near: set[View]) -> None:
        """Drop the views longest unused, and every still but those of the views named."""
        for view in [one for one in self._stills if one not in near and one is not front]:
            del self._stills[view]
        self._drop_eldest(lambda one: one is not front and one not in near)

    def _drop_eldest(self, may_go: Callable[[View], bool]) -> None:
        """Drop the views longest unused, of those that may go, down to what is kept."""
        for key, view in list(self._kept.items()):
            if len(self._kept) <= KEPT:
                break
            if may_go(view):
                self._drop(key, view)

    def _drop(self, key: Key, view: View) -> None:
        del self._kept[key]
        self._stills.pop(view, None)
        view.drop()

    def renew(self) -> None:
        """Make every view as the first visitor found it."""
        for view in self._kept.values():
            view.renew()

    def drop_all(self) -> None:
        """Let every view go."""
        for key, view in list(self._kept.items()):
            if view.property(_FAILED):
                self._failed[key] = self._clock()
            self._drop(key, view)
        self._stills.clear()


def _view_of(place: Home | Contents | AtPanel, brief: Brief, route: Route) -> View:
    if isinstance(place, Home):
        return HomeView(brief)
    if isinstance(place, Contents):
        return ContentsView(brief, route)
    return VIEWS[type(brief.panel)](brief)
