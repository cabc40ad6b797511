"""The first page for staff: how long it runs, memory, frames, and what has failed."""

from collections.abc import Mapping, Sequence
from typing import Final

from kiosk import __version__
from kiosk.content.problems import Said, clipped
from kiosk.shell.office.frames import Frames
from kiosk.shell.office.page import Page

NAME = Said("现状", "Status")

MOST: Final = 12
"""Faults that are shown; all are in what can be taken along."""

LONGEST: Final = 120
"""Characters of a fault that are shown."""


def status(frames: Frames, memory: int | None, faults: Sequence[str]) -> Page:
    """Return the page; `memory` is in bytes, the last of `faults` is the latest."""
    lines = [_runs(frames.uptime), _memory(memory), _frames(frames), _faults(len(faults))]
    latest = [clipped(one, LONGEST) for one in reversed(faults[-MOST:])]
    return Page((*lines, *(Said(f"· {one}", f"· {one}") for one in latest)))


def _runs(seconds: float) -> Said:
    minutes = int(seconds) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    return Said(
        f"kiosk {__version__}，已运行 {days} 天 {hours} 小时 {rest} 分钟",
        f"kiosk {__version__}, running for {days} d {hours} h {rest} min",
    )


def _memory(size: int | None) -> Said:
    if size is None:
        return Said("内存：这个系统上不知道", "Memory: not known on this system")
    mebi = f"{size / 2**20:.0f} MiB"
    return Said(f"内存：{mebi}", f"Memory: {mebi}")


def _frames(frames: Frames) -> Said:
    worst = f"{frames.worst:.2f}"
    return Said(
        f"画过 {frames.painted} 帧，最长停顿 {worst} 秒",
        f"Frames painted: {frames.painted}; longest gap: {worst} s",
    )


def _faults(count: int) -> Said:
    if not count:
        return Said("没有出过故障", "No faults")
    return Said(
        f"出过 {count} 种故障，最近的在前：", f"Kinds of faults: {count}, the latest first:"
    )


def listed(counts: Mapping[tuple[str, str, str], int]) -> list[str]:
    """Return a line for each kind of fault, those that came last at the end."""
    return [
        f"{count} × {kind} {place} {f'[{panel}]' if panel else ''}".rstrip()
        for (kind, place, panel), count in list(counts.items())
    ]
