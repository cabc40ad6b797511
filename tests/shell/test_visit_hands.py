"""Many fingers and hasty ones: none is lost, and none presses what it did not mean."""

import pytest

from kiosk.ui.motion import Level
from kiosk.visit.state import Home
from tests.shell.conftest import Opener
from tests.shell.visitor import NEXT, Visitor, cards


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
