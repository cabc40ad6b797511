"""`kiosk versions`: the copies that were kept of an exhibit."""

import argparse
import json
import shlex
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.common import content_of, say, takes_content

if TYPE_CHECKING:
    from kiosk.staff.versions import Change, Store, Version
    from kiosk.staff.versions_back import Read


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("versions", help="list the copies kept of an exhibit")
    takes_content(parser)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """List the versions, oldest first."""
    from kiosk.staff.state import StateError
    from kiosk.staff.versions import Store

    content = content_of(options)
    if is_folder(options, "kiosk versions"):
        return 1
    try:
        store = Store.of(content)
        versions, damaged = store.versions()
    except StateError as error:
        print(error.said.to(options.lang), file=sys.stderr)
        return 1
    for said in damaged:
        print(said.to(options.lang), file=sys.stderr)
    rows = list(zip(versions, _changes(store, versions), strict=True))
    if options.json:
        print(json.dumps([_record(*row) for row in rows], indent=1))
    elif rows:
        for row in rows:
            print(_line(options, *row))
        print(undo(options, versions[-1].number, content))
    else:
        print(_none(options, content, store.folder))
    return 0


def _changes(store: "Store", versions: "list[Version]") -> "list[Change | None]":
    """Return what each version changed; None for the first."""
    return [None, *map(store.change, versions, versions[1:])][: len(versions)]


def _record(version: "Version", change: "Change | None") -> dict[str, Any]:
    return {
        "number": version.number,
        "time": version.time.isoformat(),
        "panels": version.panels,
        "figures": version.figures,
        "pictures": len(version.pictures),
        "bytes": version.size,
        "lines_changed": change and change.lines,
        "pictures_changed": change and change.pictures,
    }


def _line(options: argparse.Namespace, version: "Version", change: "Change | None") -> str:
    when = f"{version.number:4}  {version.time.astimezone():%Y-%m-%d %H:%M}  "
    counts = version.panels, version.figures, len(version.pictures)
    size = f"{version.size / 1e6:.1f} MB"
    zh = "{} 个面板，{} 个数字，{} 张图片，".format(*counts) + size
    en = "panels: {}, figures: {}, pictures: {}, ".format(*counts) + size
    if change is not None:
        zh += f"；比上一版改了 {change.lines} 行、{change.pictures} 张图片"
        en += f"; lines changed: {change.lines}, pictures changed: {change.pictures}"
    return when + say(options, zh, en)


def undo(options: argparse.Namespace, number: int, content: Path) -> str:
    """Return the sentence that says how to have a version back."""
    command = f"kiosk restore {number} {shlex.quote(str(content))}"
    return say(
        options,
        f"要恢复第 {number} 版，输入：{command}",
        f"To have version {number} back: {command}",
    )


def _none(options: argparse.Namespace, content: Path, folder: Path) -> str:
    typed = f"KIOSK_STATE=/var/lib/kiosk kiosk versions {shlex.quote(str(content))}"
    return say(
        options,
        f"{content} 还没有副本（在 {folder} 找过）。\n"
        f"展览的文件在别处，就写出它的路径；展览作为服务运行，就输入：{typed}",
        f"No copy is kept of {content} (in {folder}).\n"
        f"If the exhibit is elsewhere, name its content.yaml; if it runs as a service, type: {typed}",
    )


def now() -> datetime:
    """Return the time, for the versions that a command makes."""
    return datetime(*time.gmtime()[:6], tzinfo=UTC)


def reader() -> "Read":
    """Return what reads content files, with the panels and illustrations that there are."""
    from kiosk.content.load import load
    from kiosk.panels.kinds import KINDS
    from kiosk.ui.assets import shipped

    return lambda path: load(path, KINDS, shipped() / "assets")


def is_folder(options: argparse.Namespace, command: str) -> bool:
    """Tell whether a folder was named in the place of a file; say what to type then."""
    content = content_of(options)
    if not content.is_dir():
        return False
    typed = f"{command} {shlex.quote(str(content / 'content.yaml'))}"
    zh, en = f"{content} 是文件夹。请输入：{typed}", f"{content} is a folder. Type: {typed}"
    print(say(options, zh, en), file=sys.stderr)
    return True
