"""SIGTERM and Ctrl+C end the kiosk cleanly within three seconds, whatever it is doing."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.small import written
from tests.shell.processes import Process, until

SECONDS = 3.0

Start = Callable[..., Process]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts kiosks without a display; none outlives the test."""
    started: list[Process] = []

    def run(*arguments: str) -> Process:
        content = str(written(tmp_path))
        process = Process([content, *arguments], tmp_path, QT_QPA_PLATFORM="offscreen")
        started.append(process)
        return process

    yield run
    for process in started:
        process.stop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda it: it.name)
@pytest.mark.parametrize("motion", ["full", "none"], ids=["while it moves", "while it rests"])
def test_a_signal_ends_it_in_time_and_well(
    start: Start, number: signal.Signals, motion: str
) -> None:
    """A resting kiosk runs no Python for a signal to be noticed by."""
    process = start("--motion", motion)
    if motion == "none":
        assert until(process.rests)
    assert process.end(number, SECONDS) == 0
    assert process.errors == ""


def test_impatience_does_no_harm(start: Start) -> None:
    """Somebody holds Ctrl+C, and then the supervisor asks as well."""
    process = start("--windowed", "--size", "320x200")
    for _ in range(3):
        process._process.send_signal(signal.SIGINT)
    assert process.end(signal.SIGTERM, SECONDS) == 0
    assert process.errors == ""
