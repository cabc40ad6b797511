"""`kiosk doctor`: whether this machine is fit to show the exhibit, and what to do where it is not."""

import argparse
import os
import sys
from pathlib import Path

from kiosk.commands.common import content_of, takes_content, uncollected
from kiosk.commands.pin import machine_file
from kiosk.commands.versions import now


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser(
        "doctor",
        help="say whether this machine is fit, and what to do where it is not",
        description="Say whether this machine is fit to show the exhibit, and what to type where it"
        " is not. Ends with 0 if it is fit, else with 1. Say sudo kiosk doctor on an installed kiosk.",
    )
    takes_content(parser)
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print what was found of each side of the machine."""
    from kiosk.staff.doctor import devices, hanging, place, program, session
    from kiosk.staff.doctor.finding import Level, described

    content, settings, root = content_of(options).resolve(), machine_file(), Path("/")
    findings = []
    if sys.platform == "linux":
        plugged, hung = devices.read(root, os.environ), hanging.read(root)
        findings += devices.judge(plugged)
        findings += hanging.judge(hung, plugged.connectors)
        findings += session.judge(session.read(root, xorg=bool(hung and hung.session)))
    findings += place.judge(place.read(content, settings, now().astimezone(), root))
    with uncollected():
        findings += program.judge(program.read(content, settings))
    print(described(findings, options.lang))
    return 1 if any(one.level is Level.UNFIT for one in findings) else 0
