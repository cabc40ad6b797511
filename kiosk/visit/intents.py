"""What someone wants, or what time brings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Touched:
    """Somebody is here."""


@dataclass(frozen=True)
class Tick:
    """Time has passed."""


@dataclass(frozen=True)
class Turn:
    """To the next stop (1) or the one before (-1)."""

    by: int


@dataclass(frozen=True)
class GoHome:
    """To the cards of the chapters."""


@dataclass(frozen=True)
class GoContents:
    """To the list of everything."""


@dataclass(frozen=True)
class OpenChapter:
    """To the first panel of a chapter (from 0)."""

    chapter: int


@dataclass(frozen=True)
class OpenPanel:
    """To a panel of the route, at one of its stops (both from 0)."""

    panel: int
    stop: int = 0


@dataclass(frozen=True)
class Zoom:
    """Open or close the photograph in full."""

    on: bool


@dataclass(frozen=True)
class Lay:
    """Lay a sheet over the panel, by its name; "" takes it away."""

    sheet: str


@dataclass(frozen=True)
class Speak:
    """Use this language."""

    language: str


@dataclass(frozen=True)
class NextText:
    """The next larger text, or the normal one after the largest."""


@dataclass(frozen=True)
class Stay:
    """Yes, still looking."""


@dataclass(frozen=True)
class Leave:
    """Back to the cover."""


Intent = (
    Touched
    | Tick
    | Turn
    | GoHome
    | GoContents
    | OpenChapter
    | OpenPanel
    | Zoom
    | Lay
    | Speak
    | NextText
    | Stay
    | Leave
)
