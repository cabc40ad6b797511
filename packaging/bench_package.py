"""Measure a packaged kiosk beside that of the source tree, in turn, and print how they compare.

    make bench-package                          the program that `make package` has left in build/
    make bench-package ARGS=/usr/lib/kiosk/kiosk

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
from bench_screen import SIZE, Screen

PACKAGED = Path(__file__).resolve().parent.parent / "build" / "package" / "kiosk" / "kiosk"

STARTS, TURNS = 7, 30
COVER = 24.0
"""Seconds after which the cover has gone and the first panel of the attract loop stands."""

ROWS = (120, 400, 640, 820)
"""Rows of pixels through every panel: in one of them a turn can be seen."""

STILL = 0.3
"""Seconds without a change, after which a turn is over."""


class Found(NamedTuple):
    """What was measured of one program: seconds, but for per cent and MiB."""

    seen: list[float]
    ready: list[float]
    turned: list[float]
    frames: list[float]
    cover: float
    memory: float


def rows(screen: Screen) -> list[bytes]:
    """Return what can be seen of a turn."""
    return [screen.pixels(0, row, SIZE[0], 1) for row in ROWS]


def turn(screen: Screen) -> tuple[float, list[float]]:
    """Tap on the arrow; return the seconds from the release to a change, and between the changes."""
    screen.button(down=True)
    time.sleep(HOLD)
    before = rows(screen)
    begun, changes = screen.button(down=False), list[float]()
    while time.monotonic() - (changes or [begun + 1])[-1] < STILL:
        shown = rows(screen)
        if shown != before:
            before = shown
            changes.append(time.monotonic())
    if not changes:
        raise RuntimeError("a tap on the arrow did not turn the panel")
    return changes[0] - begun, [later - earlier for earlier, later in pairwise(changes)]


def use(screen: Screen, program: tuple[str, ...], arrow: tuple[int, int]) -> Found:
    """Let the cover drift and the loop begin, wake a panel and turn on and on."""
    screen.clear()
    kiosk = Kiosk(screen.name, program)
    screen.wait(kiosk.listens)
    time.sleep(5)
    before = kiosk.busy()
    time.sleep(10)
    cover = 10 * (kiosk.busy() - before)
    time.sleep(COVER - 15)
    screen.move(*arrow)
    screen.button(down=True)
    screen.button(down=False)
    time.sleep(2)
    turns = []
    for _ in range(TURNS):
        turns.append(turn(screen))
        time.sleep(1)
    memory = kiosk.memory()
    kiosk.close()
    between = [one for _, frames in turns for one in frames]
    return Found([], [], [taken for taken, _ in turns], between, cover, memory)


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
    middle = statistics.median
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
        ("processor while the cover drifts", tree.cover, packed.cover, "%"),
        (f"memory (PSS) after {TURNS} turns", tree.memory, packed.memory, "MiB"),
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
    program = parser.parse_args().program
    if not program.is_file():
        print(f"there is no {program}: type make package", file=sys.stderr)
        return 1
    before, screen = os.getloadavg()[0], Screen()
    commands = {"tree": RUN, "packed": (str(program), "run")}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    bare = []
    try:
        with tempfile.TemporaryDirectory() as state:

            def placed(name: str) -> tuple[str, ...]:
                os.environ["KIOSK_STATE"] = str(Path(state) / name)
                return commands[name]

            for name in commands:
                start(screen, placed(name), stay=KEPT)
            for _ in range(STARTS):
                for name in commands:
                    found[name].append(start(screen, placed(name)))
                bare.append(start(screen, BARE)[0])
            placed("tree")
            at = arrow(screen)
            used = {name: use(screen, placed(name), at) for name in commands}
    finally:
        screen.close()
    for name, times in found.items():
        seen, ready = (list(one) for one in zip(*times, strict=True))
        used[name] = used[name]._replace(seen=seen, ready=ready)
    print(machine())
    print(f"load of the machine before {before:.1f}, after {os.getloadavg()[0]:.1f}\n")
    print("\n".join(lines(used["tree"], used["packed"], bare)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
