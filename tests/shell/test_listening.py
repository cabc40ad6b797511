"""Reading aloud in front of the kiosk: where the button is, what stops it, who is thought to be there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.listen_sheet import ListenSheet
from kiosk.shell.app import Kiosk
from kiosk.shell.options import Options
from kiosk.ui.motion import Level
from kiosk.ui.voice import BEGIN, STEPS
from kiosk.visit.intents import Lay, Leave, OpenPanel, Speak
from tests.helpers.clock import Clock
from tests.helpers.staging import shut
from tests.helpers.voices import Mime
from tests.shell.visitor import Visitor

LISTEN, BACK = "朗读", "返回"
Listens = Callable[..., Visitor]


@pytest.fixture
def listens(
    kiosk_app: QApplication,
    exhibit: Exhibit[Panel],
    album: Path,
    clock: Clock,
    panel: QPointingDevice,
) -> Iterator[Listens]:
    """Leads visitors to a panel of kiosks with a voice."""
    visitors: list[Visitor] = []

    def open_kiosk(voice: Mime) -> Visitor:
        options = Options((1280, 720), Level.NONE)
        visitors.append(Visitor(Kiosk(exhibit, album, options, clock, voice=voice), panel, clock))
        visitors[-1].kiosk.controller.take(OpenPanel(1))
        visitors[-1].rest()
        return visitors[-1]

    yield open_kiosk
    for visitor in visitors:
        visitor.close()
        shut(visitor.kiosk.shop)


def test_without_a_voice_there_is_no_button(brisk: Visitor) -> None:
    brisk.kiosk.controller.take(OpenPanel(1))
    brisk.rest()
    assert not brisk.sees(LISTEN)


def test_the_button_is_there_in_the_languages_that_can_be_heard(listens: Listens) -> None:
    visitor = listens(Mime(("zh",)))
    assert visitor.sees(LISTEN)
    visitor.kiosk.controller.take(Speak("en"))
    visitor.rest()
    assert not visitor.sees("Read aloud")


def test_the_button_reads_and_the_way_back_stops(listens: Listens) -> None:
    voice = Mime()
    visitor = listens(voice)
    visitor.tap(LISTEN)
    assert isinstance(visitor.sheet, ListenSheet)
    playing = [voice.playing]
    visitor.tap(BACK)
    assert [*playing, voice.playing] == [True, False]
    assert not visitor.sees(BACK)


def test_another_language_stops_one_and_begins_the_other(listens: Listens) -> None:
    voice = Mime()
    visitor = listens(voice)
    visitor.tap(LISTEN)
    visitor.kiosk.controller.take(Speak("en"))
    visitor.rest()
    assert [language for _, language, _ in voice.said] == ["zh", "en"]


def test_who_leaves_hears_no_more_and_leaves_the_volume_as_it_was(listens: Listens) -> None:
    voice = Mime()
    visitor = listens(voice)
    visitor.tap(LISTEN)
    visitor.tap("大声些")
    assert voice.volume == BEGIN + 1
    visitor.kiosk.controller.take(Leave())
    visitor.rest()
    assert not voice.playing
    assert voice.volume == BEGIN < STEPS


def test_nobody_is_asked_while_it_plays_and_everybody_after(listens: Listens) -> None:
    voice = Mime()
    visitor = listens(voice)
    visitor.tap(LISTEN)
    asks = visitor.kiosk.controller.route.exhibit.exhibit.idle.ask_after
    for _ in range(4):
        visitor.wait(asks / 2)
        assert isinstance(visitor.sheet, ListenSheet)
        visitor.sheet._here.timeout.emit()
    assert visitor.state.asked is None
    voice.stop()
    visitor.wait(asks + 1)
    assert visitor.state.asked is not None


def test_a_sheet_that_a_crash_brings_back_without_a_voice_is_a_text(brisk: Visitor) -> None:
    brisk.kiosk.controller.take(OpenPanel(1))
    brisk.kiosk.controller.take(Lay("listen"))
    brisk.rest()
    assert isinstance(brisk.sheet, ListenSheet)
    brisk.tap(BACK)
    assert brisk.sheet is None
