"""Slips of the hand that staff make in a content file, as patterns over one line.

Adding one is adding an entry to `SLIPS`. The first entry that fits a line wins, so the surest come
first. A pattern marks the spot with the group `at`; `key` and `value` may stand in the hint, and
`{quoted}` is the value in the quotes that suit it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kiosk.content.problems import Place, Problem, Said, clipped

_ITEM = r"^ *(?:- +)*"
_KEY = r"(?P<key>\"[^\"]*\"|'[^']*'|[A-Za-z_][A-Za-z0-9_-]*|[\u4e00-\u9fff]{1,12})"
_VALUE = rf"{_ITEM}(?:{_KEY} *: +)?"
_WELL_QUOTED = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"
_LONGEST: Final = 2_000
"""Characters of a line that are looked at, so that no pattern can take long."""

_MOST: Final = 50


Where = Literal["line", "above", "file"]


@dataclass(frozen=True)
class Slip:
    """One kind of slip.

    `when` is a pattern that the parser's own complaint must hold ("" for any). `where` tells how
    the parser notices: on the line itself; only on a line below ("above" the complaint); or
    perhaps never, so that every line of the "file" with this slip is reported along with the first.
    The pattern stays text: a file without slips, the usual one, need not wait for its compilation.
    """

    name: str
    pattern: str
    message: Said
    hint: Said
    when: str = ""
    where: Where = "line"


_QUOTE_IT = Said("整句加引号：{quoted}", "put the whole text in quotes: {quoted}")

SLIPS: Final[tuple[Slip, ...]] = (
    Slip(
        "tab",
        r"^ *(?P<at>\t)",
        Said("这一行的开头用了 Tab 键", "this line starts with a tab"),
        Said("改用空格，每一层两个空格", "use spaces instead, two for each level"),
        where="file",
    ),
    Slip(
        "wide-space",
        r"^ *(?P<at>\u3000)",
        Said("这一行的开头用了全角空格", "this line starts with a full-width space"),
        Said("改用半角空格，每一层两个空格", "use ordinary spaces instead, two for each level"),
        where="file",
    ),
    Slip(
        "wide-dash",
        r"^ *(?P<at>[－–•●·])(?= ?[\w\"'])",
        Said("列表的横线要用半角 -", "the dash of a list is an ordinary hyphen -"),
        Said("写成“- ”，横线后加一个空格", "write - and a space"),
        where="file",
    ),
    Slip(
        "wide-hash",
        r"^ *(?P<at>＃)",
        Said("注释的井号要用半角 #", "a comment starts with an ordinary #"),
        Said("写成 #", "write #"),
        where="file",
    ),
    Slip(
        "wide-colon",
        rf"{_ITEM}{_KEY} *(?P<at>：) *(?P<value>.*)$",
        Said("这里用了全角冒号", "this is a full-width colon"),
        Said(
            "改用半角冒号，后面加一个空格：{key}: {value}",
            "use an ordinary colon and a space: {key}: {value}",
        ),
        where="file",
    ),
    Slip(
        "colon-space",
        rf"{_ITEM}{_KEY}(?P<at>:)(?P<value>[^\s:/].*)$",
        Said("冒号后面缺少空格", "there is no space after the colon"),
        Said("写成 {key}: {value}", "write {key}: {value}"),
        where="file",
    ),
    Slip(
        "inner-colon-space",
        rf"{_ITEM}(?:[^:{{]+: +)?\{{(?:[^{{}}]*, *)??{_KEY}(?P<at>[:：])(?P<value>[^\s,}}]+)",
        Said("冒号后面缺少空格", "there is no space after the colon"),
        Said("写成 {key}: {value}", "write {key}: {value}"),
        where="file",
    ),
    Slip(
        "dash-space",
        r"^ *(?:- +)*(?P<at>-)(?P<value>[^\s\-0-9].*)$",
        Said("横线后面缺少空格", "there is no space after the dash"),
        Said("写成 - {value}", "write - {value}"),
        where="file",
    ),
    Slip(
        "equals",
        rf"{_ITEM}{_KEY} *(?P<at>=) *(?P<value>.*)$",
        Said("这里要用冒号，不用等号", "a colon belongs here, not ="),
        Said("写成 {key}: {value}", "write {key}: {value}"),
        where="file",
    ),
    Slip(
        "mixed-quotes",
        rf"{_VALUE}(?P<at>[\"'])(?P<value>[^\"']*)[“”‘’] *(?:#.*)?$",
        Said("引号一头半角、一头全角", "one quote is straight and the other curly"),
        Said("两头都用半角：{quoted}", "use straight quotes at both ends: {quoted}"),
        where="above",
    ),
    Slip(
        "directive",
        r"^(?P<at>%)",
        Said("一行不能用 % 开头", "a line cannot start with %"),
        Said("删掉这一行，或在前面加 #", "delete this line, or put # in front of it"),
    ),
    Slip(
        "reserved",
        rf"{_VALUE}(?P<value>(?P<at>[*&!%@`]).*)$",
        Said("文字不能直接用这个符号开头", "text cannot start with this sign as it stands"),
        _QUOTE_IT,
    ),
    Slip(
        "folded",
        rf"{_VALUE}(?P<value>(?P<at>[|>])[-+0-9]* *[^\s|>#+-].*)$",
        Said("文字不能直接用这个符号开头", "text cannot start with this sign as it stands"),
        _QUOTE_IT,
        when="block scalar",
    ),
    Slip(
        "dash-in-value",
        rf"{_ITEM}{_KEY} *: +(?P<value>(?P<at>[-?]) .*)$",
        Said("文字不能直接用这个符号开头", "text cannot start with this sign as it stands"),
        Said(
            "整句加引号：{quoted}；如果是列表，每项另起一行",
            "put the text in quotes: {quoted}; or, for a list, each item on a line of its own",
        ),
        when="not allowed",
    ),
    Slip(
        "after-quote",
        rf"{_VALUE}(?P<value>{_WELL_QUOTED} *(?P<at>[^\s#,:\]}}].*))$",
        Said("引号结束以后还有文字", "there is text after the closing quote"),
        Said(
            "句中的引号用“ ”，或整句加另一种引号：{quoted}",
            "use “ ” inside a text, or put all of it in the other quotes: {quoted}",
        ),
    ),
    Slip(
        "bracket-twice",
        rf"{_VALUE}[\[{{][^\[\]{{}}]*[\]}}] *(?P<at>[\]}}])",
        Said("多了一个右括号", "there is one closing bracket too many"),
        Said("删掉它", "delete it"),
    ),
    Slip(
        "after-bracket",
        rf"{_VALUE}(?P<value>[\[{{][^\[\]{{}}]*[\]}}] *(?P<at>[^\s#,:\]}}].*))$",
        Said("括号结束以后还有文字", "there is text after the closing bracket"),
        _QUOTE_IT,
    ),
    Slip(
        "wide-comma",
        rf"{_VALUE}[\[{{][^\]}}]*(?P<at>[，、])",
        Said("括号里要用半角逗号", "an ordinary comma belongs between the brackets"),
        Said("改用半角逗号，后面加一个空格", "use , and a space"),
        when="flow",
    ),
    Slip(
        "comma-twice",
        rf"{_VALUE}[\[{{](?: *|[^\]}}]*?, *)(?P<at>,)",
        Said("多了一个逗号", "there is one comma too many"),
        Said("删掉它", "delete it"),
        when="flow",
    ),
    Slip(
        "open-bracket",
        rf"{_VALUE}(?P<at>[\[{{])(?:[^\[\]{{}}]|\[[^\[\]]*\]|\{{[^{{}}]*\}})*$",
        Said("这个括号没有结束", "this bracket is never closed"),
        Said("在同一行加上右括号", "close it on the same line"),
        when="flow",
    ),
    Slip(
        "escape",
        r"\"[^\"]*?(?P<at>\\)",
        Said("双引号里不能用反斜杠", "a backslash cannot stand between double quotes"),
        Said("路径用 /；其他文字改用单引号 ' '", "write paths with /, and put other text in ' '"),
        when="escape",
    ),
    Slip(
        "open-quote",
        rf"{_VALUE}(?:(?P<at>\")(?:[^\"\\]|\\.)*|(?P<at2>')(?:[^']|'')*)$",
        Said("这个引号没有结束", "this quote is never closed"),
        Said("在同一行加上后引号，或去掉前引号", "close it on the same line, or leave it out"),
        where="above",
    ),
    Slip(
        "wide-quotes",
        rf"{_ITEM}{_KEY} *: +(?P<value>(?P<at>[“‘「『]).*: .*)$",
        Said("全角引号里的冒号仍会当作分隔", "curly quotes do not shield a colon"),
        Said("外面再加半角引号：{quoted}", "put straight quotes around it: {quoted}"),
        when="mapping values",
    ),
    Slip(
        "colon-in-value",
        rf"{_ITEM}{_KEY} *: +(?P<value>[^\s\"'\[{{#].*?(?P<at>:)(?: .*)?)$",
        Said("一行里有两个冒号加空格", "there are two colons with a space on this line"),
        _QUOTE_IT,
        when="mapping values",
    ),
    Slip(
        "no-colon",
        rf"{_ITEM}(?P<value>[A-Za-z_][A-Za-z0-9_-]*)(?P<at>) *(?:#.*)?$",
        Said("这里缺少冒号", "there is no colon here"),
        Said("写成 {value}:", "write {value}:"),
        when="mapping values|expected ':'",
        where="above",
    ),
)


def _quoted(text: str) -> str:
    text = text.strip()
    text = clipped(text[1:-1] if text[:1] in ("'", '"') and text.endswith(text[0]) else text)
    return "'" + text.replace("'", "''") + "'" if '"' in text else f'"{text}"'


def found_in(line: str, number: int, slips: Iterable[Slip] = SLIPS) -> tuple[Slip, Problem] | None:
    """Return the first of these slips that fits a line, and the problem it makes there."""
    for slip in slips:
        found = re.search(slip.pattern, line[:_LONGEST])
        if found is not None:
            groups = {name: text or "" for name, text in found.groupdict().items()}
            spot = found.start("at") if found["at"] is not None else found.start("at2")
            words = {
                "key": groups.get("key", ""),
                "value": clipped(groups.get("value", "")),
                "quoted": _quoted(groups.get("value", "")),
            }
            hint = Said(
                slip.hint.zh.format(**words).rstrip(), slip.hint.en.format(**words).rstrip()
            )
            return slip, Problem(Place(number, spot + 1), slip.message, hint)
    return None


def unnoticed(line: str, number: int) -> Problem | None:
    """Return the slip of a line that was read without complaint, but not as it was meant."""
    found = found_in(line, number, (slip for slip in SLIPS if slip.where == "file"))
    return found[1] if found else None


def likewise(slip: Slip, lines: Sequence[str], after: int) -> Iterator[Problem]:
    """Yield the same slip on later lines, leaving out comments and `|` texts."""
    skipped = -1
    left = _MOST
    for number, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        bare = line.strip()
        if not bare or bare.startswith("#") or 0 <= skipped < indent:
            continue
        skipped = indent if re.search(r": +[|>][-+0-9]* *(#.*)?$", line[:_LONGEST]) else -1
        found = found_in(line, number, (slip,)) if number > after and left else None
        if found is not None:
            left -= 1
            yield found[1]
