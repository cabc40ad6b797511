"""What fails in a running kiosk, and the kiosk that hears of it."""

from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.shell.faults import Faults
from tests.shell.visitor import Visitor


def fail(*_: Any) -> Any:
    raise RuntimeError("no such thing")


def not_painted(self: QWidget, event: QPaintEvent) -> None:
    """Stand in for a paintEvent."""
    fail(self, event)


def spin() -> None:
    """Let the event loop run as it does in the hall: what fails there comes out at no call."""
    loop = QEventLoop()
    for _ in range(5):
        QTimer.singleShot(0, loop.quit)
        loop.exec()


class Overseen:
    """A visitor before a kiosk whose faults are counted."""

    def __init__(self, visitor: Visitor, faults: Faults, left: list[int]) -> None:
        self.visitor, self.faults, self.left = visitor, faults, left
