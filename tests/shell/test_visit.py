"""A visit by touch alone: everything within reach, every gesture with a button, all the way."""

from kiosk.panels.quiet import QuietCard
from kiosk.shell.contents import ContentsView, Entry
from kiosk.shell.home import HomeView
from kiosk.ui.motion import Level
from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.state import AtPanel, Attract, Contents, Home
from tests.shell.conftest import Opener
from tests.shell.visitor import CHAPTERS, NEXT, PREVIOUS, TO_HOME, Visitor, cards

WALK = (640, 360)
"""Pixels of a window for long ways: smaller is faster."""


def entries(visitor: Visitor) -> list[Entry]:
    return [one for one in visitor.pads() if isinstance(one, Entry)]


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
