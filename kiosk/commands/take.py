"""`kiosk take`: take an exhibit over from a folder, such as a USB stick."""

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.common import say, takes_content
from kiosk.commands.undoing import content_to_change, say_before
from kiosk.commands.versions import now, reader

if TYPE_CHECKING:
    from kiosk.content.problems import Problem
    from kiosk.staff.take import Taken


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("take", help="take an exhibit over from a folder or USB stick")
    parser.add_argument("folder", type=Path, help="holds content.yaml and its photographs")
    takes_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Take the exhibit over if all of it is good, and say how to undo that."""
    from kiosk.content.load import Loaded
    from kiosk.staff.state import StateError
    from kiosk.staff.take import source_in, take

    content = content_to_change(options, f"kiosk take {shlex.quote(str(options.folder))}")
    if content is None:
        return 1
    read = reader()

    def tell(count: int, total: int, target: Path) -> None:
        print(f"{count}/{total}  {target}", file=sys.stderr, flush=True)

    try:
        source = source_in(options.folder)
        found = read(source)
        if not isinstance(found, Loaded):
            _say_problems(options, source, found)
            return 1
        done = take(source, found, content, read, now(), tell)
    except StateError as error:
        print(error.said.to(options.lang), file=sys.stderr)
        return 1
    _say_taken(options, content, done)
    return 0


def _say_problems(options: argparse.Namespace, source: Path, problems: "list[Problem]") -> None:
    from kiosk.content.decoding import lines_of
    from kiosk.content.report import describe

    lines = lines_of(source.read_bytes())
    print(describe(problems, str(source), lines, options.lang), file=sys.stderr)
    zh, en = "什么也没有改动。", "Nothing was changed."
    print(say(options, zh, en), file=sys.stderr)


def _say_taken(options: argparse.Namespace, content: Path, done: "Taken") -> None:
    zh = f"{content} 已换成新的内容，更新了 {done.new} 个文件。"
    en = f"{content} has the new content. Files replaced: {done.new}."
    print(say(options, zh, en))
    if done.missing:
        names = ", ".join(done.missing)
        print(say(options, f"还缺的照片：{names}", f"Photographs still missing: {names}"))
    say_before(options, content, done.before, done.aside)
