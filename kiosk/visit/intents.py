"""What someone wants, or what time brings."""

from dataclasses import dataclass

from kiosk.visit.choices import Choices


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
class OpenChoices:
    """Open or close what can be chosen of how everything is shown."""

    on: bool


@dataclass(frozen=True)
class Choose:
    """Show everything like this."""

    choices: Choices


@dataclass(frozen=True)
class Guide:
    """Begin or end a guide's talk: until then nobody is asked, and text is larger."""

    on: bool


@dataclass(frozen=True)
class Door:
    """The exhibit opens, or closes as soon as nobody is here."""

    opened: bool


@dataclass(frozen=True)
class Staff:
    """Open what is for staff, "pin" or "sheet", or close it ("")."""

    sheet: str


@dataclass(frozen=True)
class Stay:
    """Yes, still looking."""


@dataclass(frozen=True)
class Leave:
    """Back to the cover."""


Wanted = (
    Turn
    | GoHome
    | GoContents
    | OpenChapter
    | OpenPanel
    | Zoom
    | Lay
    | Speak
    | OpenChoices
    | Choose
    | Guide
    | Stay
)
"""What a visitor asks for."""

Intent = Touched | Tick | Wanted | Door | Staff | Leave
