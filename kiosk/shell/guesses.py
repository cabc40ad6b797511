"""What visitors guessed on this kiosk: counts and nothing else, kept over a power cut."""

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread
from typing import Final

log = logging.getLogger(__name__)

BUCKETS: Final = 20
"""Equal parts of the scale from 0 to 1 that guesses are counted in."""

FILE: Final = "guesses.db"
"""What the file is called in the folder for state."""

KEYS: Final = 1000
"""The most questions that are remembered; the one answered longest ago goes first."""

PATIENCE: Final = 2.0
"""Seconds that closing waits for the disk."""

_LOCKED: Final = 0.5
"""Seconds to wait for another program that has the file open."""

_SPOILT: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""What SQLite says of a damaged file, of one that is not its own, and of one with other tables."""

_TABLE: Final = """CREATE TABLE IF NOT EXISTS guesses
    (key TEXT NOT NULL PRIMARY KEY, fingerprint TEXT NOT NULL, counts TEXT NOT NULL)"""


@dataclass(frozen=True)
class Tally:
    """How often each part of the scale was guessed, for one true value of a question."""

    fingerprint: str
    counts: tuple[int, ...] = (0,) * BUCKETS


class Guesses:
    """The counts in memory, and a thread that brings them to the disk after each guess.

    Only the start, which reads a small file, and `close` wait for the disk. Where the file cannot
    be read or written, that is logged once and the counts go on in memory.
    """

    def __init__(self, path: Path | None) -> None:
        """Read what was kept; None keeps nothing."""
        self._tallies: dict[str, Tally] = {}
        self._news = Condition()
        self._unsaved = self._closing = self._complained = False
        self._writer: Thread | None = None
        file = self._open(path) if path else None
        if file is not None:
            self._writer = Thread(target=self._write, args=(file,), name="guesses", daemon=True)
            self._writer.start()

    def add(self, key: str, fingerprint: str, bucket: int) -> None:
        """Count one guess in a part of the scale, 0 to BUCKETS - 1 (ValueError for another).

        `fingerprint` tells the question and its true value: with another one, the counts of the
        key start anew.
        """
        if not 0 <= bucket < BUCKETS:
            raise ValueError(f"there is no bucket {bucket}")
        with self._news:
            counts = list(self.counts(key, fingerprint))
            counts[bucket] += 1
            self._tallies.pop(key, None)
            self._tallies[key] = Tally(fingerprint, tuple(counts))  # behind all others: the latest
            if len(self._tallies) > KEYS:
                del self._tallies[next(iter(self._tallies))]
            self._unsaved = True
            self._news.notify()

    def counts(self, key: str, fingerprint: str) -> tuple[int, ...]:
        """Return how often each part of the scale was guessed, from its low end."""
        tally = self._tallies.get(key)
        if tally is None or tally.fingerprint != fingerprint:
            tally = Tally(fingerprint)
        return tally.counts

    @property
    def total(self) -> int:
        """How many guesses are counted, of all questions."""
        return sum(sum(tally.counts) for tally in self._tallies.values())

    def clear(self) -> None:
        """Forget every guess."""
        with self._news:
            self._tallies.clear()
            self._unsaved = True
            self._news.notify()

    def close(self) -> None:
        """Save what is not saved and end the thread; guesses after this are not kept."""
        with self._news:
            self._closing = True
            self._news.notify()
        if self._writer is not None:
            self._writer.join(PATIENCE)

    def _open(self, path: Path) -> sqlite3.Connection | None:
        """Open the file; a spoilt one is moved aside and a new one begun."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._read(path)
            except (sqlite3.Error, ValueError) as error:
                if not _is_spoilt(error):
                    raise
                log.warning("%s cannot be read (%s); it is kept as .broken", path, error)
            _move_aside(path)
            return self._read(path)
        except (OSError, sqlite3.Error) as error:
            self._complain(error)
            return None

    def _read(self, path: Path) -> sqlite3.Connection:
        """Open the file and read all counts; ValueError for contents that are none."""
        file = sqlite3.connect(path, timeout=_LOCKED, check_same_thread=False)
        try:
            self._tallies = _tallies_in(file)
        except BaseException:
            file.close()
            raise
        return file

    def _write(self, file: sqlite3.Connection) -> None:
        """Save whenever there is news, all that has come together at once, until it closes."""
        with closing(file):
            ending = False
            while not ending:
                with self._news:
                    self._news.wait_for(lambda: self._unsaved or self._closing)
                    unsaved, ending = self._unsaved, self._closing
                    rows = [
                        (key, tally.fingerprint, " ".join(map(str, tally.counts)))
                        for key, tally in self._tallies.items()
                    ]
                    self._unsaved = False
                if unsaved:
                    self._save(file, rows)

    def _save(self, file: sqlite3.Connection, rows: Sequence[tuple[str, str, str]]) -> None:
        """Put these rows, which are few and short, in the place of all others, or change nothing."""
        try:
            with file:
                file.execute("DELETE FROM guesses")
                file.executemany("INSERT INTO guesses VALUES (?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._complain(error)

    def _complain(self, error: Exception) -> None:
        if not self._complained:
            text = "guesses are not kept, only counted until the end: %s"
            log.warning(text, error, extra={"fault": ("disc", "guesses"), "panel": "state"})
        self._complained = True


def _tallies_in(file: sqlite3.Connection) -> dict[str, Tally]:
    file.execute("PRAGMA journal_mode=WAL")
    file.execute("PRAGMA synchronous=FULL")
    fault = file.execute("PRAGMA quick_check(1)").fetchone()[0]
    if fault != "ok":
        raise ValueError(fault)
    file.execute(_TABLE)
    rows = file.execute("SELECT key, fingerprint, counts FROM guesses ORDER BY rowid").fetchall()
    return {key: Tally(mark, _counts_of(text)) for key, mark, text in rows[-KEYS:]}


def _counts_of(text: object) -> tuple[int, ...]:
    counts = tuple(map(int, str(text).split(" ")))
    if len(counts) != BUCKETS or min(counts) < 0:
        raise ValueError(f"these are no counts: {text}")
    return counts


def _is_spoilt(error: sqlite3.Error | ValueError) -> bool:
    """Tell a file that will never be right from a disk that may be."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in _SPOILT


def _move_aside(path: Path) -> None:
    """Keep a spoilt file as .broken in the place of an earlier one; its log would spoil the next."""
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.replace(path.with_name(path.name + ".broken"))
