"""Every way out that is tried by events in the program: nothing gives way, and home comes back."""

import logging
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDesktopServices,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QShortcut,
    QTabletEvent,
)
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QToolBar, QWidget

from kiosk.ui.button import Touchpad
from kiosk.ui.chart import Chart
from kiosk.ui.hands import HELD
from kiosk.ui.motion import Level
from kiosk.visit.intents import GoHome, OpenPanel
from kiosk.visit.state import AtPanel, Home
from tests.helpers.leaks import settle
from tests.shell.abuse_table import ROWS, How, Row, named, rows
from tests.shell.conftest import Opener
from tests.shell.firm import nothing_gave_way
from tests.shell.visitor import Visitor

K, M = Qt.Key, Qt.KeyboardModifier
MODIFIERS = (
    *(M.NoModifier, M.ShiftModifier, M.ControlModifier, M.AltModifier, M.MetaModifier),
    *(M.ControlModifier | M.AltModifier, M.ControlModifier | M.ShiftModifier),
    M.AltModifier | M.ShiftModifier,
)
CHANCE = random.Random

GHOSTS = 2000
"""Events of fingers that nobody has."""

Attack = Callable[[Visitor], None]


def send(visitor: Visitor, event: QEvent) -> None:
    QApplication.sendEvent(visitor.window.windowHandle(), event)


def press(
    visitor: Visitor, key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier, text: str = ""
) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        send(visitor, QKeyEvent(kind, key, modifiers, text))


def asked_to_close(visitor: Visitor) -> None:
    press(visitor, K.Key_F4, M.AltModifier)
    assert not visitor.window.close()
    assert not visitor.window.windowHandle().close()
    QApplication.closeAllWindows()


def shortcuts(visitor: Visitor) -> None:
    for key in (K.Key_W, K.Key_Q, K.Key_F4):
        press(visitor, key, M.ControlModifier)
    assert visitor.window.findChildren(QShortcut) == []
    assert visitor.window.findChildren(QAction) == []
    assert visitor.state.attracting


def every_key(visitor: Visitor) -> None:
    for key in Qt.Key:
        for modifiers in MODIFIERS:
            press(visitor, key, modifiers)
    assert not visitor.state.staff
    visitor.rest()


def typed(visitor: Visitor) -> None:
    chance, keys = CHANCE(7), list(Qt.Key)
    for _ in range(5000):
        press(visitor, chance.choice(keys), chance.choice(MODIFIERS), chance.choice("a1\r\x1b"))
        visitor.clock.pass_(0.01)
        assert not visitor.state.staff
    visitor.rest()


def held_modifier(visitor: Visitor) -> None:
    for _ in range(5):
        press(visitor, K.Key_Shift, M.ShiftModifier)
    assert visitor.state.attracting


def other_buttons(visitor: Visitor) -> None:
    at = QPointF(300, 300)
    for button in Qt.MouseButton:
        if button not in {Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton}:
            for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
                send(visitor, QMouseEvent(kind, at, at, button, button, M.NoModifier))
    device = visitor.fingers._device
    for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletRelease):
        one = Qt.MouseButton.RightButton
        send(visitor, QTabletEvent(kind, device, at, at, 1, 0, 0, 0, 0, 0, M.NoModifier, one, one))
    assert visitor.state.attracting


def rested_finger(visitor: Visitor) -> None:
    visitor.open()
    visitor.fingers.press(1, 400, 400)
    visitor.wait(2.0)
    for reason in QContextMenuEvent.Reason:
        send(visitor, QContextMenuEvent(reason, QPoint(400, 400), QPoint(400, 400)))
    visitor.fingers.lift(1)
    visitor.rest()


def charts(visitor: Visitor) -> list[Chart]:
    visitor.open()
    found = []
    for at in range(len(visitor.kiosk.controller.route.legs)):
        visitor.kiosk.controller.take(OpenPanel(at))
        visitor.rest()
        found += [one for one in visitor.view.findChildren(Chart) if one.isVisible()]
        if found:
            return found
    raise AssertionError("there is no chart")


