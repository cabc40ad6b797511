"""The kiosk as a process of its own, watched from outside."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 30.0
"""Seconds after which a slow machine counts as a broken kiosk."""

TELLING = """
import sys
from kiosk.cli import main
from kiosk.shell.controller import Controller

show = Controller.show

def told(self, old, new):
    show(self, old, new)
    if new.place != old.place:
        print(type(new.place).__name__, flush=True)

Controller.show = told
sys.exit(main(sys.argv[1:]))
"""
"""Runs the command and tells every change of place."""


def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Look again and again whether something has come true; False if it never does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


class Process:
    """One `kiosk run`."""

    def __init__(self, arguments: list[str], folder: Path, **environment: str) -> None:
        self._said = folder / "said.txt"
        self._errors = folder / "errors.txt"
        with self._said.open("wb") as said, self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-c", TELLING, "run", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=errors,
                env={**os.environ, **environment},
                cwd=Path(__file__).resolve().parents[2],
            )
        assert until(self.listens), self.errors

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def said(self) -> list[str]:
        """The places that were shown since it began."""
        return self._said.read_text(encoding="utf-8").split()

    @property
    def errors(self) -> str:
        """What it complained of."""
        return self._errors.read_text(encoding="utf-8")

    @property
    def alive(self) -> bool:
        """True while it runs."""
        return self._process.poll() is None

    def listens(self) -> bool:
        """Tell whether it has taken SIGTERM into its own hands, as the last thing before it runs."""
        assert self.alive, self.errors
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
        return bool(int(caught.split()[1], 16) & 1 << (signal.SIGTERM - 1))

    def work(self) -> int:
        """Return how much the processor has done for it, in ticks."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return int(user) + int(system)

    def rests(self) -> bool:
        """Tell whether it does nothing for a third of a second."""
        before, end = self.work(), time.monotonic() + 0.35
        return not until(lambda: self.work() > before + 1, end - time.monotonic())

    def end(self, number: signal.Signals, seconds: float) -> int:
        """Send a signal and return the exit code; fail where it takes longer."""
        self._process.send_signal(number)
        return self._process.wait(seconds)

    def stop(self) -> None:
        """See to it that nothing stays."""
        if self.alive:
            self._process.kill()
        self._process.wait()
