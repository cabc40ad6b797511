"""The benchmark measures the real program from end to end; how fast it is, no test decides."""

import subprocess
import sys

import pytest

from tests.helpers.project import ROOT

FIGURES = (
    "start to the last picture on the display",
    "to the exhibit, ready to be touched",
    "an empty PySide6 window",
    "tap to the button pressed",
    "release to the turn moving",
    "between frames of a turn",
    "between frames while numbers grow",
    "processor at rest on a panel",
    "processor while the cover drifts",
    "memory (PSS) after every panel",
    "growth over the turns",
)


@pytest.fixture(scope="module")
def printed() -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "bench.py"), "--quick"],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_figure_is_measured(printed: str) -> None:
    for figure in FIGURES:
        row = next(line for line in printed.splitlines() if figure in line)
        measured = row.split("|")[1].split()
        assert float(measured[0]) or "processor" in row or "growth" in row, row
        assert measured[1] in {"s", "ms", "%", "MiB"}, row


def test_the_machine_and_the_versions_are_named(printed: str) -> None:
    assert "cores" in printed.splitlines()[0]
    assert "PySide6 and Qt 6." in printed.splitlines()[1]
