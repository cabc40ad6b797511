"""Memory that is free goes back to the system when nobody is here."""

import ctypes
import platform

import pytest

from kiosk.shell import app
from kiosk.ui import memory
from kiosk.visit.intents import Leave, Touched, Turn
from tests.shell.visitor import Visitor


def test_it_goes_back_when_a_visit_is_over_and_not_before(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(app, "give_back", lambda: given.append("back"))
    for intent in (Touched(), Turn(1)):
        visitor.kiosk.controller.take(intent)
    assert not given
    visitor.kiosk.controller.take(Leave())
    assert given == ["back"]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_the_c_library_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, ...]] = []

    class Library:
        @staticmethod
        def malloc_trim(pad: int) -> None:
            asked.append((pad,))

        @staticmethod
        def mallopt(what: int, size: int) -> None:
            asked.append((what, size))

    monkeypatch.setattr(ctypes, "CDLL", lambda _name: Library)
    memory.thrifty()
    memory.give_back()
    assert asked == [
        (memory.MMAP_THRESHOLD, memory.PICTURE),
        (memory.ARENA_MAX, 1),
        (0,),
    ]


def test_a_c_library_that_cannot_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    memory.thrifty()
    memory.give_back()
