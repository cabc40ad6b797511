"""Faults that come again are counted, summed up and bounded; too many end the kiosk."""

import logging
import sys
import threading

import pytest
from PySide6.QtCore import qCritical, qWarning

from kiosk.shell.codes import SOFTWARE
from kiosk.shell.faults import ALL, DISTINCT, HARMLESS, REMEMBERED, WINDOW
from kiosk.visit.intents import OpenPanel
from tests.helpers.leaks import settle
from tests.shell.failing import Overseen, fail


def raised(kind: type[Exception]) -> None:
    try:
        raise kind  # noqa: TRY301 — to be caught
    except kind:
        logging.getLogger("kiosk.test").exception("failed")


@pytest.mark.parametrize("many", [DISTINCT - 1, DISTINCT])
def test_too_many_different_faults_end_it_with_a_code_of_their_own(
    hall: Overseen, many: int, expects_log: list[logging.LogRecord]
) -> None:
    for number in range(many):
        raised(type(f"Error{number}", (Exception,), {}))
    settle()
    assert hall.left == [SOFTWARE] * (many == DISTINCT)
    assert len(expects_log) == many


@pytest.mark.parametrize("seconds", [0.0, WINDOW / ALL * 2], ids=["at once", "over a long time"])
def test_too_many_faults_in_too_short_a_time_end_it(hall: Overseen, seconds: float) -> None:
    for _ in range(ALL):
        raised(ValueError)
        hall.visitor.clock.pass_(seconds)
    settle()
    assert (hall.left == []) is bool(seconds)


def test_messages_of_qt_never_end_it(hall: Overseen) -> None:
    for _ in range(ALL + 1):
        qCritical("no such thing")
    settle()
    assert hall.faults.total == ALL + 1
    assert hall.left == []


def test_one_cause_on_many_panels_is_one_cause(hall: Overseen) -> None:
    for panel in range(DISTINCT + 1):
        hall.visitor.kiosk.controller.take(OpenPanel(panel))
        hall.visitor.rest()
        raised(ValueError)
    settle()
    assert len(hall.faults.counts) == DISTINCT + 1
    assert hall.left == []


def test_what_comes_again_is_summed_up_once_in_ten_minutes(
    hall: Overseen, expects_log: list[logging.LogRecord]
) -> None:
    for _ in range(5):
        raised(ValueError)
        hall.visitor.clock.pass_(WINDOW / 2)
    said = [one.getMessage() for one in expects_log]
    assert len(said) == 3
    assert said[1].startswith("3 faults of 1 kinds; 3 times ValueError at ")


def test_a_fault_while_nobody_can_say_where_is_told_all_the_same(
    hall: Overseen, expects_log: list[logging.LogRecord]
) -> None:
    hall.faults.here = fail
    raised(ValueError)
    assert [sign[2] for sign in hall.faults.counts] == [""]
    assert [one.getMessage() for one in expects_log] == ["failed"]


def test_harmless_messages_are_no_faults(
    hall: Overseen, expects_log: list[logging.LogRecord]
) -> None:
    for text in HARMLESS:
        qWarning(text)
    assert hall.faults.total == 0
    logging.getLogger("kiosk.test").warning("no exception, no fault")
    logging.getLogger("kiosk.test").warning("no exception, no fault")
    assert len(expects_log) == 2
    assert hall.faults.total == 0


def test_what_is_remembered_is_bounded(hall: Overseen) -> None:
    for number in range(REMEMBERED + 20):
        qWarning("x" * (number % 190) + "yz"[number // 190 % 2] * (number // 380 + 1))
    assert len(hall.faults.counts) <= REMEMBERED + 1
    assert hall.faults.total == REMEMBERED + 20


def test_an_end_that_is_asked_for_is_no_fault(
    hall: Overseen, capsys: pytest.CaptureFixture[str], expects_log: list[logging.LogRecord]
) -> None:
    try:
        raise KeyboardInterrupt  # noqa: TRY301 — to be caught
    except KeyboardInterrupt as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    ended = threading.Thread(target=sys.exit)
    ended.start()
    ended.join()
    assert hall.faults.total == 0
    raised(ValueError)
    assert len(expects_log) == 1
