"""The one build of Qt for Python that must not slip in."""

import re
import sys
import tomllib
from functools import partial
from importlib.metadata import version
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.project import ROOT

LOCKED = "6.9.3"
"""What the kiosk is built and tested with."""

CALLS = 3000
"""So many calls per check: a wheel that loses one reference each would lose them all."""

WHY = (
    "this PySide6 loses a reference of {} at every call of {}, as 6.12.0 does on CPython 3.11:"
    " after some thousand signals the kiosk would abort; install a version below 6.12"
)


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def test_the_installed_qt_is_older_than_the_one_that_loses_references() -> None:
    assert (6, 8, 3) <= numbers(version("PySide6-Essentials")) < (6, 12)
    assert version("PySide6-Essentials") == version("shiboken6")


def test_nobody_can_install_the_one_that_loses_references() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    assert [one for one in wanted if one.startswith("PySide6")] == [
        "PySide6-Essentials>=6.8.3,<6.12"
    ]


@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6"])
def test_the_lock_file_names_the_version_that_everything_was_tested_with(package: str) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(rf"^{package}==(\S+)", lock, re.MULTILINE) == [LOCKED]


def test_qt_calls_give_back_every_reference_they_take(kiosk_app: QApplication) -> None:
    """Up to Python 3.11 None and True are counted like all else, and used up they end the program."""
    widget, timer, sender = QWidget(), QTimer(), QObject()
    heard = 0

    def hear() -> None:
        nonlocal heard
        heard += 1

    timer.timeout.connect(hear)
    calls: list[partial[Any]] = [
        partial(timer.setInterval, 1000),
        partial(timer.timeout.emit),
        partial(widget.update),
        partial(widget.resize, QSize(10, 10)),
        partial(widget.isEnabled),
        partial(widget.setEnabled, True),
        partial(widget.parentWidget),
        partial(sender.setProperty, "name", True),
        partial(sender.property, "name"),
    ]
    for constant in (None, True, False):
        spare = [constant] * CALLS  # what is lost must not be the last one
        for call in calls:
            before = sys.getrefcount(constant)
            for _ in range(CALLS):
                call()
            lost = before - sys.getrefcount(constant)
            assert lost < CALLS / 2, WHY.format(constant, call.func)
        del spare
    assert heard == 3 * CALLS
