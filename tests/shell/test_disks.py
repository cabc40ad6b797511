"""A disc that is full or takes nothing: the exhibit goes on, and staff are told of it once."""

import logging
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.shell.faults import Faults
from kiosk.shell.guesses import Guesses
from kiosk.shell.office.status import listed
from tests.helpers.clock import Clock
from tests.helpers.project import ROOT
from tests.helpers.small import written
from tests.shell.processes import PATIENCE, until

BUSY = "of many, "
"""What the busy kiosk of the kill test says of itself all the time."""

ENOUGH = 60
"""Guesses after which everything has been tried."""

SIZE = 256 * 1024
"""Bytes of the disc."""


@pytest.fixture
def disc(tmp_path: Path) -> Iterator[Path]:
    """A small disc of its own."""
    place = tmp_path / "disc"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a disc")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


class Told:
    """A busy kiosk that has run for a while, and what it said."""

    def __init__(self, folder: Path, state: Path) -> None:
        errors = folder / "errors.txt"
        environment = {**os.environ, "KIOSK_STATE": str(state), "KIOSK_HEARTBEAT": "1"}
        with errors.open("wb") as said, (folder / "said.txt").open("wb") as beats:
            process = subprocess.Popen(
                [sys.executable, "packaging/kills_child.py", str(written(folder))],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=beats,
                stderr=said,
            )

        def busy() -> bool:
            assert process.poll() is None, errors.read_text(encoding="utf-8")
            return errors.read_text(encoding="utf-8").count(BUSY) >= ENOUGH

        try:
            assert until(busy, PATIENCE), errors.read_text(encoding="utf-8")
        finally:
            process.terminate()
            self.code = process.wait(PATIENCE)
        lines = errors.read_text(encoding="utf-8").splitlines()
        self.said = Counter(line for line in lines if BUSY not in line)
        self.painted = "READY=1" in (folder / "said.txt").read_text(encoding="utf-8")

    def of(self, words: str) -> int:
        """How often something was said."""
        return sum(count for line, count in self.said.items() if words in line)


NOT_KEPT = ("guesses are not kept", "what is shown cannot be kept", "bad ends are not counted")


def test_on_a_full_disc_it_runs_and_says_so_once(disc: Path, tmp_path: Path) -> None:
    (disc / "films").write_bytes(bytes(SIZE - 4096))
    with pytest.raises(OSError, match="No space left"):
        (disc / "more").write_bytes(bytes(SIZE))
    told = Told(tmp_path, disc)
    assert told.painted
    assert told.code == 0
    assert [told.of(words) for words in NOT_KEPT] == [1, 1, 1]
    assert told.of("磁盘满了") == 1
    assert told.of("the log cannot be written") == 1


def test_on_a_disc_that_is_read_only_it_runs_and_says_so_once(disc: Path, tmp_path: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(disc)], check=True)
    told = Told(tmp_path, disc)
    assert told.painted
    assert told.code == 0
    assert [told.of(words) for words in NOT_KEPT] == [1, 1, 1]
    assert told.of("磁盘是只读的") == 1


def test_staff_find_it_among_the_faults_of_their_sheet(
    tmp_path: Path, clock: Clock, expects_log: list[logging.LogRecord]
) -> None:
    nowhere = tmp_path / "file"
    nowhere.touch()
    faults = Faults(clock)
    with faults.hooked():
        for _ in range(2):
            Guesses(nowhere / "guesses.db").close()
    assert listed(faults.counts) == ["2 × disc guesses [state]"]
    assert len(expects_log) == 1
