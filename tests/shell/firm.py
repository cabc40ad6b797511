"""What holds whatever was tried: one window in its place, no other program, no network, and home."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.visit.state import Home
from tests.shell.visitor import Visitor

IDLE = 400
"""Seconds after which nobody can be here any more, with all the patience there is."""

NETWORKS = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


def children(pid: int) -> set[int]:
    """Return the numbers of all programs that a program has started."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.add(int(stat.parent.name))
    return found


def networks(pid: int) -> list[str]:
    """Return the sockets of a program that reach, or could reach, a network."""
    proc = Path(f"/proc/{pid}")
    known: dict[str, str] = {}
    for name in NETWORKS:
        table = proc / "net" / name
        lines = table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else []
        known |= {f"socket:[{line.split()[9]}]": f"{name} {line.split()[1]}" for line in lines}
    opened = []
    for handle in (proc / "fd").iterdir():
        try:
            opened.append(str(handle.readlink()))
        except OSError:
            continue
    return [known[one] for one in opened if one in known]


def nothing_gave_way(visitor: Visitor) -> None:
    """Assert that all of it holds."""
    window = visitor.window
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    assert window.geometry() == window.screen().geometry()
    assert window.windowHandle().isExposed()
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None
    assert networks(os.getpid()) == []
    assert not visitor.state.staff
    for _ in range(IDLE // 4):
        visitor.clock.pass_(4.0)
        visitor.tick()
        if visitor.state.attracting:
            break
    visitor.rest()
    visitor.open()
    assert visitor.place == Home()
