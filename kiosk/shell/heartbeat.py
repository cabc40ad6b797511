"""Telling who started the program that it lives: only when a frame has really been painted.

While no screen is there to paint on, that the loop runs has to do.

The protocol of sd_notify is a datagram of text. The packages for it are unkept since 2017 or want
systemd's headers to build, and none speaks to a parent on Windows: hence a few lines here.
"""

import os
import socket
import sys
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.shell.window import Window

PARENT: Final = "KIOSK_HEARTBEAT"
"""Set by `kiosk watch`, which reads our standard output."""

EVERY: Final = 5.0
"""Seconds between beats where nobody says otherwise."""

Send = Callable[[str], None]


def notifier(environment: Mapping[str, str], alone: Callable[[], None]) -> Send | None:
    """Return what sends to whoever wants to hear; None where nobody does.

    `alone` is called when a parent that watched is gone.
    """
    if environment.get(PARENT):
        return _parent(alone)
    address = environment.get("NOTIFY_SOCKET", "")
    return _service(address) if address[:1] in {"/", "@"} and sys.platform != "win32" else None


def _parent(alone: Callable[[], None]) -> Send:
    def send(text: str) -> None:
        try:
            os.write(1, f"{text}\n".encode())
        except OSError:
            alone()

    return send


def _service(address: str) -> Send:
    def send(text: str) -> None:
        # A manager that does not listen now may do so at the next beat; until then it may well
        # take us for dead.
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as one:
                one.setblocking(False)
                one.sendto(text.encode(), address.replace("@", "\0", 1))
        except OSError:
            return

    return send


def every(environment: Mapping[str, str]) -> float:
    """Return the seconds between beats: a third of what the service manager waits for one.

    WATCHDOG_PID is not asked: it names the session around the program, and the unit lets all tell.
    """
    given = environment.get("WATCHDOG_USEC", "")
    return int(given) / 3e6 if given.isdecimal() and int(given) else EVERY


class Probe(QWidget):
    """One pixel above everything: when it is painted, all that lies beneath has been."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._painted = painted
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(0, 0, 1, 1)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw nothing, and tell."""
        self._painted()


class Heartbeat(QObject):
    """Asks for one pixel now and then, and tells when it was painted where visitors see it."""

    def __init__(
        self,
        window: Window,
        send: Send,
        seconds: float,
        *,
        status: Callable[[], str],
        faults: Callable[[], int],
    ) -> None:
        """`status` is one line for people, `faults` counts all: a frame in which one came up is none."""
        super().__init__(window)
        self._window, self._send, self._status, self._faults = window, send, status, faults
        self._probe = Probe(window, self._drawn)
        self._asked, self._before, self._told = False, 0, ""
        self._ready = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ask)
        self._timer.start(round(seconds * 1000))
        self.ask()

    def ask(self) -> None:
        """Ask for the pixel; whatever has come in its way meanwhile goes beneath it.

        While every screen is unplugged there are no frames: that the loop runs is all there is.
        """
        if self._window.real_screen is None:
            self._tell()
            return
        self._before, self._asked = self._faults(), True
        self._probe.raise_()
        self._probe.update()

    def _drawn(self) -> None:
        if self._asked and not self._window.grabbed:
            self._asked = False
            # What fails in the same frame is known only after it.
            QTimer.singleShot(0, self, self._beat)

    def _beat(self) -> None:
        if self._faults() != self._before or not self.seen():
            return
        self._tell()

    def _tell(self) -> None:
        lines = [] if self._ready else ["READY=1"]
        self._ready = True
        status = self._status()
        if status != self._told:
            self._told = status
            lines.append(f"STATUS={status}")
        self._send("\n".join([*lines, "WATCHDOG=1"]))

    def seen(self) -> bool:
        """Tell whether the window is where visitors see it, and nothing lies over it."""
        window = self._window
        there = window.isVisible() and window.windowHandle().isExposed() and window.placed
        return there and QApplication.activeModalWidget() is None

    def close(self) -> None:
        """Say that this is the end."""
        self._timer.stop()
        self._probe.deleteLater()
        self._send("STOPPING=1")
