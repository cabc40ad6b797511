"""Nobody there: first the question with its countdown, then the cover, as if nobody had been."""

import pytest

from kiosk.shell.home import ChapterCard
from kiosk.ui.motion import Level
from kiosk.ui.words import Words
from kiosk.visit.passing import COVER_DWELL
from kiosk.visit.state import AtPanel, Attract, Contents, Home, fresh
from tests.shell.conftest import Opener
from tests.shell.visitor import TICK, Visitor

STAY, LEAVE = "继续看", "回到封面"


def at_a_panel(visitor: Visitor) -> tuple[int, int]:
    """Lead a visitor to a panel in English; return where."""
    visitor.open()
    visitor.tap(next(one for one in visitor.pads() if isinstance(one, ChapterCard)))
    visitor.tap("下一页")
    visitor.tap("EN")
    return visitor.at


def idle(visitor: Visitor) -> tuple[float, float]:
    """Return the seconds until the question, and from there until the cover."""
    said = visitor.kiosk.controller.route.exhibit.exhibit.idle
    return said.ask_after, said.leave_after


def asking(visitor: Visitor) -> bool:
    ask = visitor.kiosk.controller._screens.ask
    assert ask.isVisible() == (visitor.state.asked is not None)
    return ask.isVisible()


def countdown(visitor: Visitor) -> str:
    return visitor.kiosk.controller._screens.ask._text.text


def test_the_question_comes_when_nobody_touches_and_not_before(visitor: Visitor) -> None:
    here = at_a_panel(visitor)
    ask_after, _ = idle(visitor)
    visitor.wait(ask_after - 2 * TICK)
    assert not asking(visitor)
    visitor.wait(3 * TICK)
    assert asking(visitor)
    assert visitor.at == here


def test_the_question_counts_down_where_one_sees_it(visitor: Visitor) -> None:
    at_a_panel(visitor)
    ask_after, leave_after = idle(visitor)
    visitor.wait(ask_after)
    said = []
    for _ in range(int(leave_after)):
        said.append(countdown(visitor))
        visitor.wait(1)
    numbers = [int("".join(filter(str.isdigit, one))) for one in said]
    assert numbers == list(range(int(leave_after), 0, -1))


def test_the_ring_shrinks_with_the_countdown(visitor: Visitor) -> None:
    at_a_panel(visitor)
    ask_after, _ = idle(visitor)
    visitor.wait(ask_after)
    ask = visitor.kiosk.controller._screens.ask
    pictures = []
    for _ in range(3):
        pictures.append(ask.grab(ask._ring).toImage())
        visitor.wait(5)
    assert pictures[0] != pictures[1] != pictures[2]


@pytest.mark.parametrize(
    "spot", [(30, 30), (640, 700), (1250, 300)], ids=["corner", "band", "side"]
)
def test_a_touch_anywhere_keeps_the_place_and_presses_nothing(
    visitor: Visitor, spot: tuple[int, int]
) -> None:
    here = at_a_panel(visitor)
    visitor.wait(idle(visitor)[0])
    assert asking(visitor)
    visitor.tap(spot)
    assert not asking(visitor)
    assert (visitor.at, visitor.state.language) == (here, "en")
    visitor.wait(idle(visitor)[0] - 1)
    assert not asking(visitor)


def test_a_swipe_over_the_question_keeps_the_place(visitor: Visitor) -> None:
    here = at_a_panel(visitor)
    visitor.wait(idle(visitor)[0])
    visitor.swipe(1)
    assert not asking(visitor)
    assert visitor.at == here


def test_the_button_that_stays_stays(visitor: Visitor) -> None:
    here = at_a_panel(visitor)
    visitor.wait(idle(visitor)[0])
    visitor.tap("Keep looking")
    assert not asking(visitor)
    assert visitor.at == here


def test_the_button_that_leaves_leaves_at_once(visitor: Visitor) -> None:
    at_a_panel(visitor)
    visitor.wait(idle(visitor)[0])
    visitor.tap("Back to the cover")
    assert not asking(visitor)
    assert visitor.state == fresh("zh", visitor.state.touched)


def test_a_finger_down_on_the_question_gives_more_time(visitor: Visitor) -> None:
    """Somebody who has put a finger down is there, however slowly the finger lifts."""
    here = at_a_panel(visitor)
    ask_after, leave_after = idle(visitor)
    visitor.wait(ask_after + leave_after - 1)
    visitor.fingers.press(1, 640, 100)
    visitor.wait(leave_after - 2)
    assert visitor.at == here
    visitor.fingers.lift(1)
    visitor.rest()
    assert not asking(visitor)
    assert visitor.at == here


