"""A figure: one number and everything that is true of it."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from kiosk.content.base import Frozen, Name, Text
from kiosk.content.problems import Said, complaint

Number = Annotated[Decimal, Field(ge=Decimal("-1e15"), le=Decimal("1e15"), decimal_places=6)]
"""Exact decimals: 78.2 stays 78.2. Six places and 10¹⁵ hold any figure a reader can take in."""


class Qualifier(StrEnum):
    """How the source hedges a number."""

    OVER = "over"
    MORE_THAN = "more-than"
    ODD = "odd"
    NEARLY = "nearly"
    ABOUT = "about"


class Direction(StrEnum):
    """Whether a change went down or up; the value itself stays positive."""

    DOWN = "down"
    UP = "up"


class Source(Frozen):
    """Where the figure stands: a heading of the article and the paragraph under it, from 1."""

    heading: Name
    paragraph: Annotated[int, Field(ge=1, le=500)]


class Figure(Frozen):
    """One statistic, of one form: a value, a before and after, a rank, or a place in the top."""

    label: Text
    value: Number | None = None
    before: Number | None = None
    after: Number | None = None
    rank: Annotated[int, Field(ge=1, le=9999)] | None = None
    top: Annotated[int, Field(ge=1, le=9999)] | None = None
    unit: Name | None = None
    qualifier: Qualifier | None = None
    cumulative: bool = False
    direction: Direction | None = None
    period: Text | None = None
    of: Text | None = None
    among: Text | None = None
    definition: Text | None = None
    source: Source

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [self.value, self.rank, self.top, self.before if self.is_change else None]
        if sum(form is not None for form in forms) != 1 or (self.before is None) != (
            self.after is None
        ):
            raise complaint(
                "figure_form",
                Said(
                    "一个数字只能是一种：value，或 before 和 after，或 rank，或 top",
                    "a figure has one form: value, or before and after, or rank, or top",
                ),
                Said("留下一种，删去其余", "keep one form and delete the others"),
            )
        if self.unit is None and self.rank is None and self.top is None:
            raise complaint(
                "figure_unit",
                Said("这个数字缺少单位", "this figure has no unit"),
                Said("加一行 unit: …，单位写在 units 里", "add a line unit: … naming one of units"),
            )
        return self

    @property
    def is_change(self) -> bool:
        """True for a before and after."""
        return self.before is not None and self.after is not None

    @property
    def is_place(self) -> bool:
        """True for a rank or a place among the top so many."""
        return self.rank is not None or self.top is not None
