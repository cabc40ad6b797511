"""Content that changes under a visitor: only what has changed changes, and nobody loses the place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtWidgets import QApplication

from kiosk.content.base import Text
from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.content.problems import Place, Problem, Said
from kiosk.panels.kinds import KINDS
from kiosk.shell.app import Kiosk, _settle
from kiosk.shell.options import Options
from kiosk.shell.reload import Source
from kiosk.shell.reload_files import mark
from kiosk.ui.assets import shipped
from kiosk.ui.motion import Level
from kiosk.visit.choices import Choices
from kiosk.visit.intents import (
    Choose,
    GoContents,
    GoHome,
    Intent,
    OpenPanel,
    Speak,
    Touched,
    Zoom,
)
from kiosk.visit.state import AtPanel
from tests.helpers.clock import Clock
from tests.helpers.compare import difference
from tests.helpers.leaks import settle
from tests.helpers.small import SMALL, written
from tests.helpers.staging import shut
from tests.shell.visitor import Visitor

Opener = Callable[..., Visitor]

ROUNDED = 8
"""Steps of 255 by which two equal pictures may differ while one fades into the other."""

MISTAKE = Problem(Place(7, 3), Said("错了", "wrong"))


@pytest.fixture
def live(
    kiosk_app: QApplication, tmp_path: Path, panel: QPointingDevice, clock: Clock
) -> Iterator[Opener]:
    """Opens kiosks that follow a small exhibit in `tmp_path`; each is closed when the test is over."""
    visitors: list[Visitor] = []

    def read(path: Path) -> Loaded | list[Problem]:
        return load(path, KINDS, shipped() / "assets")

    def open_kiosk(
        size: tuple[int, int] | None = (1280, 720), motion: Level = Level.FULL
    ) -> Visitor:
        file = written(tmp_path)
        seen, found = mark(file), read(file)
        assert isinstance(found, Loaded)
        source = Source(file, seen, found, read, lambda _: None, "en")
        kiosk = Kiosk(found.exhibit, file, Options(size, motion), clock, source)
        kiosk_app.processEvents()
        visitors.append(Visitor(kiosk, panel, clock))
        return visitors[-1]

    yield open_kiosk
    for visitor in visitors:
        visitor.close()
        shut(visitor.kiosk.shop)


@pytest.fixture
def visitor(live: Opener) -> Visitor:
    """A visitor before the small exhibit, in a window of 1280 by 720."""
    return live()


def change(visitor: Visitor, exhibit: Exhibit[Panel], *pictures: Path) -> None:
    """Let the kiosk hear of another exhibit, or of other pictures."""
    assert visitor.kiosk.reload is not None
    visitor.kiosk.reload._good(exhibit, set(pictures))


def shown(visitor: Visitor) -> Exhibit[Panel]:
    return visitor.kiosk.controller.route.exhibit


def said(title: str) -> Text:
    return Text({"zh": title, "en": title})


def updated(exhibit: Exhibit[Panel], chapter: int, **fields: Any) -> Exhibit[Panel]:
    """Return the exhibit with the first panel of a chapter changed."""
    chapters = list(exhibit.chapters)
    one = chapters[chapter].panels[0].model_copy(update=fields)
    panels = (one, *chapters[chapter].panels[1:])
    chapters[chapter] = chapters[chapter].model_copy(update={"panels": panels})
    return exhibit.model_copy(update={"chapters": tuple(chapters)})


def send(visitor: Visitor, *intents: Intent) -> None:
    for intent in (Touched(), *intents):
        visitor.kiosk.controller.take(intent)
    visitor.rest()


def turning(visitor: Visitor) -> bool:
    return visitor.kiosk.controller._stage.busy


def pictured(folder: Path, name: str, color: str) -> Path:
    image = QImage(48, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    path = folder / "photos" / name
    path.parent.mkdir(exist_ok=True)
    assert image.save(str(path))
    return path


def arrive(visitor: Visitor) -> None:
    """Let the pictures come."""
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()


def color(visitor: Visitor, x: int, y: int) -> str:
    return visitor.window.grab().toImage().pixelColor(x, y).name()


# -- the place and all that goes with it -----------------------------------------------------------


def test_a_new_text_is_read_where_the_visitor_stands(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0), Speak("en"), Choose(Choices(text=1)))
    before = visitor.state
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    visitor.rest()
    assert visitor.state == before
    assert visitor.view.accessibleName() == "Safer still"
    assert visitor.view.look.text == 1.3


def test_the_picture_in_full_stays_open(visitor: Visitor) -> None:
    send(visitor, OpenPanel(1, 1), Zoom(on=True))
    before = visitor.viewer
    change(visitor, updated(shown(visitor), 1, title=said("Pictures")))
    visitor.rest()
    assert visitor.place == AtPanel(1, 1, zoomed=True)
    assert visitor.viewer is not None
    assert visitor.viewer is not before
    assert visitor.viewer.isVisible()


@pytest.mark.parametrize(
    "intents",
    [(GoHome(),), (GoContents(),), (OpenPanel(0),), (OpenPanel(1, 1),)],
    ids=["home", "contents", "chart", "photographs"],
)
def test_what_has_not_changed_looks_the_same_to_the_last_pixel(
    visitor: Visitor, tmp_path: Path, intents: tuple[Intent, ...]
) -> None:
    pictured(tmp_path, "a.jpg", "#6f8f7f")
    send(visitor, *intents)
    arrive(visitor)
    before = visitor.window.grab().toImage()
    units = {**shown(visitor).units, "people": said("people")}
    change(visitor, shown(visitor).model_copy(update={"units": units}))
    for _ in range(3):
        assert difference(visitor.window.grab().toImage(), before).largest <= ROUNDED
        visitor.clock.pass_(0.06)
        visitor.kiosk.motion.advance()
    visitor.rest()
    assert difference(visitor.window.grab().toImage(), before).share == 0


def test_numbers_that_were_seen_do_not_count_up_again(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0))
    assert visitor.view.grows
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    assert visitor.view.share == 1.0
    send(visitor, OpenPanel(1), OpenPanel(0))
    assert visitor.view.share == 1.0


def test_numbers_that_nobody_has_seen_still_count_up(visitor: Visitor) -> None:
    send(visitor, OpenPanel(1))
    change(visitor, updated(shown(visitor), 1, title=said("Pictures")))
    visitor.rest()
    visitor.kiosk.controller.take(OpenPanel(0))
    assert visitor.view.share == 0.0


def test_the_idle_clock_goes_on_as_it_was(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0))
    visitor.wait(20)
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    visitor.wait(7)
    assert visitor.state.asked is None
    visitor.wait(4)
    assert visitor.state.asked is not None


def test_the_question_stays_with_its_countdown(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0))
    visitor.wait(34)
    ask = visitor.kiosk.controller._screens.ask
    before = ask._text.text
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    after = visitor.kiosk.controller._screens.ask
    assert after is not ask
    assert after.isVisible()
    assert after._text.text == before
    visitor.rest()


def test_the_cycle_goes_on(visitor: Visitor) -> None:
    visitor.wait(21)
    before = visitor.state
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    visitor.rest()
    assert visitor.state == before
    assert visitor.view.accessibleName() == "Safer still"


# -- in the middle of something --------------------------------------------------------------------


def test_a_panel_under_a_finger_lets_go_of_it(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0))
    visitor.fingers.press(1, 900, 300)
    for x in range(900, 600, -50):
        visitor.clock.pass_(0.02)
        visitor.fingers.move(1, x, 300)
    assert turning(visitor)
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    assert not turning(visitor)
    visitor.fingers.move(1, 100, 300)
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == (0, 0)
    visitor.swipe(1)
    assert visitor.at == (1, 0)


def test_a_button_that_is_made_anew_under_a_finger_is_not_pressed(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0))
    visitor.fingers.press(1, *visitor.middle(visitor.pads("下一页")[0]))
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    visitor.fingers.lift(1)
    visitor.rest()
    assert visitor.at == (0, 0)


def test_a_change_in_the_middle_of_a_turn_ends_the_turn(visitor: Visitor) -> None:
    send(visitor, OpenPanel(0))
    visitor.fingers.tap(1, *visitor.middle(visitor.pads("下一页")[0]))
    visitor.clock.pass_(0.1)
    visitor.kiosk.motion.advance()
    assert turning(visitor)
    change(visitor, updated(shown(visitor), 1, title=said("Pictures")))
    visitor.rest()
    assert visitor.at == (1, 0)
    assert visitor.view.accessibleName() == "Pictures"


def test_a_change_while_numbers_grow_loses_none(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(Touched())
    visitor.kiosk.controller.take(OpenPanel(0))
    while visitor.view.share == 0.0:
        visitor.clock.pass_(0.05)
        visitor.kiosk.motion.advance()
    assert visitor.view.share < 1.0
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    visitor.rest()
    assert visitor.view.share == 1.0


@pytest.mark.parametrize("motion", [Level.NONE, Level.FULL])
def test_changes_in_a_row_leave_nothing_behind(live: Opener, motion: Level) -> None:
    visitor = live(motion=motion)
    send(visitor, OpenPanel(0))
    counts = []
    for number in range(5):
        change(visitor, updated(shown(visitor), 0, title=said(f"Title {number}")))
        visitor.rest()
        visitor.prepare()
        settle()
        counts.append(len(QApplication.allWidgets()))
    assert visitor.view.accessibleName() == "Title 4"
    assert counts[-1] == counts[2]


# -- pictures --------------------------------------------------------------------------------------


def test_a_photograph_that_arrives_and_one_that_changes_are_shown(
    visitor: Visitor, tmp_path: Path
) -> None:
    send(visitor, OpenPanel(1))
    middle = (300, 300)
    for paint in ("#c02020", "#2020c0"):
        path = pictured(tmp_path, "a.jpg", paint)
        change(visitor, shown(visitor), path)
        arrive(visitor)
        found = QColor(color(visitor, *middle))
        assert abs(found.red() - QColor(paint).red()) < 12
        assert abs(found.blue() - QColor(paint).blue()) < 12


def test_after_a_copy_pictures_come_from_where_the_exhibit_is_edited(
    visitor: Visitor, tmp_path: Path
) -> None:
    kiosk = visitor.kiosk
    kiosk.shop = replace(kiosk.shop, folders=(tmp_path / "copy", *kiosk.shop.folders[1:]))
    change(visitor, updated(shown(visitor), 0, title=said("Mended")))
    assert kiosk.shop.folders == (tmp_path, shipped() / "assets")
    assert kiosk.controller._brief(AtPanel(1)).shop is kiosk.shop


# -- what staff are told ---------------------------------------------------------------------------


def tell(visitor: Visitor, *problems: Problem) -> None:
    assert visitor.kiosk.reload is not None
    visitor.kiosk.reload._tell(problems)


@pytest.mark.parametrize(("count", "counted"), [(1, "1 problem,"), (3, "3 problems,")])
def test_a_plain_window_tells_how_many_problems_and_where(
    visitor: Visitor, count: int, counted: str
) -> None:
    strip = visitor.kiosk.strip
    assert strip is not None
    assert not strip.isVisible()
    tell(visitor, *[MISTAKE] * count)
    assert strip.isVisible()
    assert strip._words.text == f"content.yaml: {counted} see the terminal (line 7)"
    tell(visitor)
    assert not strip.isVisible()


def test_the_strip_stays_above_all_and_in_nobodys_way(visitor: Visitor) -> None:
    tell(visitor, MISTAKE)
    strip = visitor.kiosk.strip
    assert strip is not None
    for intent in (OpenPanel(0), OpenPanel(1), Zoom(on=True), GoHome(), Speak("en")):
        send(visitor, intent)
        assert color(visitor, 3, 3) == strip.look.color("cinnabar").name(), intent
        assert visitor.under(3, 3) is not strip
    change(visitor, updated(shown(visitor), 0, title=said("Safer still")))
    visitor.rest()
    assert color(visitor, 3, 3) == strip.look.color("cinnabar").name()


def test_a_whole_screen_never_tells(live: Opener) -> None:
    visitor = live(size=None)
    before = visitor.window.grab().toImage()
    tell(visitor, MISTAKE)
    assert visitor.kiosk.strip is None
    assert difference(visitor.window.grab().toImage(), before).share == 0


# -- all together ----------------------------------------------------------------------------------


def test_a_file_saved_beside_a_running_kiosk_is_what_the_visitor_sees(
    visitor: Visitor, tmp_path: Path
) -> None:
    kiosk = visitor.kiosk
    _settle(kiosk)
    assert kiosk.reload is not None
    assert kiosk.reload._timer.isActive()
    send(visitor, OpenPanel(0), Speak("en"))
    written(tmp_path, SMALL.replace("Feeling safe", "Feeling quite safe"))
    for _ in range(2):
        kiosk.reload.look()
        kiosk.reload._reader.waitForDone()
        visitor.rest()
    assert visitor.view.accessibleName() == "Feeling quite safe"
    assert visitor.state.language == "en"
    visitor.close()
    assert not kiosk.reload._timer.isActive()
