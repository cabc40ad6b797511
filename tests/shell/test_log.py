"""The log is bounded, harms nothing where it cannot be written, and tells of native crashes."""

import errno
import faulthandler
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.shell.faults import Faults
from kiosk.shell.log import CRASH, CRASHED, FILE, HEAD, OLD, SIZE, File, crashing, logged
from tests.helpers.clock import Clock

CRASHING = """
import os, sys
from pathlib import Path
from kiosk.shell.log import crashing

def deep():
    {how}

with crashing(Path(sys.argv[1])):
    deep()
"""

log = logging.getLogger("kiosk.test")


@pytest.fixture
def nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the hall: pytest's own ear for crashes is none here."""
    monkeypatch.setattr(faulthandler, "is_enabled", lambda: False)
    monkeypatch.setattr(faulthandler, "enable", lambda _file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)


@pytest.fixture(autouse=True)
def raising() -> Iterator[None]:
    """What the log does about its own exceptions is its affair alone."""
    before = logging.raiseExceptions
    yield
    logging.raiseExceptions = before


def test_warnings_are_kept_and_nothing_less(
    tmp_path: Path, expects_log: list[logging.LogRecord]
) -> None:
    with logged(tmp_path):
        log.info("resting")
        assert not (tmp_path / FILE).exists()
        log.warning("小心")
    said = (tmp_path / FILE).read_text(encoding="utf-8")
    assert said.endswith("WARNING kiosk.test: 小心\n")
    assert len(expects_log) == len(said.splitlines()) == 1


def test_all_of_it_stays_under_20_mb(tmp_path: Path) -> None:
    assert SIZE * (OLD + 1) < 20_000_000
    file = File(tmp_path, size=1000)
    for number in range(1000):
        file.emit(logging.LogRecord("kiosk", logging.ERROR, "", 0, "%d", (number,), None))
    file.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == OLD + 1
    assert sum(one.stat().st_size for one in files) <= 1000 * (OLD + 1)
    assert (tmp_path / FILE).read_text().splitlines()[-1].endswith(" 999")


def test_without_a_folder_stderr_is_all(expects_log: list[logging.LogRecord]) -> None:
    before = list(logging.getLogger().handlers)
    with logged(None), crashing(None):
        assert logging.getLogger().handlers == before
        log.warning("said")
    assert len(expects_log) == 1


def test_a_disc_that_takes_nothing_is_told_of_once_and_harms_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expects_log: list[logging.LogRecord],
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(_self: File) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(File, "flush", full)
    with logged(tmp_path):
        for number in range(5):
            log.error("trouble %d", number)
    said = [one.getMessage() for one in expects_log]
    assert said.count(f"the log cannot be written to {tmp_path / FILE}") == 1
    assert len(said) == 6
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("nobody_listens")
def test_a_folder_that_cannot_be_written_harms_nothing(
    tmp_path: Path, expects_log: list[logging.LogRecord]
) -> None:
    gone = tmp_path / "gone"
    with logged(gone), crashing(gone):
        log.error("trouble")
        log.error("trouble")
    said = [one.getMessage() for one in expects_log]
    assert [text for text in said if text != "trouble"] == [
        f"a crash would leave no traces: [Errno 2] No such file or directory: '{gone / CRASH}'",
        f"the log cannot be written to {gone / FILE}",
    ]


@pytest.mark.usefixtures("nobody_listens")
@pytest.mark.parametrize(
    ("how", "sign"),
    [("os.abort()", "Aborted"), ("import ctypes; ctypes.string_at(0)", "Segmentation fault")],
    ids=["abort", "segfault"],
)
def test_a_native_crash_is_one_fault_of_the_next_start(
    tmp_path: Path,
    clock: Clock,
    expects_log: list[logging.LogRecord],
    how: str,
    sign: str,
) -> None:
    code = CRASHING.format(how=how)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], check=False, capture_output=True, timeout=60
    )
    assert done.returncode < 0
    faults = Faults(clock)
    with faults.hooked(), crashing(tmp_path):
        assert faults.total == 1
    (record,) = expects_log
    assert record.getMessage().startswith(f"crashed natively:\nFatal Python error: {sign}")
    assert "in deep" in record.getMessage()
    assert len(record.getMessage().splitlines()) <= HEAD + 1
    assert sign in (tmp_path / CRASHED).read_text(encoding="utf-8")
    with faults.hooked(), crashing(tmp_path):
        assert faults.total == 1


@pytest.mark.usefixtures("nobody_listens")
def test_a_good_end_leaves_nothing_to_tell(tmp_path: Path) -> None:
    for _ in range(2):
        with crashing(tmp_path):
            assert (tmp_path / CRASH).read_bytes() == b""
    assert not (tmp_path / CRASHED).exists()


def test_who_listens_for_crashes_already_goes_on_listening(tmp_path: Path) -> None:
    assert faulthandler.is_enabled()
    with crashing(tmp_path):
        assert not (tmp_path / CRASH).exists()
    assert faulthandler.is_enabled()
