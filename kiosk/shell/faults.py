"""The one place where everything that goes wrong arrives: it is told once, and then counted.

Whoever catches an exception logs it, and what nobody catches is logged by the hooks here. So the
log is the way, and this is the filter at the end of it: no layer below needs to know it.
"""

import logging
import re
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

log = logging.getLogger(__name__)

WINDOW: Final = 600.0
"""Seconds in which too many faults are too many, and between two lines that sum them up."""

DISTINCT, ALL = 20, 200
"""How many places in the code may fail within the window, and how often altogether."""

REMEMBERED: Final = 500
"""Different faults that are told of; what comes after them is counted as one."""

HARMLESS: Final = (
    # Without a window manager nobody asks for the sizes that a window would like.
    "This plugin does not support propagateSizeHints()",
    # The only window there is has the focus anyhow.
    "Wayland does not support QWindow::requestActivate()",
)
"""What Qt warns of though nothing is wrong."""

_QT: Final = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_CHANGING: Final = re.compile(r"0x[0-9a-fA-F]+|\d+")

Sign = tuple[str, str, str]
"""What tells one fault from another: its type, its place in the code, and the panel."""

REST: Final[Sign] = ("further faults", "", "")


class Faults(QObject):
    """Counts faults. May be told of one in any thread; answers in its own."""

    _uncaught = Signal(object)
    _many = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self.counts: Counter[Sign] = Counter()
        self.here: Callable[[], str] = lambda: ""
        """Returns the key of the panel in front."""
        self.line: Callable[[str], int] = lambda _key: 0
        """Returns the line of a panel in content.yaml, by its key; 0 where it is not known."""
        self.uncaught: Callable[[TracebackType], None] = lambda _trace: None
        """Hears where an exception came from that nobody caught."""
        self.leave: Callable[[], None] = lambda: None
        """Called when there are too many."""
        self._lock = threading.RLock()
        self._recent: deque[tuple[float, tuple[str, str]]] = deque()
        self._summed: float | None = None
        self._uncaught.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._many.connect(self._go, Qt.ConnectionType.QueuedConnection)

    @property
    def total(self) -> int:
        """How many there were."""
        return self.counts.total()

    # -- in ------------------------------------------------------------------------------------

    def filter(self, record: logging.LogRecord) -> bool:
        """Let a record pass unless it tells of a fault that was told; say the panel and its line.

        A record tells of a fault if it carries an exception, or its sign as `fault`; it may name
        the `panel` concerned. Every handler asks, and all get the same answer.
        """
        known = record.__dict__
        error = record.exc_info[1] if record.exc_info else None
        if "told" not in known and (error is not None or "fault" in known):
            known["told"] = self._tell(record, error)
        return bool(known.get("told", True))

    def _tell(self, record: logging.LogRecord, error: BaseException | None) -> bool:
        panel = str(record.__dict__.get("panel") or self._panel())
        kind, place = record.__dict__.get("fault") or sign(error)
        # A message of Qt harms no visitor: it is counted, but nothing ends because of it.
        new = self._count((kind, place, panel), grave=error is not None)
        if new and panel:
            line = self.line(panel)
            where = f"{panel}, content.yaml:{line}" if line else panel
            record.msg, record.args = f"{record.getMessage()} [{where}]", None
        return new

    def _panel(self) -> str:
        """Return the panel in front; none in between two exhibits, where another thread may ask."""
        try:
            return self.here()
        except Exception:
            return ""

    def _count(self, fault: Sign, *, grave: bool) -> bool:
        """Count a fault; return whether it is a new one."""
        with self._lock:
            if fault not in self.counts and len(self.counts) >= REMEMBERED:
                fault = REST
            self.counts[fault] += 1
            new, now = self.counts[fault] == 1, self._clock()
            due = self._due(now, new=new)
            many = grave and self._too_many(now, fault[:2])
        if due:
            (kind, place, panel), most = self.counts.most_common(1)[0]
            often = f"{most} times {kind} at {place} [{panel}]"
            log.warning("%d faults of %d kinds; %s", self.total, len(self.counts), often)
        if many:
            self._many.emit()
        return new

    def _due(self, now: float, *, new: bool) -> bool:
        """Tell whether it is time to sum up: new faults speak for themselves."""
        if self._summed is None:
            self._summed = now
        if new or now - self._summed < WINDOW:
            return False
        self._summed = now
        return True

    def _too_many(self, now: float, where: tuple[str, str]) -> bool:
        """Tell it once: one cause on many panels is one, and each of them has its quiet card."""
        self._recent.append((now, where))
        while now - self._recent[0][0] > WINDOW or len(self._recent) > ALL:
            self._recent.popleft()
        return len(self._recent) >= ALL or len({one for _, one in self._recent}) >= DISTINCT

    # -- the hooks -----------------------------------------------------------------------------

    @contextmanager
    def hooked(self) -> Iterator[None]:
        """Hear of everything that nobody catches, and filter what the log is given so far."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        handlers = list(logging.getLogger().handlers)
        for handler in handlers:
            handler.addFilter(self)
        sys.excepthook, threading.excepthook = self._exception, self._in_thread
        sys.unraisablehook = self._unraisable
        messages = qInstallMessageHandler(self._message)
        try:
            yield
        finally:
            qInstallMessageHandler(messages)
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            for handler in handlers:
                handler.removeFilter(self)

    def _exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("something went wrong", exc_info=(kind, error, trace))
        if trace is not None:
            self._uncaught.emit(trace)

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        # Nothing is wrong with a thread that ends itself.
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            name = told.thread.name if told.thread else "?"
            log.error("thread %s has ended", name, exc_info=told.exc_value)

    def _unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        if told.exc_value is not None:
            text = told.err_msg or "Exception ignored in"
            log.error("%s %s", text, type(told.object).__name__, exc_info=told.exc_value)

    def _message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        level = _QT.get(kind)
        if level is None or text in HARMLESS:
            return
        log.log(level, "Qt: %s", text, extra={"fault": ("Qt", _CHANGING.sub("#", text)[:200])})

    # -- out -----------------------------------------------------------------------------------

    def _answer(self, trace: object) -> None:
        if isinstance(trace, TracebackType):
            self.uncaught(trace)

    def _go(self) -> None:
        self.leave()


def sign(error: Any) -> tuple[str, str]:
    """Return the type of an error and the place in our code where it came up, if in ours at all."""
    trace: TracebackType | None = error.__traceback__
    place = ""
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if not place or path.parent.parent == Path(__file__).parents[1]:
            place = f"{path.parent.name}/{path.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__, place
