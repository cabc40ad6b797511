"""The `kiosk` command."""

import argparse
import gc
import locale
import logging
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import __version__

if TYPE_CHECKING:
    from kiosk.content.load import Loaded


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 the content or the machine is not fit."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    return int(options.act(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="A touch kiosk for one exhibit.")
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    parser.add_argument(
        "--lang", choices=("zh", "en"), default=_locale(), help="language of messages"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="show the exhibit, full screen")
    run.add_argument(
        "content", nargs="?", type=Path, help="the content.yaml to show (default: ours)"
    )
    run.add_argument("--windowed", action="store_true", help="in a plain window, for development")
    run.add_argument(
        "--size", type=_size, default=(1280, 720), help="of that window, e.g. 1280x720"
    )
    run.add_argument(
        "--motion", choices=("full", "calm", "none"), default="full", help="how much moves"
    )
    run.add_argument(
        "--tour-without-display",
        type=Path,
        metavar="DIR",
        help="where there is no display, render a tour into DIR instead",
    )
    run.set_defaults(act=_run)

    tour = commands.add_parser("tour", help="render every screen as PNG, and one sheet of them all")
    tour.add_argument(
        "content", nargs="?", type=Path, help="the content.yaml to show (default: ours)"
    )
    tour.add_argument(
        "--out", type=Path, default=Path("build/tour"), help="folder for the pictures"
    )
    tour.add_argument(
        "--size", type=_size, default=(1920, 1080), help="of the screen, e.g. 1080x1920"
    )
    tour.set_defaults(act=_tour)
    return parser


def _locale() -> str:
    """Return the language of messages: Chinese, unless the locale says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.startswith("en") else "zh"
    return "en" if (locale.getlocale()[0] or "").startswith("English") else "zh"


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{2,4})x([1-9]\d{2,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError("write WIDTHxHEIGHT, for example 1280x720")
    return int(found[1]), int(found[2])


def _load(options: argparse.Namespace) -> tuple["Loaded | None", Path]:
    """Read the content; say everything that is wrong with it, and return None then."""
    gc.disable()  # modules and texts: there is nothing to collect, only time to lose
    try:
        return _read(options)
    finally:
        gc.enable()


def _read(options: argparse.Namespace) -> tuple["Loaded | None", Path]:
    from kiosk.content.decoding import lines_of
    from kiosk.content.load import Loaded, load
    from kiosk.content.report import describe
    from kiosk.panels.kinds import KINDS
    from kiosk.ui.assets import shipped

    path = options.content or shipped() / "content.yaml"
    found = load(path, KINDS, shipped() / "assets")
    if isinstance(found, Loaded):
        return found, path
    try:
        lines: Sequence[str] = lines_of(path.read_bytes())
    except OSError:
        lines = []
    print(describe(found, str(path), lines, options.lang), file=sys.stderr)
    return None, path


def _has_display() -> bool:
    """Tell whether a window can be opened; Qt would end the process where it can not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(options: argparse.Namespace) -> int:
    loaded, path = _load(options)
    if loaded is None:
        return 1
    if not _has_display():
        if options.tour_without_display is None:
            print(
                _say(
                    options,
                    "没有显示器：请设置 DISPLAY 或 WAYLAND_DISPLAY。",
                    "There is no display: set DISPLAY or WAYLAND_DISPLAY.",
                ),
                file=sys.stderr,
            )
            return 1
        print(
            _say(
                options,
                "没有显示器，改为生成全部画面。",
                "There is no display; rendering a tour instead.",
            )
        )
        options.out, options.size = options.tour_without_display, (1920, 1080)
        return _render(options, loaded, path)
    from kiosk.shell.app import Options, run
    from kiosk.ui.motion import Level

    size = options.size if options.windowed else None
    return run(loaded.exhibit, path, Options(size, Level[options.motion.upper()]))


def _tour(options: argparse.Namespace) -> int:
    loaded, path = _load(options)
    return 1 if loaded is None else _render(options, loaded, path)


def _render(options: argparse.Namespace, loaded: "Loaded", path: Path) -> int:
    from kiosk.shell.tour import tour

    try:
        sheet = tour(loaded.exhibit, path, options.out, size=options.size)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    count = len(list(sheet.parent.glob("*.png"))) - 1
    print(
        _say(
            options, f"{count} 个画面，总览：{sheet}", f"{count} screens, all on one sheet: {sheet}"
        )
    )
    return 0


def _say(options: argparse.Namespace, zh: str, en: str) -> str:
    return zh if options.lang == "zh" else en
