"""Guesses after a power cut or in a spoilt file: what was kept is there, the rest begins anew."""

import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.shell.guesses import Guesses
from tests.helpers.project import ROOT
from tests.shell.counting import add, kept, one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "guesses.db"


# -- a spoilt file ---------------------------------------------------------------------------------


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)


def changed(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.executescript(script)


SPOILT: dict[str, Callable[[Path], None]] = {
    "garbage": garbage,
    "flipped bits": flipped,
    "other tables": lambda path: changed(path, "DROP TABLE guesses; CREATE TABLE guesses (a);"),
    "other parts": lambda path: changed(path, "UPDATE guesses SET counts = '1 2 3'"),
    "no numbers": lambda path: changed(path, "UPDATE guesses SET counts = x'00ff'"),
    "no text": lambda path: changed(path, "UPDATE guesses SET counts = CAST(x'ff' AS TEXT)"),
    "less than none": lambda path: changed(
        path, "UPDATE guesses SET counts = replace(counts, '1', '-1')"
    ),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_spoilt_file_is_put_aside_and_a_new_one_begun(
    path: Path, expects_log: list[logging.LogRecord], kind: str
) -> None:
    add(path)
    SPOILT[kind](path)
    spoilt = path.read_bytes()
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(b"left by a power cut")

    add(path, 7)
    assert kept(path) == one(7)
    assert len(expects_log) == 1
    assert path.with_name("guesses.db.broken").read_bytes() == spoilt


def test_a_spoilt_file_that_cannot_be_put_aside_is_left_alone(
    path: Path, expects_log: list[logging.LogRecord]
) -> None:
    path.parent.mkdir()
    garbage(path)
    (path.parent / "guesses.db.broken" / "in the way").mkdir(parents=True)
    with closing(Guesses(path)) as guesses:
        guesses.add("fires", "61.1", 3)
        assert guesses.counts("fires", "61.1") == one(3)
    assert path.read_bytes().startswith(b"no database")


# -- power cuts ------------------------------------------------------------------------------------


COUNTING = """
import os, sys
from pathlib import Path
from kiosk.shell.guesses import BUCKETS, Guesses

def tell(word, number):
    os.write(1, f"{word} {number}\\n".encode())

save = Guesses._save

def told(self, file, rows):
    save(self, file, rows)
    tell("kept", sum(sum(map(int, counts.split())) for _, _, counts in rows))

Guesses._save = told
guesses = Guesses(Path(sys.argv[1]))
number = sum(guesses.counts("fires", "61.1"))
while True:
    number += 1
    tell("adding", number)
    guesses.add("fires", "61.1", number % BUCKETS)
"""
CUTS = 20


def test_a_power_cut_loses_nothing_that_was_kept(path: Path) -> None:
    """Each process is killed at some point of its work, and the next goes on from there."""
    for cut in range(CUTS):
        with subprocess.Popen(
            [sys.executable, "-c", COUNTING, str(path)], stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(1 + cut * 997 % 3000)]
            process.kill()
            said += process.stdout.readlines()
        words = [line.decode().split() for line in said]
        added = max(int(number) for word, number in words if word == "adding")
        least = max((int(number) for word, number in words if word == "kept"), default=0)

        assert least <= sum(kept(path)) <= added
        with closing(sqlite3.connect(path)) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert sum(kept(path)) > CUTS
