"""The benchmarks measure the real program from end to end; how fast it is, no test decides."""

import subprocess
import sys
from pathlib import Path

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


COMPARED = (
    "start to the last picture",
    "to the exhibit, ready to be touched",
    "release to the turn moving, p95",
    "between changes of a turn, p95",
    "processor while the cover drifts",
    "memory (PSS) after the turns",
)
"""What is measured of a package and of the source tree."""


def bench(script: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "packaging" / script), "--quick", *words],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.fixture(scope="session")
def printed() -> str:
    done = bench("bench.py")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.xdist_group("bench")  # one run serves both
def test_every_figure_is_measured(printed: str) -> None:
    for figure in FIGURES:
        row = next(line for line in printed.splitlines() if figure in line)
        measured = row.split("|")[1].split()
        assert float(measured[0]) or "processor" in row or "growth" in row, row
        assert measured[1] in {"s", "ms", "%", "MiB"}, row


@pytest.mark.xdist_group("bench")
def test_the_machine_and_the_versions_are_named(printed: str) -> None:
    assert "cores" in printed.splitlines()[0]
    assert "PySide6 and Qt 6." in printed.splitlines()[1]


def test_a_package_is_measured_beside_the_source_tree(tmp_path: Path) -> None:
    program = tmp_path / "kiosk"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kiosk "$@"\n')
    program.chmod(0o755)
    done = bench("bench_package.py", str(program))
    assert done.returncode == 0, done.stderr
    rows = [line.split("|") for line in done.stdout.splitlines() if line.startswith("|")]
    found = {name.strip(): [tree, packed] for _, name, tree, packed, *_ in rows[2:-1]}
    for figure in COMPARED:
        tree, packed = next(one for name, one in found.items() if figure in name)
        assert min(float(one.split()[0]) for one in (tree, packed)) > 0, figure


def test_there_has_to_be_a_package_to_measure(tmp_path: Path) -> None:
    done = bench("bench_package.py", str(tmp_path / "none"))
    assert done.returncode == 1
    assert "make package" in done.stderr
