"""A guide's talk, starting anew, stopping, and taking along what helps to find a fault."""

from collections.abc import Callable
from functools import partial

from kiosk.content.problems import Said
from kiosk.shell import codes
from kiosk.shell.office.page import Act, Page
from kiosk.shell.office.work import Job

NAME = Said("运行", "Running")
GUIDE = Said("开始讲解", "Begin a guide's talk")
EXPORT = Said("导出诊断文件", "Export diagnostics")
RESTART = Said("重新启动", "Restart")
LEAVE = Said("退出展览", "Leave the exhibit")
ABOUT = Said(
    "诊断文件存到 U 盘；没有 U 盘就存在本机。里面没有密码，也没有观众的信息。",
    "Diagnostics go to a USB stick, else they stay on this machine. They hold no PIN and nothing"
    " of visitors.",
)
RESTART_WARNING = Said("要重新启动展览吗？", "Restart the exhibit?")
LEAVE_WARNING = Said(
    "要退出展览吗？屏幕会空着，直到有人再启动它。",
    "Leave the exhibit? The screen stays empty until somebody starts it again.",
)


def running(guide: Callable[[], None], export: Job, leave: Callable[[int], None]) -> Page:
    """Return the page; `leave` ends the program with an exit code."""
    return Page(
        (ABOUT,),
        (
            Act(GUIDE, guide),
            Act(EXPORT, work=export),
            Act(RESTART, partial(leave, codes.RESTART), warning=RESTART_WARNING),
            Act(LEAVE, partial(leave, codes.LEAVE), tone="accent", warning=LEAVE_WARNING),
        ),
    )
