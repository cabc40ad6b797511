"""What several commands need: the content, or every problem with it said; sizes; two languages."""

import argparse
import gc
import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.content.load import Loaded


def takes_content(parser: argparse.ArgumentParser) -> None:
    """Let a command be given a content.yaml."""
    parser.add_argument("content", nargs="?", type=Path, help="a content.yaml (default: ours)")


def content_of(options: argparse.Namespace) -> Path:
    """Return the file to read: the one given, else the machine's ($KIOSK_CONTENT), else ours."""
    from kiosk.ui.assets import shipped

    given: Path | None = options.content
    named = os.environ.get("KIOSK_CONTENT")
    return given or (Path(named) if named else shipped() / "content.yaml")


@contextmanager
def uncollected() -> "Iterator[None]":
    """Do without the collector while content is read: there is nothing to collect, only time to lose."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@uncollected()
def loaded(options: argparse.Namespace) -> "Loaded | None":
    """Read the content; say everything that is wrong with it, and return None then."""
    from kiosk.content.load import Loaded, lines_at, load
    from kiosk.content.report import describe
    from kiosk.panels.kinds import KINDS
    from kiosk.ui.assets import shipped

    path = content_of(options)
    found = load(path, KINDS, shipped() / "assets")
    if isinstance(found, Loaded):
        return found
    print(describe(found, str(path), lines_at(path), options.lang), file=sys.stderr)
    return None


def size(text: str) -> tuple[int, int]:
    """Read WIDTHxHEIGHT, in pixels."""
    found = re.fullmatch(r"([1-9]\d{2,4})x([1-9]\d{2,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError("write WIDTHxHEIGHT, for example 1280x720")
    return int(found[1]), int(found[2])


def say(options: argparse.Namespace, zh: str, en: str) -> str:
    """Return the sentence in the language of messages."""
    return zh if options.lang == "zh" else en
