"""Measure how fast the kiosk is, on a virtual display of its own, and print it beside the aims.

    make bench                  all of it, up to four minutes; nothing else should be running
    make bench ARGS=--quick     only shows that it works
    make bench ARGS=--large     an exhibit of 1,000 panels and 5,000 photographs instead

Everything is measured on the real `kiosk run`, and where a visitor would see it, at the display.
It prints and does not judge: the exit code is 0 unless something breaks.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from bench_figures import Row, machine, share, spread, table
from bench_kiosk import BARE, RUN, Kiosk
from bench_screen import SIZE, MissingError, Screen
from large import PANELS, PHOTOS, large

COLOURS = 60
"""Colours down the middle of the cover, at least; paper alone has one."""

HOLD = 0.08
"""Seconds for which a tap holds the button down."""

KEPT = 2.5
"""Seconds after which the kiosk has kept a picture of what it shows."""

SEEN = 200
"""Panels of a large exhibit that are seen before its memory is measured."""

PAUSE = 0.2
"""Seconds between frames that are no longer one movement."""


class Amount(NamedTuple):
    """How much is done of everything."""

    starts: int
    taps: int
    seconds: float
    pace: int
    warm: int
    turns: int


FULL = Amount(starts=5, taps=41, seconds=20.0, pace=250, warm=150, turns=1000)
QUICK = Amount(starts=1, taps=3, seconds=0.5, pace=20, warm=5, turns=10)


def start(
    screen: Screen, program: tuple[str, ...], content: Path | None = None, stay: float = 0.0
) -> tuple[float, float]:
    """Start a program; return the seconds until the display shows it, and until it can be used.

    It stays for `stay` more seconds: long enough, it keeps a picture for its next start.
    """
    screen.clear()
    kiosk = Kiosk(screen.name, program, content)
    seen = screen.wait(lambda: screen.colours() > COLOURS) - kiosk.begun
    ready = seen if program == BARE else screen.wait(kiosk.listens) - kiosk.begun
    time.sleep(stay)
    kiosk.close()
    return seen, ready


def starts(screen: Screen, amount: Amount) -> list[Row]:
    """Start the program and the least one in turn; the first time warms the disk's cache."""
    start(screen, RUN, stay=KEPT)
    pairs = [(start(screen, RUN), start(screen, BARE)) for _ in range(amount.starts)]
    seen, ready = (list(one) for one in zip(*(kiosk for kiosk, _ in pairs), strict=True))
    bare = [least[0] for _, least in pairs]
    times = statistics.median(one / other for one, other in zip(seen, bare, strict=True))
    return [
        Row(
            "start to the last picture on the display",
            statistics.median(seen),
            "s",
            0.6,
            spread(seen),
        ),
        Row(
            "… to the exhibit, ready to be touched",
            statistics.median(ready),
            "s",
            None,
            spread(ready),
        ),
        Row(
            "… of an empty PySide6 window, in turn",
            statistics.median(bare),
            "s",
            None,
            spread(bare),
        ),
        Row("start, compared with the empty window's", times, "×"),
    ]


class Taps:
    """Taps on the button that leads on, and the turns they start."""

    def __init__(self, screen: Screen, kiosk: Kiosk) -> None:
        self._screen, self._kiosk = screen, kiosk
        self.pressed: list[float] = []
        self.turned: list[float] = []
        self.notes: list[dict[str, Any]] = []

    def tap(self) -> None:
        """Tap once, when everything is at rest, and follow the turn to its end."""
        screen, kiosk = self._screen, self._kiosk
        kiosk.order("rest")
        button = kiosk.order("where")
        x, y = button["x"], button["y"]
        screen.move(x, y)
        kiosk.order("take")
        face = (x - 30, y - 30, 60, 1)
        rows = sorted(range(100, y - 100, 16), key=self._colours)[-2:]
        self.pressed.append(self._until_changed([face], down=True))
        time.sleep(HOLD)
        self.turned.append(self._until_changed([(0, row, SIZE[0], 1) for row in rows], down=False))
        kiosk.order("rest")
        self.notes.append(kiosk.order("take"))

    def _colours(self, row: int) -> int:
        shown = self._screen.pixels(0, row, SIZE[0], 1)
        return len({shown[at : at + 4] for at in range(0, len(shown), 4)})

    def _until_changed(self, boxes: list[tuple[int, int, int, int]], *, down: bool) -> float:
        before = [self._screen.pixels(*box) for box in boxes]
        begun = self._screen.button(down=down)
        now = self._screen.wait(lambda: [self._screen.pixels(*box) for box in boxes] != before)
        return now - begun

    def rows(self) -> list[Row]:
        """Return what was found."""
        presses, releases, between, growing = [], [], [], []
        for notes in self.notes:
            down, up = (at for _, at in notes["heard"])
            presses.append(next(at for at in notes["frames"] if at > down) - down)
            releases.append(notes["moved"][0] - up)
            slide = notes["slides"][0]
            between += [after - before for before, after in pairwise(slide)]
            after = [at for at in notes["frames"] if at >= (slide or notes["moved"])[-1]]
            growing += [b - a for a, b in pairwise(after) if b - a < PAUSE]
        found = [
            ("tap to the button pressed, on the display, p95", self.pressed, 33.0),
            ("… by its own clock, p95", presses, None),
            ("release to the turn moving, on the display, p95", self.turned, 33.0),
            ("… by its own clock, p95", releases, None),
        ]
        rows = [
            Row(name, share(seconds, 95) * 1000, "ms", aim, spread(seconds))
            for name, seconds, aim in found
        ]
        for name, seconds, aim in (
            ("between frames of a turn", between, 20.0),
            ("between frames while numbers grow", growing, None),
        ):
            more = f"p99 {share(seconds, 99) * 1000:.1f}, {spread(seconds)}"
            rows.append(Row(f"{name}, p95", share(seconds, 95) * 1000, "ms", aim, more))
        return rows


