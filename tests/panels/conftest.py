"""What the tests of panels share: the shipped exhibit on stage, with and without photographs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.brief import Shop
from kiosk.shell.guesses import Guesses
from kiosk.shell.opening import shop
from kiosk.ui.assets import shipped
from kiosk.visit.route import Route
from tests.helpers.leaks import settle
from tests.helpers.staging import Staging, photographed, shut, stocked
from tests.panels.sheet_desk import Desk


@pytest.fixture(scope="session")
def route(exhibit: Exhibit[Panel]) -> Route:
    """The way through the shipped exhibit."""
    return Route(exhibit)


@pytest.fixture(scope="session")
def album(route: Route, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small photograph for every item of the exhibit."""
    return photographed(route, tmp_path_factory.mktemp("album"))


@pytest.fixture
def staging(kiosk_app: QApplication, route: Route, album: Path) -> Iterator[Staging]:
    """The exhibit with all its photographs."""
    stage = Staging(route, stocked(shop(album / "content.yaml"), album))
    yield stage
    stage.close()


@pytest.fixture
def bare(kiosk_app: QApplication, route: Route, tmp_path: Path) -> Iterator[Staging]:
    """The exhibit with no picture at all."""
    stage = Staging(route, stocked(shop(tmp_path / "content.yaml"), tmp_path))
    yield stage
    stage.close()


@pytest.fixture
def store(kiosk_app: QApplication) -> Iterator[Shop]:
    """What views share, with our illustrations."""
    one = shop(shipped() / "content.yaml", patient=True)
    yield one
    shut(one)


@pytest.fixture
def flat_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the mountains out where only places matter: painting them takes most of the time."""
    for module in ("panels.art", "panels.framed", "panels.quotation", "shell.home"):
        monkeypatch.setattr(f"kiosk.{module}.paint_ground", lambda *_: None)


@pytest.fixture
def desk(store: Shop, route: Route) -> Iterator[Desk]:
    """Lays sheets; all are dropped at the end, and no guess is kept."""
    made = Desk(route, replace(store, tallies=Guesses(None)))
    yield made
    for sheet in made.sheets:
        sheet.drop()
    settle()
