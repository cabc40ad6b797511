"""The JSON Schema of content.yaml (draft 2020-12), for editors that complete and check while typing.

It is made from the models. Our reader takes every value as the text that was typed; an editor's
reader guesses types first, so the schema takes `48000` and `"48000"`, and yes and 是 as well as
true. The keywords `markdownDescription` and `patternErrorMessage` are those of Visual Studio Code.
"""

import json
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema as core

from kiosk.content.base import LANGUAGE_PATTERN, NAME_PATTERN, Text
from kiosk.content.load import model_of
from kiosk.content.problems import Said
from kiosk.panels.kinds import KINDS
from kiosk.staff.words import about_field, words_of

FILE: Final = "content.schema.json"
"""The name under which it lies beside content.yaml, as the first line of content.yaml says."""

FLAG: Final = {
    "type": ["boolean", "string"],
    "pattern": "^(是|否|[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$",
    "patternErrorMessage": "写 true（是）或 false（否）",
}
NUMBER: Final = {
    "type": ["number", "string"],
    "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
    "patternErrorMessage": "只写数字，例如 1000 或 78.2",
}
WHOLE: Final = {
    "type": ["integer", "string"],
    "pattern": "^-?[0-9]+$",
    "patternErrorMessage": "只写整数，例如 1000",
}
_PATTERNS: Final = {
    NAME_PATTERN: "名字只能用小写字母、数字和横线，以字母开头",
    LANGUAGE_PATTERN: "写语言代码，例如 zh 或 en",
}
_BOUNDS: Final = {"ge": "minimum", "le": "maximum"}


def schema() -> dict[str, Any]:
    """Return the schema of an exhibit with every kind of panel."""
    model = model_of(KINDS)
    made = model.model_json_schema(schema_generator=_Maker)
    return {"$schema": _Maker.schema_dialect, **made}


def schema_text() -> str:
    """Return the schema as a file to write, with its last line ended."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


class _Maker(GenerateJsonSchema):
    """Makes the schema of what staff type: nothing is null, and everything has its words."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Give no titles made of Python's names."""
        return False

    def normalize_name(self, name: str) -> str:
        """Call Chapter[...] just Chapter."""
        return super().normalize_name(name.partition("[")[0])

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        """Take what may be left out for what it is when written: an empty line is a mistake."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> JsonSchemaValue:
        """Tell a default only where there is one."""
        made = super().default_schema(schema)
        if made.get("default", "") is None:
            del made["default"]
        return made

    def bool_schema(self, schema: core.BoolSchema) -> JsonSchemaValue:
        """Take the words for yes and no."""
        return dict(FLAG)

    def int_schema(self, schema: core.IntSchema) -> JsonSchemaValue:
        """Take digits."""
        return WHOLE | _bounds(schema)

    def float_schema(self, schema: core.FloatSchema) -> JsonSchemaValue:
        """Take digits with decimals."""
        return NUMBER | _bounds(schema)

    def decimal_schema(self, schema: core.DecimalSchema) -> JsonSchemaValue:
        """Take digits with decimals."""
        return NUMBER | _bounds(schema)

    def str_schema(self, schema: core.StringSchema) -> JsonSchemaValue:
        """Take anything for running text, such as `en: 2023`: only this has a least length."""
        made = super().str_schema(schema)
        if "min_length" in schema:
            made["type"] = ["string", "number"]
        if message := _PATTERNS.get(made.get("pattern", "")):
            made["patternErrorMessage"] = message
        return made

    def dict_schema(self, schema: core.DictSchema) -> JsonSchemaValue:
        """Refuse keys that are no names, where keys are names."""
        made = super().dict_schema(schema)
        made.get("propertyNames", {}).pop("patternErrorMessage", None)
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def enum_schema(self, schema: core.EnumSchema) -> JsonSchemaValue:
        """Leave the words to the field."""
        made = super().enum_schema(schema)
        return {key: made[key] for key in ("enum", "type")}

    def tagged_union_schema(self, schema: core.TaggedUnionSchema) -> JsonSchemaValue:
        """Let `kind` alone tell the kinds apart: `discriminator` is no word of JSON Schema."""
        made = super().tagged_union_schema(schema)
        del made["discriminator"]
        return made

    def model_schema(self, schema: core.ModelSchema) -> JsonSchemaValue:
        """Put the words in."""
        model = schema["cls"]
        made, words = super().model_schema(schema), words_of(model)
        made["title"] = words.name.zh
        made |= _told(words.about)
        for name, field in made.get("properties", {}).items():
            about = words.about if name == "kind" else about_field(model, name)
            made["properties"][name] = field | _told(about)
        if model is Text:  # an editor can offer the languages only where they are named
            (line,) = made["patternProperties"].values()
            made["properties"] = {"zh": line, "en": line}
        return made


def _bounds(schema: Any) -> dict[str, float]:
    return {word: float(schema[key]) for key, word in _BOUNDS.items() if key in schema}


def _told(about: Said) -> dict[str, str]:
    return {"description": about.zh, "markdownDescription": f"{about.zh}\n\n{about.en}"}
