"""A visit by keys alone: what a finger could touch, Tab reaches, and Enter does."""

import pytest
from PySide6.QtCore import Qt

from kiosk.panels.framed import Framed
from kiosk.panels.guess_board import Board
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.marks import Mark, MarkedView
from kiosk.panels.photos import PhotosView
from kiosk.panels.source_sheet import SourceSheet
from kiosk.shell.band import Band
from kiosk.shell.contents import Entry
from kiosk.shell.home import ChapterCard
from kiosk.ui.motion import Level
from kiosk.visit.intents import GoContents, Lay, OpenChoices, OpenPanel
from kiosk.visit.state import AtPanel, Home
from tests.shell.conftest import Opener
from tests.shell.keyboard import ROUND, asked, at, enter, named, tab_to, take, target
from tests.shell.visitor import Visitor

K = Qt.Key


# -- Tab -------------------------------------------------------------------------------------------


def test_tab_wakes_and_does_no_more(brisk: Visitor) -> None:
    brisk.key(K.Key_Tab)
    assert brisk.place == Home()
    assert target(brisk) is None


def test_tab_comes_round_all_that_a_finger_reaches_and_the_band_is_last(brisk: Visitor) -> None:
    brisk.open()
    seen = []
    for _ in range(len(brisk.pads())):
        brisk.key(K.Key_Tab)
        seen.append(target(brisk))
    first = seen[0]
    assert set(seen) == set(brisk.pads())
    in_band = [isinstance(one.parentWidget(), Band) for one in seen if one]
    assert in_band == sorted(in_band)
    brisk.key(K.Key_Tab)
    assert target(brisk) is first


