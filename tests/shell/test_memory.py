"""Memory that is free goes back to the system when nobody is here."""

import ctypes
import platform
from collections.abc import Callable, Iterator

import pytest

from kiosk.shell import app
from kiosk.ui import memory
from kiosk.visit.intents import Leave, Touched, Turn
from tests.shell.visitor import Visitor


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    """Look for the library again, before and after."""
    memory._library.cache_clear()
    yield
    memory._library.cache_clear()


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


def no_name(_name: None) -> None:
    """Be as on Windows."""
    raise TypeError


@pytest.mark.parametrize("found", [lambda _name: object(), no_name], ids=["another", "Windows"])
def test_a_c_library_that_cannot_is_let_be(
    monkeypatch: pytest.MonkeyPatch, found: Callable[[None], object]
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", found)
    memory.thrifty()
    memory.give_back()
