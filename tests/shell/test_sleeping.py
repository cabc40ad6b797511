"""A machine that slept, and a clock on the wall that jumps: visits and opening hours go on."""

import time
from datetime import UTC, datetime

import pytest

from kiosk.visit.intents import OpenPanel
from kiosk.visit.state import Attract
from tests.shell import test_doors
from tests.shell.test_doors import NINE_TO_FIVE, Wall
from tests.shell.visitor import Visitor

walls = test_doors.walls

NIGHT = 9 * 3600.0
"""Seconds for which a machine sleeps."""


def on_the_wall(now: float) -> datetime:
    """Return what the clock on the wall shows, `now` seconds after 1970."""
    return datetime.fromtimestamp(now, UTC).astimezone().replace(tzinfo=None)


def busy(visitor: Visitor) -> bool:
    return visitor.kiosk.controller._stage.busy


def test_a_machine_that_slept_in_the_middle_of_a_turn_shows_where_it_led(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    (arrow,) = visitor.pads("下一页")
    visitor.fingers.tap(1, *visitor.middle(arrow))
    visitor.clock.pass_(0.1)
    visitor.kiosk.motion.advance()
    assert busy(visitor)
    visitor.clock.pass_(NIGHT)
    visitor.kiosk.motion.advance()
    assert not busy(visitor)
    assert visitor.at == (2, 0)
    visitor.rest()
    assert visitor.view.share == 1.0


def test_a_finger_that_lay_there_while_the_machine_slept_does_no_harm(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    visitor.fingers.press(1, 900, 300)
    for x in range(900, 600, -50):
        visitor.clock.pass_(0.02)
        visitor.fingers.move(1, x, 300)
    visitor.clock.pass_(NIGHT)
    visitor.fingers.lift(1)
    visitor.rest()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    visitor.swipe(1)
    assert visitor.at == (2, 0)


@pytest.mark.parametrize(
    "counts", [True, False], ids=["the clock went on", "the clock stood still"]
)
def test_a_visit_before_the_machine_slept_is_over_soon_after(brisk: Visitor, counts: bool) -> None:
    """Some clocks stand still while a machine sleeps: it is then as if nobody had touched since."""
    brisk.open()
    brisk.wait(30)
    brisk.clock.pass_(NIGHT if counts else 0.0)
    brisk.tick()
    assert (brisk.state.asked is not None) == counts
    brisk.wait(52)
    assert isinstance(brisk.place, Attract)


@pytest.mark.parametrize(
    "day", ["2026-03-29", "2026-10-25"], ids=["one hour less", "one hour more"]
)
def test_on_the_days_when_the_clocks_change_it_opens_by_the_clock_on_the_wall(
    walls: list[Wall], monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        now = datetime.fromisoformat(f"{day}T00:00:10").timestamp()
        wall = Wall(NINE_TO_FIVE, on_the_wall(now).isoformat())
        walls.append(wall)
        changes = []
        while wall.now.isoformat() < f"{day}T23:00:00":
            assert 0 < wall.doors._timer.interval() <= 60_000, "however it jumps, a minute later"
            before, now = wall.said[-1], now + wall.doors._timer.interval() / 1000
            wall.now = on_the_wall(now)
            if wall.at() != before:
                changes.append((wall.now.strftime("%H:%M"), wall.said[-1]))
    time.tzset()
    assert changes == [("09:00", True), ("17:00", False)]
