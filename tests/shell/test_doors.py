"""The exhibit opens and closes by the clock on the wall, or as staff want it until midnight."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kiosk.content.hours import Hours
from kiosk.shell.doors import Doors
from kiosk.visit.intents import Door

NINE_TO_FIVE = Hours.model_validate({"daily": "9:00-17:00"})


class Wall:
    """A door under a clock."""

    def __init__(self, hours: Hours | None, now: str) -> None:
        self.parent = QObject()
        self.hours, self.now = hours, datetime.fromisoformat(now)
        self.said: list[bool] = []
        self.doors = Doors(lambda: self.hours, lambda: self.now, self._take, self.parent)
        self.doors.look()

    def _take(self, intent: Door) -> None:
        self.said.append(intent.opened)

    @property
    def timed(self) -> bool:
        return self.doors._timer.isActive()

    def at(self, **passed: int) -> bool:
        """Let time pass and the timer come; return what was said then."""
        self.now += timedelta(**passed)
        self.doors._timer.timeout.emit()
        return self.said[-1]


@pytest.fixture
def walls(kiosk_app: QApplication) -> Iterator[list[Wall]]:
    made: list[Wall] = []
    yield made
    for one in made:
        one.doors.close()


def test_it_opens_and_closes_by_the_hours(walls: list[Wall]) -> None:
    wall = Wall(NINE_TO_FIVE, "2026-03-02T08:59:30")
    walls.append(wall)
    assert wall.said == [False], "said at the start"
    assert wall.at(seconds=30)
    assert wall.at(hours=7, minutes=59)
    assert not wall.at(minutes=1)


def test_the_next_look_is_at_the_next_full_minute(walls: list[Wall]) -> None:
    wall = Wall(NINE_TO_FIVE, "2026-03-02T08:59:30")
    walls.append(wall)
    assert wall.doors._timer.interval() == 30_000
    assert wall.doors._timer.isSingleShot()
    wall.at(seconds=30)
    assert wall.doors._timer.interval() == 60_000


def test_without_hours_it_is_open_and_nothing_is_looked_for(walls: list[Wall]) -> None:
    wall = Wall(None, "2026-03-02T03:00:00")
    walls.append(wall)
    assert wall.said == [True]
    assert not wall.timed


@pytest.mark.parametrize("hours", [NINE_TO_FIVE, None], ids=["with hours", "without"])
@pytest.mark.parametrize("wanted", [True, False], ids=["open", "closed"])
def test_what_staff_want_holds_until_midnight(
    walls: list[Wall], hours: Hours | None, wanted: bool
) -> None:
    wall = Wall(hours, "2026-03-02T10:00:00")
    walls.append(wall)
    wall.doors.want(wanted)
    assert wall.said[-1] is wanted
    assert wall.at(hours=13, minutes=59) is wanted
    assert wall.at(minutes=1) is (hours is None)
    assert wall.doors.wanted is None
    assert wall.timed is (hours is not None)


def test_going_by_the_hours_again_takes_back_what_was_wanted(walls: list[Wall]) -> None:
    wall = Wall(NINE_TO_FIVE, "2026-03-02T20:00:00")
    walls.append(wall)
    wall.doors.want(opened=True)
    assert wall.doors.opened
    wall.doors.want(opened=None)
    assert wall.said == [False, True, False]
    assert not wall.doors.opened


def test_hours_that_are_taken_out_of_the_content_open_it(walls: list[Wall]) -> None:
    wall = Wall(NINE_TO_FIVE, "2026-03-02T20:00:00")
    walls.append(wall)
    wall.hours = None
    wall.doors.look()
    assert wall.said == [False, True]
    assert not wall.timed


def test_a_clock_that_jumps_is_believed(walls: list[Wall]) -> None:
    wall = Wall(NINE_TO_FIVE, "2026-03-02T20:00:00")
    walls.append(wall)
    assert wall.at(days=-1, hours=-8)
    assert not wall.at(days=400, hours=10)
