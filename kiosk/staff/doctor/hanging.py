"""How the screen hangs, as the technician wrote it into screen.env, held against what is plugged in."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.problems import Said
from kiosk.staff.doctor.finding import Finding, fit, note, unfit

PICTURE = Said("画面", "picture")

FILE: Final = Path("etc/kiosk/screen.env")
"""Below / of the machine; systemd gives it to the session, and udev reads it for touch."""

WAYS: Final = {
    "": Said("没有转动", "not turned"),
    "right": Said("向右转", "turned to the right"),
    "left": Said("向左转", "turned to the left"),
    "upside-down": Said("上下颠倒", "upside-down"),
}
"""What the session and the rule for touch know."""

_MEND = Said(f"改好它：sudo nano /{FILE}，再重新启动", f"mend it: sudo nano /{FILE}, then restart")


@dataclass(frozen=True)
class Hanging:
    """What screen.env says; all is empty where it says nothing."""

    turned: str = ""
    output: str = ""
    session: str = ""
    """`xorg` where Wayland is not wanted."""


def read(root: Path) -> Hanging | None:
    """Read it as the shell would; None where there is none: nothing is installed then."""
    try:
        text = (root / FILE).read_text("utf-8", "replace")
    except OSError:
        return None
    said = {}
    for line in text.splitlines():
        name, _, value = line.partition("=")
        try:
            said[name.strip()] = "".join(shlex.split(value, comments=True)[:1])
        except ValueError:  # a quotation mark too few
            said[name.strip()] = value
    return Hanging(*(said.get(f"KIOSK_{name}", "") for name in ("TURNED", "OUTPUT", "SESSION")))


def judge(found: Hanging | None, connectors: Sequence[tuple[str, bool, str]]) -> list[Finding]:
    """Say whether it can be so; `connectors` are those of the devices."""
    if found is None:
        return []
    way = WAYS.get(found.turned)
    if way is None:
        ways = ", ".join(filter(None, WAYS))
        zh, en = (
            f"KIOSK_TURNED={found.turned}：可以是 {ways}",
            f"KIOSK_TURNED={found.turned}: it can be {ways}",
        )
        return [unfit(PICTURE, Said(zh, en), _MEND)]
    if found.session not in {"", "xorg"}:
        wrong = f"KIOSK_SESSION={found.session}"
        return [unfit(PICTURE, Said(f"{wrong}：只能是 xorg", f"{wrong}: it can be xorg"), _MEND)]
    names = [name for name, _, _ in connectors]
    if found.output and found.output not in names:
        zh = f"没有接口 {found.output}（有：{', '.join(names)}），用第一块屏幕"
        en = f"there is no {found.output} (there are: {', '.join(names)}): the first screen is used"
        return [note(PICTURE, Said(zh, en), _MEND)]
    where = Said(f"，在 {found.output}", f", on {found.output}") if found.output else Said("", "")
    return [fit(PICTURE, way.zh + where.zh, way.en + where.en)]
