"""`kiosk check`: everything that is wrong with a content.yaml, and what could be better."""

import argparse

from kiosk.commands.common import content_of, takes_content


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Tell the arguments."""
    parser = commands.add_parser(
        "check",
        help="say what is wrong with the content and its pictures; shows nothing",
        description="Say what is wrong with the content and its pictures, and what could be better."
        " Ends with 0 if the exhibit can be shown (advice does not count), else with 1.",
    )
    takes_content(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help='for programs: {"findings": [{file, line, column, level, message, hint}],'
        ' "counts": {problem, advice}}',
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print the report."""
    from kiosk.staff.check import check
    from kiosk.staff.report import as_json, described

    path = content_of(options)
    report = check(path)
    tell = as_json if options.json else described
    print(tell(report, str(path), options.lang))
    return 0 if report.fit else 1
