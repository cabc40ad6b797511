"""What a view is given: its panel, the exhibit around it, the look, and helpers to share."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.content.assets import holds
from kiosk.content.base import Text
from kiosk.content.exhibit import Chapter, Exhibit
from kiosk.content.figures import Figure
from kiosk.content.numbers import Numeral, numeral, phrase
from kiosk.content.panel import Panel
from kiosk.content.telling import tell
from kiosk.ui.look import Look, Ruby
from kiosk.ui.pictures import Pictures
from kiosk.visit.intents import Intent

if TYPE_CHECKING:
    from kiosk.ui.chart import Charts
    from kiosk.ui.voice import Voice


class Tallies(Protocol):
    """Counts guesses in equal parts of a scale."""

    def add(self, key: str, fingerprint: str, bucket: int) -> None:
        """Count one."""
        ...

    def counts(self, key: str, fingerprint: str) -> tuple[int, ...]:
        """Return all, from the low end."""
        ...


Sounds = Callable[[str], Ruby | None]
"""Returns what tells the sounds of characters: of none, of rare ones, or of all."""


def silent(_which: str) -> None:
    """Tell no sounds."""


Animate = Callable[[float, Callable[[float], None]], object]
"""Called with seconds and what to call with 0 to 1 meanwhile."""


def at_once(_seconds: float, show: Callable[[float], None]) -> None:
    """Show the end of a movement."""
    show(1.0)


@dataclass(frozen=True)
class Shop:
    """What all views share: pictures, charts, the folders that files are looked for in."""

    pictures: Pictures
    charts: Callable[[], "Charts"]
    folders: tuple[Path, ...]
    patient: bool = False
    """True where pictures may be waited for: a tour has no visitor."""
    tallies: Tallies | None = None
    """What visitors guessed; None where nobody guesses."""
    ruby: Sounds = silent
    animate: Animate = at_once
    """Runs a movement on the one timer."""
    voice: "Voice | None" = None
    """What reads aloud; None where nothing is to be heard."""

    def find(self, name: str) -> Path | None:
        """Return the file of that relative name in the first folder that really holds it."""
        return next((folder / name for folder in self.folders if holds(folder, name)), None)


@dataclass(frozen=True)
class Brief:
    """One view's order."""

    exhibit: Exhibit[Panel]
    number: int
    """The chapter's place, from 0."""
    panel: Panel
    at: int
    """The panel's place in the route, from 0."""
    stop: int
    look: Look
    shop: Shop
    send: Callable[[Intent], None]

    @property
    def chapter(self) -> Chapter[Panel]:
        """The chapter the panel stands in."""
        return self.exhibit.chapters[self.number]

    def say(self, text: Text | None) -> str:
        """Return a text in the visitor's language with its figures filled in ("" for none)."""
        if text is None:
            return ""
        language = text.told_in(self.look.language)
        return tell(text.to(language), self.exhibit.figures, self.exhibit.units, language)

    @property
    def recording(self) -> Path | None:
        """The file in which the panel is read aloud in the visitor's language, if it is there."""
        audio = self.panel.audio
        name = audio.files.get(self.look.language) if audio else None
        return self.shop.find(name) if name else None

    @property
    def heard(self) -> bool:
        """Whether the panel can be heard: recorded, or spoken by the computer."""
        voice = self.shop.voice
        return voice is not None and voice.can(self.look.language, self.recording)

    def figure(self, name: str) -> Figure:
        """Return a figure; names were checked when the exhibit was read."""
        return self.exhibit.figures[name]

    def bare(self, figure: Figure, value: Decimal) -> str:
        """Return another value in the unit of a figure, with nothing that is said of its own."""
        alone = {"value": value, "before": None, "after": None, "qualifier": None}
        plain = figure.model_copy(update={**alone, "cumulative": False, "direction": None})
        return numeral(value, plain, self.exhibit.units, self.look.language).whole()

    def numeral(self, figure: Figure, part: str = "value") -> Numeral:
        """Return the pieces of a figure's value, before or after."""
        value = {"value": figure.value, "before": figure.before, "after": figure.after}[part]
        if value is None:
            raise ValueError(f"the figure has no {part}")
        return numeral(value, figure, self.exhibit.units, self.look.language)

    def phrase(self, figure: Figure) -> str:
        """Return a figure as a phrase."""
        return phrase(figure, "", self.exhibit.units, self.look.language)
