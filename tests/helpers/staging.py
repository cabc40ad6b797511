"""Views as the kiosk makes them, one at a time and for any screen."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from kiosk.panels.brief import Shop
from kiosk.panels.photos import Photos
from kiosk.panels.view import View
from kiosk.shell.views import Views
from kiosk.ui.look import Look
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Contents, Home
from tests.helpers.leaks import settle

if TYPE_CHECKING:
    from kiosk.visit.intents import Intent


class Staging:
    """A window of any size that holds one view; what the view sends is in `sent`."""

    def __init__(self, route: Route, shop: Shop) -> None:
        self.route, self.shop = route, shop
        self.sent: list[Intent] = []
        self._views = Views(shop, self.sent.append)
        self._window = QWidget()

    def show(self, place: Home | Contents | AtPanel, look: Look) -> View:
        """Return the view of a place, laid out and painted once; the one before is gone."""
        self.clear()
        self._window.resize(look.width, look.height)

        def dress(view: View) -> None:
            view.setParent(self._window)
            view.setGeometry(0, 0, look.width, look.height - look.band)
            view.lay_out()

        return self._views.view(place, look, self.route, dress)

    def clear(self) -> None:
        """Drop the view."""
        self._views.drop_all()
        settle()

    def close(self) -> None:
        """Let everything go, the spare charts as well."""
        self.clear()
        shut(self.shop)
        self._window.deleteLater()


def shut(shop: Shop) -> None:
    """Close what views share: the worker of the pictures, and the charts that came back."""
    shop.pictures.close()
    spare = shop.charts()._spare
    while spare:
        spare.pop().deleteLater()


def photographed(route: Route, folder: Path) -> Path:
    """Put a small photograph for every item of the exhibit into a folder; return the folder."""
    picture = QImage(48, 32, QImage.Format.Format_RGB32)
    picture.fill(QColor("#6f8f7f"))
    panels = [route.panel(at) for at in range(len(route.legs))]
    for panel in panels:
        for item in panel.items if isinstance(panel, Photos) else ():
            file = folder / item.photo
            file.parent.mkdir(parents=True, exist_ok=True)
            if not picture.save(str(file)):
                raise OSError(f"{file} cannot be written")
    return folder


def stocked(shop: Shop, folder: Path) -> Shop:
    """Return a shop whose pictures come from one folder alone, and are waited for."""
    return replace(shop, folders=(folder,), patient=True)
