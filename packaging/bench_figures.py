"""Figures: how they spread, what they are printed as, and what they were measured on."""

from __future__ import annotations

import os
import platform
import statistics
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bench_screen import SIZE


class Row(NamedTuple):
    """One figure; without an aim it is only told."""

    figure: str
    measured: float
    unit: str
    aim: float | None = None
    more: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as text."""
        digits = 0 if self.measured >= 100 else 1 if self.measured >= 10 else 2
        measured = f"{self.measured:.{digits}f} {self.unit}"
        if self.aim is None:
            return self.figure, measured, "", "", self.more
        reached = "reached" if self.measured <= self.aim else "not reached"
        return self.figure, measured, f"≤ {self.aim:g} {self.unit}", reached, self.more


def share(values: list[float], percent: int) -> float:
    """Return the value that so many percent of the values do not exceed."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def spread(seconds: list[float]) -> str:
    """Return how values spread, in milliseconds."""
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    return (
        f"median {middle * 1000:.0f}, from {low * 1000:.0f} to {high * 1000:.0f} ({len(seconds)})"
    )


def table(rows: list[Row]) -> str:
    """Return the figures as a table."""
    cells = [("figure", "measured", "to reach", "", "ms where nothing else is said")]
    cells += [row.cells() for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )


def machine() -> str:
    """Return what the figures were measured on."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(": ")[2] for line in told if line.startswith("model name")]
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, {system}\n"
        f"Python {platform.python_version()}, PySide6 and Qt {version('PySide6-Essentials')},"
        f" {SIZE[0]}×{SIZE[1]} on Xvfb, drawn in software"
    )
