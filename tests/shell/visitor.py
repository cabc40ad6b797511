"""A visitor: fingers on the screen, eyes for what is there, and time that passes when it should."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.panels.overlay import Overlay
from kiosk.panels.view import View
from kiosk.panels.viewer import Viewer
from kiosk.shell.app import Kiosk
from kiosk.shell.home import ChapterCard
from kiosk.ui.button import Touchpad
from kiosk.visit.state import AtPanel, Place, State
from tests.helpers.clock import Clock
from tests.helpers.leaks import settle
from tests.ui.toys import Fingers

FRAME, TICK = 0.05, 0.25
"""Seconds between the frames and between the ticks that the tests let happen."""

LONGEST = 200
"""Frames after which nothing may move any more."""

NEXT, PREVIOUS, TO_HOME, CHAPTERS = "下一页", "上一页", "首页", "全部篇章"
"""What the band and the arrows are called."""


class Visitor:
    """Stands in front of one kiosk."""

    def __init__(self, kiosk: Kiosk, panel: QPointingDevice, clock: Clock) -> None:
        self.kiosk, self.clock = kiosk, clock
        self.window = kiosk.window
        self.fingers = Fingers(kiosk.window, panel)
        self._loose = 100
        self._closed = False

    # -- what there is to see ------------------------------------------------------------------

    @property
    def state(self) -> State:
        """Where the visit stands."""
        return self.kiosk.controller.state

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self.state.place

    @property
    def at(self) -> tuple[int, int]:
        """The panel in front and its stop."""
        assert isinstance(self.place, AtPanel)
        return self.place.panel, self.place.stop

    @property
    def view(self) -> View:
        """The view in front."""
        view = self.kiosk.controller._stage.view
        assert isinstance(view, View)
        assert view.isVisible()
        return view

    @property
    def viewer(self) -> Viewer | None:
        """The picture in full."""
        over = self.kiosk.controller._screens.viewer
        return over if isinstance(over, Viewer) else None

    @property
    def sheet(self) -> Overlay | None:
        """The sheet over the panel, if one is laid."""
        over = self.kiosk.controller._screens.viewer
        return over if isinstance(over, Overlay) else None

    def under(self, x: int, y: int) -> QWidget:
        """Return the widget that a finger at this place of the window meets."""
        return self.window.childAt(QPoint(x, y)) or self.window

    def middle(self, widget: QWidget) -> tuple[int, int]:
        """Return the middle of a widget in the window's pixels."""
        at = widget.mapTo(self.window, widget.rect().center())
        return at.x(), at.y()

    def reaches(self, widget: QWidget) -> bool:
        """Tell whether a finger in the middle of a widget meets it, and nothing that covers it."""
        met = self.under(*self.middle(widget))
        return widget.isVisible() and (met is widget or widget.isAncestorOf(met))

    def pads(self, name: str = "") -> list[Touchpad]:
        """Return every target within reach, or those of one name."""
        found = [one for one in self.window.findChildren(Touchpad) if self.reaches(one)]
        return [one for one in found if not name or one.accessibleName() == name]

    def sees(self, name: str) -> bool:
        """Tell whether a target of this name is within reach."""
        return bool(self.pads(name))

    # -- what one can do -----------------------------------------------------------------------

    def tap(self, target: str | QWidget | tuple[int, int]) -> None:
        """Tap a target by its name, a widget, or a place; then let everything come to rest."""
        if isinstance(target, str):
            (target,) = self.pads(target)
        if isinstance(target, QWidget):
            assert self.reaches(target)
            target = self.middle(target)
        self._loose += 1
        self.fingers.press(self._loose, *target)
        self.clock.pass_(0.08)
        self.fingers.lift(self._loose)
        self.rest()

    def swipe(self, by: int) -> None:
        """Throw the panel to the left (1, on) or to the right (-1, back)."""
        self._loose += 1
        wide, y = self.window.width(), self.window.height() // 2
        x = wide // 2 + by * wide // 4
        self.fingers.press(self._loose, x, y)
        for _ in range(6):
            x -= by * wide // 12
            self.clock.pass_(0.02)
            self.fingers.move(self._loose, x, y)
        self.fingers.lift(self._loose)
        self.rest()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press and let go of a key."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers)
            QApplication.sendEvent(self.window.windowHandle(), event)
        self.rest()

    def rest(self) -> None:
        """Let whatever moves come to its end."""
        for _ in range(LONGEST):
            if not self.kiosk.motion.moving:
                break
            self.clock.pass_(FRAME)
            self.kiosk.motion.advance()
        assert not self.kiosk.motion.moving
        settle()

    def wait(self, seconds: float) -> None:
        """Let time pass without a touch, tick by tick."""
        for _ in range(round(seconds / TICK)):
            self.clock.pass_(TICK)
            self.tick()
        self.rest()

    def tick(self) -> None:
        """Let the ticker tick once, at the time that it is."""
        self.kiosk.controller._ticker.timeout.emit()

    def prepare(self) -> None:
        """Let the kiosk do what it does while nothing happens."""
        idle = self.kiosk.controller._idle
        for _ in range(LONGEST):
            if not idle.isActive():
                break
            idle.stop()
            self.kiosk.controller._prepare()

    def open(self) -> None:
        """Wake the kiosk."""
        self.tap((self.window.width() // 2, self.window.height() // 3))
        assert not self.state.attracting

    def close(self) -> None:
        """Close the kiosk, once."""
        if not self._closed:
            self._closed = True
            self.fingers.go()
            self.kiosk.close()


def cards(visitor: Visitor) -> list[ChapterCard]:
    return [one for one in visitor.pads() if isinstance(one, ChapterCard)]
