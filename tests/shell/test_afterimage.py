"""A program that starts again shows at once what was on screen, and goes on where it was."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from kiosk.shell.afterimage import (
    FRESH,
    PICTURE,
    RECORD,
    SELDOM,
    SETTLED,
    Afterimage,
    folder_for,
    picture,
    visit,
)
from kiosk.shell.app import Kiosk
from kiosk.shell.first import first
from kiosk.shell.options import Options
from kiosk.visit.intents import OpenPanel, Speak
from kiosk.visit.state import AtPanel
from tests.helpers.clock import Clock
from tests.helpers.staging import shut
from tests.shell.visitor import Visitor

SIZE = (64, 36)


def colored(name: str) -> QPixmap:
    pixmap = QPixmap(*SIZE)
    pixmap.fill(QColor(name))
    return pixmap


@pytest.fixture
def kept(tmp_path: Path, clock: Clock, kiosk_app: QApplication) -> Iterator[Afterimage]:
    assert kiosk_app.screens()
    holder = QObject()
    yield Afterimage(
        tmp_path, SELDOM, lambda: colored("#b23a26"), lambda: {"place": "home"}, holder, clock
    )
    holder.deleteLater()


def test_what_was_shown_is_there_for_the_next_start(
    kept: Afterimage, tmp_path: Path, clock: Clock
) -> None:
    kept.keep()
    shown = picture(tmp_path, SIZE).toImage().pixelColor(5, 5)
    assert abs(shown.red() - 0xB2) < 6
    assert visit(tmp_path, clock) == {"place": "home"}


def test_a_picture_for_another_screen_is_not_shown(kept: Afterimage, tmp_path: Path) -> None:
    kept.keep()
    assert picture(tmp_path, (36, 64)).isNull()
    assert picture(tmp_path / "nowhere", SIZE).isNull()
    assert picture(None, SIZE).isNull()


def test_after_a_longer_absence_the_visit_begins_anew(
    kept: Afterimage, tmp_path: Path, clock: Clock
) -> None:
    kept.keep()
    clock.pass_(FRESH + 1)
    assert visit(tmp_path, clock) is None


def test_a_machine_that_was_started_anew_has_another_clock(
    kept: Afterimage, tmp_path: Path
) -> None:
    kept.keep()
    assert visit(tmp_path, lambda: 0.0) is None


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{}", b'{"at": null}', b'{"at": 1}'])
def test_a_damaged_record_is_no_visit(tmp_path: Path, data: bytes) -> None:
    (tmp_path / RECORD).write_bytes(data)
    assert visit(tmp_path, lambda: 1.0) is None
    assert visit(None) is None


@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_a_damaged_picture_is_none(tmp_path: Path) -> None:
    (tmp_path / PICTURE).write_bytes(b"\xff\xd8 half")
    assert picture(tmp_path, SIZE).isNull()


def test_a_disc_is_written_seldom_and_a_change_waits_for_its_turn(
    kept: Afterimage, clock: Clock
) -> None:
    kept.changed()
    assert kept._timer.interval() == SETTLED
    kept.keep()
    clock.pass_(10)
    kept.changed()
    assert kept._timer.interval() == pytest.approx((SELDOM - 10) * 1000, abs=2)
    kept.close()
    assert not kept._timer.isActive()


def test_where_nothing_can_be_written_that_is_said_once_and_nothing_breaks(
    clock: Clock,
    tmp_path: Path,
    expects_log: list[logging.LogRecord],
    kiosk_app: QApplication,
) -> None:
    assert kiosk_app.screens()
    holder = QObject()
    none = Afterimage(tmp_path / "gone", 0.0, lambda: colored("red"), dict, holder, clock)
    for _ in range(3):
        none.keep()
    assert [one.levelname for one in expects_log] == ["WARNING"]
    (tmp_path / "gone").mkdir()
    none.keep()
    assert len(expects_log) == 1
    holder.deleteLater()


def test_what_a_service_is_given_for_its_run_is_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    assert folder_for(tmp_path) == (tmp_path, SELDOM)
    assert folder_for(None)[0] is None
    monkeypatch.setenv("RUNTIME_DIRECTORY", f"{tmp_path / 'run'}:/other")
    assert folder_for(None) == (tmp_path / "run", 0.0)


def test_the_first_frame_is_the_last_picture(
    kept: Afterimage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    kept.keep()
    window = first(SIZE, tmp_path)
    assert window.painted
    assert window.grab().toImage().pixelColor(5, 5).red() > 160
    window.closing = None
    window.hide()
    window.deleteLater()


def test_a_kiosk_that_starts_again_stands_where_the_visitor_stood(
    visitor: Visitor, tmp_path: Path, album: Path, clock: Clock
) -> None:
    control = visitor.kiosk.controller
    control.take(OpenPanel(4))
    control.take(Speak("en"))
    visitor.rest()
    told = {"at": clock(), "visit": control.record()}
    (tmp_path / RECORD).write_text(json.dumps(told))
    exhibit = control.route.exhibit
    again = Kiosk(exhibit, album, Options((640, 360), state=tmp_path), clock)
    assert again.controller.state.place == AtPanel(4)
    assert again.controller.state.language == "en"
    again.controller.take(OpenPanel(5))
    assert again.afterimage is not None
    assert again.afterimage._timer.isActive()
    again.close()
    assert not again.afterimage._timer.isActive()
    shut(again.shop)
