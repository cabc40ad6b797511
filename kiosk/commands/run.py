"""`kiosk run`: show the exhibit."""

import argparse
import logging
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands import tour
from kiosk.commands.common import content_of, loaded, say, size, takes_content
from kiosk.commands.desk import desk, mounting
from kiosk.commands.versions import now, reader, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.content.load import Loaded
    from kiosk.content.problems import Said
    from kiosk.shell.faults import Faults

log = logging.getLogger(__name__)


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
    """Show the exhibit until a signal ends it; the last good copy of it if it is bad."""
    content = content_of(options)
    if not _has_display():
        good = loaded(options)
        return 1 if good is None else _without_display(options, good)
    from kiosk.shell.faults import Faults
    from kiosk.shell.log import crashing, logged

    state, faults = _state(), Faults()
    with logged(state), faults.hooked(), crashing(state):
        return _show(options, content, state, faults)


def _show(options: argparse.Namespace, content: Path, state: Path | None, faults: "Faults") -> int:
    from kiosk.shell.first import first

    # Before whatever reads content is even loaded: that takes longer than all until here.
    size = options.size if options.windowed else None
    window = first(size, state)
    from kiosk.shell.reload_files import mark
    from kiosk.shell.safe import Starts

    starts = Starts(state, time.monotonic)
    safe = starts.begin()
    seen = mark(content)
    good = loaded(options)
    # What is wrong has been told; who mends it at this moment needs no copy.
    found = good or reader()(content)
    shown = _copy(options, content) if isinstance(found, list) else (content, found)
    if shown is None:
        starts.end()
        return 1
    from kiosk.shell.app import run
    from kiosk.shell.codes import GOOD
    from kiosk.shell.options import Options
    from kiosk.shell.places import Places
    from kiosk.shell.reload import Source
    from kiosk.ui.motion import Level

    places = Places(shown[1])
    if not safe:
        faults.line = places.line
    keep = places.keeping(_keeping(options, content))
    source = Source(content, seen, found, reader(), keep, options.lang)
    place, exhibit = shown[0], shown[1].exhibit
    how = Options(
        size,
        Level[options.motion.upper()],
        state,
        safe,
        faults,
        mounting(),
        desk(options, content),
    )
    code = run(exhibit, place, how, source, window)
    if code in GOOD:
        starts.end()
    return code


def _state() -> Path | None:
    """Return the folder for what outlives the program; None if it cannot be had.

    Why is said by what keeps copies of the content there.
    """
    from kiosk.staff.state import StateError, state_folder

    try:
        return state_folder()
    except StateError:
        return None


def _without_display(options: argparse.Namespace, found: "Loaded") -> int:
    if options.tour_without_display is None:
        zh = "没有显示器：请设置 DISPLAY 或 WAYLAND_DISPLAY。"
        en = "There is no display: set DISPLAY or WAYLAND_DISPLAY."
        print(say(options, zh, en), file=sys.stderr)
        return 1
    zh = "没有显示器，改为生成全部画面。"
    en = "There is no display; rendering a tour instead."
    print(say(options, zh, en))
    return tour.render(options, found, options.tour_without_display, (1920, 1080))


def _copy(options: argparse.Namespace, content: Path) -> "tuple[Path, Loaded] | None":
    """Lay out the last good copy and say which one it is; say why if there is none.

    Who would only be started again shows the sheet for that then.
    """
    from kiosk.staff.state import StateError
    from kiosk.staff.versions_back import latest_good
    from kiosk.staff.waiting import waiting

    try:
        good = latest_good(content, reader())
    except StateError as error:
        print(error.said.to(options.lang), file=sys.stderr)
        return waiting(os.environ, reader())
    for said in good.skipped:
        print(said.to(options.lang), file=sys.stderr)
    number, when = good.version.number, f"{good.version.time.astimezone():%Y-%m-%d %H:%M}"
    zh = f"现在展出 {when} 的第 {number} 版；改好 {content} 并保存，展览马上换成新的。"
    en = f"Version {number} of {when} is shown; mend {content} and save, and that is shown at once."
    print(say(options, zh, en), undo(options, number, content), sep="\n", file=sys.stderr)
    return good.content, good.loaded


def _keeping(options: argparse.Namespace, content: Path) -> "Callable[[Loaded], None]":
    """Return what keeps a copy of good content; the same trouble is logged once."""
    told: set[Said] = set()

    def keeping(found: "Loaded") -> None:
        from kiosk.staff.keep import keep
        from kiosk.staff.state import StateError

        try:
            keep(content, found, now())
        except StateError as error:
            if error.said not in told:
                told.add(error.said)
                known = {"fault": ("disc", "versions"), "panel": "state"}
                log.warning("%s", error.said.to(options.lang), extra=known)

    return keeping
