"""`kiosk restore`: put a kept version in the place of what is there."""

import argparse
import sys

from kiosk.commands.common import content_of, say, takes_content
from kiosk.commands.versions import is_own, now, reader, say_before


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

    if not is_own(options, f"kiosk restore {options.number}"):
        return 1
    content = content_of(options)
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
