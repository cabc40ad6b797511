"""Numbers and yes or no, read strictly from what staff typed: 48000, never 48,000 or 4.8万.

The reader of the file hands over nothing but text. pydantic would take `1_000`, full-width digits
and `1e3` for some kinds of numbers and not for others; here there is one plain way, and a hint
that spells it out. `strictly` puts this under every model, so that the author of a panel kind
writes `int`, `float`, `Decimal` or `bool` and cannot forget it.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from pydantic_core import core_schema

from kiosk.content.problems import Said, complaint

_LONGEST: Final = 40
_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SPOKEN = re.compile(
    r"(?P<hedge>[^\d.-]{0,8})"
    r"(?P<number>-?(?:\d{1,3}(?:[,_ ']\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,2})?|-?\.\d+)"
    r"\s*(?P<odd>[余多]?)(?P<scale>万亿|万|亿|千|百|(?:k|million|billion|trillion|thousand)(?![a-z])|)"
    r"(?P<rest>(?:[^\x00-$&-~].*)?)"
)
_SCALES: Final = {
    "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12,
    "k": 3, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_HEDGES: Final = (
    ("超", "qualifier: over"), ("近", "qualifier: nearly"), ("约", "qualifier: about"),
    ("over", "qualifier: over"), ("nearly", "qualifier: nearly"), ("about", "qualifier: about"),
    ("累计", "cumulative: true"), ("百分之", "unit: percent"),
)  # fmt: skip
_TRUE: Final = frozenset({"true", "yes", "是"})
_FALSE: Final = frozenset({"false", "no", "否"})
_NUMBER = Said("这里要写一个数字", "a number belongs here")
_INTEGER = Said("这里要写一个整数", "a whole number belongs here")
_FLAG = Said("这里要写“是”或“否”", "this is either yes or no")


def digits_only(number: Decimal) -> str:
    """Write a number the plain way: no exponent, no grouping, no idle zeros."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def number_hint(text: str) -> Said:
    """Say how to write what somebody typed for a number: `4.8万` becomes 48000."""
    typed = unicodedata.normalize("NFKC", text[: 2 * _LONGEST].strip()).lower()
    found = _SPOKEN.fullmatch(typed) if len(typed) <= _LONGEST else None
    if found is None:
        return Said("只写数字，例如 1000 或 78.2", "write digits only, such as 1000 or 78.2")
    number = Decimal(re.sub(r"[,_ ']", "", found["number"]))
    plain = digits_only(number.scaleb(_SCALES.get(found["scale"], 0)))
    others = [line for word, line in _HEDGES if word in found["hedge"]]
    if found["odd"]:
        others.append("qualifier: odd" if found["scale"] else "qualifier: more-than")
    if found["rest"].startswith(("余", "多")):
        others.append("qualifier: more-than")
    if found["rest"].startswith("%"):
        others.append("unit: percent")
    if not others:
        return Said(f"只写数字：{plain}", f"write digits only: {plain}")
    lines = "  ".join(others)
    return Said(
        f"只写数字：{plain}，并另加一行 {lines}",
        f"write digits only: {plain}, and add a line {lines}",
    )


def read_number(value: object) -> object:
    """Pass plain digits on (`1000`, `-3`, `78.2`); anything else typed is an error with a hint."""
    return _plain(value, _DECIMAL, _NUMBER)


def read_whole(value: object) -> object:
    """Pass a plain whole number on (`1000`, `-3`); anything else typed is an error with a hint."""
    return _plain(value, _WHOLE, _INTEGER)


def _plain(value: object, pattern: re.Pattern[str], message: Said) -> object:
    if not isinstance(value, str):
        return value
    typed = value.strip(" ")
    if len(typed) <= _LONGEST and pattern.fullmatch(typed):
        return typed
    if message is _INTEGER and _DECIMAL.fullmatch(typed):
        raise complaint("number", message, Said("去掉小数点和小数", "leave out the decimals"))
    raise complaint("number", message, number_hint(typed))


def read_flag(value: object) -> object:
    """Read true, yes, 是, false, no or 否 (any case); any other text is an error."""
    if not isinstance(value, str):
        return value
    typed = value.strip().lower()
    if typed in _TRUE:
        return True
    if typed in _FALSE:
        return False
    raise complaint("flag", _FLAG, Said("写 true（是）或 false（否）", "write true or false"))


_READERS: Final[dict[str, Callable[[object], object]]] = {
    "int": read_whole,
    "float": read_number,
    "decimal": read_number,
    "bool": read_flag,
}
_OPAQUE: Final = frozenset({"metadata", "default", "serialization", "config", "cls"})


def strictly(schema: Any, top: bool = True) -> Any:
    """Put the readers above in front of every number and flag of a model's core schema.

    Models inside the model are left alone: each has been through here itself.
    """
    if isinstance(schema, list | tuple):
        return type(schema)(strictly(item, top) for item in schema)
    if not isinstance(schema, dict) or (schema.get("type") == "model" and not top):
        return schema
    inner = top and schema.get("type") != "model"
    whole = {
        key: value if key in _OPAQUE else strictly(value, inner) for key, value in schema.items()
    }
    reader = _READERS.get(str(schema.get("type")))
    return whole if reader is None else core_schema.no_info_before_validator_function(reader, whole)
