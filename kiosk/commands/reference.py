"""`kiosk reference`: the handbook's page of every kind of panel and every field."""

import argparse
from pathlib import Path

from kiosk.commands.schema import give


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser(
        "reference", help="print the handbook's page of all kinds and fields, as Markdown"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it here, e.g. reference.md")
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print or write the page."""
    from kiosk.staff.reference import reference

    return give(options, reference(), "reference.md")
