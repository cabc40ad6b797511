"""Kill a running kiosk again and again, and look each time at what it has left behind.

    make kills                  200 kills, some ten minutes
    make kills ARGS=--quick     ten

It is the real `kiosk run`, without a display, with a folder for state. While it counts guesses,
keeps what it shows, logs, and copies content that is saved all the time, it is killed with SIGKILL:
in every fourth run before its first picture, else at any moment after it. The exit code is 1 where
anything was found that is not whole.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from threading import Thread

from kills_child import SMALL

from kiosk.commands.versions import reader
from kiosk.content.load import Loaded
from kiosk.shell.afterimage import PICTURE, RECORD
from kiosk.shell.guesses import BUCKETS, FILE
from kiosk.shell.log import FILE as LOG
from kiosk.shell.log import OLD
from kiosk.shell.safe import FILE as STARTS
from kiosk.staff.versions import MOST, Store
from kiosk.staff.versions_back import latest_good
from kiosk.ui.assets import shipped

HERE = Path(__file__).resolve().parent

KILLS, QUICK = 200, 10

EARLY, LATE = 1.0, 3.0
"""Seconds until the latest kill: after the start, and after the first picture."""

PATIENCE = 60.0
"""Seconds after which a kiosk without a picture is one that does not start."""

LINE = 1000
"""Bytes by which a log may be longer than it should be: its last line."""

STRAY = 8
"""Files that were being written at a kill and may lie about."""


class BrokenError(Exception):
    """Something is not whole."""


class Run:
    """One `kiosk run`, and a thread that hears whether it has painted."""

    def __init__(self, content: Path, errors: Path) -> None:
        self.ready = False
        with errors.open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, str(HERE / "kills_child.py"), str(content)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_HEARTBEAT": "1"},
            )
        self._ears = Thread(target=self._hear, daemon=True)
        self._ears.start()

    def _hear(self) -> None:
        for line in self._process.stdout or ():
            self.ready = self.ready or line.strip() == b"READY=1"

    def wait(self) -> None:
        """Wait for its first picture."""
        end = time.monotonic() + PATIENCE
        while not self.ready:
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise BrokenError("it does not start")
            time.sleep(0.005)

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()
        self._process.wait()
        self._ears.join()


class Hall:
    """An exhibit, its kiosk, and what the kiosk keeps."""

    def __init__(self, place: Path) -> None:
        self.state, self.content = place / "state", place / "content.yaml"
        self.errors = place / "errors.txt"
        self._text = (shipped() / "content.yaml").read_text(encoding="utf-8")
        self._saved, self._total = 0, 0
        self.save()
        found = reader()(self.content)
        if not isinstance(found, Loaded):
            raise TypeError("the exhibit that is shipped cannot be read")
        self._photographs = [place / name for name in sorted(found.exhibit.files)[:3]]

    def save(self) -> None:
        """Save content, another one each time."""
        self._saved += 1
        self.content.write_text(f"{self._text}# {self._saved}\n", encoding="utf-8")

    def photograph(self) -> None:
        """Put another file in the place of a photograph; for what keeps it, any bytes will do."""
        file = self._photographs[self._saved % len(self._photographs)]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(random.randbytes(200_000))  # noqa: S311 — no secret

    # -- what must be whole -------------------------------------------------------------------------

    def look(self) -> None:
        """Look at everything; BrokenError where something is not whole."""
        for check in (self.guesses, self.versions, self.shown, self.starts, self.logs, self.strays):
            check()

    def guesses(self) -> None:
        """The counts can be read, and none is lost that was there at the kill before."""
        file = self.state / FILE
        if not file.exists():
            return
        with closing(sqlite3.connect(file)) as store:
            if store.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise BrokenError("guesses: the file is damaged")
            tables = store.execute("SELECT name FROM sqlite_master").fetchall()
            rows = store.execute("SELECT counts FROM guesses").fetchall() if tables else []
        counts = [[int(one) for one in text.split()] for (text,) in rows]
        if any(len(one) != BUCKETS for one in counts):
            raise BrokenError("guesses: counts are not whole")
        total = sum(map(sum, counts))
        if total < self._total or list(self.state.glob("*.broken")):
            raise BrokenError(f"guesses: there were {self._total}, now {total}")
        self._total = total

    def versions(self) -> None:
        """Every version can be read, and every file of it is as it was."""
        store = Store.of(self.content)
        good, bad = store.versions()
        if bad or len(good) > MOST + 1:
            raise BrokenError(f"versions: {len(good)} good, {len(bad)} damaged")
        for version in good:
            for name, stored in version.files():
                if not store.sound(stored):
                    raise BrokenError(f"version {version.number}: {name} is damaged")

    def shown(self) -> None:
        """What was shown last is there as a whole, or not at all."""
        record, picture = self.state / RECORD, self.state / PICTURE
        if record.exists() and set(json.loads(record.read_bytes())) != {"at", "visit"}:
            raise BrokenError("visit.json is not whole")
        if picture.exists():
            data = picture.read_bytes()
            if data[:2] != b"\xff\xd8" or data[-2:] != b"\xff\xd9":
                raise BrokenError("afterimage.jpg is not whole")

    def starts(self) -> None:
        """The bad ends are counted; they are forgotten here, or all that follows would be safe."""
        file = self.state / STARTS
        if file.exists():
            json.loads(file.read_bytes())
            file.unlink()

    def logs(self) -> None:
        """The log does not grow."""
        sizes = [file.stat().st_size for file in self.state.glob(f"{LOG}*")]
        if len(sizes) > OLD + 1 or sum(sizes) > (OLD + 1) * (SMALL + LINE):
            raise BrokenError(f"logs: {len(sizes)} of {sum(sizes)} bytes")

    def strays(self) -> None:
        """What was being written does not add up."""
        found = [file.name for file in self.state.glob("*") if file.is_file()]
        stray = [one for one in found if one.startswith((RECORD + ".", PICTURE + "."))]
        if len(stray) > STRAY:
            raise BrokenError(f"{len(stray)} files lie about: {stray[0]} …")

    def kept(self) -> None:
        """Wait until a start that is not killed has kept a version."""
        end = time.monotonic() + PATIENCE
        while not Store.of(self.content).numbers():
            if time.monotonic() > end:
                raise BrokenError("no version is kept")
            time.sleep(0.05)

    @property
    def told(self) -> str:
        """What it has come to."""
        good, _ = Store.of(self.content).versions()
        newest = good[-1].number if good else 0
        return f"{self._total} guesses, {newest} versions ({len(good)} kept)"


def kill(hall: Hall, chance: random.Random, *, early: bool) -> None:
    """Start it, save, kill it, and look."""
    hall.photograph()
    hall.save()
    run = Run(hall.content, hall.errors)
    try:
        if early:
            time.sleep(chance.uniform(0.0, EARLY))
        else:
            run.wait()
            hall.photograph()
            hall.save()
            time.sleep(chance.uniform(0.0, LATE))
    finally:
        run.kill()
    hall.look()


def main() -> int:
    """Kill and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="only show that it works")
    kills = QUICK if parser.parse_args().quick else KILLS
    chance, done, wrong = random.Random(7), Counter[str](), Counter[str]()  # noqa: S311 — no secret
    with tempfile.TemporaryDirectory() as place:
        os.environ["KIOSK_STATE"] = str(Path(place) / "state")
        hall = Hall(Path(place))
        for number in range(kills):
            early = number % 4 == 3
            done["before its first picture" if early else "after it"] += 1
            try:
                kill(hall, chance, early=early)
            except BrokenError as error:
                wrong[str(error)] += 1
        last = Run(hall.content, hall.errors)
        try:
            last.wait()
            hall.kept()
            latest_good(hall.content, reader())
        finally:
            last.kill()
        told, said = hall.told, hall.errors.read_text(encoding="utf-8")
    for when, count in done.items():
        print(f"killed {when:<26} {count}")
    print(f"{'starts that showed the exhibit':<33} {done['after it'] + 1}")
    print(f"{'found not whole':<33} {wrong.total()}")
    for what, count in wrong.items():
        print(f"  {count} × {what}")
    print(told)
    print(said[-2000:] if wrong else "", end="")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
