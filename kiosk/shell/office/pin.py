"""The staff's PIN: what is kept of it, whether one is right, and how long the next try has to wait."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Final

SCHEME: Final = "scrypt"
N, R, P = 2**14, 8, 1
"""How much work one try is: 16 MiB and some 50 ms (RFC 7914)."""

MEMORY: Final = 2**26
"""Bytes that a try may take, whatever the settings say."""

SALT, LENGTH = 16, 32
"""Bytes of the salt and of the hash."""

FREE: Final = 2
"""Wrong tries that cost nothing: fingers slip."""

LONGEST: Final = 300.0
"""Seconds of the longest wait."""


def valid(pin: str) -> bool:
    """Tell whether it can be a PIN: 4 to 12 digits."""
    return 4 <= len(pin) <= 12 and pin.isascii() and pin.isdecimal()


def hashed(pin: str) -> str:
    """Return what is kept of a PIN: `scrypt$n$r$p$salt$hash`, the last two in hexadecimal."""
    salt = secrets.token_bytes(SALT)
    made = _scrypt(pin, salt, N, R, P, LENGTH)
    return "$".join([SCHEME, *map(str, (N, R, P)), salt.hex(), made.hex()])


def matches(pin: str, kept: str) -> bool:
    """Tell whether a PIN is the one of which this is kept; nothing matches what is no hash."""
    try:
        scheme, n, r, p, salt, wanted = kept.split("$")
        known = bytes.fromhex(wanted)
        made = _scrypt(pin, bytes.fromhex(salt), int(n), int(r), int(p), len(known))
    except ValueError:
        return False
    return scheme == SCHEME and len(known) == LENGTH and hmac.compare_digest(made, known)


def _scrypt(pin: str, salt: bytes, n: int, r: int, p: int, length: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=MEMORY, dklen=length)


class Tries:
    """Counts wrong tries and lets the next one wait: 0, 0, 1, 2, 4 seconds and so on.

    It outlives the PIN pad, but not the program: whoever can begin that anew needs no PIN.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` tells seconds."""
        self._clock = clock
        self._wrong, self._until = 0, 0.0

    @property
    def left(self) -> float:
        """Seconds until the next try."""
        return max(0.0, self._until - self._clock())

    def right(self, pin: str, kept: str) -> bool:
        """Try a PIN; while there is time left, none is right and nothing is counted."""
        if self.left:
            return False
        if matches(pin, kept):
            self._wrong = 0
            return True
        self._wrong += 1
        # No power beyond the longest wait: it would only grow.
        doubled = min(self._wrong - FREE - 1, 10)
        wait = 0.0 if doubled < 0 else min(LONGEST, 2.0**doubled)
        self._until = self._clock() + wait
        return False
