"""A visit by touch alone: everything within reach, every gesture with a button, all the way."""

import pytest
from PySide6.QtCore import Qt

from kiosk.panels.framed import Framed
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.quiet import QuietCard
from kiosk.panels.source_sheet import SourceSheet
from kiosk.panels.thumbs import Thumb
from kiosk.shell.contents import ContentsView, Entry
from kiosk.shell.home import ChapterCard, HomeView
from kiosk.ui.motion import Level
from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.intents import OpenPanel, Speak
from kiosk.visit.state import AtPanel, Attract, Contents, Home
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor

WALK = (640, 360)
"""Pixels of a window for long ways: smaller is faster."""

NEXT, PREVIOUS, TO_HOME, CHAPTERS = "下一页", "上一页", "首页", "全部篇章"


def cards(visitor: Visitor) -> list[ChapterCard]:
    return [one for one in visitor.pads() if isinstance(one, ChapterCard)]


def entries(visitor: Visitor) -> list[Entry]:
    return [one for one in visitor.pads() if isinstance(one, Entry)]


def picture(visitor: Visitor) -> Framed:
    (found,) = (
        one for one in visitor.pads() if isinstance(one, Framed) and not isinstance(one, Thumb)
    )
    return found


def photos(visitor: Visitor) -> int:
    """Return the panel of photographs."""
    route = visitor.kiosk.controller.route
    return next(at for at in range(len(route.legs)) if route.panel(at).kind == "photos")


# -- waking ----------------------------------------------------------------------------------------


def test_it_begins_with_the_cover(visitor: Visitor) -> None:
    assert visitor.place == Attract(0, visitor.clock.now)
    assert visitor.pads() == []


def test_any_touch_opens_home_and_the_same_finger_presses_nothing(visitor: Visitor) -> None:
    """Where the finger came down there is a chapter a moment later."""
    visitor.open()
    spot = visitor.middle(cards(visitor)[0])
    visitor.tap(TO_HOME)
    visitor.wait(60 + 20)
    assert visitor.state.attracting

    visitor.fingers.press(1, *spot)
    assert visitor.place == Home()
    visitor.rest()
    assert visitor.under(*spot) is not visitor.window
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.place == Home()

    visitor.tap(spot)
    assert visitor.at == (0, 0)


def test_a_waking_finger_that_slides_turns_nothing(visitor: Visitor) -> None:
    visitor.wait(20)
    assert visitor.state.attracting
    visitor.swipe(1)
    assert visitor.at == (0, 0)


# -- moving about ----------------------------------------------------------------------------------


def test_every_chapter_has_a_card_that_opens_it(brisk: Visitor) -> None:
    brisk.open()
    route = brisk.kiosk.controller.route
    for number in range(len(route.exhibit.chapters)):
        assert isinstance(brisk.view, HomeView)
        brisk.tap(cards(brisk)[number])
        assert brisk.at == (route.first_of(number), 0)
        brisk.tap(TO_HOME)


def test_the_next_arrow_leads_through_every_panel_and_then_home(opener: Opener) -> None:
    brisk = opener(size=WALK, motion=Level.NONE)
    brisk.open()
    brisk.tap(cards(brisk)[0])
    seen = []
    while isinstance(brisk.place, AtPanel):
        seen.append(brisk.at)
        assert not isinstance(brisk.view, QuietCard)
        brisk.tap(NEXT)
    assert seen == list(brisk.kiosk.controller.route.stops)
    assert brisk.place == Home()
    assert isinstance(brisk.view, HomeView)


def test_the_previous_arrow_leads_all_the_way_back(opener: Opener) -> None:
    brisk = opener(size=WALK, motion=Level.NONE)
    brisk.open()
    brisk.tap(cards(brisk)[-1])
    while brisk.at != brisk.kiosk.controller.route.stops[-1]:
        brisk.tap(NEXT)
    seen = []
    while isinstance(brisk.place, AtPanel):
        seen.append(brisk.at)
        brisk.tap(PREVIOUS)
    assert seen == list(reversed(brisk.kiosk.controller.route.stops))
    assert brisk.place == Home()


