"""Guesses are counted at once and kept, and never in anybody's way."""

import logging
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.shell import guesses as module
from kiosk.shell.guesses import BUCKETS, KEYS, Guesses
from tests.shell.counting import add, kept, one

NONE = (0,) * BUCKETS
Rows = Sequence[tuple[str, str, str]]
save = Guesses._save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "guesses.db"


# -- counting --------------------------------------------------------------------------------------


def test_a_guess_is_counted_at_once_and_kept(path: Path) -> None:
    with closing(Guesses(path)) as guesses:
        assert guesses.counts("fires", "61.1") == NONE
        for bucket in (0, 19, 19):
            guesses.add("fires", "61.1", bucket)
        assert guesses.counts("fires", "61.1") == (1, *NONE[2:], 2)

    assert kept(path) == (1, *NONE[2:], 2)


@pytest.mark.parametrize("bucket", [-1, BUCKETS])
def test_there_is_nothing_beyond_the_scale(bucket: int) -> None:
    with closing(Guesses(None)) as guesses:
        with pytest.raises(ValueError, match="no bucket"):
            guesses.add("fires", "61.1", bucket)
        assert guesses.counts("fires", "61.1") == NONE


def test_a_changed_figure_starts_anew_and_its_old_guesses_go(path: Path) -> None:
    add(path, 3, "61.1")
    assert kept(path, fingerprint="62.0") == NONE

    add(path, 4, "62.0")
    assert kept(path, fingerprint="62.0") == one(4)
    assert kept(path, fingerprint="61.1") == NONE


def check_bound(guesses: Guesses) -> None:
    assert guesses.counts("q1", "1") == NONE
    assert guesses.counts("q0", "1") == one(0, 2)
    assert guesses.counts("q2", "1") == guesses.counts("new", "1") == one(0)


def test_no_more_questions_are_remembered_than_fit(path: Path) -> None:
    with closing(Guesses(path)) as guesses:
        for name in (*(f"q{number}" for number in range(KEYS)), "q0", "new"):
            guesses.add(name, "1", 0)
        check_bound(guesses)
    with closing(Guesses(path)) as guesses:
        check_bound(guesses)


def test_which_question_is_the_eldest_is_remembered_over_a_start(path: Path) -> None:
    with closing(Guesses(path)) as guesses:
        for number in (*range(KEYS), 0):
            guesses.add(f"q{number}", "1", 0)
    with closing(Guesses(path)) as guesses:
        guesses.add("new", "1", 0)
        assert guesses.counts("q1", "1") == NONE
        assert guesses.counts("q0", "1") == one(0, 2)


def test_what_is_cleared_is_gone_for_good(path: Path) -> None:
    with closing(Guesses(path)) as guesses:
        guesses.add("fires", "61.1", 3)
        guesses.clear()
        assert guesses.counts("fires", "61.1") == NONE
    assert kept(path) == NONE


def test_what_was_kept_before_is_cleared_as_well(path: Path) -> None:
    add(path)
    with closing(Guesses(path)) as guesses:
        guesses.clear()
    assert kept(path) == NONE


def test_without_a_path_nothing_is_kept_and_no_thread_runs() -> None:
    before = threading.active_count()
    with closing(Guesses(None)) as guesses:
        guesses.add("fires", "61.1", 3)
        assert guesses.counts("fires", "61.1") == one(3)
        assert threading.active_count() == before


def test_nothing_but_counts_is_in_the_file(path: Path) -> None:
    add(path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT * FROM guesses").fetchall() == [
            ("fires", "61.1", "0 0 0 1" + " 0" * 16)
        ]


# -- the disk --------------------------------------------------------------------------------------


def test_every_commit_waits_until_the_disk_has_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[object] = []

    def asked(self: Guesses, file: sqlite3.Connection, rows: Rows) -> None:
        found.extend(
            file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
        )
        save(self, file, rows)

    monkeypatch.setattr(Guesses, "_save", asked)
    add(path)
    assert found == ["wal", 2]


def test_a_kiosk_at_rest_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path)
    before = path.read_bytes()
    saved: list[Rows] = []
    monkeypatch.setattr(Guesses, "_save", lambda *given: saved.append(given[-1]))

    assert kept(path) == one(3)
    assert (saved, path.read_bytes()) == ([], before)


def test_nobody_waits_for_a_slow_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that comes in meanwhile is written together; closing gives up in the end."""
    begun, go_on = threading.Event(), threading.Event()
    saved: list[Rows] = []

    def slow(self: Guesses, file: sqlite3.Connection, rows: Rows) -> None:
        begun.set()
        go_on.wait(30)
        saved.append(rows)
        save(self, file, rows)

    monkeypatch.setattr(Guesses, "_save", slow)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    guesses = Guesses(path)
    guesses.add("fires", "61.1", 3)
    assert begun.wait(30)
    for _ in range(50):
        guesses.add("fires", "61.1", 3)
    assert guesses.counts("fires", "61.1") == one(3, 51)
    guesses.close()
    assert saved == []

    go_on.set()
    assert guesses._writer is not None
    guesses._writer.join(30)
    assert not guesses._writer.is_alive()
    assert len(saved) == 2
    assert kept(path) == one(3, 51)


def test_closing_ends_the_thread_and_may_be_done_twice(path: Path) -> None:
    guesses = Guesses(path)
    guesses.close()
    guesses.close()
    guesses.add("fires", "61.1", 3)
    assert guesses.counts("fires", "61.1") == one(3)
    assert guesses._writer is not None
    assert not guesses._writer.is_alive()


@pytest.mark.parametrize(
    ("pragma", "word"), [("max_page_count=1", "full"), ("query_only=1", "readonly")]
)
def test_a_disk_that_takes_nothing_is_told_once_and_counting_goes_on(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expects_log: list[logging.LogRecord],
    pragma: str,
    word: str,
) -> None:
    add(path)
    tried = threading.Semaphore(0)

    def refused(self: Guesses, file: sqlite3.Connection, rows: Rows) -> None:
        file.execute(f"PRAGMA {pragma}")
        save(self, file, rows)
        tried.release()

    monkeypatch.setattr(Guesses, "_save", refused)
    with closing(Guesses(path)) as guesses:
        for number in range(200):
            guesses.add(f"q{number}", "1" * 40, 0)
        for _ in range(3):
            guesses.add("fires", "61.1", 3)
            assert tried.acquire(timeout=30)
        assert guesses.counts("fires", "61.1") == one(3, 4)
    assert len(expects_log) == 1
    assert word in expects_log[0].getMessage()
    monkeypatch.setattr(Guesses, "_save", save)
    assert kept(path) == one(3)


@pytest.mark.parametrize("at", ["a folder", "below a file"])
def test_a_place_that_cannot_hold_a_file_is_told_once_and_counting_goes_on(
    tmp_path: Path, expects_log: list[logging.LogRecord], at: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    place = tmp_path if at == "a folder" else tmp_path / "file" / "guesses.db"
    with closing(Guesses(place)) as guesses:
        guesses.add("fires", "61.1", 3)
        assert guesses.counts("fires", "61.1") == one(3)
    assert len(expects_log) == 1
