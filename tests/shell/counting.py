"""Guesses kept in a file, one start after the other, for the tests of counting them."""

from contextlib import closing
from pathlib import Path

from kiosk.shell.guesses import BUCKETS, Guesses


def one(bucket: int, times: int = 1) -> tuple[int, ...]:
    return tuple(times if at == bucket else 0 for at in range(BUCKETS))


def kept(path: Path, key: str = "fires", fingerprint: str = "61.1") -> tuple[int, ...]:
    """Return what is found when the kiosk starts again."""
    with closing(Guesses(path)) as guesses:
        return guesses.counts(key, fingerprint)


def add(path: Path | None, bucket: int = 3, fingerprint: str = "61.1") -> None:
    with closing(Guesses(path)) as guesses:
        guesses.add("fires", fingerprint, bucket)
