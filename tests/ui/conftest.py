"""What the tests of the interface share: a window to touch, fingers, and looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.look import Look
from kiosk.ui.motion import Motion
from kiosk.ui.voice import Voice
from tests.helpers.clock import Clock
from tests.ui.hall import Hall
from tests.ui.prints import Print
from tests.ui.sounds import Device, ready, tone
from tests.ui.theatre import Theatre
from tests.ui.toys import Fingers


@pytest.fixture(scope="session")
def panel(kiosk_app: QApplication) -> QPointingDevice:
    """The touch panel."""
    return QTest.createTouchDevice()


@pytest.fixture
def window(kiosk_app: QApplication) -> Iterator[QWidget]:
    """A window on the screen, 800 by 600."""
    root = QWidget()
    root.resize(800, 600)
    root.show()
    kiosk_app.processEvents()
    yield root
    root.close()
    root.deleteLater()


@pytest.fixture
def fingers(window: QWidget, panel: QPointingDevice) -> Iterator[Fingers]:
    """Fingers on the window; none stays behind."""
    hand = Fingers(window, panel)
    yield hand
    hand.go()


@pytest.fixture
def motion(kiosk_app: QApplication, clock: Clock) -> Motion:
    """Movement by the clock of the test."""
    return Motion(clock)


@pytest.fixture
def look(kiosk_app: QApplication) -> Look:
    """Chinese on a screen of 1920 by 1080."""
    return Look(1920, 1080)


@pytest.fixture
def english(kiosk_app: QApplication) -> Look:
    """English on the same screen."""
    return Look(1920, 1080, language="en")


@pytest.fixture
def hall(window: QWidget, clock: Clock) -> Hall:
    """The window with hands on it."""
    return Hall(window, clock)


@pytest.fixture
def theatre(window: QWidget, motion: Motion, clock: Clock) -> Iterator[Theatre]:
    """The stage on the window; whatever moves is cut at the end."""
    play = Theatre(window, motion, clock)
    yield play
    play.stage.cut()


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Half a second of sound: its file."""
    file = tmp_path / "a.wav"
    file.write_bytes(tone())
    return file


@pytest.fixture
def device() -> Device:
    """A device that draws at once."""
    return Device()


@pytest.fixture
def voice(kiosk_app: QApplication, device: Device) -> Iterator[Voice]:
    """A voice for recordings, that knows its device."""
    made = ready(Voice(None, device.out))
    yield made
    made.close()


@pytest.fixture
def paper(look: Look, window: QWidget) -> Print:
    """The picture that fills the window."""
    return Print(look, window)
