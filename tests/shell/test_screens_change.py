"""Screens come, go and are exchanged, windows are taken away: the kiosk follows."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QPointingDevice, QScreen
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.shell.app import Kiosk
from kiosk.shell.display import Display
from kiosk.shell.options import Options
from kiosk.shell.reach import Mounting, above
from kiosk.shell.window import Window
from kiosk.staff.audit import audit
from kiosk.ui.motion import Level
from kiosk.visit.choices import Choices
from kiosk.visit.intents import Choose, OpenPanel
from tests.helpers.clock import Clock
from tests.helpers.project import ROOT
from tests.helpers.small import written
from tests.helpers.staging import shut
from tests.shell import test_screen
from tests.shell.conftest import Opener
from tests.shell.processes import PATIENCE, Process, until
from tests.shell.test_screen import SCREEN, Xdo, click, geometry
from tests.shell.visitor import Visitor

display, xdo = test_screen.display, test_screen.xdo
kiosk, window = test_screen.kiosk, test_screen.window

Say = Callable[..., None]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    """Let every screen say something else of itself."""

    def told(**answers: object) -> None:
        for name, answer in answers.items():
            monkeypatch.setattr(QScreen, name, lambda _screen, answer=answer: answer)

    return told


@pytest.fixture
def whole(opener: Opener) -> Visitor:
    """A visitor at the second panel on a whole screen, on which nothing moves."""
    visitor = opener(size=None, motion=Level.NONE)
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    return visitor


def look_after(visitor: Visitor) -> None:
    """Let the second pass after which the kiosk looks at its screen."""
    visitor.kiosk._keeper.timeout.emit()
    visitor.rest()


def test_buttons_keep_a_thumb_s_width_on_the_next_screen(whole: Visitor, say: Say) -> None:
    targets = []
    for dpi in (100.0, 50.0, 100.0):
        say(physicalDotsPerInch=dpi)
        look_after(whole)
        assert whole.at == (1, 0)
        assert whole.view.look.dpi == dpi
        assert audit(whole.view, whole.view.look) == []
        targets.append(whole.view.look.target)
    assert targets[0] > targets[1] < targets[2]
    whole.tap("下一页")
    assert whole.at == (2, 0)


def test_a_screen_that_does_not_know_its_size_has_no_dots_to_an_inch(
    whole: Visitor, say: Say
) -> None:
    say(physicalDotsPerInch=float("inf"), physicalSize=QSizeF())
    look_after(whole)
    assert whole.view.look.dpi == 0.0
    assert audit(whole.view, whole.view.look) == []


def test_a_turned_screen_that_tells_its_size_as_it_was_made_is_as_fine_as_before(
    whole: Visitor, say: Say
) -> None:
    say(
        geometry=QRect(0, 0, 800, 1280),
        physicalSize=QSizeF(320.0, 200.0),
        physicalDotsPerInch=(800 / 320 + 1280 / 200) * 25.4 / 2,
    )
    look_after(whole)
    assert whole.view.look.portrait
    assert whole.view.look.dpi == pytest.approx(101.6)
    assert whole.kiosk.display.mounting.height == 320.0


@pytest.fixture
def hung(
    kiosk_app: QApplication,
    exhibit: Exhibit[Panel],
    album: Path,
    clock: Clock,
    panel: QPointingDevice,
) -> Iterator[Visitor]:
    """A visitor before a screen of which staff have told how high it hangs, but not its size."""
    kiosk = Kiosk(exhibit, album, Options(None, Level.NONE, mounting=Mounting(700.0)), clock)
    kiosk_app.processEvents()
    visitor = Visitor(kiosk, panel, clock)
    yield visitor
    visitor.close()
    shut(kiosk.shop)


def test_what_comes_down_comes_down_on_a_higher_screen_as_far_as_there(
    hung: Visitor, say: Say
) -> None:
    hung.open()
    hung.kiosk.controller.take(Choose(Choices(low=True)))
    hung.rest()
    wide, high = hung.window.size().toTuple()
    free = {}
    for height in (640.0, 800.0):
        say(physicalSize=QSizeF(1000.0, height))
        look_after(hung)
        free[height] = hung.kiosk.controller._screens.look.above
    assert free == {one: above(wide, high, Mounting(700.0, one)) for one in free}
    assert free[800.0] > free[640.0] > 0


def test_a_screen_that_says_nothing_new_is_left_alone(whole: Visitor) -> None:
    view = whole.view
    look_after(whole)
    assert whole.view is view


def test_pictures_are_made_anew_for_finer_pixels(whole: Visitor, say: Say) -> None:
    view = whole.view
    say(devicePixelRatio=2.0)
    look_after(whole)
    assert whole.view is not view


@pytest.mark.parametrize("size", [(1, 1), (1, 600), (1024, 1)], ids=str)
def test_a_sliver_of_a_window_lays_nothing_out(whole: Visitor, size: tuple[int, int]) -> None:
    view, area = whole.view, whole.window.geometry()
    whole.window.setGeometry(0, 0, *size)
    whole.rest()
    assert whole.view is view
    look_after(whole)
    assert whole.window.geometry() == area
    whole.swipe(1)
    assert whole.at == (2, 0)


def test_a_finger_may_shift_further_on_a_screen_of_more_pixels(visitor: Visitor) -> None:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.window.setFixedSize(2560, 1440)
    visitor.rest()
    x, y = visitor.middle(visitor.pads("下一页")[0])
    visitor.fingers.press(1, x, y)
    visitor.fingers.move(1, x + 15, y)
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == (2, 0)


NO_SCREEN = {
    "geometry": QRect(),
    "physicalSize": QSizeF(),
    "physicalDotsPerInch": float("nan"),
}
"""What the screen says that stands in while all are unplugged."""


def test_while_every_screen_is_unplugged_the_visit_goes_on_and_the_next_one_is_filled(
    whole: Visitor, say: Say
) -> None:
    view, area = whole.view, whole.window.geometry()
    say(**NO_SCREEN)
    look_after(whole)
    assert whole.window.geometry() == area
    assert whole.window.placed
    assert whole.view is view
    turned = QRect(0, 0, 600, 1024)
    say(geometry=turned, physicalSize=QSizeF(150.0, 256.0), physicalDotsPerInch=101.6)
    look_after(whole)
    assert whole.window.geometry() == turned
    assert whole.at == (1, 0)
    assert whole.view.look.portrait
    assert whole.view.look.dpi == 101.6
    assert audit(whole.view, whole.view.look) == []


def test_it_starts_without_a_screen_and_fills_the_one_that_comes(opener: Opener, say: Say) -> None:
    area = QApplication.screens()[0].geometry()
    say(**NO_SCREEN)
    visitor = opener(size=None, motion=Level.NONE)
    look_after(visitor)
    say(geometry=area, physicalSize=QSizeF(203.2, 203.2), physicalDotsPerInch=100.0)
    look_after(visitor)
    assert visitor.window.geometry() == area
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(1))
    visitor.rest()
    assert visitor.view.look.dpi == 100.0


def test_no_screen_at_all_is_no_fault(whole: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    area, dpi = whole.window.geometry(), whole.kiosk.display.dpi
    monkeypatch.setattr(Window, "screen", lambda _window: None)
    monkeypatch.setattr(QApplication, "screens", list)
    look_after(whole)
    assert whole.window.geometry() == area
    assert whole.kiosk.display.dpi == dpi


def test_a_plain_window_takes_nothing_from_the_screen_but_its_height(
    visitor: Visitor, say: Say
) -> None:
    say(physicalDotsPerInch=75.0, physicalSize=QSizeF(300.0, 200.0))
    told = Display(visitor.window, Options((1280, 720)))
    assert told.dpi == 0.0
    assert told.mounting.height == 200.0


DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
TWO = {
    "screens": [
        {"name": "hall", "x": 0, "y": 0, "width": 1280, "height": 720, **DOTS},
        {"name": "desk", "x": 1280, "y": 0, "width": 720, "height": 1280, **DOTS},
    ]
}

MOVES = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from kiosk.content.load import load
from kiosk.panels.kinds import KINDS
from kiosk.shell.app import Kiosk
from kiosk.shell.options import Options
from kiosk.ui.application import application
from kiosk.ui.motion import Level

content = Path(sys.argv[1])
app = application()
exhibit = load(content, KINDS, content.parent).exhibit
kiosk = Kiosk(exhibit, content, Options(None, Level.NONE))
(desk,) = (one for one in QGuiApplication.screens() if one.name() == "desk")
every = QGuiApplication.screens

def tell():
    kiosk._keeper.timeout.emit()
    app.processEvents()
    look = kiosk.controller._screens.look
    print(kiosk.window.screen().name(), *kiosk.window.geometry().getRect(), look.portrait)

tell()
QGuiApplication.screens = lambda: [desk]
kiosk.window.setScreen(desk)
tell()
QGuiApplication.screens = every
tell()
kiosk.close()
"""
"""The screen in the hall is unplugged, where Qt goes to the other one, and plugged in again."""


def test_it_goes_to_the_other_screen_and_comes_back_to_its_own(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO), encoding="ascii")
    done = subprocess.run(
        [sys.executable, "-c", MOVES, str(written(tmp_path))],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "hall 0 0 1280 720 False",
        "desk 1280 0 720 1280 True",
        "hall 0 0 1280 720 False",
    ], done.stderr


# -- a window that somebody takes away -------------------------------------------------------------


def test_a_window_that_another_program_takes_off_the_screen_is_back_at_once(
    xdo: Xdo, kiosk: Process, window: str
) -> None:
    def seen() -> list[str]:
        return xdo("search", "--onlyvisible", "--pid", str(kiosk.pid)).split()

    for _ in range(2):
        xdo("windowunmap", "--sync", window)
        assert until(lambda: seen() == [window], 5.0)
    assert geometry(xdo, window) == (0, 0, *SCREEN)
    click(xdo, 300, 300)
    assert until(lambda: kiosk.said == ["Home"])
    assert kiosk.errors == ""
