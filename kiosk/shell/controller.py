"""The one place where a change of state becomes a change on screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.brief import Brief, Shop
from kiosk.panels.overlay import Overlay
from kiosk.panels.view import View
from kiosk.shell.growing import Growing
from kiosk.shell.reach import ANYWHERE, Mounting
from kiosk.shell.screens import Screens
from kiosk.shell.setting import Setting
from kiosk.shell.views import Views
from kiosk.ui import fonts
from kiosk.ui.curtain import Dissolve
from kiosk.ui.look import Look
from kiosk.ui.motion import Level, Motion
from kiosk.ui.stage import Stage
from kiosk.visit.carry import carry
from kiosk.visit.intents import Intent, Tick, Turn
from kiosk.visit.record import Record, recall, record
from kiosk.visit.route import Route
from kiosk.visit.scene import direction, standing
from kiosk.visit.state import AtPanel, Attract, Contents, Home, State, fresh
from kiosk.visit.step import step

if TYPE_CHECKING:
    from collections.abc import Callable

TICK = 250
"""Milliseconds between ticks: fine enough for seconds of a countdown, coarse enough to cost nothing."""


class Controller(QObject):
    """Holds the state, takes intents, and shows the difference."""

    def __init__(
        self,
        window: QWidget,
        route: Route,
        shop: Shop,
        motion: Motion,
        *,
        dpi: float = 0.0,
        mounting: Mounting = ANYWHERE,
    ) -> None:
        """`dpi` is what the screen says of its pixels to an inch; 0 where that means nothing."""
        super().__init__(window)
        self._setting = Setting(window, dpi=dpi, mounting=mounting)
        self._window, self._root, self._most = window, self._setting.board, motion.level
        self.route, self._shop, self._motion = route, shop, motion
        self._clock: Callable[[], float] = motion.clock
        self.state: State = fresh(route.exhibit.languages[0], self._clock())
        fonts.wear(route.exhibit.exhibit.fonts, shop.folders)
        self._views = Views(shop, self.take, self._clock)
        self._stage = Stage(
            self._root,
            motion,
            self._look().theme.time,
            neighbour=self._neighbour,
            turn=lambda by: self.take(Turn(by)),
            arrived=self._arrived,
            still=self._still,
        )
        self._dissolve = Dissolve(window, motion, self._look().theme.time.fade)
        self._screens = Screens(self._root, self._look(), route, motion, self.take)
        self._growing = Growing(motion)
        self.shown: Callable[[], None] = lambda: None
        """Called when the screen has been put together for a state."""
        self.moved: Callable[[], None] = lambda: None
        """Called when the visit stands elsewhere."""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._prepare)
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(lambda: self.take(Tick()))
        self._ticker.start(TICK)
        self._fit()
        self._apply(self.state)

    # -- intents in, state on ------------------------------------------------------------------

    def take(self, intent: Intent) -> None:
        """Go on by one intent."""
        now = self._clock()
        old, self.state = self.state, step(self.state, intent, self.route, now)
        if self.state != old:
            self.show(old, self.state)
            if self.state.place != old.place:
                self.moved()
        self._count(now)

    def _count(self, now: float) -> None:
        """Show how much of the time to answer is left, if somebody is asked."""
        if self.state.asked is not None:
            whole = self.route.exhibit.exhibit.idle.leave_after * self.state.patience
            self._screens.ask.count(whole - (now - self.state.asked), whole)

    def now(self) -> float:
        """Return the seconds of its clock."""
        return self._clock()

    def record(self) -> Record:
        """Return what there is to remember of the visit."""
        return record(self.state, self.route)

    def resume(self, told: object) -> None:
        """Go on with a visit that a record tells; any other begins."""
        self.state = recall(told, self.route, self._clock())
        self._apply(self.state)

    def change(self, exhibit: Exhibit[Panel], shop: Shop) -> None:
        """Go on with another exhibit, as far as can be where the visitor stands."""
        self._dissolve.through(lambda: self._change(Route(exhibit), shop))

    def _change(self, route: Route, shop: Shop) -> None:
        self._stage.cut()
        self._growing.finish(self._stage.view)
        old, self.route, self._shop = self.route, route, shop
        self.state = carry(self.state, old, route)
        legs = [(route.find(old.legs[panel].key), stop) for panel, stop in self._growing.seen]
        self._growing.seen = {(panel, stop) for panel, stop in legs if panel is not None}
        self._views.drop_all()
        fonts.wear(route.exhibit.exhibit.fonts, shop.folders)
        self._views = Views(shop, self.take, self._clock)
        self._stage.view = None
        self._surround(self._look())
        self._apply(self.state)
        self._count(self._clock())

    def key(self, key: Qt.Key) -> bool:
        """Offer a key to the sheet that lies over all; True where it is taken."""
        sheet = self._screens.viewer
        return isinstance(sheet, Overlay) and self.state.asked is None and sheet.key(key)

    def show(self, old: State, new: State) -> None:
        """Move the screen from one state to another."""
        if new.attracting or (old.attracting and not isinstance(new.place, AtPanel)):
            self._growing.seen.clear()
        if old.seen == new.seen:
            return
        by = direction(old, new, self.route)
        if by and self._motion.level is Level.FULL:
            self._dissolve.cut()
            self._apply(new, by)
        else:
            self._dissolve.through(lambda: self._apply(new))

    def _apply(self, state: State, by: int = 0) -> None:
        look = self._look()
        self._motion.level = min(self._most, Level.CALM) if state.choices.calm else self._most
        if self._screens.look != look:
            self._stage.cut()
            self._fit()
            self._surround(look)
        place = standing(state, self.route)
        if place is not None:
            self._growing.finish(self._stage.view)
            self._stage.show_view(self._view(place), by)
        self._screens.show_state(state, self._brief)
        if state.attracting:
            self._views.renew()
        self._setting.stroll(state.place.index if isinstance(state.place, Attract) else 0)
        self.shown()

    def _surround(self, look: Look) -> None:
        """Make anew what stands around the stage."""
        self._screens.drop()
        self._screens = Screens(self._root, look, self.route, self._motion, self.take)

    # -- views ---------------------------------------------------------------------------------

    def _look(self) -> Look:
        return self._setting.look(self.state, self._shop.ruby)

    @property
    def unit(self) -> float:
        """Screen pixels in one design pixel."""
        return self._look().unit

    def _view(self, place: Home | Contents | AtPanel) -> View:
        def dress(view: View) -> None:
            view.setParent(self._stage)
            # Said aloud: a child that was merely never shown appears together with its parent.
            view.hide()
            view.setGeometry(self._stage.rect())
            view.lay_out()
            stop = (place.panel, place.stop) if isinstance(place, AtPanel) else None
            view.show_share(self._growing.share(view, stop))

        return self._views.view(place, self._look(), self.route, dress)

    def _brief(self, place: AtPanel) -> Brief:
        leg = self.route.legs[place.panel]
        return Brief(
            self.route.exhibit,
            leg.chapter,
            self.route.panel(place.panel),
            place.panel,
            place.stop,
            self._look(),
            self._shop,
            self.take,
        )

    def _still(self, view: QWidget) -> QPixmap:
        return self._views.still(view)

    def _beside(self, by: int) -> AtPanel | None:
        """Return the stop that a turn leads to; None where there is none, or nobody is at a panel."""
        if not isinstance(self.state.place, AtPanel):
            return None
        place = standing(step(self.state, Turn(by), self.route, self._clock()), self.route)
        return place if isinstance(place, AtPanel) else None

    def _neighbour(self, by: int) -> QWidget | None:
        place = self._beside(by)
        return None if place is None else self._view(place)

    def _arrived(self, view: QWidget) -> None:
        """Let numbers grow on the first visit, then make the neighbours ready."""
        place = standing(self.state, self.route)
        if isinstance(view, View) and isinstance(place, AtPanel):
            seconds = self._look().theme.time.count
            self._growing.arrive(view, (place.panel, place.stop), seconds)
        self._idle.start(120)

    def _prepare(self) -> None:
        """While nothing moves, make the next thing that a visitor may want: one at a time."""
        if self._motion.moving or self._stage.busy:
            self._idle.start(120)
            return
        near: set[View] = set()
        for place in filter(None, map(self._beside, (1, -1))):
            if not self._views.has(place, self._look()):
                self._view(place)
                self._idle.start(30)
                return
            near.add(self._view(place))
        front = self._stage.view if isinstance(self._stage.view, View) else None
        self._views.tidy(front, near)
        for view in [front, *near]:
            if view is not None and view.isEnabled():
                self._views.still(view)

    # -- the window ----------------------------------------------------------------------------

    def resize(self) -> None:
        """Lay everything out for the window as it is now."""
        self._dissolve.cut()
        self._stage.cut()
        self._views.drop_all()
        self._stage.view = None
        self._fit()
        self._apply(self.state)

    def take_screen(self, dpi: float, mounting: Mounting) -> None:
        """Lay everything out for another screen, or for one that says something else of itself."""
        self._setting.take_screen(dpi, mounting)
        self.resize()

    def _fit(self) -> None:
        look = self._look()
        self._setting.fit(look)
        self._stage.setGeometry(0, 0, look.width, look.height - look.band)
        self._stage.lower()
        self._stage.show()

    def still(self) -> QPixmap:
        """Return a picture of the whole window."""
        return self._window.grab()

    def close(self) -> None:
        """Stop everything that runs."""
        self._stage.cut()
        self._growing.finish(self._stage.view)
        self._ticker.stop()
        self._idle.stop()
        self._dissolve.cut()
        self._screens.drop()
        self._views.drop_all()
