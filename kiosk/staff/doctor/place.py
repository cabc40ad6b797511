"""Where the exhibit runs: who may read and write what, the room on the disc, the clock."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.content.problems import Said
from kiosk.staff.doctor.finding import Finding, fit, note, unfit
from kiosk.staff.state import StateError, reported, state_folder

RIGHTS = Said("权限", "permissions")
DISC = Said("磁盘", "disk")
CLOCK = Said("时钟", "clock")

ENOUGH: Final = 200 * 10**6
"""Bytes that versions of the content and the log may need."""

YEARS: Final = range(2025, 2100)
"""A machine whose battery is empty wakes up in 1970 or in the year it was made."""

WHO: Final = "kiosk"
"""The user of the installed service."""


@dataclass(frozen=True)
class Place:
    """What was found as the user who shows the exhibit."""

    content: Path
    user: str = ""
    root: bool = False
    unread: tuple[Path, ...] = ()
    """Files that this user may not read."""
    state: Said | None = None
    """Why nothing can be kept; None where it can."""
    free: int = ENOUGH
    """Bytes on the disc of the folder for state."""
    year: int = 2026
    zone: str = ""
    """The time zone that is set; "" where it is not known."""


def read(content: Path, settings: Path, now: datetime, root: Path) -> Place:
    """Look as the service's user where there is one and root asks; `now` is local."""
    with _as_user() as user:
        unread = tuple(one for one in (content, settings) if not _readable(one))
        state, free = _kept()
        rights = sys.platform != "win32" and os.geteuid() == 0
    zone = _zone(root / "etc/localtime") or os.environ.get("TZ", "")
    return Place(content, user, rights, unread, state, free, now.year, zone)


def _readable(path: Path) -> bool:
    """Tell whether a file may be read, or is not there: who needs it says so elsewhere."""
    try:
        path.open("rb").close()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


@contextmanager
def _as_user() -> Iterator[str]:
    """Be the user of the service for a moment, if root asks and there is one; yield the name."""
    if sys.platform == "win32":
        yield os.environ.get("USERNAME", "")
        return
    import pwd  # noqa: PLC0415 — not on Windows

    names = {one.pw_name: one for one in pwd.getpwall()}
    uid, gid, groups = os.geteuid(), os.getegid(), os.getgroups()
    if uid or WHO not in names:
        yield next((name for name, one in names.items() if one.pw_uid == uid), str(uid))
        return
    try:
        os.initgroups(WHO, names[WHO].pw_gid)
        os.setegid(names[WHO].pw_gid)
        os.seteuid(names[WHO].pw_uid)
        yield WHO
    finally:
        os.seteuid(uid)
        os.setegid(gid)
        os.setgroups(groups)


def _kept() -> tuple[Said | None, int]:
    """Return why nothing can be kept, and the bytes that are free there."""
    try:
        folder = state_folder()
        with reported():
            free = shutil.disk_usage(folder).free
            tempfile.TemporaryFile(dir=folder).close()
    except StateError as error:
        return error.said, 0
    return None, free


def _zone(link: Path) -> str:
    """Return the name of the zone that a link leads to, such as Asia/Shanghai."""
    return str(link.readlink()).partition("zoneinfo/")[2] if link.is_symlink() else ""


def judge(found: Place) -> list[Finding]:
    """Say whether that will do."""
    disc = [] if found.state else [_disc(found.free)]
    return [*_rights(found), *disc, _clock(found)]


def _rights(found: Place) -> list[Finding]:
    bad = [_unread(found.user, path) for path in found.unread]
    if found.state:
        again = Said("再以管理员身份看一次：sudo kiosk doctor", "look again: sudo kiosk doctor")
        bad.append(unfit(RIGHTS, found.state, again))
    if found.root:
        bad.append(
            note(
                RIGHTS,
                Said(
                    "这里没有用户 kiosk：展览不该以 root 运行",
                    "there is no user kiosk: the exhibit should not run as root",
                ),
                Said(
                    "新建一个：sudo adduser --system kiosk", "make one: sudo adduser --system kiosk"
                ),
            )
        )
    zh, en = f"{found.user} 能读内容，能写状态", f"{found.user} reads the content and keeps copies"
    return bad or [fit(RIGHTS, f"{zh}，没有特权", f"{en}, and has no rights beyond that")]


def _unread(user: str, path: Path) -> Finding:
    typed = f"sudo chgrp kiosk {path} && sudo chmod g+r {path}"
    return unfit(
        RIGHTS,
        Said(f"{user} 读不了 {path}", f"{user} may not read {path}"),
        Said(
            f"以管理员身份看：sudo kiosk doctor；还不行就输入：{typed}",
            f"look as an administrator: sudo kiosk doctor; if that says the same, type: {typed}",
        ),
    )


def _disc(free: int) -> Finding:
    room = f"{free / 10**6:,.0f} MB"
    if free >= ENOUGH:
        return fit(DISC, f"空闲 {room}", f"{room} free")
    return unfit(
        DISC,
        Said(f"只剩 {room}，至少要 200 MB", f"only {room} free; 200 MB are needed"),
        Said(
            "腾出空间：sudo apt-get clean；查看：df -h", "make room: sudo apt-get clean; see df -h"
        ),
    )


def _clock(found: Place) -> Finding:
    if found.year not in YEARS:
        return unfit(
            CLOCK,
            Said(f"现在是 {found.year} 年？", f"is it the year {found.year}?"),
            Said(
                "对好时间：sudo timedatectl set-time '2026-01-31 09:00'",
                "set it: sudo timedatectl set-time '2026-01-31 09:00'",
            ),
        )
    if found.zone in {"", "UTC", "Etc/UTC"}:
        return note(
            CLOCK,
            Said("没有设时区，开放时间会不准", "no time zone is set: opening hours will be off"),
            Said(
                "请输入：sudo timedatectl set-timezone Asia/Shanghai",
                "type: sudo timedatectl set-timezone Asia/Shanghai",
            ),
        )
    return fit(CLOCK, f"{found.year} 年，{found.zone}", f"{found.year}, {found.zone}")
