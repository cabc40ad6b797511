"""Why a file cannot be read, in plain words: the parser's stumble traced to the slip behind it.

A parser complains where it can no longer go on; the slip is often on a line above.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from kiosk.content import slips
from kiosk.content.problems import Place, Problem, Said

_ABOVE: Final = 2
_FARTHEST: Final = 200


class Stumble(NamedTuple):
    """Where a parser gave up: its complaint, and the place where the thing it read began."""

    complaint: str
    place: Place
    began: Place | None = None


def explain(lines: Sequence[str], stumble: Stumble) -> list[Problem]:
    """Return the slip that most likely made the parser stumble, and its like on later lines."""
    last = max(1, min(stumble.place.line, len(lines)))
    for number, above in _suspects(lines, stumble, last):
        fitting = (
            slip
            for slip in slips.SLIPS
            if (slip.where != "line" or not above) and re.search(slip.when, stumble.complaint)
        )
        found = slips.found_in(lines[number - 1], number, fitting)
        if found is not None:
            slip, problem = found
            others = slips.likewise(slip, lines, number) if slip.where == "file" else ()
            return [problem, *others]
    return [_open_quote(lines, stumble, last) or _indented(lines, last) or _unknown(lines, stumble)]


def _suspects(lines: Sequence[str], stumble: Stumble, last: int) -> Iterator[tuple[int, bool]]:
    """Yield the lines to look at, surest first, and whether it stands above the stumble."""
    if stumble.began is not None and re.search("simple key|quoted|flow", stumble.complaint):
        yield min(stumble.began.line, last), False
    yield last, False
    for number in _before(lines, last, _ABOVE):
        yield number, True


def _before(lines: Sequence[str], last: int, most: int) -> Iterator[int]:
    """Return the numbers of at most so many lines above that say something, nearest first."""
    telling = (
        number
        for number in range(last - 1, 0, -1)
        if lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#")
    )
    return islice(telling, most)


def _open_quote(lines: Sequence[str], stumble: Stumble, last: int) -> Problem | None:
    """Blame the nearest open quote above when the text before the stumble ends with that quote."""
    before = lines[last - 1][: stumble.place.column - 1].rstrip()
    if not before.endswith(("'", '"')):
        return None
    opening = [slip for slip in slips.SLIPS if slip.name == "open-quote"]
    for number in _before(lines, last, _FARTHEST):
        found = slips.found_in(lines[number - 1], number, opening)
        if found is not None and lines[number - 1][found[1].place.column - 1] == before[-1]:
            return found[1]
    return None


def _starts(line: str) -> tuple[int, ...]:
    """Return the columns at which a line begins: that of its dash, and that behind it."""
    indent = len(line) - len(line.lstrip(" "))
    dashed = re.match(r" *(?:- +)+", line)
    return (indent, dashed.end()) if dashed else (indent,)


def _indented(lines: Sequence[str], last: int) -> Problem | None:
    """Say where a line should start that starts where none above it does.

    Where the whole file has more lines that start like this one than like the one above that it
    should stand in line with, it is that one above that slipped.
    """
    line = lines[last - 1]
    indent, listed = _starts(line)[0], line.lstrip().startswith("-")
    levels: dict[int, int] = {}
    for number in _before(lines, last, _FARTHEST):
        start, *behind = _starts(lines[number - 1])
        block = behind if re.search(r":( |$)", lines[number - 1]) else []
        for level in (*block, start) if listed or not behind else block:
            if level < min(levels, default=level + 1):
                levels[level] = number
    if not line.strip() or not levels or indent in levels:
        return None
    wanted = min(levels, key=lambda level: (abs(level - indent), -level))
    usual = Counter(start for any_line in lines for start in _starts(any_line))
    if usual[indent] > usual[wanted] and wanted == _starts(lines[levels[wanted] - 1])[0]:
        return _out_of_line(levels[wanted], wanted, indent, last)
    return _out_of_line(last, indent, wanted, levels[wanted])


def _out_of_line(line: int, indent: int, wanted: int, other: int) -> Problem:
    return Problem(
        Place(line, indent + 1),
        Said(
            f"这一行没有对齐：开头有 {indent} 个空格",
            f"this line is not in line with the others: it starts with {indent} spaces",
        ),
        Said(
            f"开头改成 {wanted} 个空格，和第 {other} 行对齐",
            f"start it with {wanted} spaces, in line with line {other}",
        ),
    )


def _unknown(lines: Sequence[str], stumble: Stumble) -> Problem:
    line = max(1, min(stumble.place.line, len(lines)))
    place = Place(line, max(1, min(stumble.place.column, len(lines[line - 1]) + 1)))
    return Problem(
        place,
        Said("从这里起读不懂", "from here on it cannot be understood"),
        Said(
            "检查这一行和上一行的冒号、引号和开头的空格",
            "check the colons, quotes and leading spaces of this line and the one above",
        ),
    )
