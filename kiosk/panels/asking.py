"""Panels whose figure a visitor may guess before it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from kiosk.content.base import Text
from kiosk.content.figures import Figure
from kiosk.content.panel import Complaint, Panel
from kiosk.content.problems import Said

HUNDRED = Decimal(100)

ROOM = Decimal("1.25")
"""How far the scale of a guess goes at least, against the largest value that is shown."""

Shape = Literal["bar", "slope", "squares"]
"""What a visitor drags: a bar's end, the second point of a change, so many squares of a hundred."""


@dataclass(frozen=True)
class Question:
    """What is asked: a figure, its true value, and the scale from 0 to `top` to guess on."""

    name: str
    shape: Shape
    truth: Decimal
    top: Decimal
    before: Decimal | None = None
    """Where a change began; it is no secret."""

    @property
    def step(self) -> Decimal:
        """The least difference between two guesses: that of the true value's last decimal."""
        exponent = self.truth.normalize().as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        return max(Decimal(1).scaleb(-decimals), self.top / 1000)

    def at(self, share: float) -> Decimal:
        """Return the guess at a share (0 to 1, else the nearer end) of the scale."""
        part = Decimal(str(round(min(max(share, 0.0), 1.0), 6)))
        return (self.top * part / self.step).to_integral_value() * self.step

    def share(self, guess: Decimal) -> float:
        """Return where a value lies on the scale, 0 to 1."""
        return float(guess / self.top)


class Asking(Panel):
    """A panel that may ask: with `guess`, the question, visitors guess its figure first."""

    guess: Text | None = None
    shape: ClassVar[Shape] = "bar"
    apart: ClassVar[frozenset[str]] = Panel.apart | {"guess"}

    @property
    def sheets(self) -> tuple[str, ...]:
        """With a question there is a sheet to guess on."""
        return (*super().sheets, "guess") if self.guess else super().sheets

    def asked(self) -> tuple[tuple[str | int, ...], str]:
        """Return the path and the name of the figure that is guessed."""
        return self.figure_names()[0]

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """A guess is compared with a number that is known exactly."""
        _, name = self.asked()
        if self.guess and figures[name].qualifier is not None:
            yield Complaint(
                ("guess",),
                Said(
                    f"{name} 带有“超、余、近”之类的限定，不能用来猜",
                    f"{name} is hedged (over, nearly …): a guess needs an exact number",
                ),
                Said("删去 guess，或换一个数字", "delete guess, or choose another figure"),
            )


def question(panel: Asking, figure: Figure, *, percent: bool) -> Question:
    """Return what a panel asks of its figure, whose unit is percent or another."""
    _, name = panel.asked()
    truth = figure.value if figure.after is None else figure.after
    values = [one for one in (figure.value, figure.before, figure.after) if one is not None]
    whole = percent and max(values) <= HUNDRED
    top = HUNDRED if whole else rounded(max(values) * ROOM)
    return Question(name, panel.shape, truth or Decimal(0), top, figure.before)


def rounded(value: Decimal) -> Decimal:
    """Return the least of 1, 2, 2.5, 5 and 10 times a power of ten that is no less than a value."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(1).scaleb(value.adjusted())
    return next(
        power * Decimal(n) for n in ("1", "2", "2.5", "5", "10") if power * Decimal(n) >= value
    )