@pytest.mark.parametrize("motion", list(Level))
def test_then_the_cover_comes_back_as_if_nobody_had_been(opener: Opener, motion: Level) -> None:
    visitor = opener(motion=motion)
    at_a_panel(visitor)
    visitor.wait(sum(idle(visitor)) + 1)
    assert visitor.state == fresh("zh", visitor.state.touched)
    assert visitor.kiosk.controller._screens.cover.isVisible()
    assert visitor.kiosk.controller._look().text == 1.0
    visitor.open()
    assert visitor.place == Home()
    assert visitor.view.look.language == "zh"
    assert visitor.view.look.text == 1.0


def test_the_list_begins_at_its_first_page_for_the_next_visitor(brisk: Visitor) -> None:
    brisk.open()
    brisk.tap("全部篇章")
    first = {one.accessibleName() for one in brisk.pads()}
    brisk.tap("›")
    assert {one.accessibleName() for one in brisk.pads()} != first
    brisk.wait(sum(idle(brisk)) + 1)
    brisk.open()
    brisk.tap("全部篇章")
    assert brisk.place == Contents()
    assert {one.accessibleName() for one in brisk.pads()} == first


@pytest.mark.parametrize("where", ["home", "list", "picture"])
def test_from_everywhere_idling_ends_on_the_cover(brisk: Visitor, where: str) -> None:
    brisk.open()
    if where == "list":
        brisk.tap("全部篇章")
    if where == "picture":
        route = brisk.kiosk.controller.route
        brisk.tap([one for one in brisk.pads() if isinstance(one, ChapterCard)][-1])
        brisk.kiosk.shop.pictures._pool.waitForDone()
        brisk.rest()
        brisk.tap((300, 300))
        assert isinstance(brisk.place, AtPanel)
        assert brisk.place.zoomed
        assert route.panel(brisk.at[0]).kind == "photos"
    brisk.wait(sum(idle(brisk)) + 1)
    assert isinstance(brisk.place, Attract)
    assert brisk.viewer is None


def test_the_question_covers_a_picture_in_full(brisk: Visitor) -> None:
    brisk.open()
    brisk.tap([one for one in brisk.pads() if isinstance(one, ChapterCard)][-1])
    brisk.kiosk.shop.pictures._pool.waitForDone()
    brisk.rest()
    brisk.tap((300, 300))
    assert brisk.sees("关闭")
    brisk.wait(idle(brisk)[0])
    assert {one.accessibleName() for one in brisk.pads()} == {STAY, LEAVE}
    brisk.tap(STAY)
    assert brisk.sees("关闭")


# -- the cycle -------------------------------------------------------------------------------------


def test_the_cover_and_then_every_panel_are_shown_in_turn(opener: Opener) -> None:
    brisk = opener(size=(640, 360), motion=Level.NONE)
    route = brisk.kiosk.controller.route
    seen = []
    brisk.wait(COVER_DWELL)
    while isinstance(place := brisk.place, Attract) and place.index:
        seen.append((brisk.view.brief.at, brisk.view.brief.stop))
        assert brisk.view.share == 1.0
        while brisk.place == place:
            brisk.wait(TICK)
    assert seen == list(route.stops)
    assert isinstance(brisk.place, Attract)
    assert brisk.kiosk.controller._screens.cover.isVisible()


def test_a_panel_stays_as_long_as_it_takes_to_read(visitor: Visitor) -> None:
    route = visitor.kiosk.controller.route
    visitor.wait(COVER_DWELL)
    first = visitor.place
    visitor.wait(route.dwell(*route.stops[0], "zh") - 2 * TICK)
    assert visitor.place == first
    visitor.wait(3 * TICK)
    assert visitor.place != first


def test_while_it_cycles_it_invites_and_offers_nothing_to_press(visitor: Visitor) -> None:
    visitor.wait(COVER_DWELL)
    band = visitor.kiosk.controller._screens.open_band
    assert band.isVisible()
    (words,) = band.findChildren(Words)
    assert "轻触" in words.text
    assert "Touch" in words.text
    assert not visitor.sees("首页")


def test_a_touch_on_a_cycling_panel_opens_that_panel_and_presses_nothing(visitor: Visitor) -> None:
    route = visitor.kiosk.controller.route
    visitor.wait(COVER_DWELL)
    visitor.wait(route.dwell(*route.stops[0], "zh"))
    visitor.tap((visitor.window.width() // 2, visitor.window.height() - 40))
    assert visitor.at == route.stops[1]
    assert visitor.sees("首页")
    visitor.tap("下一页")
    assert visitor.at == route.stops[2]


def test_the_mountains_drift_on_the_cover_alone(visitor: Visitor) -> None:
    timer = visitor.kiosk.controller._screens.cover._drift._timer
    assert timer.isActive()
    visitor.wait(COVER_DWELL)
    assert not timer.isActive()
    visitor.open()
    assert not timer.isActive()


def test_where_nothing_moves_nothing_drifts(brisk: Visitor) -> None:
    assert not brisk.kiosk.controller._screens.cover._drift._timer.isActive()
