"""A check's report: for people in a terminal, and for other programs."""

import json
from dataclasses import replace
from typing import Final

from kiosk.content.problems import Problem, Said, printable
from kiosk.content.report import MOST, listed, remainder
from kiosk.staff.check import Report
from kiosk.staff.remarks import Found, Level

MOST_IN_JSON: Final = 1000
"""Findings that other programs get at once."""


def described(report: Report, name: str, language: str) -> str:
    """Describe what was found in the file called `name`, and whether it can be shown."""
    ends = [_verdict(report).to(language)]
    if not report.read:
        later = Said(
            "改好后请再检查一次：照片和字体那时才能看。",
            "Check again afterwards: photographs and fonts are looked at only then.",
        )
        ends.append(later.to(language))
    end = "\n".join(ends)
    if not report.findings:
        return end
    shown = _weighty(report, MOST)
    told = [_told(found) for found in shown]
    more = remainder(len(report.findings) - len(shown), language)
    return "\n\n".join([*listed(told, printable(name), report.lines, language), *more, end])


def _weighty(report: Report, most: int) -> list[Found]:
    """Return at most so many findings in the order of the file; problems come before advice."""
    first = sorted(report.findings, key=lambda found: found.level is not Level.PROBLEM)[:most]
    return sorted(first, key=lambda found: found.problem)


def _told(found: Found) -> Problem:
    problem, said = found.problem, found.problem.message
    if found.level is Level.PROBLEM:
        return problem
    return replace(problem, message=Said(f"建议：{said.zh}", f"advice: {said.en}"))


def _verdict(report: Report) -> Said:
    problems, advice = report.count(Level.PROBLEM), report.count(Level.ADVICE)
    if problems:
        more = Said(f"，{advice} 条建议", f", {advice} of advice") if advice else Said("", "")
        count = Said(f"共 {problems} 处问题", f"{problems} problem{'' if problems == 1 else 's'}")
        return Said(f"{count.zh}{more.zh}。", f"{count.en}{more.en}.")
    more = Said(f"另有 {advice} 条建议。", f" Advice: {advice}.") if advice else Said("", "")
    return Said(
        f"没有问题，可以展出。{more.zh}", f"No problems: the exhibit can be shown.{more.en}"
    )


def as_json(report: Report, name: str, language: str) -> str:
    """Return the report as JSON; its shape is promised:

    {"findings": [{"file", "line", "column", "level", "message", "hint"}, …],
    "counts": {"problem": 0, "advice": 0}}

    Lines and columns count from 1; `level` is problem or advice; `hint` may be null. There are at
    most 1,000 findings, problems before advice; the counts are of all. All is ASCII, so that no
    terminal's encoding can spoil it.
    """
    findings = [
        {
            "file": name,
            "line": found.problem.place.line,
            "column": found.problem.place.column,
            "level": found.level.value,
            "message": found.problem.message.to(language),
            "hint": found.problem.hint.to(language) if found.problem.hint else None,
        }
        for found in _weighty(report, MOST_IN_JSON)
    ]
    counts = {level.value: report.count(level) for level in Level}
    return json.dumps({"findings": findings, "counts": counts}, indent=2)
