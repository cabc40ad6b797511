"""Ending cleanly: SIGTERM and Ctrl+C reach Qt through a pipe, even while it sleeps."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Leaving(QObject):
    """Calls `leave` in the event loop when a signal asks to end.

    Python runs its signal handlers only between bytecodes, and an idle event loop runs none:
    the wake-up descriptor makes the loop itself notice.
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self._near, self._far = socket.socketpair()
        self._near.setblocking(False)
        self._far.setblocking(False)
        self._old = signal.set_wakeup_fd(self._far.fileno())
        self._handlers = {
            number: signal.signal(number, lambda *_: None)
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        try:
            received = self._near.recv(64)
        except BlockingIOError:
            return
        if any(number in self._handlers for number in received):
            self._leave()

    def close(self) -> None:
        """Give signals back to whoever had them."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._near.close()
        self._far.close()
