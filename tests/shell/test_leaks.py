"""A kiosk runs for months: what a visit leaves behind must not add up."""

from collections import Counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.shell.views import KEPT
from kiosk.ui.chart import Chart
from kiosk.ui.motion import Level
from kiosk.ui.pictures import BUDGET
from kiosk.visit.choices import NONE, Choices, Hand
from kiosk.visit.intents import (
    Choose,
    GoContents,
    GoHome,
    Intent,
    Leave,
    OpenChapter,
    OpenChoices,
    OpenPanel,
    Speak,
    Turn,
    Zoom,
)
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor

ROUND: tuple[Intent, ...] = (
    GoHome(),
    OpenChapter(1),
    *[Turn(1)] * 8,
    Speak("en"),
    *[Turn(1)] * 8,
    OpenChoices(on=True),
    Choose(Choices(1, contrast=True, low=True, hand=Hand.LEFT)),
    GoContents(),
    OpenPanel(33, 2),
    Zoom(on=True),
    Turn(1),
    Zoom(on=False),
    *[Turn(-1)] * 12,
    Speak("zh"),
    OpenChoices(on=True),
    Choose(Choices(2, calm=True)),
    Choose(NONE),
    *[Turn(-1)] * 10,
    Leave(),
)
"""A visit of fifty steps through every kind of screen."""


HASTE = 5
"""Steps that a hasty visitor takes before the kiosk comes to tidying up."""


def inventory(visitor: Visitor) -> Counter[str]:
    """Count everything that Qt keeps for the kiosk, by its kind."""
    kinds = [type(widget).__name__ for widget in QApplication.allWidgets()]
    timers = [one for one in visitor.window.findChildren(QObject) if isinstance(one, QTimer)]
    running = [one for one in timers if one.isActive()]
    return Counter([*kinds, *["timer"] * len(timers), *["running timer"] * len(running)])


def visit(visitor: Visitor) -> int:
    """Take a whole round; return the most views that were kept at once."""
    controller, most = visitor.kiosk.controller, 0
    for step, intent in enumerate(ROUND):
        visitor.clock.pass_(1.0)
        controller.take(intent)
        visitor.rest()
        if step % HASTE == 0:
            visitor.prepare()
        most = max(most, len(controller._views._kept))
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    return most


def test_two_hundred_turns_leave_nothing_behind(opener: Opener) -> None:
    brisk = opener(size=(640, 360), motion=Level.NONE)
    brisk.open()
    visit(brisk)  # charts are made once, and lent ever after
    found, most = [], []
    for _ in range(3):
        most.append(visit(brisk))
        found.append(inventory(brisk))
    assert 4 * len(ROUND) >= 200
    assert found[0] == found[1] == found[2]
    assert max(most) <= KEPT + HASTE
    assert len(brisk.kiosk.controller._views._stills) <= 3
    assert found[0]["running timer"] <= 3
    assert brisk.kiosk.shop.charts().made == found[0][Chart.__name__]
    assert brisk.kiosk.shop.pictures.bytes <= BUDGET


def test_a_turn_that_moves_leaves_no_picture_behind(visitor: Visitor) -> None:
    """The pictures that slide are as large as the screen: they go when the turn is over."""
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(3))
    visitor.rest()
    visitor.swipe(1)
    for curtain in (visitor.kiosk.controller._stage, visitor.kiosk.controller._dissolve):
        assert curtain._curtain._old.isNull()
        assert curtain._curtain._new.isNull()


def test_closing_in_the_middle_of_things_stops_them(opener: Opener) -> None:
    """No timer runs on for views that are gone."""
    visitor = opener(motion=Level.FULL)
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(4))
    visitor.rest()
    visitor.kiosk.controller.take(Turn(1))
    assert visitor.kiosk.motion.moving
    visitor.close()
    assert not visitor.kiosk.motion.moving


def test_closing_while_numbers_grow_stops_them(opener: Opener) -> None:
    visitor = opener(motion=Level.FULL)
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(4))
    while visitor.kiosk.controller._growing._tween is None:
        visitor.clock.pass_(0.05)
        visitor.kiosk.motion.advance()
    visitor.close()
    assert not visitor.kiosk.motion.moving


def test_another_language_in_the_middle_of_things_stops_what_is_gone(visitor: Visitor) -> None:
    """A seal that is being pressed, a number that grows: what is dropped no longer moves."""
    visitor.open()
    route = visitor.kiosk.controller.route
    visitor.kiosk.controller.take(OpenPanel(route.first_of(1) - 2))
    visitor.rest()
    visitor.kiosk.controller.take(Turn(1))
    visitor.clock.pass_(0.05)
    visitor.kiosk.motion.advance()
    visitor.kiosk.controller.take(Speak("en"))
    visitor.rest()
    assert visitor.view.look.language == "en"