def busy(kiosk: Kiosk, seconds: float) -> float:
    """Return the percentage of one core that the program takes while nothing is asked of it."""
    kiosk.order("rest")
    time.sleep(min(2.0, seconds))
    begun, before = time.monotonic(), kiosk.busy()
    time.sleep(seconds)
    return 100 * (kiosk.busy() - before) / (time.monotonic() - begun)


def session(screen: Screen, amount: Amount) -> list[Row]:
    """Use one kiosk for long."""
    kiosk = Kiosk(screen.name)
    kiosk.answer()
    kiosk.order("open", "")
    taps = Taps(screen, kiosk)
    for _ in range(amount.taps):
        taps.tap()
    rows = taps.rows()
    kiosk.order("open", "bars")
    rows.append(Row("processor at rest on a panel", busy(kiosk, amount.seconds), "%", 0.5))
    kiosk.order("leave")
    drift = busy(kiosk, amount.seconds / 2)
    rows.append(Row("processor while the cover drifts", drift, "%"))
    kiosk.order("walk", amount.pace, seconds=120.0)
    memory = kiosk.memory()
    rows.append(Row("memory (PSS) after every panel, all languages", memory, "MiB", 220))
    kiosk.order("turn", amount.warm, seconds=120.0)
    before = kiosk.memory()
    kiosk.order("turn", amount.turns, seconds=300.0)
    more = f"{amount.turns} turns, from {before:.1f} to {kiosk.memory():.1f}"
    rows.append(Row("growth over the turns", kiosk.memory() - before, "MiB", 5, more))
    kiosk.close()
    return rows


def checking(content: Path) -> float:
    """Return the seconds that `kiosk check` takes."""
    begun = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "kiosk", "check", str(content)],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.monotonic() - begun


def large_exhibit(screen: Screen, amount: Amount) -> list[Row]:
    """Check, start and visit a large exhibit; its copies are kept in a place of their own."""
    with tempfile.TemporaryDirectory() as place:
        content = large(Path(place) / "exhibit")
        checks = [checking(content) for _ in range(amount.starts + 1)][1:]
        start(screen, RUN, content, stay=KEPT)
        begun = [start(screen, RUN, content) for _ in range(amount.starts)]
        kiosk = Kiosk(screen.name, content=content)
        kiosk.answer()
        kiosk.order("see", SEEN, amount.pace, seconds=300.0)
        memory = kiosk.memory()
        kiosk.close()
    told = f"{PANELS} panels, {PHOTOS} photographs"
    return [
        Row(f"check of {told}", statistics.median(checks), "s", 3.0, spread(checks)),
        *(
            Row(name, statistics.median(seconds), "s", aim, spread(list(seconds)))
            for name, aim, seconds in zip(
                ("… start to the last picture", "… to the exhibit, ready to be touched"),
                (None, 1.5),
                zip(*begun, strict=True),
                strict=True,
            )
        ),
        Row(f"… memory (PSS) after {SEEN} panels", memory, "MiB", 300),
    ]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="only show that it works")
    parser.add_argument("--large", action="store_true", help="measure a large exhibit instead")
    options = parser.parse_args()
    amount = QUICK if options.quick else FULL
    before = os.getloadavg()[0]
    try:
        screen = Screen()
    except MissingError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        with tempfile.TemporaryDirectory() as state:
            os.environ["KIOSK_STATE"] = state
            if options.large:
                found = large_exhibit(screen, amount)
            else:
                found = [*starts(screen, amount), *session(screen, amount)]
    finally:
        screen.close()
    print(machine())
    print(f"load of the machine before {before:.1f}, after {os.getloadavg()[0]:.1f}\n")
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
