"""`kiosk restore`: put a kept version in the place of what is there."""

import argparse
import sys

from kiosk.commands.common import say, takes_content
from kiosk.commands.undoing import content_to_change, say_before
from kiosk.commands.versions import now, reader


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("restore", help="put a kept version of an exhibit back")
    parser.add_argument("number", type=int, help="of the version: kiosk versions lists them")
    takes_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Put the version back, and say how to undo that."""
    from kiosk.staff.state import StateError
    from kiosk.staff.versions_back import restore

    content = content_to_change(options, f"kiosk restore {options.number}")
    if content is None:
        return 1
    try:
        done = restore(options.number, content, reader(), now())
    except StateError as error:
        print(error.said.to(options.lang), file=sys.stderr)
        return 1
    number, count = done.version.number, len(done.version.pictures)
    zh = f"{content} 已恢复为第 {number} 版，连同 {count} 张图片。"
    en = f"{content} is version {number} again, with {count} pictures."
    print(say(options, zh, en))
    say_before(options, content, done.before, done.aside)
    return 0
