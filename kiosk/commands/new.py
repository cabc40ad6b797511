"""`kiosk new`: a small exhibit that runs, to be changed into one's own."""

import argparse
import shlex
import sys
from pathlib import Path

from kiosk.commands.common import say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("new", help="make a small exhibit to start from")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Make the exhibit, and say what to do next."""
    from kiosk.staff.make import make

    folder: Path = options.folder
    try:
        content = make(folder)
    except FileExistsError:
        other = f"kiosk new {shlex.quote(f'{folder.resolve()}-2')}"
        zh = f"{folder} 已经有了，而且不是空文件夹。换一个，例如：{other}"
        en = f"{folder} is there already and is no empty folder. Give another, such as: {other}"
        print(say(options, zh, en), file=sys.stderr)
        return 1
    except OSError as error:
        zh = f"写不进 {folder}（{error.strerror}）。换一个，例如：kiosk new ~/exhibit"
        en = f"{folder} cannot be written ({error.strerror}). Give another, such as: kiosk new ~/exhibit"
        print(say(options, zh, en), file=sys.stderr)
        return 1
    run = f"kiosk run {shlex.quote(str(content))}"
    zh = f"示例展览写好了：{content}\n看一看：{run}\n然后用文本编辑器打开它，换成自己的内容。"
    en = f"The example exhibit is in {content}\nLook at it: {run}\nThen open it in a text editor and make it your own."
    print(say(options, zh, en))
    return 0
