"""What stands around the stage: band, cover, viewer, question and the dark, made for one look."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.content.base import Text
from kiosk.content.telling import tell
from kiosk.panels.brief import Brief
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.listen_sheet import ListenSheet
from kiosk.panels.overlay import Overlay
from kiosk.panels.source_sheet import SourceSheet
from kiosk.panels.take_sheet import TakeSheet
from kiosk.panels.viewer import Viewer
from kiosk.shell.ask import Ask
from kiosk.shell.band import Band
from kiosk.shell.chooser import Beside, Chooser
from kiosk.shell.cover import Cover
from kiosk.shell.dark import Dark
from kiosk.shell.open_band import OpenBand
from kiosk.ui.look import Look
from kiosk.ui.motion import Motion
from kiosk.visit.intents import Intent
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, State

SHEETS: dict[str, type[Overlay]] = {
    "source": SourceSheet,
    "guess": GuessSheet,
    "take": TakeSheet,
    "listen": ListenSheet,
}
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
        self._send = send
        self._chooser: Chooser | None = None
        self._beside = Beside(send, root)
        self._beside.hide()
        self.dark = Dark(look, root)
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
        for whole in (self.ask, self.dark):
            whole.setGeometry(0, 0, wide, high)
        self._beside.setGeometry(self._root.rect())
        for foot in (self.band, self.open_band):
            foot.setGeometry(0, high - band, wide, band)

    def show_state(self, state: State, brief: Callable[[AtPanel], Brief]) -> None:
        """Show what the state asks for; `brief` gives the order for the viewer's picture."""
        place = state.place
        on_cover = isinstance(place, Attract) and place.index == 0 and not state.closed
        self.cover.setVisible(on_cover)
        self.cover.run(on_cover)
        if isinstance(place, Attract):
            self.open_band.show_place(place.index)
        self.open_band.setVisible(isinstance(place, Attract) and not on_cover)
        self.band.setVisible(not isinstance(place, Attract))
        self.band.show_state(state, heard=isinstance(place, AtPanel) and brief(place).heard)
        self._view(place if isinstance(place, AtPanel) and place.covered else None, brief)
        self._choose(state)
        self.ask.setVisible(state.asked is not None)
        self.dark.setVisible(state.closed)
        over = (self._beside, self.band, self._chooser, self.open_band, self.cover)
        for widget in (*over, self.viewer, self.ask, self.dark):
            if widget is not None:
                widget.raise_()

    def _choose(self, state: State) -> None:
        """Lay the choices over the foot of the panel, or take them away."""
        if self._chooser is not None:
            self._chooser.hide()
            self._chooser.deleteLater()
            self._chooser = None
        self._beside.setVisible(state.choosing)
        if state.choosing:
            languages = self._route.exhibit.languages
            self._chooser = Chooser(self.look, state.choices, self._send, self._root, languages)
            self._chooser.lay_out(self._root.height() - self.look.band, self._root.width())
            self._chooser.show()

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
        around = (self.cover, self.band, self.open_band, self.ask, self._beside, self.dark)
        for widget in [one for one in (*around, self._chooser) if one is not None]:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
