"""What staff ask for and takes long: done in a worker, so that the screen goes on."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from kiosk.content.problems import Said
from kiosk.shell.office.page import Done

log = logging.getLogger(__name__)

Job = Callable[[], Callable[[], Done]]
"""What is done in the worker; it returns what is left to do in the thread of the screen."""

FAILED = Said(
    "没有做成，原因写在日志里。请再试一次。", "That did not work; the log says why. Try it again."
)


class Work(QObject):
    """One job after another."""

    _came = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(1)
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Job, then: Callable[[Done], None]) -> None:
        """Do a job; `then` gets what is to be told of it."""

        def work() -> None:
            try:
                rest = job()
            except Exception:
                log.exception("what staff asked for failed")
                self._came.emit(lambda: then(FAILED))
            else:
                self._came.emit(lambda: then(rest()))

        self.pool.start(work)

    def _take(self, rest: object) -> None:
        if callable(rest):
            rest()

    def close(self) -> None:
        """Wait for the worker; what it brings is not wanted any more."""
        self._came.disconnect()
        self.pool.clear()
        self.pool.waitForDone()
