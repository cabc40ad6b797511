"""The window and its keys: nobody closes it, moves it or leaves it, and it fits whatever it gets."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.shell.home import ChapterCard
from kiosk.shell.keys import BACKWARD, ENTER, FORWARD, SIDES, intent_of
from kiosk.staff.audit import audit
from kiosk.visit.intents import Leave, OpenPanel
from kiosk.visit.state import AtPanel, Attract, Contents, Home, State
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor

K, M = Qt.Key, Qt.KeyboardModifier
KNOWN = FORWARD | BACKWARD | SIDES | ENTER | {K.Key_Escape, K.Key_Home}


CHORDS = (
    (K.Key_F4, M.AltModifier),
    (K.Key_Q, M.ControlModifier),
    (K.Key_W, M.ControlModifier),
    (K.Key_C, M.ControlModifier),
    (K.Key_Escape, M.ControlModifier),
    (K.Key_Escape, M.AltModifier),
    (K.Key_Delete, M.ControlModifier | M.AltModifier),
    (K.Key_Backspace, M.ControlModifier | M.AltModifier),
    (K.Key_Right, M.AltModifier),
    (K.Key_Home, M.MetaModifier),
    (K.Key_Tab, M.AltModifier),
    (K.Key_F11, M.NoModifier),
    (K.Key_F1, M.NoModifier),
    (K.Key_Menu, M.NoModifier),
    (K.Key_Super_L, M.NoModifier),
    (K.Key_Back, M.NoModifier),
    (K.Key_PowerOff, M.NoModifier),
    (K.Key_A, M.NoModifier),
)


def in_order(keys: set[Qt.Key]) -> list[Qt.Key]:
    return sorted(keys, key=lambda key: key.value)


def at_second_panel(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(next(one for one in visitor.pads() if isinstance(one, ChapterCard)))
    visitor.tap("下一页")
    assert visitor.at == (1, 0)


def open_picture(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap([one for one in visitor.pads() if isinstance(one, ChapterCard)][-1])
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    visitor.tap((300, 300))
    assert visitor.viewer is not None


# -- keys ------------------------------------------------------------------------------------------


def test_every_key_of_the_list_wakes_and_does_no_more(brisk: Visitor) -> None:
    for key in in_order(KNOWN):
        assert brisk.state.attracting
        brisk.key(key)
        assert brisk.place == Home(), key
        brisk.kiosk.controller.take(Leave())


def test_arrows_enter_and_a_clicker_lead_on_and_back(brisk: Visitor) -> None:
    at_second_panel(brisk)
    for keys, there in ((FORWARD | ENTER, 2), (BACKWARD, 0)):
        for key in in_order(keys):
            brisk.key(key)
            assert brisk.at == (there, 0), key
            brisk.kiosk.controller.take(OpenPanel(1))


def test_escape_closes_the_picture_first_and_then_leads_home(brisk: Visitor) -> None:
    open_picture(brisk)
    brisk.key(K.Key_Escape)
    assert brisk.viewer is None
    assert brisk.sees("首页")
    brisk.key(K.Key_Escape)
    assert brisk.place == Home()


def test_the_home_key_leads_home_from_everywhere(brisk: Visitor) -> None:
    open_picture(brisk)
    brisk.key(K.Key_Home)
    assert brisk.place == Home()
    assert brisk.viewer is None


@pytest.mark.parametrize("place", [Attract(), Home(), Contents(), AtPanel(1), AtPanel(33, 2, True)])
def test_no_other_key_means_anything(place: AtPanel) -> None:
    state = State(place, "zh")
    assert [key for key in Qt.Key if key not in KNOWN and intent_of(key, state)] == []


def test_no_chord_and_no_other_key_does_anything(opener: Opener) -> None:
    visitor = opener(size=None)
    for key, modifiers in CHORDS:
        visitor.key(key, modifiers)
        assert visitor.state.attracting, key
    visitor.open()
    for key, modifiers in CHORDS:
        visitor.key(key, modifiers)
        assert visitor.place == Home(), key
    assert visitor.window.isVisible()
    assert visitor.window.isFullScreen()


def test_a_key_held_down_counts_once(brisk: Visitor) -> None:
    at_second_panel(brisk)
    for repeated in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Right, M.NoModifier, "", repeated)
        QApplication.sendEvent(brisk.window.windowHandle(), event)
    brisk.rest()
    assert brisk.at == (2, 0)


# -- the window ------------------------------------------------------------------------------------


def test_it_takes_the_whole_screen_and_hides_the_pointer(opener: Opener) -> None:
    window = opener(size=None).window
    assert window.geometry() == window.screen().geometry()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_it_cannot_be_closed(opener: Opener) -> None:
    visitor = opener(size=None)
    assert not visitor.window.close()
    assert visitor.window.isVisible()
    assert not visitor.window.windowHandle().close()
    QApplication.closeAllWindows()
    assert visitor.window.isVisible()
    visitor.open()


def test_a_window_for_development_tells_that_it_should_close(opener: Opener) -> None:
    visitor = opener(size=(640, 480))
    told: list[bool] = []
    visitor.window.closing = lambda: told.append(True)
    visitor.window.close()
    assert told == [True]
    assert visitor.window.size().toTuple() == (640, 480)


@pytest.mark.parametrize("area", [QRect(50, 60, 800, 800), QRect(0, 0, 500, 400)])
def test_a_window_that_was_moved_is_put_back(opener: Opener, area: QRect) -> None:
    visitor = opener(size=None)
    whole = visitor.window.geometry()
    visitor.window.showNormal()
    visitor.window.setGeometry(area)
    assert visitor.window.geometry() != whole
    visitor.kiosk._keeper.timeout.emit()
    assert visitor.window.geometry() == whole
    visitor.open()
    assert visitor.view.look.width == whole.width()


def test_the_keeper_runs(opener: Opener) -> None:
    visitor = opener(size=None)
    assert visitor.kiosk._keeper.isActive()
    assert visitor.kiosk._keeper.interval() <= 1000


def test_no_text_can_be_typed_anywhere(visitor: Visitor) -> None:
    assert not visitor.window.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


# -- another size ----------------------------------------------------------------------------------


def busy(visitor: Visitor) -> bool:
    return visitor.kiosk.controller._stage.busy


def turn(visitor: Visitor) -> None:
    """Turn the screen by a quarter."""
    size = visitor.window.size()
    visitor.window.setFixedSize(size.height(), size.width())
    visitor.rest()


def test_a_turned_screen_lays_everything_out_anew_and_keeps_the_place(visitor: Visitor) -> None:
    at_second_panel(visitor)
    visitor.tap("EN")
    turn(visitor)
    assert (visitor.at, visitor.state.language) == ((1, 0), "en")
    assert visitor.view.look.portrait
    assert audit(visitor.view, visitor.view.look) == []
    screens = visitor.kiosk.controller._screens
    assert audit(screens.band, screens.look) == []
    visitor.tap("Next")
    turn(visitor)
    assert visitor.at == (2, 0)
    assert not visitor.view.look.portrait


def test_a_screen_turned_under_a_dragging_finger_forgets_the_finger(visitor: Visitor) -> None:
    at_second_panel(visitor)
    visitor.fingers.press(1, 900, 300)
    for x in range(900, 600, -50):
        visitor.clock.pass_(0.02)
        visitor.fingers.move(1, x, 300)
    assert busy(visitor)
    turn(visitor)
    assert not busy(visitor)
    visitor.fingers.move(1, 100, 300)
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == (1, 0)
    assert audit(visitor.view, visitor.view.look) == []
    visitor.swipe(1)
    assert visitor.at == (2, 0)


def test_a_screen_turned_in_the_middle_of_a_turn_ends_the_turn(visitor: Visitor) -> None:
    at_second_panel(visitor)
    (arrow,) = visitor.pads("下一页")
    visitor.fingers.tap(1, *visitor.middle(arrow))
    visitor.clock.pass_(0.1)
    visitor.kiosk.motion.advance()
    assert busy(visitor)
    turn(visitor)
    assert visitor.at == (2, 0)
    assert visitor.view.share == 1.0
    assert visitor.view.brief.at == 2


def test_a_screen_turned_while_numbers_grow_loses_none(visitor: Visitor) -> None:
    at_second_panel(visitor)
    (arrow,) = visitor.pads("下一页")
    visitor.fingers.tap(1, *visitor.middle(arrow))
    while visitor.kiosk.controller._growing._tween is None:
        visitor.clock.pass_(0.05)
        visitor.kiosk.motion.advance()
    visitor.clock.pass_(0.1)
    visitor.kiosk.motion.advance()
    assert 0.0 < visitor.view.share < 1.0
    turn(visitor)
    assert visitor.view.share == 1.0


@pytest.mark.parametrize("where", ["cover", "picture", "question", "cycle"])
def test_every_screen_survives_being_turned(visitor: Visitor, where: str) -> None:
    if where == "picture":
        open_picture(visitor)
    elif where == "question":
        at_second_panel(visitor)
        visitor.wait(60.5)
        assert visitor.state.asked is not None
    elif where == "cycle":
        visitor.wait(20.5)
    before = visitor.state
    turn(visitor)
    visitor.tick()
    visitor.rest()
    assert visitor.state == before
    screens = visitor.kiosk.controller._screens
    shown = [screens.cover, screens.ask, screens.band, screens.open_band, screens.viewer]
    for widget in shown:
        if widget is not None and widget.isVisible():
            assert audit(widget, screens.look) == []
    wide, high = visitor.window.width(), visitor.window.height()
    assert (screens.look.width, screens.look.height) == (wide, high)