def menu_of_a_chart(visitor: Visitor) -> None:
    for chart in charts(visitor):
        assert not chart._box.menuEnabled()
        assert chart._box.menu is None
        at = QPointF(visitor.window.mapFromGlobal(chart.mapToGlobal(chart.rect().center())))
        one = Qt.MouseButton.RightButton
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            send(visitor, QMouseEvent(kind, at, at, one, one, M.NoModifier))


def moved_chart(visitor: Visitor) -> None:
    (chart, *_) = charts(visitor)
    before, chance = chart._box.viewRange(), CHANCE(7)
    place = visitor.place
    for _ in range(50):
        one, other = chance.randrange(100, 600), chance.randrange(100, 600)
        visitor.fingers.all_at_once("press", {1: (one, other), 2: (other, one)})
        visitor.fingers.all_at_once("move", {1: (one + 5, other), 2: (other, one + 5)})
        visitor.fingers.all_at_once("release", {1: (one, other), 2: (other, one)})
        visitor.clock.pass_(0.1)
    visitor.kiosk.controller.take(GoHome())
    visitor.kiosk.controller.take(OpenPanel(place.panel if isinstance(place, AtPanel) else 0))
    visitor.rest()
    (again, *_) = [one for one in visitor.view.findChildren(Chart) if one.isVisible()]
    assert again._box.viewRange() == before
    assert not any(again._box.state["mouseEnabled"])


def toolbars(visitor: Visitor) -> None:
    for kind in (QMainWindow, QToolBar, QDockWidget, QMenu):
        assert not isinstance(visitor.window, kind)
        assert visitor.window.findChildren(kind) == []


def every_screen(visitor: Visitor) -> list[QWidget]:
    """Go everywhere, and return every widget there is."""
    visitor.open()
    for at in range(len(visitor.kiosk.controller.route.legs)):
        visitor.kiosk.controller.take(OpenPanel(at))
        visitor.rest()
        for one in (visitor.window, *visitor.window.findChildren(QWidget)):
            assert_plain(one)
    return [visitor.window, *visitor.window.findChildren(QWidget)]


def assert_plain(one: QWidget) -> None:
    menus = {
        Qt.ContextMenuPolicy.ActionsContextMenu,
        Qt.ContextMenuPolicy.CustomContextMenu,
    }
    assert one.contextMenuPolicy() not in menus, one
    assert one.actions() == [], one
    assert one.property("textInteractionFlags") is None, one
    assert not one.property("openExternalLinks"), one
    assert one.toolTip() == one.whatsThis() == one.statusTip() == "", one
    assert not one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), one


def marked_text(visitor: Visitor) -> None:
    every_screen(visitor)
    visitor.fingers.press(1, 200, 200)
    visitor.fingers.move(1, 210, 200)
    visitor.fingers.lift(1)
    before = QApplication.clipboard().text()
    for key in (K.Key_A, K.Key_C, K.Key_X, K.Key_V):
        press(visitor, key, M.ControlModifier)
    assert QApplication.clipboard().text() == before


def links(visitor: Visitor) -> None:
    gone: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QDesktopServices, "openUrl", gone.append)
        every_screen(visitor)
        for x in range(20, 800, 90):
            for y in range(20, 800, 90):
                visitor.fingers.tap(1, x, y)
                visitor.clock.pass_(0.1)
        visitor.rest()
    assert gone == []


def letters(visitor: Visitor) -> None:
    visitor.open()
    for key in range(K.Key_A.value, K.Key_Z.value + 1):
        press(visitor, K(key), M.AltModifier)
    assert visitor.place == Home()


def tips(visitor: Visitor) -> None:
    visitor.open()
    at = QPoint(300, 300)
    for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.QueryWhatsThis):
        for one in (visitor.window, visitor.under(300, 300)):
            QApplication.sendEvent(one, QHelpEvent(kind, at, at))


