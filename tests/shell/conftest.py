"""What the tests of the running kiosk share: a kiosk, its visitor, and small exhibits."""

import logging
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.panels.kinds import KINDS
from kiosk.shell.app import Kiosk
from kiosk.shell.faults import Faults
from kiosk.shell.options import Options
from kiosk.shell.overseen import overseen
from kiosk.shell.places import Places
from kiosk.ui import mountains
from kiosk.ui.assets import shipped
from kiosk.ui.motion import Level
from kiosk.visit.route import Route
from tests.helpers.clock import Clock
from tests.helpers.staging import photographed, shut
from tests.shell.failing import Overseen
from tests.shell.saving import Desk
from tests.shell.visitor import Visitor

Opener = Callable[..., Visitor]


@pytest.fixture(scope="session", autouse=True)
def ridges_are_remembered() -> Iterator[None]:
    """Mountains are as they are; the tests of a hundred kiosks need not reckon each anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mountains, "ridge", lru_cache(mountains.ridge))
        yield


@pytest.fixture(scope="session")
def panel(kiosk_app: QApplication) -> QPointingDevice:
    """The touch panel."""
    assert kiosk_app.screens()
    return QTest.createTouchDevice()


@pytest.fixture(scope="session")
def album(exhibit: Exhibit[Panel], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The name of a content file beside which all photographs are: small, so that they come fast."""
    return photographed(Route(exhibit), tmp_path_factory.mktemp("album")) / "content.yaml"


@pytest.fixture
def opener(
    kiosk_app: QApplication,
    exhibit: Exhibit[Panel],
    album: Path,
    clock: Clock,
    panel: QPointingDevice,
) -> Iterator[Opener]:
    """Opens kiosks; each is closed when the test is over."""
    visitors: list[Visitor] = []

    def open_kiosk(
        shown: Exhibit[Panel] = exhibit,
        content: Path = album,
        size: tuple[int, int] | None = (1280, 720),
        motion: Level = Level.FULL,
    ) -> Visitor:
        kiosk = Kiosk(shown, content, Options(size, motion), clock)
        kiosk_app.processEvents()
        visitors.append(Visitor(kiosk, panel, clock))
        return visitors[-1]

    yield open_kiosk
    for visitor in visitors:
        visitor.close()
        shut(visitor.kiosk.shop)


@pytest.fixture
def visitor(opener: Opener) -> Visitor:
    """A visitor before the cover of the shipped exhibit, in a window of 1280 by 720."""
    return opener()


@pytest.fixture
def brisk(opener: Opener) -> Visitor:
    """The same before a kiosk on which nothing moves: for long ways."""
    return opener(motion=Level.NONE)


@pytest.fixture
def desk(kiosk_app: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with the small exhibit, and the kiosk looking."""
    assert kiosk_app.screens()
    desk = Desk(tmp_path)
    desk.reload.start()
    desk.reload._timer.stop()
    desk.join()
    yield desk
    desk.reload.close()


@pytest.fixture
def hall(
    visitor: Visitor, clock: Clock, expects_log: list[logging.LogRecord]
) -> Iterator[Overseen]:
    """The kiosk as it runs; what is logged is heard as the log has it."""
    assert expects_log == []
    faults, left = Faults(clock), list[int]()
    content = shipped() / "content.yaml"
    loaded = load(content, KINDS, shipped() / "assets")
    assert isinstance(loaded, Loaded)
    faults.line = Places(loaded).line
    kiosk = visitor.kiosk
    with faults.hooked(), overseen(visitor.window, kiosk.controller, faults, left.append, {}):
        yield Overseen(visitor, faults, left)
