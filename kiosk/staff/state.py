"""Where the kiosk keeps what must outlive it, and the one error that says why that cannot be."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.content.problems import Said

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN: Final = (errno.EACCES, errno.EPERM)


class StateError(Exception):
    """What was asked for cannot be done; `said` tells staff why, and what to do."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


def state_folder() -> Path:
    """Return the folder for state, made if need be; StateError if it cannot be made.

    It is $KIOSK_STATE, else what systemd gives a service (the first of $STATE_DIRECTORY), else
    the place that the system has for it. Nobody but its owner may look into a folder made here.
    """
    with reported():
        folder = _chosen()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def _chosen() -> Path:
    given = os.environ.get("KIOSK_STATE") or os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_STATE_HOME")
    if base:
        return Path(base) / "kiosk"
    try:
        return Path.home() / ".local" / "state" / "kiosk"
    except RuntimeError:
        zh = "不知道副本该存在哪里：请设置 KIOSK_STATE，例如 export KIOSK_STATE=/var/lib/kiosk"
        en = "There is no home folder to keep copies in: type export KIOSK_STATE=/var/lib/kiosk"
        raise StateError(Said(zh, en)) from None


@contextmanager
def reported() -> Iterator[None]:
    """Turn an error of the file system into a StateError that names the file."""
    try:
        yield
    except OSError as error:
        raise StateError(_said(error)) from error


def _said(error: OSError) -> Said:
    name = error.filename2 or error.filename
    where = f" {name}" if name else ""
    if error.errno in _FULL:
        return Said(
            f"磁盘满了，写不下{where}。请腾出空间；用 df -h 查看。",
            f"The disc is full{where}. Make room; df -h shows the discs.",
        )
    if error.errno == errno.EROFS:
        return Said(
            f"磁盘是只读的，不能写入{where}。如果是 U 盘，请关掉写保护开关；如果是本机，系统可能因磁盘"
            "出错而改成了只读：请重新启动，再运行 kiosk doctor。",
            f"The disc can only be read, not written{where}. On a stick, switch its lock off; on"
            " this machine a fault of the disc may be why: start it anew, then type kiosk doctor.",
        )
    if error.errno in _FORBIDDEN:
        return Said(
            f"没有权限读写{where}。请用运行展览的那个用户来执行，例如 sudo -u kiosk kiosk …",
            f"Permission is denied{where}. Be the user who runs the kiosk: sudo -u kiosk kiosk …",
        )
    return Said(
        f"读写失败{where}（{error.strerror}）。请检查磁盘，再试一次。",
        f"A file cannot be read or written{where} ({error.strerror}). Check the disc and try again.",
    )
