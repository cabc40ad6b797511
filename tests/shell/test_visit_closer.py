"""What lies over a panel, by touch: the picture in full, the guess, where figures come from."""

import pytest
from PySide6.QtCore import Qt

from kiosk.panels.framed import Framed
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.source_sheet import SourceSheet
from kiosk.panels.thumbs import Thumb
from kiosk.visit.intents import OpenPanel, Speak
from kiosk.visit.state import AtPanel, Home
from tests.shell.visitor import NEXT, PREVIOUS, TO_HOME, Visitor, cards


def picture(visitor: Visitor) -> Framed:
    (found,) = (
        one for one in visitor.pads() if isinstance(one, Framed) and not isinstance(one, Thumb)
    )
    return found


def photos(visitor: Visitor) -> int:
    """Return the panel of photographs."""
    route = visitor.kiosk.controller.route
    return next(at for at in range(len(route.legs)) if route.panel(at).kind == "photos")


# -- pictures in full ------------------------------------------------------------------------------


@pytest.fixture
def before_photos(visitor: Visitor) -> Visitor:
    """A visitor before the first photograph, which has arrived."""
    visitor.open()
    visitor.tap(cards(visitor)[-1])
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    assert visitor.at == (photos(visitor), 0)
    return visitor


def zoomed(visitor: Visitor) -> bool:
    assert isinstance(visitor.place, AtPanel)
    assert visitor.place.zoomed == (visitor.viewer is not None)
    return visitor.place.zoomed


def test_a_tap_on_the_photograph_opens_it_and_a_button_closes_it(before_photos: Visitor) -> None:
    visitor = before_photos
    visitor.tap(picture(visitor))
    assert zoomed(visitor)
    assert not visitor.sees(TO_HOME)
    visitor.tap("关闭")
    assert not zoomed(visitor)
    assert visitor.at == (photos(visitor), 0)


def test_the_buttons_of_the_full_view_enlarge_and_turn(before_photos: Visitor) -> None:
    visitor = before_photos
    visitor.tap(picture(visitor))
    assert visitor.viewer is not None
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    scale = visitor.viewer._zoomable.scale
    visitor.tap("放大")
    assert visitor.viewer._zoomable.scale > scale
    visitor.tap("缩小")
    assert visitor.viewer._zoomable.scale == pytest.approx(scale)
    visitor.tap(NEXT)
    assert visitor.at == (photos(visitor), 1)
    assert zoomed(visitor)
    visitor.tap(PREVIOUS)
    assert visitor.at == (photos(visitor), 0)
    visitor.tap(PREVIOUS)
    assert visitor.at == (photos(visitor), 0)
    assert zoomed(visitor)


def test_in_full_view_the_last_photograph_is_the_end(before_photos: Visitor) -> None:
    visitor = before_photos
    last = visitor.kiosk.controller.route.legs[photos(visitor)].stops - 1
    visitor.tap(picture(visitor))
    for _ in range(last + 2):
        visitor.tap(NEXT)
    assert visitor.at == (photos(visitor), last)
    assert zoomed(visitor)


def test_two_fingers_enlarge_and_a_double_tap_puts_it_back(before_photos: Visitor) -> None:
    visitor = before_photos
    visitor.tap(picture(visitor))
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    assert visitor.viewer is not None
    visitor.fingers.all_at_once("press", {1: (500, 300), 2: (600, 300)})
    for step in range(1, 8):
        visitor.clock.pass_(0.02)
        spread = {1: (500 - 20 * step, 300), 2: (600 + 20 * step, 300)}
        visitor.fingers.all_at_once("move", spread)
    visitor.fingers.lift(1)
    visitor.fingers.lift(2)
    assert visitor.viewer._zoomable.scale > 1.5
    assert zoomed(visitor)
    for _ in range(2):
        visitor.tap((550, 300))
    assert visitor.viewer._zoomable.scale == 1.0


