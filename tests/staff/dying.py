"""A program that is killed, or whose disc fails, at any one of the steps it takes on the disc."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from kiosk.staff.state import StateError

STEPS = ("replace", "fsync", "link", "unlink", "mkdir", "rmdir")


class Killed(BaseException):
    """The program is no more: nothing that it does reaches the disc."""


def at_every_step(
    monkeypatch: pytest.MonkeyPatch,
    prepare: Callable[[], object],
    act: Callable[[], object],
    *,
    killed: bool,
) -> Iterator[int]:
    """Let `act` end at its first step, then at its second, and so on, until it runs through.

    Killed, no step after that one happens either; else the disc fails once and says so. `prepare`
    is done before each attempt, and always succeeds.
    """
    number = 1
    while True:
        prepare()
        with monkeypatch.context() as patch, suppress(Killed, StateError):
            counter = _Counter(number, killed=killed)
            for name in STEPS:
                patch.setattr(os, name, counter.wrap(getattr(os, name)))
            act()
        if counter.done < number:
            return
        yield number
        number += 1


class _Counter:
    def __init__(self, last: int, *, killed: bool) -> None:
        self._last, self._killed = last, killed
        self.done = 0

    def wrap(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **others: Any) -> Any:
            self.done += 1
            if self._killed and self.done >= self._last:
                raise Killed
            if self.done == self._last:
                raise OSError(errno.EIO, "Input/output error", "a file")
            return step(*arguments, **others)

        return counted
