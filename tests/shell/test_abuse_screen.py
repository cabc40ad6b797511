"""Ways out that are tried on a real screen: what is asked of the window, and what lies over it."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from tests.shell import test_screen
from tests.shell.abuse_table import How, Row, named, rows
from tests.shell.firm import children, networks
from tests.shell.processes import Process, until
from tests.shell.test_screen import SCREEN, Xdo, click, geometry

display, xdo = test_screen.display, test_screen.xdo
kiosk, window = test_screen.kiosk, test_screen.window

CHORDS = {
    1: ("alt+F4",),
    2: ("ctrl+w", "ctrl+q", "ctrl+F4"),
    4: ("alt+Tab", "super", "super+d", "super+e", "super+r", "super+l", "alt+space", "alt+Escape"),
    8: ("Print", "shift+Print", "super+shift+s"),
}

OVER = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
over = QWidget()
over.showFullScreen()
over.raise_()
app.exec()
"""
"""A program that lays its window over everything."""


def moved(xdo: Xdo, window: str) -> None:
    """Ask of the window what window managers ask."""
    xdo("windowmove", window, "120", "80")
    xdo("windowsize", window, "400", "300")
    xdo("windowminimize", window)
    xdo("windowquit", window)


def covered(xdo: Xdo, display: str) -> None:
    """Let another program's window come and go."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen([sys.executable, "-c", OVER], env=environment) as over:

        def there() -> bool:
            return bool(xdo("search", "--onlyvisible", "--pid", str(over.pid)))

        assert until(there)
        over.kill()
    assert until(lambda: not there())


@pytest.mark.parametrize("row", rows(How.SCREEN), ids=named)
def test_nothing_gives_way_on_a_screen(
    xdo: Xdo, window: str, kiosk: Process, display: str, row: Row
) -> None:
    xdo("mousemove", "300", "300")
    for chord in CHORDS.get(row.number, ()):
        xdo("key", chord)
    if row.number == 34:
        moved(xdo, window)
    elif row.number == 35:
        covered(xdo, display)
    assert until(lambda: geometry(xdo, window) == (0, 0, *SCREEN))
    assert xdo("search", "--onlyvisible", "--pid", str(kiosk.pid)).split() == [window]
    assert children(kiosk.pid) == set()
    assert networks(kiosk.pid) == []
    assert kiosk.said == []
    click(xdo, 300, 300)
    assert until(lambda: kiosk.said == ["Home"])
    if row.number == 43:
        assert kiosk.end(signal.SIGTERM, 3.0) == 0
    else:
        assert kiosk.alive


def test_every_row_for_a_screen_is_tried_there() -> None:
    tried = {*CHORDS, 34, 35, 43, 46}
    assert {row.number for row in rows(How.SCREEN)} == tried


def test_a_network_that_is_open_would_be_seen() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        assert len(networks(os.getpid())) == 1
    assert networks(os.getpid()) == []


def test_a_program_that_was_started_would_be_seen() -> None:
    with subprocess.Popen(["sleep", "60"]) as one:
        assert one.pid in children(os.getpid())
        one.kill()
