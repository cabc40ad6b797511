"""Screen, graphics and touch, as the Linux kernel tells of them: no display is opened."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.problems import Said
from kiosk.staff.doctor.finding import Finding, fit, note, unfit

DISPLAY = Said("显示器", "display")
GRAPHICS = Said("显卡", "graphics")
PROCESSOR = Said("处理器", "processor")
TOUCH = Said("触摸", "touch")

DIRECT: Final = 1
"""INPUT_PROP_DIRECT of linux/input-event-codes.h, a bit of PROP: what is touched is what is seen."""
REL_X, ABS_X, PEN, FINGER, TOUCHED, LEFT = 0x00, 0x00, 0x140, 0x145, 0x14A, 0x110
"""Bits of REL, of ABS and (the others) of KEY, from there as well."""

NEEDED: Final = frozenset({"cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3"})
"""What the kernel calls that which numpy's wheels ask of an x86 processor (x86-64-v2, from 2009 on)."""


@dataclass(frozen=True)
class Devices:
    """What is plugged in."""

    connectors: tuple[tuple[str, bool, str], ...] = ()
    """Each socket for a screen, whether one is plugged in there, and its best mode."""
    window_system: str = ""
    """The display of a desktop that this was typed in."""
    driver: str = ""
    """Of the graphics processor; "" where there is none."""
    touch: tuple[str, ...] = ()
    mice: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    """What the processor cannot do and should."""


def read(root: Path, environment: Mapping[str, str]) -> Devices:
    """Read what the kernel tells; `root` is / of the machine."""
    touch, mice = _pointing(root / "proc/bus/input/devices")
    drm = root / "sys/class/drm"
    drivers = [
        (one / "device/driver").resolve().name
        for one in sorted(drm.glob("renderD*"))
        if (one / "device/driver").exists()
    ]
    named = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or ""
    connectors = tuple(_connector(one) for one in sorted(drm.glob("card*-*/status")))
    lacks = _lacks(root / "proc/cpuinfo")
    return Devices(connectors, named, drivers[0] if drivers else "", touch, mice, lacks)


def _lacks(told: Path) -> tuple[str, ...]:
    """Return what an x86 processor does not know; of others nothing is asked."""
    text = told.read_text("utf-8", "replace") if told.exists() else ""
    flags = re.search(r"^flags\s*:(.*)$", text, re.MULTILINE)
    return tuple(sorted(NEEDED - set(flags[1].split()))) if flags else ()


def _connector(status: Path) -> tuple[str, bool, str]:
    modes = status.with_name("modes")
    best = modes.read_text("ascii").split()[:1] if modes.exists() else []
    name = status.parent.name.partition("-")[2]
    return name, status.read_text("ascii").strip() == "connected", "".join(best)


def _pointing(listed: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of what is touched and of what is moved."""
    touch, mice = [], []
    text = listed.read_text("utf-8", "replace") if listed.exists() else ""
    for block in text.split("\n\n"):
        named = re.search(r'^N: Name="(.*)"$', block, re.MULTILINE)
        bits = {kind: _bits(words) for kind, words in re.findall(r"B: (\w+)=([0-9a-f ]+)", block)}
        if named and _touched(bits):
            touch.append(named[1])
        elif named and bits.get("REL", 0) >> REL_X & 1 and bits.get("KEY", 0) >> LEFT & 1:
            mice.append(named[1])
    return tuple(touch), tuple(mice)


def _bits(words: str) -> int:
    """Read a bitmap as the kernel prints it: 64-bit words, the highest first."""
    return int("".join(word.zfill(16) for word in words.split()), 16)


def _touched(bits: Mapping[str, int]) -> bool:
    """Tell a touch screen from a touch pad, which has fingers, and from a tablet with a pen."""
    keys, direct = bits.get("KEY", 0), bits.get("PROP", 0) >> DIRECT & 1
    felt = bits.get("ABS", 0) >> ABS_X & 1 and keys >> TOUCHED & 1
    return bool(felt and not keys >> PEN & 1 and (direct or not keys >> FINGER & 1))


def judge(found: Devices) -> list[Finding]:
    """Say whether that is enough."""
    return [_display(found), _graphics(found), _touch(found), *_processor(found.lacks)]


def _processor(lacks: tuple[str, ...]) -> list[Finding]:
    """Say only what is wrong: nearly all can do it."""
    if not lacks:
        return []
    names = ", ".join(lacks)
    return [
        unfit(
            PROCESSOR,
            Said(
                f"太旧，没有 {names}：图表会使程序崩溃",
                f"too old, without {names}: charts end the program",
            ),
            Said(
                "换一台 2009 年以后的机器；虚拟机请选 x86-64-v2 或更新的处理器",
                "use a machine made after 2009; give a virtual one an x86-64-v2 processor or newer",
            ),
        )
    ]


def _display(found: Devices) -> Finding:
    plugged = ", ".join(f"{name} {mode}".strip() for name, on, mode in found.connectors if on)
    if plugged:
        return fit(DISPLAY, plugged, plugged)
    if found.window_system:
        there = found.window_system
        return fit(DISPLAY, f"这里有桌面（{there}）", f"there is a desktop here ({there})")
    if found.connectors:
        names = ", ".join(name for name, _, _ in found.connectors)
        return unfit(
            DISPLAY,
            Said(f"没有接显示器（接口：{names}）", f"no screen is plugged in (sockets: {names})"),
            Said(
                "接好线，打开显示器，再输入：kiosk doctor",
                "plug it in, switch it on, then type: kiosk doctor",
            ),
        )
    return unfit(
        DISPLAY,
        Said("系统没有找到显卡接口", "the system has found nothing to plug a screen into"),
        Said(
            "看看内核怎么说：sudo dmesg | grep -i drm；虚拟机请给它一块显卡",
            "see what the kernel says: sudo dmesg | grep -i drm; give a virtual machine a display",
        ),
    )


def _graphics(found: Devices) -> Finding:
    if found.driver:
        return fit(GRAPHICS, f"驱动 {found.driver}", f"driver {found.driver}")
    return fit(
        GRAPHICS,
        "没有显卡加速，由处理器来画；这就够了",
        "no graphics processor: the processor draws, and that is enough",
    )


def _touch(found: Devices) -> Finding:
    if found.touch:
        names = ", ".join(found.touch)
        return fit(TOUCH, names, names)
    mice = ", ".join(found.mice)
    zh = f"没有触摸屏，只有鼠标（{mice}）" if mice else "没有触摸屏，也没有鼠标"
    en = f"no touch screen, a mouse only ({mice})" if mice else "no touch screen and no mouse"
    return note(
        TOUCH,
        Said(zh, en),
        Said(
            "接好触摸屏的 USB 线，看看有没有它：cat /proc/bus/input/devices",
            "plug in the screen's USB cable and look for it: cat /proc/bus/input/devices",
        ),
    )
