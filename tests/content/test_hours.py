"""When the exhibit is open."""

from datetime import datetime, timedelta, timezone

import pytest

from kiosk.content.hours import Hours
from kiosk.content.load import Loaded, loads
from kiosk.content.problems import Problem
from tests.content.toys import EXHIBIT, KINDS


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


MUSEUM = Hours.model_validate(
    {
        "daily": "9:00-17:00",
        "week": {"mon": "closed", "fri": "9:00-12:00, 13:30-20:00", "sat": "20:00-2:00"},
        "dates": {"2026-10-01": "8:30-21:00", "2026-10-02": "休息"},
    }
)


@pytest.mark.parametrize(
    ("when", "opened"),
    [
        ("2026-11-24T08:59:59", False),
        ("2026-11-24T09:00:00", True),
        ("2026-11-24T16:59:59", True),
        ("2026-11-24T17:00:00", False),
        ("2026-11-23T12:00:00", False),  # a Monday
        ("2026-11-27T12:30:00", False),  # between two spans
        ("2026-11-27T19:59:00", True),
        ("2026-11-28T12:00:00", False),  # a Saturday opens in the evening
        ("2026-11-28T23:00:00", True),
        ("2026-11-29T01:59:00", True),  # and lasts past midnight
        ("2026-11-29T02:00:00", False),
        ("2026-10-01T20:00:00", True),
        ("2026-10-02T12:00:00", False),
    ],
)
def test_open_means_between_the_hours_of_the_day(when: str, opened: bool) -> None:
    assert MUSEUM.open_at(at(when)) == opened


def test_without_hours_for_a_day_it_is_open_all_day() -> None:
    always = Hours()
    moment = at("2026-11-23T00:00:00")
    for _ in range(48):
        assert always.open_at(moment)
        moment += timedelta(minutes=30)


def test_a_local_time_with_a_zone_is_the_same_local_time() -> None:
    zoned = at("2026-11-24T09:00:00").replace(tzinfo=timezone(timedelta(hours=8)))
    assert MUSEUM.open_at(zoned)


def test_the_clocks_put_back_or_forward_shift_nothing() -> None:
    """What counts is what the clock on the wall shows."""
    assert MUSEUM.open_at(at("2026-03-29T09:00:00+02:00"))
    assert not MUSEUM.open_at(at("2026-03-29T08:59:00+01:00"))


def written(hours: str) -> Loaded | list[Problem]:
    return loads(EXHIBIT.replace("exhibit:\n", f"exhibit:\n  hours:\n{hours}", 1).encode(), KINDS)


def test_hours_are_read_from_the_file() -> None:
    found = written('    daily: "9:00 - 17:00"\n    dates:\n      2026-10-01: closed\n')
    assert isinstance(found, Loaded)
    hours = found.exhibit.exhibit.hours
    assert hours is not None
    assert hours.daily == ((540, 1020),)
    assert not hours.open_at(at("2026-10-01T12:00"))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ('    daily: "nine to five"\n', "these hours cannot be understood"),
        ('    daily: "9:00-25:00"\n', "these hours cannot be understood"),
        ('    daily: "9:75-10:00"\n', "these hours cannot be understood"),
        ('    dates:\n      "1 October": closed\n', "this date cannot be understood"),
        ("    daily:\n      - 9\n", ""),
        ("    week:\n      monday: closed\n", ""),
    ],
)
def test_what_cannot_be_understood_is_told_with_what_to_write(hours: str, said: str) -> None:
    found = written(hours)
    assert isinstance(found, list)
    assert said in found[0].message.en
    assert found[0].hint is not None
