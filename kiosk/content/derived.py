"""Figures told again: what follows from the figures of the exhibit, computed and never written."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, Inexact
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from kiosk.content.base import Frozen, Path, Text
from kiosk.content.figures import Figure, Qualifier
from kiosk.content.numbers import phrase
from kiosk.content.problems import Said, complaint
from kiosk.content.telling import REFERENCE, tell

if TYPE_CHECKING:
    from kiosk.content.exhibit import Exhibit
    from kiosk.content.panel import Panel

VALUE: Final = "{value}"
"""Stands for the result in the sentence."""

FORMS: Final = ("difference", "ratio", "share", "average", "per_day")

_UNITS: Final = {"ratio": "×", "share": "%"}
"""The program's own units; other forms have the unit of the first figure."""

_DIGITS: Final = 3
"""Significant digits of a quotient; a difference is exact."""

_ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.MORE_THAN, Qualifier.ODD})
_OPPOSITE: Final = {Qualifier.OVER: Qualifier.NEARLY, Qualifier.NEARLY: Qualifier.OVER}
_ROUNDING: Final[dict[Qualifier | None, str]] = {
    Qualifier.OVER: ROUND_FLOOR,
    Qualifier.NEARLY: ROUND_CEILING,
}
"""A bound stays true: over 8,333.3 is over 8,330, and less than 10,282.3 is nearly 10,300."""


class Show(StrEnum):
    """How the result is shown: told, or drawn as so many things."""

    WORDS = "words"
    PICTOGRAM = "pictogram"


class Term(NamedTuple):
    """A number to reckon with; the true one is over, under (nearly) or about it, or it."""

    value: Decimal
    hedge: Qualifier | None = None


def _named(typed: str) -> str:
    if REFERENCE.fullmatch(f"{{{typed}}}"):
        return typed
    raise complaint(
        "derived_source",
        Said("这里要写 figures 里一个数字的名字", "the name of one of figures belongs here"),
        Said(
            "例如 fire-deaths；前后对比的一半写成 response-time.after",
            "such as fire-deaths; half of a change is written response-time.after",
        ),
    )


def _alone(typed: object) -> object:
    """Take one name for a list of one; several on a line are left for the list to complain of."""
    return [typed] if isinstance(typed, str) and not set(typed.strip()) & set(" ,，、") else typed


Source = Annotated[str, StringConstraints(max_length=80), AfterValidator(_named)]
"""A figure by its name, or half of a change: `response-time.after`."""

Pair = tuple[Source, Source]


class Derived(Frozen):
    """One sentence about what follows from one or two figures; one form says how."""

    difference: Annotated[
        tuple[Source, ...] | None,
        Field(min_length=1, max_length=2),
        BeforeValidator(_alone, json_schema_input_type=Source | Pair),
    ] = None
    ratio: Pair | None = None
    share: Pair | None = None
    average: Pair | None = None
    per_day: Annotated[
        tuple[Source] | None, BeforeValidator(_alone, json_schema_input_type=Source)
    ] = None
    days: Annotated[int, Field(ge=1, le=40_000)] | None = None
    show: Show = Show.WORDS
    text: Text

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if sum(getattr(self, form) is not None for form in FORMS) != 1:
            raise complaint(
                "derived_form",
                Said(
                    f"算法只能写一种：{'、'.join(FORMS)}",
                    f"this takes exactly one of {', '.join(FORMS)}",
                ),
                Said("留下一种，删去其余", "keep one and delete the others"),
            )
        if (self.days is None) != (self.per_day is None):
            raise complaint(
                "derived_days",
                Said("per_day 和 days 要一起写", "per_day and days go together"),
                Said(
                    "days 是这段时期的天数，例如 days: 730；不是算每天的，就删掉它",
                    "days is how many days the period has, such as days: 730; else delete it",
                ),
            )
        return self

    @property
    def form(self) -> str:
        """How it is computed, one of FORMS."""
        return next(form for form in FORMS if getattr(self, form) is not None)

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """The figures it follows from: each name, with the half that is meant ("" for all)."""
        typed: tuple[str, ...] = getattr(self, self.form)
        return tuple((name, part) for name, _, part in (one.partition(".") for one in typed))

    def figure_names(self) -> tuple[tuple[Path, str], ...]:
        """Return every figure it follows from, by name, with the path that names it."""
        return tuple(((self.form, at), name) for at, (name, _) in enumerate(self.sources))

    def terms(self, figures: Mapping[str, Figure]) -> tuple[Term, Term]:
        """Return the two numbers to reckon with."""
        sources = self.sources
        if self.days is not None:
            # Nobody counted the days of “the past two years”.
            return _term(figures, *sources[0]), Term(Decimal(self.days), Qualifier.ABOUT)
        if len(sources) == 1:
            sources = tuple((sources[0][0], part) for part in ("before", "after"))
        return _term(figures, *sources[0]), _term(figures, *sources[1])

    def result(self, figures: Mapping[str, Figure]) -> Term:
        """Compute it; the divisor must not be 0, nor the qualifiers contradict each other."""
        first, second = self.terms(figures)
        hedge = _hedge(first, second)
        if self.difference is not None:
            return Term(first.value - second.value, hedge)
        parts = 100 if self.share is not None else 1
        rounded = Context(_DIGITS, _ROUNDING.get(hedge, ROUND_HALF_UP))
        value = rounded.divide(first.value * parts, second.value)
        if rounded.flags[Inexact]:
            hedge = hedge or Qualifier.ABOUT
        return Term(Decimal(f"{value:f}"), hedge)  # 8330, not 8.33E+3


def _term(figures: Mapping[str, Figure], name: str, part: str) -> Term:
    figure = figures[name]
    value: Decimal | None = getattr(figure, part or "value")
    hedge = Qualifier.OVER if figure.qualifier in _ABOVE else figure.qualifier
    return Term(value or Decimal(0), hedge)


def _hedges(first: Term, second: Term) -> set[Qualifier]:
    """Return how each term hedges the result; more to take away or divide by makes it less."""
    turned = _OPPOSITE.get(second.hedge, second.hedge) if second.hedge else None
    return {hedge for hedge in (first.hedge, turned) if hedge}


def contradict(first: Term, second: Term) -> bool:
    """True where the result may be more or less than it seems, and nobody knows which."""
    return _hedges(first, second) == {Qualifier.OVER, Qualifier.NEARLY}


def _hedge(first: Term, second: Term) -> Qualifier | None:
    hedges = _hedges(first, second)
    return Qualifier.ABOUT if Qualifier.ABOUT in hedges else next(iter(hedges), None)


def derived(exhibit: "Exhibit[Panel]", name: str) -> Figure:
    """Compute what an entry of `derived` says, as a figure that can be told like any other.

    Its label is the sentence as it was written, with `{value}` still open; its source is that of
    the first figure it follows from.
    """
    entry = exhibit.derived[name]
    value, hedge = entry.result(exhibit.figures)
    first = exhibit.figures[entry.sources[0][0]]
    # Not validated: the own units have names that no unit of a file can have.
    return Figure.model_construct(
        label=entry.text,
        value=value,
        unit=_UNITS.get(entry.form, first.unit),
        qualifier=hedge,
        source=first.source,
    )


def sentence(exhibit: "Exhibit[Panel]", name: str, language: str) -> str:
    """Return an entry of `derived` as visitors read it."""
    told = phrase(derived(exhibit, name), "", exhibit.units, language)
    text = exhibit.derived[name].text.to(language).replace(VALUE, told)
    return tell(text, exhibit.figures, exhibit.units, language)
