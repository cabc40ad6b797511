"""The way through an exhibit: its panels one after another, as far as moving about needs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.telling import tell
from kiosk.visit.dwell import dwell


@dataclass(frozen=True)
class Leg:
    """One panel on the way."""

    key: str
    """What it is called, the same after an edit: the chapter and the panel's id, else its number."""
    chapter: int
    within: int
    stops: int


@dataclass(frozen=True)
class Route:
    """Panels in order, numbered from 0 through all chapters."""

    exhibit: Exhibit[Panel]

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """Every panel in order."""
        return tuple(
            Leg(f"{chapter.id}/{panel.id or within}", number, within, panel.stops)
            for number, chapter in enumerate(self.exhibit.chapters)
            for within, panel in enumerate(chapter.panels)
        )

    @cached_property
    def stops(self) -> tuple[tuple[int, int], ...]:
        """Every (panel, stop) in order."""
        return tuple((at, stop) for at, leg in enumerate(self.legs) for stop in range(leg.stops))

    @cached_property
    def _indices(self) -> Mapping[str, int]:
        return {leg.key: at for at, leg in enumerate(self.legs)}

    def panel(self, at: int) -> Panel:
        """Return what the panel at this place in the route shows."""
        leg = self.legs[at]
        return self.exhibit.chapters[leg.chapter].panels[leg.within]

    def first_of(self, chapter: int) -> int:
        """Return where a chapter begins; out of range is drawn in to the nearest chapter."""
        chapter = min(max(chapter, 0), len(self.exhibit.chapters) - 1)
        return next(at for at, leg in enumerate(self.legs) if leg.chapter == chapter)

    def find(self, key: str) -> int | None:
        """Return the place of the panel with this key, or None where it is gone."""
        return self._indices.get(key)

    def dwell(self, at: int, stop: int, language: str) -> float:
        """Return the seconds for which one stop stays while cycling."""
        panel = self.panel(at)
        if panel.dwell is not None:
            return panel.dwell
        figures, units = self.exhibit.figures, self.exhibit.units
        shown = dict.fromkeys(name for _, name in panel.figure_names())
        labels = [figures[name].label.to(language) for name in shown]
        read = [text.to(language) for text in panel.texts(stop)]
        texts = " ".join([*read, *labels])
        return dwell(tell(texts, figures, units, language))
