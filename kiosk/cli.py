"""The `kiosk` command."""

import argparse
import locale
import logging
import os
import sys
from collections.abc import Sequence
from typing import Final

from kiosk import __version__
from kiosk.commands import (
    check,
    doctor,
    guesses,
    new,
    photos,
    pin,
    reference,
    render,
    restore,
    run,
    schema,
    take,
    tour,
    versions,
    watch,
)

COMMANDS: Final = (
    *(run, check, render, photos, new, take, versions, restore),
    *(doctor, watch, pin, guesses, tour, schema, reference),
)
"""All of them; a further one is a module in `commands` and its name here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 the content or the machine is not fit.

    It is 141, as a shell would have it, where the reader of what is printed left, as `head` does.
    """
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    try:
        code = int(options.act(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more as it ends: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="A touch kiosk for one exhibit.")
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    parser.add_argument(
        "--lang", choices=("zh", "en"), default=_locale(), help="language of messages"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser


def _locale() -> str:
    """Return the language of messages: Chinese, unless the locale says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.startswith("en") else "zh"
    return "en" if (locale.getlocale()[0] or "").startswith("English") else "zh"
