"""The errors of pydantic in words for people who write exhibits, not programs."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from kiosk.content.base import KEY, LANGUAGE_PATTERN, NAME_PATTERN, Path
from kiosk.content.guess import meant, plainly
from kiosk.content.problems import Said, clipped
from kiosk.content.scalars import digits_only
from kiosk.content.shapes import fields_at, is_list, is_model, is_text, kinds_of, reach

_LIST: Final = 80

Wording = tuple[Said, Said | None]


class Case(NamedTuple):
    """One error: where, what was given, what pydantic knows about it, and the model of it all."""

    loc: Path
    given: Any
    facts: dict[str, Any]
    model: Any

    @property
    def name(self) -> str:
        """The key that the error is about, "" for the whole file."""
        keys = (step for step in reversed(self.loc) if isinstance(step, str) and step != KEY)
        return next(keys, "")

    @property
    def expected(self) -> Any:
        """The type that belongs here."""
        return reach(self.model, self.loc)


def put(error: ErrorDetails, model: Any) -> Wording:
    """Say what is wrong and what to write instead; `model` is what was validated."""
    facts = error.get("ctx", {})
    if isinstance(facts.get("message"), Said):
        return facts["message"], facts.get("hint")
    word = _WORDS.get(error["type"])
    if word is None:
        return Said("这里写得不对", error["msg"]), None
    return word(Case(error["loc"], error["input"], facts, model))


def _say(zh: str, en: str, hint_zh: str, hint_en: str) -> Wording:
    return Said(zh, en), Said(hint_zh, hint_en)


def _missing(case: Case) -> Wording:
    name, expected = case.name, case.expected
    if not isinstance(case.loc[-1], str):
        return Said("这个列表少了一项", "an item is missing from this list"), None
    hint = Said(f"加一行 {name}: …", f"add a line {name}: …")
    if is_text(expected):
        hint = Said(
            f"加上 {name}:，下面每种语言一行，例如 zh: …",
            f"add {name}: and below it a line for each language, such as zh: …",
        )
    elif is_list(expected):
        hint = Said(
            f"加上 {name}:，下面每项一行，以“- ”开头",
            f"add {name}: and below it a line for each item, starting with - and a space",
        )
    elif is_model(expected):
        hint = Said(
            f"加上 {name}:，内容写在下面，多空两格",
            f"add {name}: and write its content below, two spaces further in",
        )
    return Said(f"缺少 {name}", f"{name} is missing"), hint


def _extra(case: Case) -> Wording:
    name = clipped(case.name)
    message = Said(f"这里没有 {name} 这一项", f"{name} is not known here")
    return message, _further_out(case) or meant(case.name, fields_at(case.model, case.loc[:-1]))


def _further_out(case: Case) -> Said | None:
    """Say so when a key stands too far in: it is a field of something around."""
    for length in range(len(case.loc) - 2, -1, -1):
        if case.name in fields_at(case.model, case.loc[:length]):
            return Said(
                f"{case.name} 属于外面一层：开头少空几格",
                f"{case.name} belongs further out: start the line with fewer spaces",
            )
    return None


def _block(case: Case) -> Wording:
    if is_text(case.expected):
        words = clipped(case.given) if isinstance(case.given, str) else "…"
        return _say(
            "这里要按语言分行写",
            "each language goes on a line of its own",
            f"在 {case.name}: 下面另起一行，多空两格，写 zh: {words}",
            f"below {case.name}: start a line two spaces further in, with zh: {words}",
        )
    message = Said("这里要写缩进的几行", "indented lines belong here")
    if isinstance(case.given, list):
        return message, Said("去掉行首的横线", "leave out the dashes")
    fields = fields_at(case.model, case.loc)
    zh, en = (f"，例如 {fields[0]}: …", f", such as {fields[0]}: …") if fields else ("", "")
    return message, Said(f"另起一行，多空两格{zh}", f"start a new line two spaces further in{en}")


def _list(case: Case) -> Wording:
    message = Said("这里要写一个列表", "a list belongs here")
    if not isinstance(case.given, str):
        return message, Said("每一项前面加“- ”", "put - and a space in front of each item")
    items = [item for item in re.split(r"[,，、\s【】\[\]]+", case.given) if item]
    if len(items) > 1:
        written = clipped(", ".join(items), _LIST)
        return message, Said(f"写成 [{written}]", f"write [{written}]")
    written = clipped(case.given)
    return message, Said(f"另起一行，写 - {written}", f"start a new line with - {written}")


def _string(case: Case) -> Wording:
    if isinstance(case.given, list):
        return _say(
            "这里只能写一个，不是列表",
            "one value belongs here, not a list",
            "去掉横线或方括号",
            "leave out the dash or the brackets",
        )
    return _say(
        "这里只写一段文字，不分项",
        "one piece of text belongs here, without keys",
        "写在冒号后面，同一行",
        "write it after the colon, on the same line",
    )


def _number(_: Case) -> Wording:
    return _say(
        "这里要写一个数字",
        "a number belongs here",
        "写在冒号后面，同一行",
        "write it after the colon, on the same line",
    )


def _flag(_: Case) -> Wording:
    return _say(
        "这里要写“是”或“否”",
        "this is either yes or no",
        "写 true（是）或 false（否）",
        "write true or false",
    )


def _word(case: Case) -> Wording:
    expected = case.facts.get("expected") or case.facts.get("expected_tags")
    known = tuple(re.findall(r"'([^']*)'", str(expected)))
    given = case.given["kind"] if isinstance(case.given, dict) else case.given
    if not isinstance(given, str):
        return Said("这里只能写一个词", "one word belongs here"), meant("", known)
    shown = clipped(given)
    return Said(f"“{shown}”不能写在这里", f"“{shown}” does not fit here"), meant(given, known)


def _no_kind(case: Case) -> Wording:
    kinds = kinds_of(case.expected)
    return _say(
        "缺少 kind，不知道这是哪一种画面",
        "kind is missing, which tells what panel this is",
        f"加一行 kind: …，可以写：{'、'.join(kinds)}",
        f"add a line kind: …, one of {', '.join(kinds)}",
    )


def _pattern(case: Case) -> Wording:
    if case.facts["pattern"] == LANGUAGE_PATTERN:
        return _language(case)
    if case.facts["pattern"] != NAME_PATTERN:
        return Said("这里写得不对", "this is not written as it should be"), None
    plain = plainly(case.given)
    example = plain if re.match(NAME_PATTERN, plain) else "fire-deaths"
    return _say(
        "名字只能用小写字母、数字和横线，以字母开头",
        "a name is made of small letters, digits and hyphens, and starts with a letter",
        f"例如 {clipped(example)}",
        f"such as {clipped(example)}",
    )


def _language(case: Case) -> Wording:
    message = Said("这不是语言代码", "this is not a language code")
    misplaced = _further_out(case) if case.loc[-1] == KEY else None
    words = re.split(r"[,，、\s“”\"']+", case.given.lower())
    codes = clipped(", ".join(word for word in words if re.match(LANGUAGE_PATTERN, word)))
    written = Said(f"写成 {codes}", f"write {codes}") if codes else None
    return message, misplaced or written or Said("例如 zh 或 en", "such as zh or en")


def _bound(zh: str, en: str, fact: str) -> Callable[[Case], Wording]:
    """Word a limit; pydantic tells it under the name `fact`."""

    def word(case: Case) -> Wording:
        limit = digits_only(Decimal(str(case.facts[fact])))
        return Said(zh.format(limit), en.format(limit)), None

    return word


def _counted(zh: str, en: str, fact: str) -> Callable[[Case], Wording]:
    """Word a limit of a number of things, beside the number there are."""

    def word(case: Case) -> Wording:
        numbers = case.facts[fact], len(case.given)
        return Said(zh.format(*numbers), en.format(*numbers)), None

    return word


def _raised(case: Case) -> Wording:
    said = str(case.facts["error"])
    return Said(said, said), None


_WORDS: Final[dict[str, Callable[[Case], Wording]]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), _block),
    **dict.fromkeys(("tuple_type", "list_type"), _list),
    "string_type": _string,
    **dict.fromkeys(("decimal_type", "int_type", "float_type"), _number),
    "bool_type": _flag,
    **dict.fromkeys(("literal_error", "enum", "union_tag_invalid"), _word),
    "union_tag_not_found": _no_kind,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _bound("不能小于 {}", "it must be {} or more", "ge"),
    "greater_than": _bound("要大于 {}", "it must be more than {}", "gt"),
    "less_than_equal": _bound("不能大于 {}", "it must be {} or less", "le"),
    "less_than": _bound("要小于 {}", "it must be less than {}", "lt"),
    "decimal_max_places": _bound("小数最多 {} 位", "{} decimals are the most", "decimal_places"),
    "too_short": _counted("至少要有 {} 项，现在有 {} 项", "there are {1} items; the least is {0}", "min_length"),
    "too_long": _counted("最多 {} 项，现在有 {} 项", "there are {1} items; the most is {0}", "max_length"),
    "string_too_short": _counted("这里要有文字", "there is no text here", "min_length"),
    "string_too_long": _counted("太长：最多 {} 个字，现在有 {} 个", "this is {1} characters long; the limit is {0}", "max_length"),
    **dict.fromkeys(("value_error", "assertion_error"), _raised),
}  # fmt: skip
