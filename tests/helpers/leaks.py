"""What a test leaves behind in Qt: windows nobody closed, timers nobody stopped."""

import gc
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


def settle() -> None:
    """Let everything go that is on its way: posted events, then what `deleteLater` marked."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _moving() -> Iterator[QObject]:
    """Yield timers that run and animations that play, of those made since the last `Before`.

    Qt keeps no list of its timers, but Python knows all that Python made.
    """
    for one in gc.get_objects():
        kind = type(one)
        if not issubclass(kind, QTimer | QAbstractAnimation):
            continue
        if not shiboken6.isValid(one):  # type: ignore[no-untyped-call]
            continue
        if one.isActive() if isinstance(one, QTimer) else one.state().value:
            yield one


class Before:
    """Remembers what was there, and finds what has come since.

    Everything there is freezes out of the garbage collector's sight: looking for what came later
    takes no longer the more there is.
    """

    def __init__(self) -> None:
        settle()
        gc.collect()
        gc.freeze()
        self._there = set(QApplication.topLevelWidgets())

    def left(self) -> list[str]:
        """Describe every window and every running timer or animation that is new."""
        settle()
        if self._new():
            gc.collect()
            settle()
        return [str(one) for one in self._new()]

    def _new(self) -> list[QObject]:
        windows = [one for one in QApplication.topLevelWidgets() if one not in self._there]
        return [*windows, *_moving()]
