"""A newer program is started when nobody is here, and at no other time."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.shell import codes
from kiosk.shell.faults import Faults
from kiosk.shell.overseen import overseen
from kiosk.shell.renewal import FILE, Renewal
from kiosk.visit.intents import Door, Staff
from tests.shell.visitor import Visitor


@dataclass
class Hall:
    """A kiosk that systemd runs."""

    visitor: Visitor
    flag: Path
    left: list[int]

    def look(self) -> list[int]:
        """Let the time to look come; return the exit codes it was ended with."""
        (renewal,) = self.visitor.window.findChildren(Renewal)
        renewal._timer.timeout.emit()
        return self.left


@pytest.fixture
def hall(visitor: Visitor, tmp_path: Path) -> Iterator[Hall]:
    control, left = visitor.kiosk.controller, list[int]()
    environment = {"RUNTIME_DIRECTORY": f"{tmp_path}:/elsewhere"}
    with overseen(visitor.window, control, Faults(), left.append, environment):
        yield Hall(visitor, tmp_path / FILE, left)


def test_it_asks_to_be_started_again_when_nobody_is_here(hall: Hall) -> None:
    hall.flag.touch()
    assert hall.look() == [codes.RESTART]
    assert not hall.flag.exists()


def test_it_stays_while_nothing_newer_is_there(hall: Hall) -> None:
    assert hall.look() == []


def test_no_visit_is_interrupted(hall: Hall) -> None:
    hall.flag.touch()
    hall.visitor.open()
    assert hall.look() == []
    assert hall.flag.exists()


def test_it_does_not_shut_what_lies_open_for_staff(hall: Hall) -> None:
    hall.flag.touch()
    hall.visitor.kiosk.controller.take(Staff("pin"))
    assert hall.look() == []


def test_closed_is_a_good_time(hall: Hall) -> None:
    hall.flag.touch()
    hall.visitor.kiosk.controller.take(Door(opened=False))
    assert hall.look() == [codes.RESTART]


def test_what_cannot_be_taken_away_does_not_end_it_again_and_again(
    hall: Hall, expects_log: list[logging.LogRecord]
) -> None:
    hall.flag.mkdir()
    assert hall.look() == []
    (told,) = expects_log
    assert "waits for the next start" in told.getMessage()
    (renewal,) = hall.visitor.window.findChildren(Renewal)
    assert not renewal._timer.isActive()


def test_without_a_service_nothing_is_looked_for(visitor: Visitor) -> None:
    with overseen(visitor.window, visitor.kiosk.controller, Faults(), print, {}):
        assert visitor.window.findChildren(Renewal) == []
