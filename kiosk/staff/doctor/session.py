"""The session that systemd keeps: its unit, what it shows a picture with, and what is in its way."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.problems import Said
from kiosk.staff.doctor.finding import Finding, fit, note, unfit

SESSION = Said("会话", "session")
TOOLS = Said("显示程序", "compositor")

UNIT: Final = "kiosk.service"
WAYLAND: Final = ("cage", "Xwayland")
XORG: Final = ("xinit", "Xorg")
FOR_WAYLAND: Final = "cage xwayland seatd wlr-randr"
FOR_XORG: Final = "xinit xserver-xorg-core xserver-xorg-input-libinput x11-xserver-utils"
"""Packages of Debian that bring them, and what goes with them."""

_LOG = Said("看看为什么：journalctl -b -n 50 -u kiosk", "see why: journalctl -b -n 50 -u kiosk")


@dataclass(frozen=True)
class Session:
    """What systemd knows of the unit; all is empty where no systemd runs."""

    load: str = ""
    active: str = ""
    enabled: str = ""
    desktop: bool = False
    """Whether a desktop is started on this machine as well."""
    tools: tuple[str, ...] = ()
    """The programs of the session that are installed."""
    xorg: bool = False
    """Whether screen.env asks for Xorg."""


def read(root: Path, *, xorg: bool = False) -> Session:
    """Ask systemd; `root` is / of the machine."""
    tools = tuple(tool for tool in (*WAYLAND, *XORG) if shutil.which(tool))
    if not (root / "run/systemd/system").is_dir():
        return Session(tools=tools, xorg=xorg)
    unit, desktop = _shown(UNIT), _shown("display-manager.service")
    return Session(
        unit.get("LoadState", ""),
        unit.get("ActiveState", ""),
        unit.get("UnitFileState", ""),
        desktop.get("ActiveState") == "active",
        tools,
        xorg,
    )


def _shown(unit: str) -> dict[str, str]:
    """Return what systemd tells of a unit; nothing where it does not answer."""
    wanted = "--property=LoadState,ActiveState,UnitFileState"
    try:
        said = subprocess.run(  # noqa: S603 — no word of it is anybody's
            ["systemctl", "show", wanted, unit],  # noqa: S607
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    return dict(line.split("=", 1) for line in said.stdout.splitlines() if "=" in line)


def judge(found: Session) -> list[Finding]:
    """Say whether the session starts by itself, and stays."""
    if found.load != "loaded":
        return [_by_hand(found.load)]
    return [_unit(found), _tools(found), *_desktop(desktop=found.desktop)]


def _by_hand(load: str) -> Finding:
    zh = "没有安装服务" if load else "这里没有 systemd"
    en = "the service is not installed" if load else "there is no systemd here"
    return note(
        SESSION,
        Said(f"{zh}：展览不会自己启动", f"{en}: the exhibit does not start by itself"),
        Said("在桌面里启动并看护它：kiosk watch", "start and guard it in a desktop: kiosk watch"),
    )


def _unit(found: Session) -> Finding:
    match found.active, found.enabled:
        case "active", "enabled":
            return fit(SESSION, "正在展出，开机会自动启动", "it runs, and starts with the machine")
        case "failed", _:
            return unfit(SESSION, Said("启动失败", "it could not start"), _LOG)
        case (("activating" | "deactivating" | "reloading"), "enabled"):
            return note(SESSION, Said("正在启动", "it is about to start"), _LOG)
        case _, "enabled":
            return note(
                SESSION,
                Said("没有在运行；开机会自动启动", "it does not run; it starts with the machine"),
                Said("现在启动：sudo systemctl start kiosk", "now: sudo systemctl start kiosk"),
            )
        case _:
            return unfit(
                SESSION,
                Said("开机时不会自动启动", "it does not start with the machine"),
                Said(
                    "请输入：sudo systemctl enable --now kiosk",
                    "type: sudo systemctl enable --now kiosk",
                ),
            )


def _tools(found: Session) -> Finding:
    for wanted in (XORG,) if found.xorg else (WAYLAND, XORG):
        if set(wanted) <= set(found.tools):
            names = " + ".join(wanted)
            return fit(TOOLS, names, names)
    typed = f"sudo apt-get install {FOR_XORG if found.xorg else FOR_WAYLAND}"
    return unfit(
        TOOLS,
        Said("没有可以显示画面的程序", "there is nothing to show a picture with"),
        Said(f"请输入：{typed}", f"type: {typed}"),
    )


def _desktop(*, desktop: bool) -> list[Finding]:
    if not desktop:
        return []
    return [
        note(
            SESSION,
            Said(
                "这台机器还会启动桌面，会和展览抢屏幕",
                "a desktop is started too, and takes the screen",
            ),
            Said(
                "请输入：sudo systemctl set-default multi-user.target，再重启",
                "type: sudo systemctl set-default multi-user.target, then restart the machine",
            ),
        )
    ]
