"""Where a visit stands."""

from dataclasses import dataclass

TEXT_STEPS = (1.0, 1.3, 1.6)
"""The sizes of text a visitor may choose, as factors of the design's."""


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
    text: int = 0
    touched: float = 0.0
    asked: float | None = None

    @property
    def attracting(self) -> bool:
        """True while nobody is here."""
        return isinstance(self.place, Attract)


def fresh(language: str, now: float) -> State:
    """Return the state that every visitor finds: the cover, the first language, normal text."""
    return State(place=Attract(0, now), language=language, touched=now)