def keyboards(visitor: Visitor) -> None:
    every_screen(visitor)
    assert QApplication.focusObject() is None or not QApplication.inputMethod().isVisible()


def edges(visitor: Visitor) -> None:
    visitor.open()
    wide, high = visitor.window.width() - 1, visitor.window.height() - 1
    middle = (wide // 2, high // 2)
    for at in ((0, high // 2), (wide, high // 2), (wide // 2, 0), (wide // 2, high)):
        for fingers in (1, 3):
            places = dict.fromkeys(range(fingers), at)
            visitor.fingers.all_at_once("press", places)
            visitor.fingers.all_at_once("move", dict.fromkeys(places, middle))
            visitor.fingers.all_at_once("release", dict.fromkeys(places, middle))
            visitor.rest()


def many_fingers(visitor: Visitor) -> None:
    visitor.open()
    for count in (3, 4, 5):
        for dx, dy in ((300, 0), (-300, 0), (0, 300), (0, -300)):
            began = {one: (380 + 20 * one, 400) for one in range(count)}
            ended = {one: (x + dx, y + dy) for one, (x, y) in began.items()}
            visitor.fingers.all_at_once("press", began)
            visitor.fingers.all_at_once("move", ended)
            visitor.fingers.all_at_once("release", ended)
            visitor.rest()


def pinched(visitor: Visitor) -> None:
    visitor.open()
    visitor.fingers.all_at_once("press", {1: (300, 400), 2: (500, 400)})
    for by in range(10, 200, 10):
        visitor.fingers.all_at_once("move", {1: (300 + by, 400 - by), 2: (500 - by, 400 + by)})
    visitor.fingers.all_at_once("release", {1: (490, 210), 2: (310, 590)})
    visitor.rest()


def ghosts(visitor: Visitor) -> None:
    chance, down, sent = CHANCE(7), dict[int, tuple[int, int]](), 0
    size = visitor.window.size()
    while sent < GHOSTS:
        finger, sent = chance.randrange(10), sent + 1
        at = (chance.randrange(size.width()), chance.randrange(size.height()))
        if finger not in down:
            visitor.fingers.press(finger, *at)
            down[finger] = at
        elif chance.random() < 0.7:
            visitor.fingers.lift(finger)
            del down[finger]
        else:
            visitor.fingers.move(finger, *at)
        visitor.clock.pass_(0.05)
        if sent % 10 == 0:
            visitor.rest()
        assert not visitor.state.staff
    for finger in down:
        visitor.fingers.lift(finger)
    visitor.rest()


def palm(visitor: Visitor) -> None:
    visitor.open()
    visitor.fingers.press(1, 790, 790)
    visitor.clock.pass_(1.0)
    pad = visitor.pads()[0]
    visitor.tap(pad)
    assert visitor.place != Home()
    visitor.fingers.cancel()
    assert not any(one.pressed for one in visitor.window.findChildren(Touchpad))
    visitor.fingers.go()


def hasty_taps(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    (arrow,) = visitor.pads("下一页")
    at = visitor.middle(arrow)
    for _ in range(6):
        visitor.fingers.tap(1, *at)
        visitor.clock.pass_(0.02)
        visitor.kiosk.motion.advance()
    visitor.rest()
    assert isinstance(visitor.place, AtPanel)


def slid_off(visitor: Visitor) -> None:
    visitor.open()
    before = visitor.place
    for pad in visitor.pads():
        x, y = visitor.middle(pad)
        visitor.fingers.press(1, x, y)
        visitor.fingers.move(1, x, visitor.window.height() - 1)
        visitor.fingers.lift(1)
        visitor.rest()
        assert visitor.place == before, pad.accessibleName()


def shrunk(visitor: Visitor) -> None:
    window = visitor.window
    for change in (window.showMinimized, window.showNormal, window.hide):
        change()
        visitor.kiosk._keeper.timeout.emit()
        settle()
        assert window.isVisible()
        assert not window.isMinimized()


def turned(visitor: Visitor) -> None:
    visitor.open()
    window, screen = visitor.window, visitor.window.screen().geometry()
    window.setGeometry(0, 0, screen.height() // 2, screen.width())
    visitor.rest()
    visitor.kiosk._keeper.timeout.emit()
    visitor.rest()


def jumping_clock(visitor: Visitor) -> None:
    """The clock on the wall is asked for the opening hours alone: what counts, counts seconds."""
    visitor.open()
    visitor.clock.pass_(400 * 86400.0)
    visitor.tick()
    visitor.rest()
    visitor.tick()


def markup(visitor: Visitor) -> None:
    """What is drawn is what was written: nothing here reads markup."""
    everything = every_screen(visitor)
    kinds = {base.__name__ for one in everything for base in type(one).__mro__}
    assert not kinds & {"QLabel", "QTextEdit", "QTextBrowser", "QLineEdit", "QPlainTextEdit"}


ATTACKS: dict[int, Attack] = {
    1: asked_to_close,
    2: shortcuts,
    3: every_key,
    9: held_modifier,
    10: typed,
    11: typed,
    13: typed,
    14: other_buttons,
    15: rested_finger,
    16: menu_of_a_chart,
    17: moved_chart,
    18: toolbars,
    19: marked_text,
    20: links,
    21: markup,
    22: letters,
    24: tips,
    25: keyboards,
    26: keyboards,
    27: edges,
    28: many_fingers,
    29: pinched,
    30: ghosts,
    31: palm,
    32: hasty_taps,
    33: slid_off,
    34: shrunk,
    41: turned,
    42: jumping_clock,
}


def test_the_table_has_every_row_and_each_is_tried() -> None:
    assert [row.number for row in ROWS] == list(range(1, 47))
    assert all(row.layers and row.hows for row in ROWS)
    assert [row.number for row in rows(How.EVENTS)] == sorted(ATTACKS)


@pytest.mark.parametrize("row", rows(How.EVENTS), ids=named)
def test_nothing_gives_way(opener: Opener, row: Row) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    ATTACKS[row.number](visitor)
    nothing_gave_way(visitor)


def stuck(visitor: Visitor) -> None:
    """Let a touch stick for longer than any finger does."""
    visitor.fingers.press(1, 300, 700)
    visitor.clock.pass_(HELD)
    visitor.kiosk.hands._held.timeout.emit()


def test_a_touch_that_sticks_is_told_once_and_is_not_there_until_it_lifts(
    opener: Opener, expects_log: list[logging.LogRecord]
) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    stuck(visitor)
    visitor.clock.pass_(HELD)
    visitor.kiosk.hands._held.timeout.emit()
    assert [one.levelno for one in expects_log] == [logging.WARNING]
    for x in range(300, 790, 20):
        visitor.clock.pass_(0.02)
        visitor.fingers.move(1, x, 700)
    assert not visitor.kiosk.controller._stage.busy
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == (1, 0)
    visitor.swipe(1)
    assert visitor.at != (1, 0)
    nothing_gave_way(visitor)


def test_a_touch_that_sticks_keeps_neither_others_nor_the_cover_away(
    opener: Opener, expects_log: list[logging.LogRecord]
) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    stuck(visitor)
    assert len(expects_log) == 1
    nothing_gave_way(visitor)
    visitor.fingers.go()


def test_a_finger_that_lifts_in_time_is_no_touch_that_sticks(opener: Opener) -> None:
    visitor = opener(size=None, motion=Level.NONE)
    visitor.fingers.press(1, 300, 700)
    visitor.clock.pass_(HELD - 1)
    visitor.fingers.press(2, 300, 300)
    visitor.fingers.lift(1)
    visitor.clock.pass_(2)
    visitor.kiosk.hands._held.timeout.emit()
    assert visitor.kiosk.hands._held.isActive()
    visitor.fingers.lift(2)
    assert not visitor.kiosk.hands._held.isActive()
