"""How each field is written, told from the schema: a number from 10 to 3600, a list of names …"""

from collections.abc import Mapping
from typing import Any, Final

from kiosk.content.base import LANGUAGE_PATTERN, NAME_PATTERN
from kiosk.content.problems import Said
from kiosk.staff.words import WORDS

_PATTERNS: Final = {
    NAME_PATTERN: Said("名字", "name"),
    LANGUAGE_PATTERN: Said("语言代码", "language code"),
}
_TYPES: Final = {
    "integer": Said("整数", "whole number"),
    "number": Said("数字", "number"),
    "boolean": Said("`true`（是）或 `false`（否）", "`true` or `false`"),
    "string": Said("一行", "one line"),
}
_NAMES: Final = {model.__name__: words.name for model, words in WORDS.items()}
_WIDE: Final = 1e12
"""Bounds from here on are there for the machine, not for people."""

Schema = Mapping[str, Any]


def form(field: Schema, defs: Schema) -> Said:
    """Return how a field is written, and what holds if it is left out."""
    plain = _form(field, defs)
    default = field.get("default")
    if default in (None, [], False) or isinstance(default, dict):
        return plain
    shown = default if isinstance(default, list) else [default]
    written = "、".join(str(item) for item in shown)
    return Said(
        f"{plain.zh}；不写是 {written}", f"{plain.en}; {written.replace('、', ', ')} if left out"
    )


def _form(field: Schema, defs: Schema) -> Said:
    if "$ref" in field:
        return _referred(field["$ref"].rpartition("/")[2], defs)
    if "anyOf" in field:
        one, other = (_form(part, defs) for part in field["anyOf"])
        return Said(f"{one.zh}，或{other.zh}", f"{one.en}, or {other.en}")
    if "patternProperties" in field:
        (value,) = field["patternProperties"].values()
        inner = _form(value, defs)
        return Said(f"名字，下面是{inner.zh}", f"names, each with its {inner.en}")
    if isinstance(field.get("additionalProperties"), Mapping):
        inner = _form(field["additionalProperties"], defs)
        return Said(f"每行一个，后面是{inner.zh}", f"one on a line, each with its {inner.en}")
    if field.get("type") == "array":
        return _list(field, defs)
    return _scalar(field)


def _referred(name: str, defs: Schema) -> Said:
    if "enum" in defs[name]:
        words = [f"`{word}`" for word in defs[name]["enum"]]
        return Said("、".join(words), ", ".join(words))
    return _NAMES[name]


def _list(field: Schema, defs: Schema) -> Said:
    items = field.get("items") or field["prefixItems"][0]
    inner = Said("面板", "panels") if "oneOf" in items else _form(items, defs)
    least, most = field.get("minItems", 0), field["maxItems"]
    count = f"{least}" if least == most else f"{least}–{most}"
    return Said(f"列表，{count} 项：{inner.zh}", f"list of {count}: {inner.en}")


def _scalar(field: Schema) -> Said:
    if field.get("pattern") in _PATTERNS:
        return _PATTERNS[field["pattern"]]
    types = field["type"] if isinstance(field["type"], list) else [field["type"]]
    plain = _TYPES[types[0]]
    if abs(field.get("maximum", _WIDE)) < _WIDE:
        return _between(plain, f"{field['minimum']:g}–{field['maximum']:g}")
    if "minLength" in field:
        least, most = field["minLength"], field["maxLength"]
        count = f"{least}" if least == most else f"{least}–{most}"
        return Said(f"{count} 个字", f"{count} character{'' if most == 1 else 's'}")
    return plain


def _between(plain: Said, span: str) -> Said:
    return Said(f"{plain.zh}，{span}", f"{plain.en}, {span}")
