"""`kiosk guesses`: how many guesses were counted on this kiosk, and how to forget them."""

import argparse
import sys

from kiosk.commands.common import say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser(
        "guesses", help="tell how many guesses were counted, or forget them"
    )
    parser.add_argument(
        "--clear", action="store_true", help="forget them all (stop the kiosk first)"
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Tell the number, and forget them if asked to."""
    from contextlib import closing

    from kiosk.shell.guesses import FILE, Guesses
    from kiosk.staff.state import StateError, state_folder

    try:
        path = state_folder() / FILE
    except StateError as error:
        print(error.said.to(options.lang), file=sys.stderr)
        return 1
    with closing(Guesses(path)) as guesses:
        count = guesses.total
        if options.clear:
            guesses.clear()
    if options.clear:
        print(say(options, f"已清除 {count} 次猜测。", f"{count} guesses are forgotten."))
    else:
        print(say(options, f"{path} 里有 {count} 次猜测。", f"{count} guesses are in {path}."))
    return 0