def test_a_swipe_does_what_the_arrows_do(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    first, _ = visitor.at
    visitor.swipe(1)
    assert visitor.at == (first + 1, 0)
    view = visitor.view
    visitor.swipe(1)
    visitor.swipe(-1)
    assert visitor.at == (first + 1, 0)
    assert visitor.view is view
    visitor.tap(PREVIOUS)
    assert visitor.at == (first, 0)


def test_a_swipe_on_with_the_neighbours_ready_shows_them(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    visitor.prepare()
    views = visitor.kiosk.controller._views
    ready = [
        views._kept[key]
        for key in views._kept
        if key.place == AtPanel(visitor.at[0] + 1) and key.look.text == 1.0
    ]
    visitor.swipe(1)
    assert [visitor.view] == ready


def test_a_swipe_before_the_first_panel_leads_nowhere(visitor: Visitor) -> None:
    """There is nothing beside it; the arrow, which is a button of its own, leads home."""
    visitor.open()
    visitor.tap(cards(visitor)[0])
    visitor.swipe(-1)
    assert visitor.at == (0, 0)
    visitor.tap(PREVIOUS)
    assert visitor.place == Home()


def test_a_swipe_on_home_turns_nothing(visitor: Visitor) -> None:
    visitor.open()
    visitor.swipe(1)
    assert visitor.place == Home()


def test_a_short_slow_drag_takes_the_panel_back(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    here = visitor.at
    visitor.fingers.press(1, 700, 300)
    for x in range(700, 600, -10):
        visitor.clock.pass_(0.2)
        visitor.fingers.move(1, x, 300)
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == here


def test_all_chapters_lists_every_panel_and_its_pager_reaches_them_all(brisk: Visitor) -> None:
    brisk.open()
    brisk.tap(CHAPTERS)
    assert brisk.place == Contents()
    assert isinstance(brisk.view, ContentsView)
    found = [entry.accessibleName() for entry in entries(brisk)]
    (on,) = brisk.pads("›")
    while on.isEnabled():
        brisk.tap(on)
        found += [entry.accessibleName() for entry in entries(brisk)]
    assert len(found) == len(brisk.kiosk.controller.route.legs)
    assert "" not in found
    (back,) = brisk.pads("‹")
    while back.isEnabled():
        brisk.tap(back)
    assert [entry.accessibleName() for entry in entries(brisk)] == found[: len(entries(brisk))]


def test_an_entry_of_the_list_opens_its_panel(brisk: Visitor) -> None:
    brisk.open()
    brisk.tap(CHAPTERS)
    brisk.tap(entries(brisk)[3])
    assert brisk.at == (3, 0)
    brisk.tap(CHAPTERS)
    brisk.tap("›")
    first = len(brisk.kiosk.controller.route.legs) - len(entries(brisk))
    brisk.tap(entries(brisk)[-1])
    assert brisk.at[0] >= first


def test_home_is_one_touch_away_from_everywhere(brisk: Visitor) -> None:
    brisk.open()
    for away in ("card", CHAPTERS):
        brisk.tap(cards(brisk)[2] if away == "card" else away)
        brisk.tap(TO_HOME)
        assert brisk.place == Home()


def test_a_disabled_pager_button_does_nothing(brisk: Visitor) -> None:
    brisk.open()
    brisk.tap(CHAPTERS)
    before = [entry.accessibleName() for entry in entries(brisk)]
    brisk.tap("‹")
    assert [entry.accessibleName() for entry in entries(brisk)] == before


# -- how it is told --------------------------------------------------------------------------------


def test_the_language_changes_in_place_and_back(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    visitor.tap(NEXT)
    here, chinese = visitor.at, visitor.view.accessibleName()
    visitor.tap("EN")
    assert (visitor.at, visitor.state.language) == (here, "en")
    title = visitor.kiosk.controller.route.panel(here[0]).title
    assert title is not None
    assert visitor.view.accessibleName() == title.to("en")
    assert visitor.sees("Next")
    visitor.tap("中文")
    assert (visitor.at, visitor.state.language) == (here, "zh")
    assert visitor.view.accessibleName() == chinese


def test_the_text_grows_where_one_stands_and_shrinks_again(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    here, steps = visitor.at, [visitor.view.look.text]
    visitor.tap("无障碍")
    for name in ("大字", "特大字", "特大字"):
        visitor.tap(name)
        steps.append(visitor.view.look.text)
    assert steps == [*TEXT_STEPS, TEXT_STEPS[0]]
    assert visitor.at == here


def test_language_and_size_can_be_chosen_on_home_and_in_the_list(brisk: Visitor) -> None:
    brisk.open()
    brisk.tap("EN")
    brisk.tap("Access")
    brisk.tap("Large text")
    brisk.tap("Done")
    assert (brisk.place, brisk.state.language, brisk.state.text) == (Home(), "en", 1.3)
    brisk.tap("All chapters")
    brisk.tap("中文")
    assert (brisk.place, brisk.state.language, brisk.state.text) == (Contents(), "zh", 1.3)


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


# -- many fingers ----------------------------------------------------------------------------------


def test_a_resting_palm_does_not_stop_the_taps_of_others(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    first, _ = visitor.at
    visitor.fingers.press(7, 500, 400)
    visitor.tap(NEXT)
    assert visitor.at == (first + 1, 0)
    visitor.tap("EN")
    visitor.tap("Home")
    assert visitor.place == Home()
    visitor.fingers.lift(7)
    visitor.rest()
    assert visitor.place == Home()


def test_a_palm_on_a_chapter_keeps_no_other_chapter_shut(visitor: Visitor) -> None:
    visitor.open()
    spots = [visitor.middle(card) for card in cards(visitor)]
    visitor.fingers.press(7, *spots[0])
    visitor.tap(spots[1])
    assert visitor.at == (visitor.kiosk.controller.route.first_of(1), 0)
    visitor.fingers.lift(7)
    visitor.rest()
    assert visitor.at == (visitor.kiosk.controller.route.first_of(1), 0)


def test_a_finger_that_slides_off_a_button_presses_nothing(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(cards(visitor)[1])
    here = visitor.at
    (arrow,) = visitor.pads(NEXT)
    x, y = visitor.middle(arrow)
    visitor.fingers.press(1, x, y)
    visitor.fingers.move(1, x, y - 200)
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == here


def test_hasty_fingers_on_the_arrow_are_all_counted(visitor: Visitor) -> None:
    """Nobody has to wait for a turn to end before the next touch."""
    visitor.open()
    visitor.tap(cards(visitor)[1])
    first, _ = visitor.at
    (arrow,) = visitor.pads(NEXT)
    for _ in range(3):
        visitor.fingers.tap(1, *visitor.middle(arrow))
        visitor.clock.pass_(0.1)
        visitor.kiosk.motion.advance()
    visitor.rest()
    assert visitor.at == (first + 3, 0)
    assert visitor.view.brief.at == first + 3


@pytest.mark.parametrize(("level", "fades"), [(Level.CALM, True), (Level.NONE, False)])
def test_calm_motion_fades_to_the_next_panel_and_none_cuts(
    opener: Opener, level: Level, fades: bool
) -> None:
    visitor = opener(motion=level)
    visitor.open()
    visitor.tap(cards(visitor)[0])
    visitor.rest()
    controller = visitor.kiosk.controller
    before = controller._stage.view
    (arrow,) = visitor.pads(NEXT)
    visitor.fingers.tap(1, *visitor.middle(arrow))
    assert controller._dissolve.busy is fades
    assert controller._stage.view is not before
    assert not controller._stage.busy
    visitor.rest()
    assert not controller._dissolve.busy


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
