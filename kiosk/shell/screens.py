"""What stands around the stage: band, cover, viewer and question, made for one look."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.content.base import Text
from kiosk.content.telling import tell
from kiosk.panels.brief import Brief
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.overlay import Overlay
from kiosk.panels.source_sheet import SourceSheet
from kiosk.panels.viewer import Viewer
from kiosk.shell.ask import Ask
from kiosk.shell.band import Band, OpenBand
from kiosk.shell.cover import Cover
from kiosk.ui.look import Look
from kiosk.ui.motion import Motion
from kiosk.visit.intents import Intent
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, State

SHEETS: dict[str, type[Overlay]] = {"source": SourceSheet, "guess": GuessSheet}
"""What can be laid over a panel, by the names that panels know."""


class Screens:
    """Owns those widgets; a new look or exhibit makes new ones."""

    def __init__(
        self,
        root: QWidget,
        look: Look,
        route: Route,
        motion: Motion,
        send: Callable[[Intent], None],
    ) -> None:
        self._root, self.look, self._route = root, look, route
        cover = route.exhibit.exhibit
        self.cover = Cover(look, cover, motion, root, self._say)
        self.band = Band(look, route, motion, send, root)
        self.open_band = OpenBand(look, route.exhibit.languages, root)
        self.ask = Ask(look, send, root)
        self.viewer: Viewer | Overlay | None = None
        """What lies over everything else: a picture in full, or a sheet."""
        self._viewed: AtPanel | None = None
        self.fit()

    def _say(self, text: object, language: str) -> str:
        exhibit = self._route.exhibit
        if not isinstance(text, Text):
            return ""
        return tell(text.to(language), exhibit.figures, exhibit.units, language)

    def fit(self) -> None:
        """Take the places that the window's size gives."""
        wide, high, band = self._root.width(), self._root.height(), self.look.band
        self.cover.setGeometry(0, 0, wide, high)
        self.ask.setGeometry(0, 0, wide, high)
        for foot in (self.band, self.open_band):
            foot.setGeometry(0, high - band, wide, band)

    def show_state(self, state: State, brief: Callable[[AtPanel], Brief]) -> None:
        """Show what the state asks for; `brief` gives the order for the viewer's picture."""
        place = state.place
        on_cover = isinstance(place, Attract) and place.index == 0
        self.cover.setVisible(on_cover)
        self.cover.run(on_cover)
        self.open_band.setVisible(isinstance(place, Attract) and not on_cover)
        self.band.setVisible(not isinstance(place, Attract))
        self.band.show_state(state)
        self._view(place if isinstance(place, AtPanel) and place.covered else None, brief)
        self.ask.setVisible(state.asked is not None)
        for widget in (self.band, self.open_band, self.cover, self.viewer, self.ask):
            if widget is not None:
                widget.raise_()

    def _view(self, place: AtPanel | None, brief: Callable[[AtPanel], Brief]) -> None:
        if place == self._viewed:
            return
        if self.viewer is not None:
            self.viewer.drop()
            self.viewer = None
        self._viewed = place
        if place is not None:
            self.viewer = SHEETS[place.sheet](brief(place)) if place.sheet else Viewer(brief(place))
            self.viewer.setParent(self._root)
            self.viewer.setGeometry(self._root.rect())
            self.viewer.show()

    def drop(self) -> None:
        """Let them go."""
        self.cover.run(False)
        self.band.rest()
        self._view(None, lambda _place: (_ for _ in ()).throw(RuntimeError))
        for widget in (self.cover, self.band, self.open_band, self.ask):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
