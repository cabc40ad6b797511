"""A beat is sent when a frame was painted where visitors see it, and at no other time."""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels.quiet import QuietCard
from kiosk.shell.faults import Faults
from kiosk.shell.heartbeat import EVERY, PARENT, Heartbeat, every, notifier
from kiosk.shell.overseen import overseen
from kiosk.visit.intents import OpenPanel
from tests.shell.visitor import Visitor

BEAT = "WATCHDOG=1"


def spin() -> None:
    """Let the event loop run as it does in the hall."""
    loop = QEventLoop()
    for _ in range(5):
        QTimer.singleShot(0, loop.quit)
        loop.exec()


class Manager:
    """The service manager: hears datagrams."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)
        self._socket.bind(address.replace("@", "\0", 1))

    def heard(self) -> list[str]:
        """Return the lines that came since the last time."""
        lines: list[str] = []
        while True:
            try:
                lines += self._socket.recv(4096).decode().split("\n")
            except BlockingIOError:
                return lines

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["a file", "abstract"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "notify") if request.param == "a file" else f"@kiosk-{os.getpid()}"


@pytest.fixture
def manager(address: str) -> Iterator[Manager]:
    one = Manager(address)
    yield one
    one.close()


class Heart:
    """A kiosk that tells the manager, and its heart, beating when a test says so."""

    def __init__(self, visitor: Visitor, manager: Manager, faults: Faults) -> None:
        self.visitor, self.manager, self.faults = visitor, manager, faults
        (self.heart,) = visitor.window.findChildren(Heartbeat)

    def beat(self) -> list[str]:
        """Let the time for a beat come; return what the manager hears."""
        self.heart._timer.timeout.emit()
        spin()
        return self.manager.heard()


@pytest.fixture
def heart(visitor: Visitor, manager: Manager, address: str) -> Iterator[Heart]:
    faults = Faults()
    environment = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000000"}
    control, left = visitor.kiosk.controller, list[int]()
    with faults.hooked(), overseen(visitor.window, control, faults, left.append, environment):
        yield Heart(visitor, manager, faults)


def test_it_is_ready_when_the_first_frame_was_painted_and_not_before(heart: Heart) -> None:
    assert heart.manager.heard() == []
    spin()
    assert heart.manager.heard() == ["READY=1", "STATUS=cover; faults: 0", BEAT]


def test_from_then_on_it_beats_and_tells_where_it_is_when_that_changes(heart: Heart) -> None:
    spin()
    heart.manager.heard()
    assert heart.beat() == [BEAT]
    heart.visitor.open()
    assert heart.beat() == ["STATUS=home; faults: 0", BEAT]


def test_a_turn_or_a_touch_is_no_beat(heart: Heart) -> None:
    spin()
    heart.manager.heard()
    heart.visitor.open()
    spin()
    assert heart.manager.heard() == []


def test_no_finger_meets_what_is_asked_for(heart: Heart) -> None:
    spin()
    assert heart.visitor.under(0, 0) is not heart.heart._probe
    assert heart.manager.heard()


def test_a_loop_that_hangs_does_not_beat(heart: Heart) -> None:
    heart.heart._timer.timeout.emit()
    assert heart.manager.heard() == []


def test_a_window_that_is_hidden_does_not_beat(heart: Heart) -> None:
    spin()
    heart.manager.heard()
    heart.visitor.window.hide()
    assert heart.beat() == []
    heart.visitor.window.show()
    assert BEAT in heart.beat()


def test_while_no_screen_is_there_that_the_loop_runs_is_enough(
    heart: Heart, monkeypatch: pytest.MonkeyPatch
) -> None:
    spin()
    heart.manager.heard()
    heart.visitor.window.hide()
    assert heart.beat() == []
    monkeypatch.setattr(type(heart.visitor.window), "real_screen", None)
    assert heart.beat() == [BEAT]


def test_a_picture_taken_for_keeping_is_no_frame(heart: Heart) -> None:
    spin()
    heart.manager.heard()
    heart.visitor.window.hide()
    heart.heart.ask()
    heart.visitor.kiosk.controller.still()
    assert heart.heart._asked
    heart.visitor.window.show()
    spin()
    assert heart.manager.heard() == [BEAT]
    assert not heart.heart._asked


def test_a_window_in_the_wrong_place_does_not_beat(
    heart: Heart, monkeypatch: pytest.MonkeyPatch
) -> None:
    spin()
    heart.manager.heard()
    with monkeypatch.context() as patch:
        patch.setattr(type(heart.visitor.window), "placed", False)
        assert heart.beat() == []
    assert heart.beat() == [BEAT]


def test_a_dialog_over_it_does_not_let_it_beat(
    heart: Heart, monkeypatch: pytest.MonkeyPatch
) -> None:
    spin()
    heart.manager.heard()
    name = "kiosk.shell.heartbeat.QApplication.activeModalWidget"
    monkeypatch.setattr(name, lambda: heart.visitor.window)
    assert heart.beat() == []


def test_a_frame_in_which_something_failed_is_none(
    heart: Heart, monkeypatch: pytest.MonkeyPatch, expects_log: list[logging.LogRecord]
) -> None:
    heart.visitor.kiosk.controller.take(OpenPanel(0))
    heart.visitor.rest()
    heart.beat()

    def fail(self: QWidget, _event: QPaintEvent) -> None:
        raise RuntimeError(self.objectName())

    with monkeypatch.context() as patch:
        patch.setattr(type(heart.visitor.view), "paintEvent", fail)
        assert heart.beat() == []
    assert heart.faults.total == len(expects_log) == 1
    assert isinstance(heart.visitor.view, QuietCard)
    assert BEAT in heart.beat()


def test_it_says_when_it_leaves(visitor: Visitor, manager: Manager, address: str) -> None:
    faults = Faults()
    with overseen(
        visitor.window, visitor.kiosk.controller, faults, print, {"NOTIFY_SOCKET": address}
    ):
        spin()
        manager.heard()
    assert manager.heard() == ["STOPPING=1"]
    spin()
    assert manager.heard() == []


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "vsock:2:1"}])
def test_where_nobody_listens_nothing_beats(visitor: Visitor, environment: dict[str, str]) -> None:
    before = len(visitor.window.findChildren(QTimer))
    with overseen(visitor.window, visitor.kiosk.controller, Faults(), print, environment):
        assert visitor.window.findChildren(Heartbeat) == []
        assert len(visitor.window.findChildren(QTimer)) == before


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("30000000", 10.0), ("", EVERY), ("0", EVERY), ("often", EVERY), ("3000000", 1.0)],
)
def test_it_beats_three_times_as_often_as_it_must(given: str, seconds: float) -> None:
    assert every({"WATCHDOG_USEC": given}) == seconds
    assert every({}) == EVERY


def test_a_manager_that_is_away_does_no_harm(tmp_path: Path) -> None:
    send = notifier({"NOTIFY_SOCKET": str(tmp_path / "nobody")}, lambda: None)
    assert send is not None
    send(BEAT)


def test_a_parent_hears_lines_and_when_it_is_gone_the_program_leaves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[bytes] = []
    alone: list[bool] = []

    def write(number: int, text: bytes) -> int:
        assert number == 1
        said.append(text)
        return len(text)

    def broken(_number: int, _text: bytes) -> int:
        raise BrokenPipeError

    send = notifier({PARENT: "1"}, lambda: alone.append(True))
    assert send is not None
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write)
        send(BEAT)
        patch.setattr(os, "write", broken)
        assert alone == []
        send(BEAT)
    assert said == [b"WATCHDOG=1\n"]
    assert alone == [True]
