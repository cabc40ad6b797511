"""Every way out that is tried by events in the program: nothing gives way, and home comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QHelpEvent, QMouseEvent, QTabletEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QToolBar, QWidget

from kiosk.ui.motion import Level
from kiosk.visit.intents import OpenPanel
from tests.helpers.leaks import settle
from tests.shell.abuse_table import ROWS, How, Row, named, rows
from tests.shell.attacks_fingers import (
    charts,
    edges,
    ghosts,
    hasty_taps,
    many_fingers,
    moved_chart,
    palm,
    pinched,
    rested_finger,
    slid_off,
)
from tests.shell.attacks_keys import (
    asked_to_close,
    every_key,
    held_modifier,
    letters,
    press,
    send,
    shortcuts,
    typed,
)
from tests.shell.conftest import Opener
from tests.shell.firm import nothing_gave_way
from tests.shell.visitor import Visitor

K, M = Qt.Key, Qt.KeyboardModifier
Attack = Callable[[Visitor], None]


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


def menu_of_a_chart(visitor: Visitor) -> None:
    for chart in charts(visitor):
        assert not chart._box.menuEnabled()
        assert chart._box.menu is None
        at = QPointF(visitor.window.mapFromGlobal(chart.mapToGlobal(chart.rect().center())))
        one = Qt.MouseButton.RightButton
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            send(visitor, QMouseEvent(kind, at, at, one, one, M.NoModifier))


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


def tips(visitor: Visitor) -> None:
    visitor.open()
    at = QPoint(300, 300)
    for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.QueryWhatsThis):
        for one in (visitor.window, visitor.under(300, 300)):
            QApplication.sendEvent(one, QHelpEvent(kind, at, at))


def keyboards(visitor: Visitor) -> None:
    every_screen(visitor)
    assert QApplication.focusObject() is None or not QApplication.inputMethod().isVisible()


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
