"""A real window on a real screen without a window manager: it fills it, wakes, and stays."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.small import written
from tests.shell.processes import PATIENCE, Process, until

SCREEN = (1024, 600)

Xdo = Callable[..., str]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A virtual screen of its own, under a number that is free."""
    wide, high = SCREEN
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{wide}x{high}x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        assert server.stdout is not None
        number = server.stdout.readline().decode().strip()
        assert number.isdigit()
        yield f":{number}"
        server.terminate()


@pytest.fixture
def xdo(display: str) -> Xdo:
    """Somebody's hands on that screen."""

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={"DISPLAY": display, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    return run


@pytest.fixture
def kiosk(display: str, tmp_path: Path) -> Iterator[Process]:
    """The kiosk as it is run in the hall."""
    content = str(written(tmp_path))
    process = Process([content, "--motion", "none"], tmp_path, DISPLAY=display, QT_QPA_PLATFORM="")
    yield process
    process.stop()


@pytest.fixture
def window(kiosk: Process, xdo: Xdo) -> str:
    """The number of its window, which is there to be seen."""
    found: list[str] = []

    def seen() -> bool:
        found[:] = xdo("search", "--onlyvisible", "--pid", str(kiosk.pid)).split()
        return len(found) == 1

    assert until(seen), kiosk.errors
    return found[0]


def geometry(xdo: Xdo, window: str) -> tuple[int, ...]:
    said = xdo("getwindowgeometry", "--shell", window).split()
    values = dict(line.split("=") for line in said)
    return tuple(int(values.get(name, -1)) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def click(xdo: Xdo, x: int, y: int) -> None:
    xdo("mousemove", str(x), str(y), "click", "1")


def test_it_fills_the_screen_and_comes_back_when_it_is_moved(xdo: Xdo, window: str) -> None:
    whole = (0, 0, *SCREEN)
    assert until(lambda: geometry(xdo, window) == whole)
    xdo("windowmove", window, "120", "80")
    xdo("windowsize", window, "400", "300")
    assert until(lambda: geometry(xdo, window) == whole)


def test_a_click_wakes_it_and_the_next_one_opens_a_chapter(
    xdo: Xdo, kiosk: Process, window: str
) -> None:
    assert window
    click(xdo, 300, 300)
    assert until(lambda: kiosk.said == ["Home"])
    click(xdo, 300, 300)
    assert until(lambda: kiosk.said == ["Home", "AtPanel"])


def test_a_presenters_clicker_works(xdo: Xdo, kiosk: Process, window: str) -> None:
    xdo("mousemove", "300", "300", "key", "Next")
    assert until(lambda: kiosk.said == ["Home"])
    xdo("key", "Next")
    assert until(lambda: kiosk.said == ["Home", "AtPanel"])
    assert window


def test_no_chord_and_no_request_closes_it(xdo: Xdo, kiosk: Process, window: str) -> None:
    xdo("mousemove", "300", "300")
    for chord in (
        "alt+F4",
        "ctrl+q",
        "ctrl+w",
        "ctrl+c",
        "super+d",
        "alt+Tab",
        "F11",
        "ctrl+Escape",
    ):
        xdo("key", chord)
    xdo("windowquit", window)
    click(xdo, 300, 300)
    assert until(lambda: kiosk.said == ["Home"])
    assert kiosk.alive
    assert geometry(xdo, window) == (0, 0, *SCREEN)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda it: it.name)
@pytest.mark.usefixtures("window")
def test_a_signal_ends_it_on_a_real_screen(kiosk: Process, number: signal.Signals) -> None:
    assert kiosk.end(number, 3.0) == 0
    assert kiosk.errors == ""
