"""`kiosk watch`: start `kiosk run` again whenever it fails or hangs, where no systemd does."""

import argparse
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO, Final

from kiosk.commands.common import say
from kiosk.shell.codes import LEAVE

HEARTBEAT: Final = "KIOSK_HEARTBEAT"
"""Tells the program to write its beats to its standard output."""

BEATS: Final = ("READY=1", "WATCHDOG=1", "STATUS=", "STOPPING=1")

USAGE: Final = 2
"""The exit code of wrong arguments: they will not get better."""


@dataclass(frozen=True)
class Patience:
    """All in seconds."""

    start: float = 60.0
    """Until the first beat."""
    beat: float = 30.0
    """Between beats."""
    end: float = 10.0
    """For an end that was asked for."""
    pause: float = 0.25
    """Before the second start; it doubles each time."""
    most: float = 60.0
    """The longest pause."""
    well: float = 600.0
    """After so long a run, the next pause is the first again."""


PATIENT: Final = Patience()


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("watch", help="run, and start again after a fault or a hang")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="those of `kiosk run`")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Run until it ends well; return its exit code then."""
    # A frozen program is its own interpreter.
    program = [sys.executable, *([] if hasattr(sys, "frozen") else ["-m", "kiosk"])]
    command = [*program, "--lang", options.lang, "run", *options.arguments]

    def tell(why: str | int) -> None:
        zh, en = _words(why)
        print(say(options, zh, en), file=sys.stderr, flush=True)

    return Watch(command, tell).run()


def _words(why: str | int) -> tuple[str, str]:
    if why == "hang":
        return "展览没有反应了，重新启动。", "The exhibit does not answer; it is started again."
    zh, en = f"展览意外结束（退出码 {why}）", f"The exhibit ended by itself (exit code {why})"
    return f"{zh}，重新启动。", f"{en}; it is started again."


class Watch:
    """The parent of one program at a time."""

    def __init__(
        self,
        command: Sequence[str],
        tell: Callable[[str | int], None],
        patience: Patience = PATIENT,
    ) -> None:
        """`tell` hears why it is started again: an exit code, or "hang"."""
        self._command, self._tell, self._patience = command, tell, patience
        self._child: subprocess.Popen[bytes] | None = None
        self._asked = threading.Event()

    def run(self) -> int:
        """Start it again and again, with longer and longer pauses, until it ends well."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._leave())
        pause = self._patience.pause
        while not self._asked.is_set():
            begun = time.monotonic()
            why = self._once()
            if self._asked.is_set() or why in {0, USAGE, LEAVE}:
                return 0 if self._asked.is_set() else int(why)
            self._tell(why)
            if time.monotonic() - begun >= self._patience.well:
                pause = self._patience.pause
            self._asked.wait(pause)
            pause = min(2 * pause, self._patience.most)
        return 0

    def _leave(self) -> None:
        """Pass the wish to end on; what does not end in time is ended."""
        self._asked.set()
        child = self._child
        if child is not None:
            child.terminate()
            late = threading.Timer(self._patience.end, child.kill)
            late.daemon = True
            late.start()

    def _once(self) -> str | int:
        """Run it once; return its exit code, or "hang" where it had to be ended."""
        environment = {**os.environ, HEARTBEAT: "1"}
        with subprocess.Popen(  # noqa: S603 — ourselves
            self._command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=environment
        ) as child:
            self._child = child
            if self._asked.is_set():
                child.terminate()
            try:
                return self._listen(child)
            finally:
                self._child = None

    def _listen(self, child: "subprocess.Popen[bytes]") -> str | int:
        beats: queue.SimpleQueue[bool] = queue.SimpleQueue()
        threading.Thread(target=_read, args=(child.stdout, beats), daemon=True).start()
        patience = self._patience.start
        while True:
            try:
                alive = beats.get(timeout=patience)
            except queue.Empty:
                child.kill()
                child.wait()
                return "hang"
            if not alive:
                return self._ended(child)
            patience = self._patience.beat

    def _ended(self, child: "subprocess.Popen[bytes]") -> str | int:
        """It has closed its output: it ends now, or hangs while it ends."""
        try:
            return child.wait(self._patience.end)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            return "hang"


def _read(lines: IO[bytes], beats: "queue.SimpleQueue[bool]") -> None:
    """Tell of each beat, and at the end that there will be no more; pass on all other lines."""
    for line in lines:
        text = line.decode("utf-8", "replace")
        if text.startswith(BEATS):
            beats.put(True)
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    beats.put(False)
