"""What is tried with fingers."""

import random

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent

from kiosk.ui.button import Touchpad
from kiosk.ui.chart import Chart
from kiosk.visit.intents import GoHome, OpenPanel
from kiosk.visit.state import AtPanel, Home
from tests.shell.attacks_keys import send
from tests.shell.visitor import Visitor

CHANCE = random.Random

GHOSTS = 2000
"""Events of fingers that nobody has."""


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
