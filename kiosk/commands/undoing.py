"""What commands that change an exhibit share: the file they may change, and the way back."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.common import content_of, say
from kiosk.commands.versions import is_folder, undo

if TYPE_CHECKING:
    from kiosk.staff.versions import Version


def content_to_change(options: argparse.Namespace, command: str) -> Path | None:
    """Return the content.yaml that a command may change; say why and return None if it may not.

    The one of a checkout is staff's own; the one inside an installed program goes with it.
    """
    from kiosk.ui.assets import shipped

    content = content_of(options)
    if is_folder(options, command):
        return None
    inside = shipped()
    if inside.name == "_data" and content.resolve() == (inside / "content.yaml").resolve():
        typed = f"{command} /srv/exhibit/content.yaml"
        zh = (
            f"程序自带的内容不能替换。请在命令最后写上展览自己的 content.yaml 的路径，例如：{typed}"
        )
        en = f"The content inside the program is not replaced. Name the exhibit's own content.yaml at the end, such as: {typed}"
        print(say(options, zh, en), file=sys.stderr)
        return None
    return content


def say_before(
    options: argparse.Namespace, content: Path, before: "Version | None", aside: tuple[Path, ...]
) -> None:
    """Say how the state that was replaced can be had again."""
    if before is not None:
        print(undo(options, before.number, content))
    for path in aside:
        zh, en = f"原来的文件留在：{path}", f"The file that was there is now: {path}"
        print(say(options, zh, en))
