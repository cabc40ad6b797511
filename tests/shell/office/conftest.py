"""What the tests of what is for staff share: a kiosk with a desk, and staff in front of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.visit.intents import Speak
from tests.helpers.clock import Clock
from tests.shell.desk import Drawer, staffed
from tests.shell.visitor import Visitor

Opener = Callable[..., Visitor]


@pytest.fixture
def drawer() -> Drawer:
    """What the desk was asked, and what it answers."""
    return Drawer()


@pytest.fixture
def opener(
    kiosk_app: QApplication,
    exhibit: Exhibit[Panel],
    album: Path,
    drawer: Drawer,
    clock: Clock,
    panel: QPointingDevice,
) -> Iterator[Opener]:
    """Opens kiosks with a desk; each is closed when the test is over."""
    opened: list[Any] = []

    def open_kiosk(**options: Any) -> Visitor:
        shown = options.pop("shown", exhibit)
        kiosk = staffed(shown, album, drawer, clock, panel, **options)
        opened.append(kiosk)
        return kiosk.__enter__()

    yield open_kiosk
    for one in opened:
        one.__exit__(None, None, None)


@pytest.fixture
def visitor(opener: Opener) -> Visitor:
    """Staff in front of a kiosk that speaks English."""
    one = opener()
    one.open()
    one.kiosk.controller.take(Speak("en"))
    return one
