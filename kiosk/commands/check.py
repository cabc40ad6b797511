"""`kiosk check`: everything that is wrong with a content.yaml, and what could be better."""

import argparse
from typing import TYPE_CHECKING

from kiosk.commands.common import content_of, loaded, takes_content, uncollected

if TYPE_CHECKING:
    from kiosk.staff.check import Report


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
    parser.add_argument(
        "--photos",
        action="store_true",
        help="open every photograph, even of very many; may take minutes",
    )
    parser.add_argument(
        "--render",
        action="store_true",
        help="also look at every screen in every language and size of text, and open every"
        " photograph; takes minutes",
    )
    parser.set_defaults(act=act)


def act(options: argparse.Namespace) -> int:
    """Print the report."""
    path = content_of(options)
    with uncollected():
        from kiosk.staff.check import check
        from kiosk.staff.report import as_json, described

        report = check(path, every=options.photos or options.render)
    if options.render and report.read:
        report = _with_screens(options, report)
    tell = as_json if options.json else described
    print(tell(report, str(path), options.lang))
    return 0 if report.fit else 1


def _with_screens(options: argparse.Namespace, report: "Report") -> "Report":
    """Return the report with what is wrong on the screens; no picture is kept."""
    from kiosk.commands.render import progress
    from kiosk.staff.render import Wanted, render, together

    found = loaded(options)
    if found is None:  # changed a moment ago
        return report
    wanted = Wanted(found.exhibit.languages)
    return together(report, render(found, content_of(options), wanted, progress(options)))
