"""Problems as a terminal shows them: the place, the line, a caret, and what to write instead."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from kiosk.content.problems import Problem, Said, printable

MOST: Final = 50
"""Problems that are told at once: more than anybody reads, and they may follow from each other."""

_WIDEST: Final = 76
_LEAD: Final = 24


def describe(problems: Sequence[Problem], name: str, lines: Sequence[str], language: str) -> str:
    """Describe the first problems of the file called `name`, whose lines are given; count them all.

    `language` is zh for Chinese; anything else gives English.
    """
    count = len(problems)
    end = Said(f"共 {count} 处问题。", f"{count} problem{'' if count == 1 else 's'}.")
    told = listed(problems[:MOST], name, lines, language)
    return "\n\n".join([*told, *remainder(count - MOST, language), end.to(language)])


def listed(
    problems: Sequence[Problem], name: str, lines: Sequence[str], language: str
) -> list[str]:
    """Return each problem's description; arguments as for `describe`."""
    return [_one(problem, name, lines, language) for problem in problems]


def remainder(count: int, language: str) -> list[str]:
    """Return the sentence that stands for so many further problems; none for none."""
    left = Said(f"还有 {count} 处，先改好上面的。", f"And {count} more; mend the above first.")
    return [left.to(language)] if count > 0 else []


def _one(problem: Problem, name: str, lines: Sequence[str], language: str) -> str:
    line, column = problem.place.line, problem.place.column
    said = [f"{name}:{line}:{column}: {problem.message.to(language)}"]
    if line <= len(lines) and lines[line - 1].strip():
        said += _excerpt(lines[line - 1], column)
    if problem.hint is not None:
        said.append(f"    → {problem.hint.to(language)}")
    return "\n".join(said)


def _excerpt(line: str, column: int) -> list[str]:
    """Return the line, or the part of it around the column, and a caret below the column."""
    line = printable(line)
    start = max(0, column - 1 - _LEAD) if _width(line) > _WIDEST else 0
    before = shown = line[start : column - 1]
    for character in line[column - 1 :].rstrip():
        if _width(shown) >= _WIDEST:
            break
        shown += character
    return [f"    {shown}", " " * (4 + _width(before)) + "^"]


def _width(text: str) -> int:
    """Count the columns of a terminal: East Asian wide characters take two, marks take none."""
    return sum(
        0
        if unicodedata.combining(character)
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
