"""Memory that is not needed any more goes back to the system, where the C library can do that.

The GNU C library keeps what was freed, in pieces between what is still used, up to the most there
ever was; in months that adds up. Elsewhere nothing happens.
"""

import ctypes
from contextlib import suppress

MMAP_THRESHOLD, PICTURE = -3, 2**20
"""The C library's name for the size, and the size in bytes, from which memory is a loan by itself."""


def lend_apart() -> None:
    """Let the memory of every picture go back as soon as the picture goes (mallopt(3))."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, PICTURE)


def give_back() -> None:
    """Return every page that lies free (malloc_trim(3)); takes some milliseconds."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
