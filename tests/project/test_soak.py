"""The soak and the kill test run from end to end; here they are short, and memory is not judged."""

import subprocess
import sys

import pytest

from tests.helpers.project import ROOT

COUNTED = (
    "widgets",
    "QObjects of the window",
    "timers",
    "timers running",
    "open files",
    "threads",
)


def printed(script: str) -> str:
    """Run a script that judges by its exit code, and return what it prints."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / script), "--quick"],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")  # the order is random: others may come between
def soaked() -> list[str]:
    return printed("soak.py").splitlines()


@pytest.mark.xdist_group("soak")  # one run serves them all
@pytest.mark.parametrize("name", COUNTED)
def test_nothing_adds_up(soaked: list[str], name: str) -> None:
    (line,) = [one for one in soaked if one.startswith(f"{name}: ")]
    numbers = [int(word) for word in line.split() if word.isdigit()]
    assert numbers[0] >= numbers[1] > 0


@pytest.mark.xdist_group("soak")
def test_no_fault_comes_up_and_every_figure_is_told(soaked: list[str]) -> None:
    assert "faults: 0" in soaked
    assert "there is not more of anything" in soaked
    for figure in (
        "memory of its own a turn: ",
        "longest round of the event loop: ",
        "200 turns, ",
    ):
        assert [line for line in soaked if line.startswith(figure)]


def test_ten_kills_leave_everything_whole() -> None:
    said = printed("kills.py").splitlines()
    table = {line[:33].strip(): line[33:].strip() for line in said}
    assert table["found not whole"] == "0"
    assert table["starts that showed the exhibit"] == "9"