def test_a_swipe_in_full_view_turns_to_the_next_photograph(before_photos: Visitor) -> None:
    visitor = before_photos
    visitor.tap(picture(visitor))
    visitor.swipe(1)
    assert visitor.at == (photos(visitor), 1)
    assert zoomed(visitor)


def test_thumbnails_lead_to_their_photographs(before_photos: Visitor) -> None:
    visitor = before_photos
    thumbs = [one for one in visitor.pads() if isinstance(one, Thumb)]
    visitor.tap(thumbs[2])
    assert visitor.at == (photos(visitor), 2)
    assert not zoomed(visitor)


def test_the_end_of_the_last_panel_leads_home(before_photos: Visitor) -> None:
    visitor = before_photos
    while visitor.at != visitor.kiosk.controller.route.stops[-1]:
        visitor.swipe(1)
    visitor.tap(NEXT)
    assert visitor.place == Home()


# -- sheets ----------------------------------------------------------------------------------------


def at_question(visitor: Visitor) -> None:
    """Stand before the first panel that asks, with its sheet laid."""
    route = visitor.kiosk.controller.route
    at = next(at for at in range(len(route.legs)) if "guess" in route.panel(at).sheets)
    visitor.kiosk.controller.take(OpenPanel(at))
    visitor.rest()
    visitor.tap("先猜一猜")


def test_a_guess_by_touch_from_the_question_to_the_truth_and_back(visitor: Visitor) -> None:
    visitor.open()
    at_question(visitor)
    sheet = visitor.sheet
    assert isinstance(sheet, GuessSheet)
    before, (x, y) = sheet._board.guess, visitor.middle(sheet._board)
    visitor.fingers.press(1, x, y)
    visitor.fingers.move(1, x, y - 60)
    visitor.fingers.move(1, x, y - 120)
    visitor.fingers.lift(1)
    assert sheet._board.guess > before
    visitor.tap("揭晓")
    assert sheet._board.told == 1.0
    visitor.tap("返回")
    assert visitor.sheet is None
    assert isinstance(visitor.place, AtPanel)


def test_where_a_figure_comes_from_is_one_tap_away(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    visitor.tap("出处")
    assert isinstance(visitor.sheet, SourceSheet)
    visitor.tap("返回")
    assert visitor.sheet is None


def test_nothing_under_a_sheet_is_touched_and_no_swipe_turns(visitor: Visitor) -> None:
    visitor.open()
    at_question(visitor)
    here = visitor.place
    visitor.swipe(-500)
    assert visitor.place == here


def test_a_language_switch_in_a_guess_begins_it_anew(visitor: Visitor) -> None:
    visitor.open()
    at_question(visitor)
    visitor.kiosk.controller.take(Speak("en"))
    visitor.rest()
    sheet = visitor.sheet
    assert isinstance(sheet, GuessSheet)
    assert not sheet.told
    assert visitor.pads("Reveal")


def test_a_guess_left_alone_goes_back_to_the_cover_and_waits_for_nobody(visitor: Visitor) -> None:
    visitor.open()
    at_question(visitor)
    sheet = visitor.sheet
    assert isinstance(sheet, GuessSheet)
    visitor.fingers.press(1, *visitor.middle(sheet._board))
    visitor.fingers.lift(1)
    visitor.tap("揭晓")
    visitor.wait(60 + 20)
    assert visitor.state.attracting
    assert visitor.sheet is None
    visitor.open()
    assert visitor.place == Home()


def test_keys_guess_and_escape_leads_back(visitor: Visitor) -> None:
    visitor.open()
    at_question(visitor)
    sheet = visitor.sheet
    assert isinstance(sheet, GuessSheet)
    before = sheet._board.guess
    visitor.key(Qt.Key.Key_Right)
    assert sheet._board.guess > before
    visitor.key(Qt.Key.Key_Return)
    assert sheet.told
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.sheet is None
    assert isinstance(visitor.place, AtPanel)
