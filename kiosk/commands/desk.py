"""What the staff sheet of a running kiosk can do with versions and with the machine's settings."""

import argparse
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.pin import machine_file
from kiosk.commands.versions import now, reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.content.machine import Machine
    from kiosk.content.problems import Said
    from kiosk.shell.office.desk import Desk, Kept
    from kiosk.shell.reach import Mounting
    from kiosk.staff.versions import Version

log = logging.getLogger(__name__)


def desk(options: argparse.Namespace, content: Path) -> "Desk":
    """Return the desk for the staff of an exhibit."""
    from kiosk.shell.office.desk import Desk

    path = machine_file()
    return Desk(
        pin=lambda: _pin(path, options.lang),
        now=lambda: now().astimezone(),
        kept=lambda: _kept(content),
        restore=lambda number: _restored(number, content),
        settings=lambda: _settings(path),
    )


def mounting() -> "Mounting":
    """Return where the machine's settings say that the screen hangs."""
    from kiosk.shell.reach import ANYWHERE, Mounting

    found = _machine(machine_file())
    if found is None:
        return ANYWHERE
    return Mounting(found.screen_bottom, found.screen_height, found.reach)


def _machine(path: Path) -> "Machine | None":
    from kiosk.content.machine import machine

    found = machine(path)
    return None if isinstance(found, list) else found


def _pin(path: Path, language: str) -> str | None:
    found = _machine(path)
    if found is None:
        from kiosk.content.problems import Said

        # No line of the file: it may hold the PIN.
        zh, en = f"读不了 {path}，请检查它", f"{path} cannot be read; look at that file"
        log.warning("%s", Said(zh, en).to(language))
    return found.pin if found else None


def _settings(path: Path) -> str:
    found = _machine(path)
    if found is None:
        return f"{path} cannot be read"
    return found.model_dump_json(indent=1, exclude={"pin"})


def _kept(content: Path) -> "Sequence[Kept]":
    from kiosk.shell.office.desk import Kept
    from kiosk.staff.state import StateError
    from kiosk.staff.versions import Store

    try:
        versions, _ = Store.of(content).versions()
    except StateError as error:
        log.warning("%s", error.said.en)
        return ()
    return [Kept(one.number, _told(one)) for one in reversed(versions)]


def _told(version: "Version") -> "Said":
    from kiosk.content.problems import Said

    when = f"{version.time.astimezone():%Y-%m-%d %H:%M}"
    panels, pictures = version.panels, len(version.pictures)
    return Said(
        f"第 {version.number} 版  {when}  {panels} 个面板，{pictures} 张图片",
        f"{version.number}  {when}  panels: {panels}, pictures: {pictures}",
    )


def _restored(number: int, content: Path) -> "Said":
    from kiosk.content.problems import Said
    from kiosk.staff.state import StateError
    from kiosk.staff.versions_back import restore

    try:
        done = restore(number, content, reader(), now())
    except StateError as error:
        return error.said
    before = done.before
    zh, en = f"已恢复第 {number} 版。", f"Version {number} is back."
    if before is not None:
        zh += f"要撤销，请恢复第 {before.number} 版。"
        en += f" To undo that, put version {before.number} back."
    return Said(zh, en)
