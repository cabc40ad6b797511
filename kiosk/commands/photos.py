"""`kiosk photos import`: bring photographs in, made fit for the screen, and say what to write."""

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.common import content_of, loaded, say, takes_content
from kiosk.commands.undoing import content_to_change

if TYPE_CHECKING:
    from kiosk.content.load import Loaded
    from kiosk.staff.imports import Outcome


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("photos", help="bring photographs in")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    bringing = actions.add_parser(
        "import",
        help="copy the photographs of a folder, made fit for the screen",
        description="Copy every photograph of a folder into photos/ beside content.yaml: upright,"
        " no larger than a screen needs, without place and camera data; and print what to write."
        " Ends with 1 if a photograph could not be brought in.",
    )
    bringing.add_argument("folder", type=Path, help="holds the photographs; stays as it is")
    takes_content(bringing)
    bringing.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Bring them in, then print the lines to paste."""
    folder: Path = options.folder
    content = content_to_change(options, f"kiosk photos import {shlex.quote(str(folder))}")
    if content is None:
        return 1
    found = loaded(options)
    if found is None:
        return 1
    from kiosk.content.problems import printable
    from kiosk.staff.imports import FOLDER, Brought, bring

    if folder.resolve() == (content.parent / FOLDER).resolve():
        zh = f"{folder} 里的照片已经在展览里了。请写放原始照片的文件夹，例如：~/Pictures"
        en = f"What is in {folder} is in the exhibit already. Name the folder of the originals, such as: ~/Pictures"
        print(say(options, zh, en), file=sys.stderr)
        return 1

    def tell(number: int, total: int, outcome: "Outcome") -> None:
        then = (
            f"→ {outcome.photo}" if isinstance(outcome, Brought) else outcome.why.to(options.lang)
        )
        print(f"{number}/{total}  {printable(outcome.source)}  {then}", file=sys.stderr, flush=True)

    try:
        done = bring(folder, content.parent, tell)
    except OSError as error:
        zh = f"{error.filename} 读不了或写不进（{error.strerror}）。检查文件夹的名字和权限。"
        en = f"{error.filename} cannot be read or written ({error.strerror}). Check its name and permissions."
        print(say(options, zh, en), file=sys.stderr)
        return 1
    return _say_done(options, found, done)


def _say_done(options: argparse.Namespace, found: "Loaded", done: "list[Outcome]") -> int:
    """Print the lines to paste, and where; return the exit code."""
    from kiosk.staff.imports import Brought, Left

    photos = list(dict.fromkeys(one.photo for one in done if isinstance(one, Brought)))
    lost = sum(isinstance(one, Left) and one.wanted for one in done)
    if photos:
        _say_lines(options, found, photos)
    if lost:
        zh = f"{lost} 张照片没有导入，原因见上面。"
        en = f"Not brought in, for the reasons above: {lost}."
        print(say(options, zh, en), file=sys.stderr)
    elif not photos:
        zh = (
            f"{options.folder} 里没有照片。请写放照片的文件夹，例如：kiosk photos import ~/Pictures"
        )
        en = f"There are no photographs in {options.folder}. Name the folder that has some, such as: kiosk photos import ~/Pictures"
        print(say(options, zh, en), file=sys.stderr)
    return 1 if lost or not photos else 0


def _say_lines(options: argparse.Namespace, found: "Loaded", photos: list[str]) -> None:
    from kiosk.staff.paste import pasted, spot

    named = sorted(found.exhibit.files)
    new, file, where = [one for one in photos if one not in named], content_of(options), spot(found)
    if not new:
        zh, en = f"{file} 里都已经写好了。", f"{file} names them all already."
        print(say(options, zh, en), file=sys.stderr)
        return
    zh = f"把下面几行贴到 {file} 第 {where.line} 行的下面，再换成自己的文字："
    en = f"Paste these lines below line {where.line} of {file}, then put in your own words:"
    print(say(options, zh, en), file=sys.stderr)
    print(pasted(new, found.exhibit.languages, where))
