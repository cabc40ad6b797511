"""Figures in words that a reader would use: 4.8万余件, more than 48,000 disputes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel.core import Locale, UnknownLocaleError
from babel.numbers import format_compact_decimal, format_decimal

from kiosk.content import phrases
from kiosk.content.base import Text
from kiosk.content.figures import Figure, Qualifier
from kiosk.content.languages import from_right

SHORT_FROM: Final = {"zh": 10_000}
"""From where a language writes numbers with a scale word (万); others from a million."""


@dataclass(frozen=True)
class Numeral:
    """A number in the pieces that typography sets apart.

    `before` and `after` hold qualifier, scale and unit with the spaces that belong to them;
    `amount` is the number as it is written, e.g. 4.8 of 4.8万余件, with `places` decimals.
    """

    before: str
    amount: Decimal
    places: int
    grouped: bool
    language: str
    after: str

    def digits(self, share: float = 1.0) -> str:
        """Return the digits of a share (0 to 1, else the nearer end) of the amount.

        Counting up keeps the number of decimals, so that nothing jumps: 0.0, 2.4, 4.8.
        """
        part = Decimal(str(round(min(max(share, 0.0), 1.0), 4)))
        shown = (self.amount * part).quantize(Decimal(1).scaleb(-self.places)) + 0  # no -0
        pattern = "#,##0" if self.grouped else "0"
        decimals = "." + "0" * self.places if self.places else ""
        return str(format_decimal(shown, pattern + decimals, locale=_locale(self.language)))

    def whole(self) -> str:
        """Return it as one phrase."""
        return f"{self.before}{self.digits()}{self.after}"


@lru_cache(maxsize=16)
def _locale(language: str) -> Locale:
    """Return how a language writes numbers; the English way where nothing is known of it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _scaled(value: Decimal, language: str) -> tuple[Decimal, str]:
    """Split into an amount and a scale word, only where two decimals lose nothing."""
    if abs(value) < SHORT_FROM.get(language[:2], 1_000_000):
        return value, ""
    locale = _locale(language)
    long = not language.startswith("zh") and "long" in locale.compact_decimal_formats
    short = format_compact_decimal(
        value, format_type="long" if long else "short", locale=locale, fraction_digits=2
    )
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(\D+)", short)
    if found is None or (value / Decimal(found[1])).normalize().as_tuple().digits != (1,):
        return value, ""
    return Decimal(found[1]), found[2].replace("\xa0", " ")


def _unit(figure: Figure, units: Mapping[str, Text], language: str) -> str:
    name = figure.unit or ""
    unit = phrases.UNITS.get(name) or units.get(name)
    return unit.to(language) if unit else ""


def numeral(value: Decimal, figure: Figure, units: Mapping[str, Text], language: str) -> Numeral:
    """Write one value of a figure in a language.

    `value` is the figure's own value, its before or its after; the figure lends qualifier and unit.
    """
    amount, scale = _scaled(value, language)
    unit = _unit(figure, units, language)
    before, middle, behind = phrases.qualify(figure.qualifier, language)
    if figure.cumulative:
        before = phrases.TOTAL.to(language) + before
    if language.startswith("zh"):
        odd = middle if figure.qualifier is Qualifier.ODD else ""
        after = odd + scale + behind + unit
    else:
        after = scale + (unit if unit[:1] in "%°‰" else f" {unit}")
    exponent = amount.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return Numeral(before, amount, places, not language.startswith("zh"), language, after.rstrip())


def phrase(figure: Figure, part: str, units: Mapping[str, Text], language: str) -> str:
    """Return a figure as it is spoken inside a sentence; `part` is "", "before" or "after"."""
    if figure.rank is not None:
        return phrases.ordinal(figure.rank, language)
    if figure.top is not None:
        return phrases.TOP.to(language).format(figure.top)
    if figure.before is not None and figure.after is not None:
        before = numeral(figure.before, figure, units, language)
        after = numeral(figure.after, figure, units, language)
        same = before.after == after.after
        unit = _unit(figure, units, language)
        scale = "" if same else before.after.removesuffix(unit).rstrip()
        arrow = "←" if from_right(language) else "→"
        both = f"{before.before}{before.digits()}{scale} {arrow} {after.digits()}{after.after}"
        return {"before": before.whole(), "after": after.whole()}.get(part, both)
    return numeral(figure.value or Decimal(0), figure, units, language).whole()
