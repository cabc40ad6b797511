"""A panel read aloud: what is said and shown, play and stop, and how loud."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from kiosk.content.base import Text
from kiosk.content.recording import Recording
from kiosk.panels.brief import Brief, Shop
from kiosk.panels.listen_sheet import ListenSheet
from kiosk.panels.telling import told
from kiosk.staff.audit import audit
from kiosk.ui.look import LANDSCAPE, PORTRAIT, Look
from kiosk.ui.theme import STARK
from kiosk.ui.voice import BEGIN, STEPS
from kiosk.ui.words import Words
from kiosk.visit.intents import Intent, Touched
from kiosk.visit.route import Route
from tests.helpers.leaks import settle
from tests.helpers.voices import Mime

LONGEST = 22
"""A panel that says much."""


class Room:
    """Lays the sheet over a panel, for one who listens."""

    def __init__(self, route: Route, shop: Shop) -> None:
        self.route, self.voice = route, Mime()
        self.shop = replace(shop, voice=self.voice)
        self.sent: list[Intent] = []
        self.sheets: list[ListenSheet] = []

    def brief(self, at: int, look: Look, audio: Recording | None = None) -> Brief:
        leg = self.route.legs[at]
        panel = self.route.panel(at).model_copy(update={"audio": audio})
        return Brief(
            self.route.exhibit, leg.chapter, panel, at, 0, look, self.shop, self.sent.append
        )

    def lay(
        self, at: int = LONGEST, look: Look | None = None, audio: Recording | None = None
    ) -> ListenSheet:
        look = look or Look(*LANDSCAPE)
        made = ListenSheet(self.brief(at, look, audio))
        made.resize(look.width, look.height)
        made.grab()
        made.showEvent(QShowEvent())
        self.sheets.append(made)
        return made


@pytest.fixture
def room(kiosk_app: QApplication, route: Route, store: Shop) -> Iterator[Room]:
    made = Room(route, store)
    yield made
    for sheet in made.sheets:
        sheet.drop()
    settle()


def shown(sheet: ListenSheet) -> list[str]:
    return [one.text for one in sheet.findChildren(Words) if one.isVisibleTo(sheet)]


def test_it_begins_when_it_is_laid_and_says_what_the_panel_says(room: Room) -> None:
    sheet = room.lay()
    ((text, language, recording),) = room.voice.said
    assert language == "zh"
    assert recording is None
    for paragraph in told(sheet.brief):
        assert paragraph in text
        assert paragraph in shown(sheet)


@pytest.mark.parametrize("transcript", [True, False], ids=["transcript", "none"])
def test_a_recording_is_played_and_its_transcript_shown(
    room: Room, tmp_path: Path, transcript: bool
) -> None:
    (tmp_path / "a.wav").write_bytes(b"")
    room.shop = replace(room.shop, folders=(tmp_path,))
    said = Text({"zh": "先说一句。\n再说一句。", "en": "One. Two."}) if transcript else None
    sheet = room.lay(audio=Recording(files={"zh": "a.wav"}, transcript=said))
    assert room.voice.said[0][2] == tmp_path / "a.wav"
    assert ("再说一句。" in shown(sheet)) is transcript
    assert (told(sheet.brief)[-1] in shown(sheet)) is not transcript


def test_a_language_without_a_recording_is_spoken_and_so_is_one_whose_file_is_missing(
    room: Room,
) -> None:
    audio = Recording(files={"zh": "missing.wav"})
    room.lay(audio=audio)
    room.lay(look=Look(*LANDSCAPE, "en"), audio=audio)
    assert [recording for _, _, recording in room.voice.said] == [None, None]


def test_the_button_stops_and_plays_from_the_beginning(room: Room) -> None:
    sheet = room.lay()
    names, playing = [sheet._play.accessibleName()], []
    sheet._play.act()
    playing.append(room.voice.playing)
    names.append(sheet._play.accessibleName())
    sheet._play.act()
    assert [*playing, room.voice.playing] == [False, True]
    assert len(room.voice.said) == 2
    assert names == ["停止", "播放"]


def test_at_the_end_it_can_be_played_again(room: Room) -> None:
    sheet = room.lay()
    room.voice.stop()
    assert sheet._play.label == "播放"


def test_the_volume_goes_by_steps_and_ends_at_both_ends(room: Room) -> None:
    sheet = room.lay()
    assert sheet._loudness.step == BEGIN
    for _ in range(STEPS):
        sheet._louder.act()
    assert sheet._loudness.step == STEPS
    assert not sheet._louder.isEnabled()
    for _ in range(STEPS):
        sheet._quieter.act()
    assert sheet._loudness.accessibleName() == "音量 1 / 5"
    assert not sheet._quieter.isEnabled()


def test_while_it_plays_somebody_is_there(room: Room) -> None:
    sheet = room.lay()
    assert sheet._here.isActive()
    sheet._here.timeout.emit()
    assert room.sent == [Touched()]
    room.voice.stop()
    assert not sheet._here.isActive()


def test_leaving_stops_it(room: Room) -> None:
    room.lay()
    room.sheets.pop().drop()
    assert not room.voice.playing


def test_keys_play_stop_and_change_the_volume(room: Room) -> None:
    sheet = room.lay()
    assert sheet.key(Qt.Key.Key_Return)
    assert not room.voice.playing
    assert sheet.key(Qt.Key.Key_Up)
    assert room.voice.volume == BEGIN + 1
    assert sheet.key(Qt.Key.Key_Down)
    assert room.voice.volume == BEGIN
    assert not sheet.key(Qt.Key.Key_Right)


def test_where_nothing_can_be_heard_it_is_a_text_with_a_way_back(room: Room) -> None:
    room.voice.languages = ()
    sheet = room.lay()
    assert not any(one.isVisibleTo(sheet) for one in (sheet._play, sheet._louder, sheet._quieter))
    assert sheet._close.isVisibleTo(sheet)
    assert not sheet.key(Qt.Key.Key_Up)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", [1.0, 1.6])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 1024)], ids=str)
def test_every_page_fits_with_all_its_buttons(
    room: Room, size: tuple[int, int], language: str, text: float
) -> None:
    found = []
    for at in range(0, len(room.route.legs), 4):
        sheet = room.lay(at, Look(*size, language, text, theme=STARK))
        for _ in range(max(1, len(sheet._pages))):
            found += [f"{at}: {fault}" for fault in audit(sheet, sheet.look)]
            if len(sheet._pages):
                sheet._pages.turn()
    assert found == []


def test_what_is_long_goes_on_to_further_pages(room: Room) -> None:
    sheet = room.lay(look=Look(*LANDSCAPE, "en", 1.6))
    assert len(sheet._pages) > 1
    seen = set(shown(sheet))
    for _ in range(len(sheet._pages) - 1):
        sheet._pages.turn()
        seen |= set(shown(sheet))
    assert set(told(sheet.brief)) <= seen
