"""Let a kiosk live through a week in minutes, and print whether anything of it adds up.

    make soak                   the whole week, up to ten minutes
    make soak ARGS=--quick      only shows that it works

It is the whole kiosk, drawn without a display, with the exhibit that is shipped, a folder for state
and content that is saved again and again. Its time is counted and not waited for. Everything is
left to chance, and chance is the same each time. Memory is only told; the exit code is 1 where a
fault came up, or where there is more of anything else than there was after the first fifth.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bench_figures import machine
from PySide6.QtCore import QTimer
from soak_counts import FULL_CACHES, WARM, Counts, Memory, grown
from soak_week import FULL, QUICK, SIZE, Amount, Week

from kiosk.shell.faults import Faults
from kiosk.shell.log import logged
from kiosk.shell.overseen import overseen
from kiosk.ui.application import application

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

AIM = 0.2
"""KiB a turn."""

EVERY = 100
"""Turns between looks at the memory."""


class Soak:
    """The week, lived in the event loop, one step a round."""

    def __init__(self, week: Week, amount: Amount) -> None:
        self._week, self._amount = week, amount
        self.memory, self.ghostly = Memory(), Memory()
        self.before = self.after = Counts.now(week.window)
        self.rounds: Counter[int] = Counter()
        """How many rounds of the loop took so many milliseconds: a list of them all would add up."""
        self.longest = 0.0, ""
        """The seconds of the longest one, and what was done in it."""
        self.error: Exception | None = None
        self._steps = self._all()
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def _all(self) -> Iterator[None]:
        """Begin with a fifth, count, and go on."""
        week, amount = self._week, self._amount
        first = Amount(*(round(WARM * count) for count in amount))
        rest = Amount(*(all_ - some for all_, some in zip(amount, first, strict=True)))
        yield from self._part(first)
        self.before = yield from self._counted()
        yield from self._part(rest)
        yield from self._looked()
        self.ghostly.look(0)
        yield from week.ghosts(amount.taps)
        self.after = yield from self._counted()
        self.ghostly.look(amount.taps)
        yield from week.answers()

    def _part(self, amount: Amount) -> Iterator[None]:
        """Live, and look at the memory now and then."""
        due = self._week.turns + EVERY
        for _ in self._week.begin(amount):
            yield
            if self._week.turns >= due:
                due += EVERY
                yield from self._looked()

    def _looked(self) -> Iterator[None]:
        """Look at the memory."""
        yield from self._week.quiet()
        self.memory.look(self._week.turns)
        turns, size = self.memory.samples[-1]
        print(f"{turns} turns, {size / 1024:.1f} MiB", file=sys.stderr, flush=True)
        self._last = time.monotonic()

    def _counted(self) -> Generator[None, None, Counts]:
        yield from self._week.same()
        found = Counts.now(self._week.window)
        self._last = time.monotonic()
        return found

    def _step(self) -> None:
        now = time.monotonic()
        took = now - self._last
        self.rounds[round(1000 * took)] += 1
        self.longest = max(self.longest, (took, self._week.doing))
        self._last = now
        try:
            next(self._steps)
        except StopIteration:
            application().exit(0)
        except Exception as error:
            self.error = error
            application().exit(1)

    def within(self, part: float) -> int:
        """Return the milliseconds within which this part of all rounds was done."""
        left = part * self.rounds.total()
        for took in sorted(self.rounds):
            left -= self.rounds[took]
            if left <= 0:
                break
        return took

    def close(self) -> None:
        """Step no more."""
        self._timer.stop()


def report(soak: Soak, week: Week, amount: Amount, faults: Faults, seconds: float) -> Iterator[str]:
    """Tell everything, a line each."""
    passed = (week.clock() - 1000.0) / 3600
    yield ", ".join(f"{count} {name}" for name, count in amount._asdict().items())
    yield f"{passed:.1f} hours of its time in {seconds / 60:.1f} minutes, {SIZE[0]}×{SIZE[1]}"
    slope, warm = soak.memory.slope(FULL_CACHES), soak.memory.after(WARM)
    reached = "reached" if slope <= AIM else "not reached"
    yield f"memory of its own a turn: {slope:+.3f} KiB from half on, to reach ≤ {AIM} KiB: {reached}"
    first, last = soak.memory.slope(WARM), soak.memory.slope(0.75)
    yield f"… from a fifth on: {first:+.3f} KiB, in the last quarter: {last:+.3f} KiB"
    first, last = warm[0][1] / 1024, warm[-1][1] / 1024
    yield f"memory after a fifth {first:.1f} MiB, at the end {last:.1f} MiB: {last - first:+.1f} MiB"
    ghosts = [size / 1024 for _, size in soak.ghostly.samples]
    yield f"memory over an hour of ghosts: {ghosts[0]:.1f} MiB, {ghosts[-1]:.1f} MiB"
    for name, count in soak.before.whole.items():
        yield f"{name}: {count} after a fifth, {soak.after.whole[name]} at the end"
    worst, doing = soak.longest
    p999 = soak.within(0.999)
    yield f"longest round of the event loop: {worst * 1000:.0f} ms ({doing}), p99.9 {p999} ms"
    yield f"faults: {faults.total}"
    for (kind, place, panel), count in faults.counts.items():
        yield f"  {count} × {kind} at {place} [{panel}]"


def main() -> int:
    """Live and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="only show that it works")
    amount = QUICK if parser.parse_args().quick else FULL
    app = application(offscreen=True)
    begun, faults = time.monotonic(), Faults()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        os.environ["KIOSK_STATE"] = str(place / "state")
        (place / "state").mkdir()
        with logged(place / "state"), faults.hooked():
            week = Week(place, faults)
            soak = Soak(week, amount)
            left: list[int] = []
            with overseen(week.window, week.kiosk.controller, faults, left.append, {}):
                code = app.exec()
            soak.close()
            week.kiosk.close()
    if soak.error is not None:
        raise soak.error
    # What the bench says of its display is not said here.
    print(machine().rpartition(",")[0].rpartition(",")[0])
    for line in report(soak, week, amount, faults, time.monotonic() - begun):
        print(line)
    more = grown(soak.before, soak.after, warm=amount is FULL)
    print(*(["there is more of:", *more] if more else ["there is not more of anything"]), sep="\n")
    return int(bool(code or more or faults.total or left))


if __name__ == "__main__":
    sys.exit(main())
