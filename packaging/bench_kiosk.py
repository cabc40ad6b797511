"""The program to be measured, running as a process of its own."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Any

HERE = Path(__file__).resolve().parent


RUN = (sys.executable, "-m", "kiosk", "run")
"""The program as it is started in a museum."""

BARE = (sys.executable, str(HERE / "bench_bare.py"))
"""The least program."""


class Kiosk:
    """The program, running on the display; or another script, for comparison."""

    def __init__(
        self,
        display: str,
        program: tuple[str, ...] = (sys.executable, str(HERE / "bench_child.py")),
        content: Path | None = None,
    ) -> None:
        """`program` is the command without its content."""
        keep = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        # Installed, a program has its bytecode; it never runs without a display of its own.
        for name in ("PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"):
            keep.pop(name, None)
        self._log: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115 - open as long as this is
        self.begun = time.monotonic()
        self._process = subprocess.Popen(
            [*program, *([str(content)] if content else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            bufsize=0,
            env={**keep, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        )

    def listens(self) -> bool:
        """Tell whether it has taken SIGTERM into its own hands, as the last thing before it runs."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
        return bool(int(caught.split()[1], 16) & 1 << (signal.SIGTERM - 1))

    def order(self, word: str, *rest: object, seconds: float = 30.0) -> Any:
        """Send an order and return the answer."""
        sent = self._process.stdin
        if sent is None:
            raise RuntimeError
        sent.write((json.dumps([word, *rest]) + "\n").encode())
        sent.flush()
        return self.answer(seconds)

    def answer(self, seconds: float = 30.0) -> Any:
        """Return what the program says next."""
        said = self._process.stdout
        if said is None or not select.select([said], [], [], seconds)[0]:
            raise TimeoutError(f"the kiosk says nothing\n{self._said()}")
        line = said.readline()
        if not line:
            raise RuntimeError(f"the kiosk has ended\n{self._said()}")
        return json.loads(line)

    def _said(self) -> str:
        self._log.seek(0)
        return self._log.read()[-4000:]

    def busy(self) -> float:
        """Return the processor seconds used up to now."""
        text = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8")
        fields = text.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the proportional set size in MiB: shared pages count by their share."""
        text = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text(encoding="utf-8")
        sizes = dict(line.split()[:2] for line in text.splitlines()[1:])
        return int(sizes["Pss:"]) / 1024

    def close(self) -> None:
        """Ask it to end, as the system would."""
        self._process.send_signal(signal.SIGTERM)
        code = self._process.wait(20)
        if code not in (0, -signal.SIGTERM):
            raise RuntimeError(f"the kiosk ended with {code}\n{self._said()}")
        for stream in (self._process.stdin, self._process.stdout, self._log):
            if stream is not None:
                stream.close()
