"""Where a visit stands."""

from dataclasses import dataclass

from kiosk.visit.choices import NONE, TEXT_STEPS, Choices


@dataclass(frozen=True)
class Attract:
    """Nobody is here: index 0 is the cover, n the n-th stop of the route (from 1)."""

    index: int = 0
    since: float = 0.0


@dataclass(frozen=True)
class Home:
    """The chapters as cards."""


@dataclass(frozen=True)
class Contents:
    """Every chapter with every panel."""


@dataclass(frozen=True)
class AtPanel:
    """In front of a panel: its place in the route and which of its stops, both from 0.

    `sheet` names what lies over it, "" for nothing; a panel says which sheets it has.
    """

    panel: int
    stop: int = 0
    zoomed: bool = False
    sheet: str = ""

    @property
    def covered(self) -> bool:
        """True while something lies over the panel."""
        return self.zoomed or bool(self.sheet)


Place = Attract | Home | Contents | AtPanel


@dataclass(frozen=True)
class State:
    """All that a visit is; times are seconds of one monotonic clock."""

    place: Place
    language: str
    choices: Choices = NONE
    choosing: bool = False
    """True while the choices lie open."""
    touched: float = 0.0
    asked: float | None = None
    closed: bool = False
    """True outside the opening hours: the screen is dark."""
    staff: str = ""
    """What lies open for staff: "pin", "sheet", or nothing."""
    guided: float | None = None
    """When a guide's talk is over; None while nobody guides."""

    @property
    def attracting(self) -> bool:
        """True while nobody is here."""
        return isinstance(self.place, Attract)

    @property
    def seen(self) -> tuple[object, ...]:
        """All of it that shows on screen, the place first."""
        asked, guided = self.asked is not None, self.guided is not None
        how = (self.language, self.text, self.choices, self.choosing)
        return self.place, *how, asked, guided, self.closed, self.staff

    @property
    def text(self) -> float:
        """The size of text, as a factor; one step larger for those behind a guide's back."""
        larger = self.choices.text + (self.guided is not None)
        return TEXT_STEPS[min(larger, len(TEXT_STEPS) - 1)]

    @property
    def patience(self) -> float:
        """By how much longer to wait: who has chosen how to see needs more time."""
        return 1.0 if self.choices == NONE else 2.0


def fresh(language: str, now: float) -> State:
    """Return the state that every visitor finds: the cover, the first language, nothing chosen."""
    return State(place=Attract(0, now), language=language, touched=now)
