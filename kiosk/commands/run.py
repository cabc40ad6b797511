"""`kiosk run`: show the exhibit."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.commands import tour
from kiosk.commands.common import content_of, loaded, say, size, takes_content


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("run", help="show the exhibit, full screen")
    takes_content(parser)
    parser.add_argument(
        "--windowed", action="store_true", help="in a plain window, for development"
    )
    parser.add_argument(
        "--size", type=size, default=(1280, 720), help="of that window, e.g. 1280x720"
    )
    parser.add_argument(
        "--motion", choices=("full", "calm", "none"), default="full", help="how much moves"
    )
    parser.add_argument(
        "--tour-without-display",
        type=Path,
        metavar="DIR",
        help="where there is no display, render a tour into DIR instead",
    )
    parser.set_defaults(act=act)


def _has_display() -> bool:
    """Tell whether a window can be opened; Qt would end the process where it can not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def act(options: argparse.Namespace) -> int:
    """Show the exhibit until a signal ends it."""
    found = loaded(options)
    if found is None:
        return 1
    if not _has_display():
        if options.tour_without_display is None:
            zh = "没有显示器：请设置 DISPLAY 或 WAYLAND_DISPLAY。"
            en = "There is no display: set DISPLAY or WAYLAND_DISPLAY."
            print(say(options, zh, en), file=sys.stderr)
            return 1
        zh = "没有显示器，改为生成全部画面。"
        en = "There is no display; rendering a tour instead."
        print(say(options, zh, en))
        return tour.render(options, found, options.tour_without_display, (1920, 1080))
    from kiosk.shell.app import Options, run
    from kiosk.ui.motion import Level

    window = options.size if options.windowed else None
    return run(found.exhibit, content_of(options), Options(window, Level[options.motion.upper()]))
