"""What the program is made of: versions, faces, and what staff and technician wrote for it."""

import platform
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QRawFont

from kiosk import __version__
from kiosk.content.load import lines_at
from kiosk.content.machine import machine
from kiosk.content.problems import Said
from kiosk.staff.check import check
from kiosk.staff.doctor.finding import Finding, fit, note, unfit
from kiosk.staff.remarks import Level
from kiosk.ui import fonts
from kiosk.ui.application import application
from kiosk.ui.assets import shipped

VERSIONS = Said("版本", "versions")
FACES = Said("字体", "fonts")
CONTENT = Said("内容", "content")
SETTINGS = Said("本机设置", "machine settings")

SAMPLE: Final = "湖边的早晨，《展览》：“0123456789”！Exhibit, 80 %"
"""Characters that every bundled face has."""

AGAIN = Said(
    "重新安装程序，再输入：kiosk doctor", "install the program again, then type: kiosk doctor"
)


@dataclass(frozen=True)
class Program:
    """What was found."""

    content: Path
    settings: Path
    python: str = platform.python_version()
    pyside: str = PySide6.__version__
    qt: str = qVersion()
    broken: tuple[str, ...] = ()
    """Files of bundled faces that cannot be read or lack characters."""
    problems: int = 0
    advice: int = 0
    wrong: Said | None = None
    """What is wrong with the machine's settings first."""
    pin: bool = False


def read(content: Path, settings: Path) -> Program:
    """Load everything once, without a display."""
    folder = shipped() / "assets" / "fonts"
    with suppress(OSError):  # a face; which one is told below
        application(offscreen=True)
    broken = tuple(name for name in fonts.FILES if not _whole(folder / name))
    report = None if broken else check(content)
    found = machine(settings)
    bad = found if isinstance(found, list) else []
    wrong = None
    if bad:
        line = bad[0].place.line
        there = f"{settings}:{line}: " if lines_at(settings) else f"{settings}: "
        wrong = Said(there + bad[0].message.zh, there + bad[0].message.en)
    return Program(
        content,
        settings,
        broken=broken,
        problems=report.count(Level.PROBLEM) if report else 0,
        advice=report.count(Level.ADVICE) if report else 0,
        wrong=wrong,
        pin=not isinstance(found, list) and found.pin is not None,
    )


def _whole(path: Path) -> bool:
    """Tell whether a face can be read and writes the sample; needs an application."""
    face = QRawFont(str(path), 20.0)
    return face.isValid() and all(face.supportsCharacter(ord(one)) for one in SAMPLE)


def judge(found: Program) -> list[Finding]:
    """Say whether all of it does."""
    content = [] if found.broken else [_content(found)]
    return [_versions(found), _faces(found.broken), *content, _settings(found)]


def _versions(found: Program) -> Finding:
    told = f"kiosk {__version__}, Python {found.python}, PySide6 {found.pyside}, Qt {found.qt}"
    if found.pyside.startswith("6.12.0") and found.python.startswith("3.11."):
        return unfit(
            VERSIONS,
            Said(f"{told}：这两个版本一起用会崩溃", f"{told}: these two crash together"),
            Said(
                'pip install "PySide6-Essentials<6.12"，再启动',
                'type: pip install "PySide6-Essentials<6.12", and start again',
            ),
        )
    return fit(VERSIONS, told, told)


def _faces(broken: tuple[str, ...]) -> Finding:
    if broken:
        names = ", ".join(broken)
        return unfit(FACES, Said(f"不能用：{names}", f"cannot be used: {names}"), AGAIN)
    count = len(fonts.FILES)
    return fit(FACES, f"自带的 {count} 个字体都在", f"all {count} bundled faces are there")


def _content(found: Program) -> Finding:
    path, advice = found.content, found.advice
    if found.problems:
        return unfit(
            CONTENT,
            Said(f"{path} 有 {found.problems} 处问题", f"{path}: {found.problems} to mend"),
            Said(f"看看是哪些：kiosk check {path}", f"see which: kiosk check {path}"),
        )
    zh, en = f"{path} 可以展出", f"{path} can be shown"
    if advice:
        zh, en = f"{zh}（{advice} 条建议：kiosk check）", f"{en} (advice: {advice}; kiosk check)"
    return fit(CONTENT, zh, en)


def _settings(found: Program) -> Finding:
    path = found.settings
    if found.wrong is not None:
        mend = Said(f"改好它：sudo nano {path}", f"mend it: sudo nano {path}")
        return unfit(SETTINGS, found.wrong, mend)
    if not found.pin:
        return note(
            SETTINGS,
            Said(
                "没有设 PIN：工作人员打不开现场页面", "no PIN is set: staff cannot open their sheet"
            ),
            Said("请输入：sudo kiosk pin", "type: sudo kiosk pin"),
        )
    return fit(SETTINGS, f"{path}，PIN 已设", f"{path}, with a PIN")
