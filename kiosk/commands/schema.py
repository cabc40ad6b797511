"""`kiosk schema`: what content.yaml may hold, for editors that complete and check while typing."""

import argparse
import sys
from pathlib import Path

from kiosk.commands.common import say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser("schema", help="print the JSON Schema of content.yaml for editors")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write it here, e.g. content.schema.json"
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print or write the schema."""
    from kiosk.staff.schema import FILE, schema_text

    return give(options, schema_text(), FILE)


def give(options: argparse.Namespace, text: str, name: str) -> int:
    """Print a text, or write it where `--out` says; `name` is what such a file may be called."""
    out: Path | None = options.out
    if out is None:
        print(text, end="")
        return 0
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        zh = f"写不进 {out}（{error.strerror}）。换一个文件名，例如：--out ~/{name}"
        en = f"{out} cannot be written ({error.strerror}). Give another, such as: --out ~/{name}"
        print(say(options, zh, en), file=sys.stderr)
        return 1
    return 0
