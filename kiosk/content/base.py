"""The two bases of every model: frozen records, and texts in several languages."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    RootModel,
    StringConstraints,
)
from pydantic_core import CoreSchema

from kiosk.content.assets import check_path
from kiosk.content.scalars import strictly

Path = tuple[str | int, ...]
"""The way to a value through the file: keys, and positions in lists from 0."""

KEY: Final = "[key]"
"""At the end of a path it stands for the key itself, as in the errors of pydantic."""

NAME_PATTERN: Final = r"^[a-z][a-z0-9-]*$"
LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$"

ENGLISH: Final = "en"
"""What a visitor reads where a text is not in the language that was chosen, if it is in English."""

Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=60)]
"""What a figure, a heading, a unit or a chapter is called by: small letters, digits, hyphens."""

Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""A language tag such as `zh`, `en` or `zh-Hant`."""

AssetPath = Annotated[str, AfterValidator(check_path)]
"""A picture in the content folder, by its relative POSIX path."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class Frozen(BaseModel):
    """A record that never changes once read; unknown keys are errors."""

    model_config = ConfigDict(
        defer_build=True,
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read the numbers and flags of every model the one strict way."""
        schema: CoreSchema = strictly(handler(source))
        return schema


class Text(RootModel[dict[Language, Line]]):
    """One text in each language of the exhibit; `{figure}` inside stands for that figure."""

    model_config = ConfigDict(defer_build=True, frozen=True, str_strip_whitespace=True)

    @property
    def languages(self) -> frozenset[str]:
        """The languages it is written in."""
        return frozenset(self.root)

    def to(self, language: str) -> str:
        """Return the text in this language, else what stands in for it ("" if nothing does)."""
        return self.root.get(self.told_in(language), "")

    def told_in(self, language: str) -> str:
        """Return the language it is told in: this one (zh for zh-Hant), English, or the first."""
        near = (language, language.partition("-")[0], ENGLISH, *self.root)
        return next((one for one in near if one in self.root), "")


_LEAVES: Final = frozenset({Text, str, int, float, bool, NoneType})


def leaves_in(value: Any, at: Path = ()) -> Iterator[tuple[Path, object]]:
    """Walk a model and yield all that is not a record, a list or a table, with its path."""
    waiting = [(at, value)]
    while waiting:
        path, part = waiting.pop()
        inner: list[tuple[Any, Any]]
        if type(part) in _LEAVES:  # most are: asked first, for there may be a hundred thousand
            yield path, part
            continue
        if isinstance(part, BaseModel):
            inner = [(name, getattr(part, name)) for name in type(part).model_fields]
        elif isinstance(part, Mapping):
            inner = list(part.items())
        elif isinstance(part, tuple | list):
            inner = list(enumerate(part))
        else:
            yield path, part
            continue
        waiting += [((*path, step), item) for step, item in reversed(inner)]


def texts_in(value: object, at: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Walk a model and yield every text in it, with its path."""
    for path, leaf in leaves_in(value, at):
        if isinstance(leaf, Text):
            yield path, leaf
