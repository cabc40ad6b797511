"""What is tried on the emulated machine that machine_test.sh has made: its disc lies in a folder.

The kernel drives the screen, systemd starts the session on the first terminal, and a finger comes from
the kernel, too. What the screen shows has to be what the program renders elsewhere.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "release"))

from emulated import SIZE, Machine  # noqa: E402 — the path comes first
from expected import render  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

WHERE = "systemctl show -P StatusText kiosk"
"""Where the visitor is; told every ten seconds."""
MAIN = "systemctl show -P MainPID kiosk"
SETTINGS = "/etc/kiosk/screen.env"

ALIKE = 0.08
"""How far a picture may be from another: the root of the mean square of all differences, of 1. Other
libraries draw edges a little differently, the attract loop strolls by a pixel, and Xorg calls a screen a
little larger than it is; a page in another
language is 0.1 away or more."""

COLOURS = 1000
"""Fewer are no exhibit."""

Point = tuple[float, float]

ENGLISH: dict[bool, Point] = {False: (0.936, 0.946), True: (0.9, 0.97)}
"""The middle of the button for English, as shares of an upright picture or a wide one."""

WAYS: dict[str, tuple[int, Callable[[float, float], Point]]] = {
    "right": (90, lambda u, v: (1 - v, u)),
    "upside-down": (180, lambda u, v: (1 - u, 1 - v)),
    "left": (270, lambda u, v: (v, 1 - u)),
}
"""Degrees to the right by which each way turns the picture, and the place on the panel of a point of it."""


class NotSoError(Exception):
    """Something is not as it should be; the message says how it is."""


def be(so: bool, told: object) -> None:
    """Go on if it is so."""
    if not so:
        raise NotSoError(str(told))


class Test:
    """The machine, and what its screen has to show."""

    def __init__(self, folder: Path, screens: int = 1) -> None:
        self._folder, self._turned = folder, ""
        self.machine = Machine(folder, screens)

    def _expected(self, name: str) -> Path:
        """Return what the program renders for a screen of this shape."""
        wide, high = reversed(SIZE) if self._turned in {"right", "left"} else SIZE
        pictures = self._folder / f"expected-{wide}x{high}"
        if not pictures.exists():
            render(pictures, (wide, high), frozenset({"cover", "home"}))
        return pictures / name

    def shows(self, name: str, part: float = 1.0) -> None:
        """Wait until the screen shows a picture of the tour, or as much of it from above."""
        expected, end = self._expected(name), time.monotonic() + 60
        back = -WAYS[self._turned][0] if self._turned else 0
        kept = f"{self._turned or 'plain'}-{name.removesuffix('.png')}"
        while True:
            shown = self.machine.picture(kept)
            seen = f"100%x{100 * part:.0f}%+0+0"
            command = ["compare", "-metric", "RMSE"]
            command += ["(", shown, "-rotate", str(back), "-crop", seen, "+repage", ")"]
            command += ["(", expected, "-crop", seen, "+repage", ")", "null:"]
            told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
            found = re.search(r"\((.*)\)", told)
            if found and float(found[1]) <= ALIKE:
                return
            if time.monotonic() > end:
                raise NotSoError(f"{shown} is not {expected}: {told}")
            time.sleep(1)

    def ready(self) -> None:
        """Wait for the exhibit: its cover, without what drifts at its foot and without a cursor."""
        self.machine.until(WHERE, "cover")
        self.shows("zh-cover.png", part=0.52)

    def touch(self, u: float, v: float) -> None:
        """Touch where a point of the picture is seen."""
        self.machine.touch(*(WAYS[self._turned][1](u, v) if self._turned else (u, v)))

    def opens(self) -> None:
        """Touch the cover, and on the page after it the button for English."""
        self.touch(0.5, 0.5)
        self.shows("zh-home.png")
        self.touch(*ENGLISH[self._turned in {"right", "left"}])
        self.shows("en-home.png")

    def hang(self, *lines: str) -> None:
        """Let screen.env say these lines alone, and switch the machine off and on."""
        self.machine.shell(f"sed -i /^KIOSK/d {SETTINGS}")
        self._turned = next((way for way in WAYS if f"KIOSK_TURNED={way}" in lines), "")
        for line in lines:
            self.machine.shell(f"echo {line} >>{SETTINGS}")
        self.machine.restart()
        self.ready()
        self.machine.plug_panel()


def mouse(test: Test) -> None:
    """Click on the first chapter."""
    test.machine.click(0.2, 0.4)
    test.machine.until(WHERE, "letter")


def keys(test: Test) -> None:
    """Press what leads away from other programs."""
    machine = test.machine
    before = machine.shell(MAIN)
    for names in (
        ("ctrl", "alt", "f2"),
        ("ctrl", "alt", "delete"),
        ("ctrl", "alt", "backspace"),
        ("alt", "f4"),
        ("alt", "sysrq", "b"),
        ("alt", "tab"),
        ("power",),
    ):
        machine.keys(*names)
        time.sleep(1)
    found = machine.shell(f"cat /sys/class/tty/tty0/active; {MAIN}").split()
    be(found == ["tty1", before], found)


def killed(test: Test) -> None:
    """Kill the program; it comes back."""
    machine = test.machine
    before = machine.shell(MAIN)
    machine.shell(
        "for one in /proc/[0-9]*; do case $(readlink $one/exe) in"
        " /usr/lib/kiosk-shown/*) kill -KILL ${one#/proc/} ;; esac; done"
    )
    end = time.monotonic() + 60
    while machine.shell(MAIN) in {before, "0"}:
        be(time.monotonic() < end, "it is not started again")
    test.machine.until("systemctl is-active kiosk", "active")


def doctor(test: Test) -> None:
    """Ask whether the machine is fit."""
    said = test.machine.shell("kiosk --lang en doctor; echo ends with $?")
    print(said)
    be("ends with 0" in said, said)


def quiet(test: Test) -> None:
    """Look for what the session says without need."""
    said = test.machine.shell("journalctl -b --no-pager -u kiosk | grep -cE 'ERROR|Traceback|Segm'")
    be(int(said) < 5, said)


def chosen(output: str, head: int) -> Callable[[Test], None]:
    """Return what asks for the exhibit on one of two screens."""

    def ask(test: Test) -> None:
        # Once asked again, the second socket would say that nothing is there: hence a restart.
        test.machine.shell(f"echo KIOSK_OUTPUT={output} >>{SETTINGS}")
        test.machine.restart()
        test.machine.until(WHERE, "cover")
        time.sleep(3)
        shown = test.machine.picture(f"on-{output}", head)  # the second takes a size of its own
        command = ["identify", "-format", "%k", shown]
        colours = subprocess.run(command, capture_output=True, check=True).stdout
        be(int(colours) > COLOURS, f"{shown} has {colours!r} colours")
        lit = test.machine.shell("grep -lx connected /sys/class/drm/card0-*/status")
        be(lit == f"/sys/class/drm/card0-{output}/status", lit)

    return ask


def prove(sentence: str, action: Callable[[], object]) -> None:
    """Do it, and say how it ended."""
    begun = time.monotonic()
    try:
        action()
    except BaseException:
        print(f"FAILED {time.monotonic() - begun:4.0f} s  {sentence}", flush=True)
        raise
    print(f"ok     {time.monotonic() - begun:4.0f} s  {sentence}", flush=True)


def main() -> int:
    """Try everything."""
    folder = Path(sys.argv[1]).resolve()
    for screens, steps in STEPS:
        test = Test(folder, screens)
        try:
            for sentence, action in steps:
                prove(sentence, partial(action, test))
        except BaseException:
            test.machine.picture("failed")
            print(test.machine.shell("journalctl -b --no-pager -u kiosk | tail -40"))
            raise
        finally:
            test.machine.close()
    print(f"what the screen showed: {folder}/*.png")
    return 0


def hung(*lines: str) -> Callable[[Test], None]:
    """Return what hangs the screen so, switches off and on, and opens the exhibit by touch."""

    def step(test: Test) -> None:
        test.hang(*lines)
        test.opens()

    return step


STEPS: list[tuple[int, list[tuple[str, Callable[[Test], None]]]]] = [
    (
        1,
        [
            ("switched on, the screen shows the exhibit and no cursor", Test.ready),
            ("a touch panel is plugged in", lambda test: test.machine.plug_panel()),
            ("a finger opens it and asks for English", Test.opens),
            ("so does a mouse", mouse),
            ("no key leads away, ends it or restarts the machine", keys),
            ("killed, it is back", killed),
            ("kiosk doctor finds the machine fit", doctor),
            ("the journal is quiet", quiet),
            *(
                (f"turned {way}, picture and touch agree", hung(f"KIOSK_TURNED={way}"))
                for way in WAYS
            ),
            (
                "so they do under Xorg, where nothing is turned",
                hung("KIOSK_SESSION=xorg"),
            ),
        ],
    ),
    (
        2,
        [
            ("of two screens, one shows the exhibit", Test.ready),
            ("the one that is named", chosen("Virtual-2", 1)),
            ("or the other", chosen("Virtual-1", 0)),
        ],
    ),
]

if __name__ == "__main__":
    sys.exit(main())
