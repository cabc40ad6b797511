"""Screens made one at a time without a visitor: a view above the band, or the cover."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QWidget

from kiosk.content.base import Text
from kiosk.content.telling import tell
from kiosk.panels.view import View
from kiosk.shell.band import Band
from kiosk.shell.cover import Cover
from kiosk.shell.opening import shop, sounds
from kiosk.shell.views import Views
from kiosk.ui import fonts
from kiosk.ui.look import Look
from kiosk.ui.motion import Level, Motion
from kiosk.visit.choices import TEXT_STEPS, Choices
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Contents, Home, State

if TYPE_CHECKING:
    from kiosk.visit.intents import Intent

Place = Home | Contents | AtPanel


class Easel:
    """Holds one screen; the one before is gone, with its memory. Pictures are waited for."""

    def __init__(self, route: Route, content: Path) -> None:
        self.route = route
        self.window = QWidget()
        self.sounds = sounds(route.exhibit)
        self._shop = replace(shop(content, patient=True), ruby=self.sounds)
        fonts.wear(route.exhibit.exhibit.fonts, self._shop.folders)
        self._views = Views(self._shop, _nothing)
        self._motion = Motion(lambda: 0.0, Level.NONE)
        self._around: list[QWidget] = []

    def show(self, place: Place, look: Look) -> View:
        """Show the view of a place, all numbers grown; a quiet card where it cannot be made."""
        self._clear(look)

        def dress(view: View) -> None:
            view.setParent(self.window)
            view.setGeometry(0, 0, look.width, look.height - look.band)
            view.lay_out()

        view = self._views.view(place, look, self.route, dress)
        band = Band(look, self.route, self._motion, _nothing, self.window)
        band.setGeometry(0, look.height - look.band, look.width, look.band)
        band.show_state(State(place, look.language, Choices(TEXT_STEPS.index(look.text))))
        self._around.append(band)
        return view

    def show_cover(self, look: Look) -> QWidget:
        """Show and return the cover, which is in the exhibit's first languages whatever the look's is."""
        self._clear(look)
        cover = Cover(look, self.route.exhibit.exhibit, self._motion, self.window, self._say)
        cover.setGeometry(0, 0, look.width, look.height)
        cover.grab(QRect(0, 0, 1, 1))  # what nobody sees is laid out when it is painted
        self._around.append(cover)
        return cover

    def _say(self, text: object, language: str) -> str:
        exhibit = self.route.exhibit
        if not isinstance(text, Text):
            return ""
        return tell(text.to(language), exhibit.figures, exhibit.units, language)

    def _clear(self, look: Look | None = None) -> None:
        self._views.drop_all()
        for widget in self._around:
            widget.setParent(None)
            widget.deleteLater()
        self._around.clear()
        # No event loop runs here that would do this.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if look is not None:
            self.window.resize(look.width, look.height)

    def close(self) -> None:
        """Let everything go."""
        self._clear()
        self._shop.pictures.close()
        self.window.deleteLater()


def _nothing(_intent: "Intent") -> None:
    """Nobody is there to want anything."""
