"""The parent starts the kiosk again after a fault, a kill or a hang, and ends with it otherwise."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.commands.watch import Patience, Watch
from tests.helpers.small import written
from tests.shell.processes import PATIENCE, until

CHILD = """
import os, signal, sys, time
from pathlib import Path
runs = Path(sys.argv[1])
with runs.open("a") as file:
    print(os.getpid(), file=file)
number = len(runs.read_text().split())
def beat():
    print("WATCHDOG=1", flush=True)
def rest():
    while True:
        beat()
        time.sleep(0.05)
{does}
"""
"""Stands in for the kiosk: quick to start, and it does what a test wants."""

PARENT = """
import json, sys
from kiosk.commands.watch import Patience, Watch
def tell(why):
    print(f"again: {why}", flush=True)
sys.exit(Watch(json.loads(sys.argv[1]), tell, Patience(**json.loads(sys.argv[2]))).run())
"""

QUICK = {"start": 20.0, "beat": 20.0, "end": 20.0, "pause": 0.01, "most": 0.02}


class Parent:
    """One `kiosk watch`, with a child that stands in for the kiosk."""

    def __init__(self, folder: Path, does: str, **patience: float) -> None:
        self._runs, self._said = folder / "runs", folder / "said"
        command = [sys.executable, "-c", CHILD.format(does=does), str(self._runs)]
        how = json.dumps({**QUICK, **patience})
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PARENT, json.dumps(command), how],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                cwd=Path(__file__).resolve().parents[2],
            )

    @property
    def runs(self) -> list[int]:
        """The numbers of the children so far."""
        return [int(one) for one in self._runs.read_text().split()] if self._runs.exists() else []

    @property
    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def ends(self) -> int:
        return self.process.wait(PATIENCE)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for one in self.runs:
            if alive(one):
                os.kill(one, signal.SIGKILL)


def alive(number: int) -> bool:
    try:
        status = Path(f"/proc/{number}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


Start = Callable[..., Parent]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[Parent] = []

    def run(does: str, **patience: float) -> Parent:
        started.append(Parent(tmp_path, does, **patience))
        return started[-1]

    yield run
    for one in started:
        one.stop()


@pytest.mark.parametrize("code", [0, 2], ids=["a good end", "wrong arguments"])
def test_what_will_not_change_ends_the_parent_too(start: Start, code: int) -> None:
    parent = start(f"beat(); sys.exit({code})")
    assert parent.ends() == code
    assert len(parent.runs) == 1
    assert parent.said == ""


@pytest.mark.parametrize("how", ["sys.exit(70)", "os.kill(os.getpid(), 9)", "os.abort()"])
def test_a_fault_is_started_again(start: Start, how: str) -> None:
    parent = start(f"if number < 3: {how}\nsys.exit(0)")
    assert parent.ends() == 0
    assert len(parent.runs) == 3
    assert parent.said.count("again:") == 2


def test_a_child_that_is_killed_is_started_again(start: Start) -> None:
    parent = start("rest()")
    assert until(lambda: len(parent.runs) == 1)
    os.kill(parent.runs[0], signal.SIGKILL)
    assert until(lambda: len(parent.runs) == 2)
    assert until(lambda: "again: -9" in parent.said)


@pytest.mark.parametrize(
    ("does", "patience"),
    [
        ("time.sleep(600)", {"start": 0.3}),
        ("beat(); time.sleep(600)", {"beat": 0.3}),
        ("os.close(1); time.sleep(600)", {"end": 0.3}),
    ],
    ids=["never there", "stopped", "at the end"],
)
def test_a_hang_is_ended_and_started_again(
    start: Start, does: str, patience: dict[str, float]
) -> None:
    parent = start(f"if number == 1:\n    {does}\nsys.exit(0)", **patience)
    assert parent.ends() == 0
    assert len(parent.runs) == 2
    assert parent.said == "again: hang\n"
    assert not alive(parent.runs[0])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda it: it.name)
def test_the_wish_to_end_is_passed_on(start: Start, number: signal.Signals) -> None:
    parent = start(
        "signal.signal(signal.SIGTERM, lambda *_: (print('asked', flush=True), sys.exit(0)))\n"
        "print('here', flush=True)\nrest()"
    )
    assert until(lambda: "here" in parent.said)
    parent.process.send_signal(number)
    assert parent.ends() == 0
    assert parent.said == "here\nasked\n"
    assert len(parent.runs) == 1


def test_a_child_that_will_not_end_is_ended(start: Start) -> None:
    parent = start(
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('here', flush=True)\nrest()", end=0.2
    )
    assert until(lambda: "here" in parent.said)
    parent.process.terminate()
    assert parent.ends() == 0
    assert not alive(parent.runs[0])


def test_the_wish_to_end_is_heard_between_two_starts(start: Start) -> None:
    parent = start("sys.exit(70)", pause=600.0, most=600.0)
    assert until(lambda: "again:" in parent.said)
    parent.process.terminate()
    assert parent.ends() == 0
    assert len(parent.runs) == 1


def test_pauses_grow_up_to_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    codes, pauses = iter([70] * 10 + [0]), list[float]()
    monkeypatch.setattr(Watch, "_once", lambda _self: next(codes))
    monkeypatch.setattr(signal, "signal", lambda _number, _handler: None)
    watch = Watch([], lambda _why: None, Patience())
    monkeypatch.setattr(watch._asked, "wait", pauses.append)
    assert watch.run() == 0
    assert pauses == [0.25, 0.5, 1, 2, 4, 8, 16, 32, 60, 60]


def test_after_a_long_good_run_the_pause_is_short_again(monkeypatch: pytest.MonkeyPatch) -> None:
    codes, pauses = iter([70] * 3 + [0]), list[float]()
    monkeypatch.setattr(Watch, "_once", lambda _self: next(codes))
    monkeypatch.setattr(signal, "signal", lambda _number, _handler: None)
    watch = Watch([], lambda _why: None, Patience(well=0.0))
    monkeypatch.setattr(watch._asked, "wait", pauses.append)
    watch.run()
    assert pauses == [0.25] * 3


@pytest.mark.parametrize(
    ("language", "said"), [("en", "exit code 70); it is started again"), ("zh", "退出码 70")]
)
def test_it_says_why_it_starts_again(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    said: str,
) -> None:
    commands: list[object] = []

    def run(self: Watch) -> int:
        commands.append(self._command)
        self._tell(70)
        self._tell("hang")
        return 0

    monkeypatch.setattr(Watch, "run", run)
    assert main(["--lang", language, "watch", "show.yaml", "--motion", "calm"]) == 0
    end = ["-m", "kiosk", "--lang", language, "run", "show.yaml", "--motion", "calm"]
    assert commands == [[sys.executable, *end]]
    assert said in capsys.readouterr().err


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[object] = []

    def run(self: Watch) -> int:
        commands.append(self._command)
        return 0

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(Watch, "run", run)
    assert main(["--lang", "en", "watch"]) == 0
    assert commands == [[sys.executable, "--lang", "en", "run"]]


def test_a_kiosk_that_is_killed_under_the_parent_is_shown_again_and_sigterm_ends_both(
    tmp_path: Path,
) -> None:
    state = tmp_path / "state"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_STATE": str(state)}
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "watch", str(written(tmp_path))],
        env=environment,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    ) as parent:

        def child() -> int:
            path = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
            return int((path.read_text().split() or ["0"])[0])

        def starts() -> int:
            path = state / "starts.json"
            return len(json.loads(path.read_bytes())) if path.exists() else -1

        try:
            assert until(lambda: starts() == 1)
            first = child()
            os.kill(first, signal.SIGKILL)
            assert until(lambda: starts() == 2)
            assert child() not in {0, first}
            # As soon as it has taken the signal into its own hands it ends well by it.
            status = Path(f"/proc/{child()}/status")
            taken = 1 << (signal.SIGTERM - 1)
            assert until(
                lambda: bool(int(status.read_text().split("SigCgt:")[1].split()[0], 16) & taken)
            )
            parent.terminate()
            assert parent.wait(PATIENCE) == 0
            assert starts() == 0
        finally:
            parent.kill()
