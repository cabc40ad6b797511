"""Memory that is not needed any more goes back to the system, where the C library can do that.

The GNU C library keeps what was freed, in pieces between what is still used, up to the most there
ever was, and so for every thread; in months that adds up. Elsewhere nothing happens.
"""

import ctypes
from contextlib import suppress
from functools import cache
from typing import Final

MMAP_THRESHOLD: Final = -3
ARENA_MAX: Final = -8
"""The C library's names for what can be set, see mallopt(3)."""

PICTURE: Final = 2**20
"""The bytes from which memory is a loan by itself, given back as soon as it is freed."""


@cache
def _library() -> ctypes.CDLL | None:
    # Windows takes no None for the name of a library.
    with suppress(OSError, TypeError):
        return ctypes.CDLL(None)
    return None


def thrifty() -> None:
    """Let pictures' memory be loans, and all threads share one store: call it before any thread.

    Hardly ever does more than one thread here ask for memory.
    """
    with suppress(AttributeError):
        library = _library()
        library.mallopt(MMAP_THRESHOLD, PICTURE)  # type: ignore[union-attr]
        library.mallopt(ARENA_MAX, 1)  # type: ignore[union-attr]


def give_back() -> None:
    """Return every page that lies free (malloc_trim(3)); takes some milliseconds."""
    with suppress(AttributeError):
        _library().malloc_trim(0)  # type: ignore[union-attr]