def test_shift_and_tab_lead_back(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Tab)
    first = target(brisk)
    brisk.key(K.Key_Tab)
    brisk.key(K.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert target(brisk) is first
    brisk.key(K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    held = target(brisk)
    assert held is not None
    assert isinstance(held.parentWidget(), Band)


def test_what_lies_on_top_is_all_that_tab_reaches(brisk: Visitor) -> None:
    brisk.open()
    brisk.wait(61)
    assert asked(brisk)
    for _ in range(4):
        brisk.key(K.Key_Tab)
        assert named(brisk) in {"继续看", "回到封面"}


def test_what_cannot_be_pressed_is_passed_over(brisk: Visitor) -> None:
    brisk.open()
    take(brisk, OpenChoices(on=True))
    for _ in range(ROUND // 4):
        brisk.key(K.Key_Tab)
        assert named(brisk) != "恢复原样", "nothing was chosen yet"


def test_entries_in_columns_are_read_down_the_columns(opener: Opener) -> None:
    wide = opener(size=(1920, 1080))
    wide.open()
    take(wide, GoContents())
    entries = [one for one in wide.kiosk.focus.targets() if isinstance(one, Entry)]
    route = wide.kiosk.controller.route
    columns = {one.x() for one in entries}
    assert len(columns) > 1
    assert entries == sorted(entries, key=lambda one: (one.x(), one.y()))
    assert len(entries) <= len(route.legs)


# -- Enter and arrows ------------------------------------------------------------------------------


def test_enter_turns_on_while_nothing_has_the_ring(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Return)
    assert brisk.at == (0, 0)
    brisk.key(K.Key_Space)
    assert brisk.at != (0, 0)


def test_arrows_turn_panels_wherever_the_ring_is(brisk: Visitor) -> None:
    brisk.open()
    take(brisk, OpenPanel(1))
    tab_to(brisk, "下一页")
    brisk.key(K.Key_Return)
    assert brisk.at == (2, 0)
    assert named(brisk) == "下一页"
    brisk.key(K.Key_Left)
    assert brisk.at == (1, 0)
    assert named(brisk) == "下一页"


def test_arrows_lead_from_card_to_card(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Tab)
    first = target(brisk)
    assert isinstance(first, ChapterCard)
    brisk.key(K.Key_Right)
    second = target(brisk)
    assert second is not None
    assert (second.y(), second.x() > first.x()) == (first.y(), True)
    brisk.key(K.Key_Left)
    assert target(brisk) is first
    brisk.key(K.Key_Left)
    assert target(brisk) is first, "there is nothing further left"
    brisk.key(K.Key_Down)
    below = target(brisk)
    assert below is not None
    assert below.y() > first.y()


def test_arrows_turn_from_home_while_nothing_has_the_ring(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Right)
    assert brisk.at == (0, 0)


def test_a_mark_tells_its_sentence(brisk: Visitor) -> None:
    brisk.open()
    take(brisk, OpenPanel(at(brisk, "bars")))
    enter(brisk, Mark)
    view = brisk.view
    assert isinstance(view, MarkedView)
    assert view._told.text == named(brisk)
    brisk.key(K.Key_Return)
    assert view.lit is None


# -- Escape ----------------------------------------------------------------------------------------


def test_escape_leaves_one_thing_after_the_other(brisk: Visitor) -> None:
    brisk.open()
    take(brisk, OpenPanel(at(brisk, "bars")), Lay("source"), OpenChoices(on=True))
    brisk.wait(61)
    assert asked(brisk)
    brisk.key(K.Key_Escape)
    assert not asked(brisk)
    left = []
    for _ in range(3):
        brisk.key(K.Key_Escape)
        left.append((brisk.state.choosing, brisk.sheet is None, type(brisk.place)))
    assert left == [(False, False, AtPanel), (False, True, AtPanel), (False, True, Home)]


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_PageUp, K.Key_Return, K.Key_Home], ids=str)
def test_any_key_keeps_the_place_of_someone_who_is_asked(brisk: Visitor, key: Qt.Key) -> None:
    brisk.open()
    take(brisk, OpenPanel(3))
    brisk.wait(61)
    brisk.key(key)
    assert not asked(brisk)
    assert brisk.at == (3, 0)


# -- everything with two switches ------------------------------------------------------------------


def test_two_switches_go_through_the_whole_exhibit(opener: Opener) -> None:
    """Tab and Enter alone: every panel, and every kind of thing that can be done on one."""
    brisk = opener(size=(960, 540), motion=Level.NONE)
    brisk.key(K.Key_Return)
    assert brisk.place == Home()
    enter(brisk, ChapterCard)

    seen, done = [], set[str]()
    tab_to(brisk, "下一页")
    while isinstance(brisk.place, AtPanel):
        seen.append(brisk.at)
        if brisk.sees("先猜一猜") and "guess" not in done:
            done.add("guess")
            guess(brisk)
        if brisk.sees("出处") and "source" not in done:
            done.add("source")
            enter(brisk, "出处")
            assert isinstance(brisk.sheet, SourceSheet)
            enter(brisk, "返回")
        if isinstance(brisk.view, PhotosView) and "viewer" not in done:
            done.add("viewer")
            look_closer(brisk)
        if named(brisk) != "下一页":
            tab_to(brisk, "下一页")
        brisk.key(K.Key_Return)
    assert set(seen) == set(brisk.kiosk.controller.route.stops)
    assert done == {"guess", "source", "viewer"}
    enter(brisk, "全部篇章")
    enter(brisk, Entry)
    assert brisk.at == (0, 0)
    choose(brisk)
    enter(brisk, "EN")
    assert brisk.state.language == "en"
    brisk.wait(61)
    assert asked(brisk)
    enter(brisk, "Keep looking")
    assert not asked(brisk)
    brisk.wait(61)
    enter(brisk, "Back to the cover")
    assert brisk.state.attracting


def guess(visitor: Visitor) -> None:
    """Guess something, see the truth, and come back."""
    enter(visitor, "先猜一猜")
    sheet = visitor.sheet
    assert isinstance(sheet, GuessSheet)
    before = sheet._board.guess
    enter(visitor, Board)
    assert sheet._board.guess != before
    for _ in range(11):
        visitor.key(K.Key_Return)
    assert 0 <= sheet._board.guess <= sheet.asked.top
    enter(visitor, "揭晓")
    assert sheet.told
    enter(visitor, "返回")
    assert visitor.sheet is None


def look_closer(visitor: Visitor) -> None:
    """Open the picture in full, enlarge it, see the next one, and come back."""
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    enter(visitor, Framed)
    viewer = visitor.viewer
    assert viewer is not None
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    enter(visitor, "放大")
    assert viewer._zoomable.scale > 1
    here = visitor.at
    enter(visitor, "下一页")
    assert visitor.at == (here[0], here[1] + 1)
    enter(visitor, "上一页")
    enter(visitor, "关闭")
    assert visitor.viewer is None
    assert visitor.at == here


def choose(visitor: Visitor) -> None:
    """Choose large text, take it back, and close the choices."""
    enter(visitor, "无障碍")
    enter(visitor, "大字")
    assert visitor.state.text > 1
    enter(visitor, "恢复原样")
    assert visitor.state.text == 1
    enter(visitor, "好了")
    assert not visitor.state.choosing
