"""`kiosk tour`: every screen as a picture, and one sheet of them all."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.common import content_of, loaded, say, size, takes_content

if TYPE_CHECKING:
    from kiosk.content.load import Loaded


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser(
        "tour", help="render every screen as PNG, and one sheet of them all"
    )
    takes_content(parser)
    parser.add_argument(
        "--out", type=Path, default=Path("build/tour"), help="folder for the pictures"
    )
    parser.add_argument(
        "--size", type=size, default=(1920, 1080), help="of the screen, e.g. 1080x1920"
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Render the tour."""
    found = loaded(options)
    return 1 if found is None else render(options, found, options.out, options.size)


def render(options: argparse.Namespace, found: "Loaded", out: Path, pixels: tuple[int, int]) -> int:
    """Render every screen into a folder, and say where."""
    from kiosk.shell.tour import tour

    try:
        sheet = tour(found.exhibit, content_of(options), out, size=pixels)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    count = len(list(sheet.parent.glob("*.png"))) - 1
    print(
        say(
            options, f"{count} 个画面，总览：{sheet}", f"{count} screens, all on one sheet: {sheet}"
        )
    )
    return 0
