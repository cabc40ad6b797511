"""What may add up in a running program: memory, objects, files, threads, and time that is not there."""

from __future__ import annotations

import gc
import os
import statistics
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

WARM = 0.2
"""The part of the turns after which objects are counted."""

FULL_CACHES = 0.5
"""The part after which memory counts: type in every size that visitors choose is kept, and only
after some thousand turns has every panel been seen in most of them."""

NOISE = 0.01
"""By which part the number of all Python objects may differ: small caches come and go."""

OURS, OBJECTS = "Python objects of ours", "Python objects in all"


def own() -> float:
    """Return the KiB that this process has written and shares with nobody.

    Pages of libraries are left out: they count for a process that is alone to use them, and not
    for one that is not, and so come and go with other programs.
    """
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    sizes = dict(line.split()[:2] for line in text.splitlines()[1:])
    return float(int(sizes["Private_Dirty:"]) + int(sizes["Swap:"]))


class Memory:
    """The memory over the turns."""

    def __init__(self) -> None:
        self.samples: list[tuple[int, float]] = []

    def look(self, turns: int) -> None:
        """Note what there is after so many turns."""
        gc.collect()
        self.samples.append((turns, own()))

    def after(self, part: float) -> list[tuple[int, float]]:
        """Return the samples from this part of the turns on, two at least."""
        first = part * self.samples[-1][0]
        late = [one for one in self.samples if one[0] >= first]
        return late if len(late) > 1 else self.samples[-2:]

    def slope(self, part: float) -> float:
        """Return the KiB a turn from this part of the turns on, by least squares."""
        turns, sizes = zip(*self.after(part), strict=True)
        return statistics.linear_regression(turns, sizes).slope


def _in_canvas(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, QGraphicsView):
            return True
        widget = widget.parentWidget()
    return False


class Counts(NamedTuple):
    """What there is at one moment, always looked at in the same state of the exhibit."""

    whole: Mapping[str, int]
    """By what staff would call it."""
    kinds: Counter[str]
    """Widgets and Python objects, by their type."""

    @classmethod
    def now(cls, window: QWidget) -> Counts:
        """Count."""
        gc.collect()
        # Canvases are a pool that fills as panels need it: its bound is that of the views kept.
        widgets = [one for one in QApplication.allWidgets() if not _in_canvas(one)]
        below = window.findChildren(QObject)
        timers = [one for one in below if isinstance(one, QTimer)]
        everything = gc.get_objects()
        every = Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in everything)
        ours = Counter({name: count for name, count in every.items() if name.startswith("kiosk.")})
        whole = {
            "widgets": len(widgets),
            "QObjects of the window": len(below),
            "timers": len(timers),
            "timers running": sum(one.isActive() for one in timers),
            OURS: ours.total(),
            OBJECTS: len(everything),
            "open files": len(os.listdir("/proc/self/fd")),  # noqa: PTH208 — counted alone
            "threads": len(os.listdir("/proc/self/task")),  # noqa: PTH208
        }
        kinds = Counter(f"widget {type(one).__name__}" for one in widgets)
        return cls(whole, kinds + every)


def grown(before: Counts, after: Counts, *, warm: bool) -> list[str]:
    """Return what there is more of, and which kinds make it so.

    Only a program that is warm has as many Python objects as it ever will: its caches are full.
    """
    found = []
    for name, count in after.whole.items():
        told = name in {OURS, OBJECTS}
        allowed = before.whole[name] * (1 + NOISE if told else 1)
        if count > allowed and (warm or not told):
            found.append(f"{name}: {before.whole[name]} → {count}")
    if found:
        more = (after.kinds - before.kinds).most_common(12)
        found += [f"  {name}: +{count}" for name, count in more]
    return found
