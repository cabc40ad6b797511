"""The exhibit: what there is, frozen and complete."""

from typing import Annotated, Generic, TypeVar

from pydantic import Field, StringConstraints

from kiosk.content.assets import names_file
from kiosk.content.base import Frozen, Language, Name, Text, leaves_in
from kiosk.content.derived import Derived
from kiosk.content.faces import FontPath
from kiosk.content.figures import Figure
from kiosk.content.hours import Hours
from kiosk.content.panel import Panel
from kiosk.content.pinyin import Corrections

P = TypeVar("P", bound=Panel)
Seal = Annotated[str, StringConstraints(min_length=1, max_length=4)]


class Idle(Frozen):
    """Seconds without a touch: until visitors are asked, and from there until the cover."""

    ask_after: Annotated[float, Field(ge=10, le=3600)] = 60
    leave_after: Annotated[float, Field(ge=20, le=600)] = 20


class Couplet(Frozen):
    """Verses for the cover, one a line."""

    lines: Text
    credit: Text | None = None


class Article(Frozen):
    """The work that all figures come from."""

    title: Text
    authors: Text | None = None


class Cover(Frozen):
    """What is true of the whole exhibit."""

    title: Text
    subtitle: Text | None = None
    occasion: Text | None = None
    couplet: Couplet | None = None
    seal: Seal | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=8)]
    fonts: dict[Language, FontPath] = Field(default_factory=dict)
    photo_credit: Text | None = None
    idle: Idle = Idle()
    hours: Hours | None = None
    article: Article | None = None


class Chapter(Frozen, Generic[P]):
    """A titled run of panels."""

    id: Name
    seal: Annotated[str, StringConstraints(min_length=1, max_length=1)] | None = None
    title: Text
    subtitle: Text | None = None
    panels: Annotated[tuple[P, ...], Field(min_length=1, max_length=1000)]


class Exhibit(Frozen, Generic[P]):
    """Everything content.yaml says."""

    exhibit: Cover
    headings: dict[Name, Text] = Field(default_factory=dict)
    units: dict[Name, Text] = Field(default_factory=dict)
    figures: dict[Name, Figure] = Field(default_factory=dict)
    derived: dict[Name, Derived] = Field(default_factory=dict)
    pinyin: Corrections = Field(default_factory=dict)
    chapters: Annotated[tuple[Chapter[P], ...], Field(min_length=1, max_length=40)]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages visitors may choose; the first is the one it starts in."""
        return self.exhibit.languages

    @property
    def files(self) -> frozenset[str]:
        """The relative path of every picture, recording and font that it names."""
        named = {leaf for at, leaf in leaves_in(self) if isinstance(leaf, str) and names_file(at)}
        return frozenset(named.union(self.exhibit.fonts.values()))
