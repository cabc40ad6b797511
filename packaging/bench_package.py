"""Measure a packaged kiosk beside that of the source tree, in turn, and print how they compare.

    make bench-package                          the program that `make package` has left in build/
    make bench-package ARGS=/usr/lib/kiosk/kiosk
    make bench-package ARGS=--quick             only shows that it works

Both are measured from outside, at the display and by what the system tells of a process, for a
packaged program takes no hooks. It prints and does not judge.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bench import HOLD, KEPT, start
from bench_figures import machine, share
from bench_kiosk import BARE, RUN, Kiosk
from bench_screen import SIZE, MissingError, Screen

PACKAGED = Path(__file__).resolve().parent.parent / "build" / "package" / "kiosk" / "kiosk"


class Amount(NamedTuple):
    """How much is done of everything."""

    starts: int
    turns: int
    """In one use."""
    cover: float
    """Seconds for which the cover is looked at."""
    order: tuple[str, ...]
    """Whose use it is, one after another."""


FULL = Amount(7, 20, 10.0, ("tree", "packed", "packed", "tree"))
"""In this order a machine that grows slower does so for both."""

QUICK = Amount(1, 2, 1.0, ("packed", "tree"))

SETTLED = 5.0
"""Seconds after which a start has nothing left to fetch."""

ROWS = (120, 400, 640, 820)
"""Rows of pixels through every panel: in one of them a turn can be seen."""

STILL = 0.3
"""Seconds without a change, after which a turn is over."""

PATIENCE = 10.0
"""Seconds after which a turn does not come any more: the machine may stand still for some."""


class Found(NamedTuple):
    """What was measured of one program: seconds, but for per cent and MiB."""

    seen: list[float]
    ready: list[float]
    turned: list[float]
    frames: list[float]
    cover: list[float]
    memory: list[float]

    @classmethod
    def nothing(cls) -> Found:
        """Return none yet."""
        return cls([], [], [], [], [], [])


def rows(screen: Screen) -> list[bytes]:
    """Return what can be seen of a turn."""
    return [screen.pixels(0, row, SIZE[0], 1) for row in ROWS]


def turn(screen: Screen) -> tuple[float, list[float]]:
    """Tap on the arrow; return the seconds from the release to a change, and between the changes."""
    screen.button(down=True)
    time.sleep(HOLD)
    before = rows(screen)
    begun, changes = screen.button(down=False), list[float]()
    while time.monotonic() - (changes or [begun + PATIENCE])[-1] < STILL:
        shown = rows(screen)
        if shown != before:
            before = shown
            changes.append(time.monotonic())
    if not changes:
        raise RuntimeError("a tap on the arrow did not turn the panel")
    return changes[0] - begun, [later - earlier for earlier, later in pairwise(changes)]


def use(
    screen: Screen,
    program: tuple[str, ...],
    arrow: tuple[int, int],
    amount: Amount,
    found: Found,
) -> None:
    """Let the cover drift, wake it, go to the first panel and turn on and on."""
    screen.clear()
    kiosk = Kiosk(screen.name, program)
    screen.wait(kiosk.listens)
    time.sleep(SETTLED)
    before = kiosk.busy()
    time.sleep(amount.cover)
    found.cover.append(100 * (kiosk.busy() - before) / amount.cover)
    screen.move(*arrow)
    screen.button(down=True)
    screen.button(down=False)
    time.sleep(2)
    screen.key("Right")
    time.sleep(2)
    for _ in range(amount.turns):
        taken, frames = turn(screen)
        found.turned.append(taken)
        found.frames.extend(frames)
        time.sleep(1)
    found.memory.append(kiosk.memory())
    kiosk.close()


def arrow(screen: Screen) -> tuple[int, int]:
    """Return where the arrow that leads on stands: the same place in every program."""
    kiosk = Kiosk(screen.name)
    kiosk.answer()
    kiosk.order("open", "")
    kiosk.order("rest")
    place = kiosk.order("where")
    kiosk.close()
    return place["x"], place["y"]


def lines(tree: Found, packed: Found, bare: list[float]) -> list[str]:
    """Return the figures as a table: source tree, package, and how they compare."""
    middle, mean = statistics.median, statistics.fmean
    rows = [
        ("start to the last picture", middle(tree.seen), middle(packed.seen), "s"),
        ("… to the exhibit, ready to be touched", middle(tree.ready), middle(packed.ready), "s"),
        *(
            (f"{name}, p95", 1000 * share(one, 95), 1000 * share(other, 95), "ms")
            for name, one, other in (
                ("release to the turn moving", tree.turned, packed.turned),
                ("between changes of a turn", tree.frames, packed.frames),
            )
        ),
        ("processor while the cover drifts", mean(tree.cover), mean(packed.cover), "%"),
        ("memory (PSS) after the turns", mean(tree.memory), mean(packed.memory), "MiB"),
    ]
    told = [
        f"| {name} | {one:.2f} {unit} | {other:.2f} {unit} | {other / one:.2f} × |"
        for name, one, other, unit in rows
    ]
    least = f"| an empty PySide6 window, in turn | {middle(bare):.2f} s | | |"
    return ["| figure | source tree | package | |", "|---|---|---|---|", *told, least]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("program", nargs="?", type=Path, default=PACKAGED)
    parser.add_argument("--quick", action="store_true", help="only show that it works")
    options = parser.parse_args()
    program, amount = options.program.absolute(), QUICK if options.quick else FULL
    if not program.is_file():
        print(f"there is no {program}: type make package", file=sys.stderr)
        return 1
    before = os.getloadavg()[0]
    try:
        screen = Screen()
    except MissingError as error:
        print(error, file=sys.stderr)
        return 1
    commands = {"tree": RUN, "packed": (str(program), "run")}
    found = {name: Found.nothing() for name in commands}
    bare = []
    try:
        with tempfile.TemporaryDirectory() as state:

            def placed(name: str, times: int = 0) -> tuple[str, ...]:
                """Return a command; it finds again what it kept under the same number."""
                os.environ["KIOSK_STATE"] = str(Path(state) / f"{name}-{times}")
                return commands[name]

            for name in commands:
                start(screen, placed(name), stay=KEPT)
            for _ in range(amount.starts):
                for name in commands:
                    seen, ready = start(screen, placed(name))
                    found[name].seen.append(seen)
                    found[name].ready.append(ready)
                bare.append(start(screen, BARE)[0])
            placed("tree", 1)
            at = arrow(screen)
            for times, name in enumerate(amount.order, 2):
                use(screen, placed(name, times), at, amount, found[name])
    finally:
        screen.close()
    print(machine())
    print(f"load of the machine before {before:.1f}, after {os.getloadavg()[0]:.1f}\n")
    print("\n".join(lines(found["tree"], found["packed"], bare)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
