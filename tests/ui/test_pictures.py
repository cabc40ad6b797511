"""Pictures asked for, decoded elsewhere, remembered as long as there is room, and forgotten."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QThread
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui import pictures as module
from kiosk.ui.pictures import Pictures, decode
from tests.ui.photos import SIZE, close_to, encoded, is_red, jpeg, plain, saved
from tests.ui.toys import RED

pytestmark = pytest.mark.usefixtures("kiosk_app")

PATIENCE = 10
"""Seconds at most for a thread to answer; it answers in thousandths."""


@pytest.fixture
def pictures() -> Iterator[Pictures]:
    kept = Pictures()
    yield kept
    kept.close()


def arrived(pictures: Pictures, qtbot: QtBot, path: Path, size: QSize = SIZE) -> QPixmap:
    """Ask, wait for the answer, and return it."""
    with qtbot.waitSignal(pictures.arrived, timeout=PATIENCE * 1000) as signal:
        assert pictures.get(path, size) is None
    assert signal.args == [str(path)]
    found = pictures.get(path, size)
    assert found is not None
    return found


def test_a_picture_is_asked_for_and_arrives(
    pictures: Pictures, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = arrived(pictures, qtbot, saved(tmp_path, "photo.jpg", jpeg()))
    assert picture.size() == SIZE
    assert is_red(picture.toImage())


def test_a_file_that_is_no_picture_is_known_to_be_none(
    pictures: Pictures, qtbot: QtBot, tmp_path: Path
) -> None:
    assert arrived(pictures, qtbot, tmp_path / "missing.jpg").isNull()


def test_a_picture_that_fails_is_logged_and_known_to_be_none(
    pictures: Pictures,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expects_log: list[logging.LogRecord],
) -> None:
    def fail(_path: Path, _size: QSize) -> QImage:
        raise PermissionError

    monkeypatch.setattr(module, "decode", fail)
    path = tmp_path / "photo.jpg"
    assert arrived(pictures, qtbot, path).isNull()
    assert [str(path) in record.getMessage() for record in expects_log] == [True]


def test_decoding_is_done_elsewhere_and_told_of_where_the_widgets_are(
    pictures: Pictures,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kiosk_app: QApplication,
) -> None:
    threads: dict[str, QThread] = {}

    def watched(path: Path, size: QSize) -> QImage:
        threads["decoded"] = QThread.currentThread()
        return decode(path, size)

    monkeypatch.setattr(module, "decode", watched)
    pictures.arrived.connect(
        lambda _path: threads.update(arrived=QThread.currentThread()),
        Qt.ConnectionType.DirectConnection,
    )
    arrived(pictures, qtbot, saved(tmp_path, "photo.jpg", jpeg()))
    assert threads["arrived"] is kiosk_app.thread()
    assert threads["decoded"] is not kiosk_app.thread()


def test_a_picture_asked_for_twice_is_decoded_once(
    pictures: Pictures, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QSize] = []

    def counted(path: Path, size: QSize) -> QImage:
        asked.append(size)
        return decode(path, size)

    monkeypatch.setattr(module, "decode", counted)
    path = saved(tmp_path, "photo.jpg", jpeg())
    assert pictures.get(path, SIZE) is None
    first = arrived(pictures, qtbot, path)
    assert pictures.get(path, SIZE) is first
    assert pictures.now(path, SIZE) is first
    assert len(asked) == 1
    assert arrived(pictures, qtbot, path, QSize(40, 30)).size() == QSize(40, 30)
    assert len(asked) == 2


def test_a_picture_can_be_had_now_where_nobody_waits_for_the_screen(
    pictures: Pictures, tmp_path: Path
) -> None:
    path = saved(tmp_path, "photo.jpg", jpeg())
    assert pictures.now(path, SIZE).size() == SIZE
    assert pictures.get(path, SIZE) is not None
    assert pictures.now(tmp_path / "missing.jpg", SIZE).isNull()


ONE = 100 * 75 * 4
"""Bytes of one picture of SIZE."""


def test_what_was_used_longest_ago_goes_when_the_budget_is_spent(tmp_path: Path) -> None:
    pictures = Pictures(budget=3 * ONE)
    a, b, c, d = (saved(tmp_path, f"{name}.jpg", jpeg()) for name in "abcd")
    for path in (a, b, c):
        pictures.now(path, SIZE)
    assert pictures.bytes == 3 * ONE
    assert pictures.get(a, SIZE) is not None
    pictures.now(d, SIZE)
    assert pictures.bytes == 3 * ONE
    assert [key[0] for key in pictures._kept] == [str(c), str(a), str(d)]
    pictures.close()


def test_the_budget_counts_bytes_and_not_pictures(tmp_path: Path) -> None:
    pictures = Pictures(budget=3 * ONE)
    for index in range(30):
        pictures.now(saved(tmp_path, f"{index}.jpg", jpeg()), QSize(10, 7))
    assert len(pictures._kept) == 30
    pictures.now(saved(tmp_path, "large.jpg", jpeg()), SIZE)
    assert pictures.bytes <= 3 * ONE
    assert len(pictures._kept) == 31
    pictures.now(saved(tmp_path, "larger.jpg", jpeg()), QSize(160, 120))
    assert pictures.bytes <= 3 * ONE
    assert len(pictures._kept) < 31
    pictures.close()


def test_the_latest_picture_is_kept_however_large_it_is(tmp_path: Path) -> None:
    """Else a screen larger than the budget would ask for it for ever."""
    pictures = Pictures(budget=10)
    for name in "ab":
        path = saved(tmp_path, f"{name}.jpg", jpeg())
        assert not pictures.now(path, SIZE).isNull()
        assert pictures.get(path, SIZE) is not None
        assert len(pictures._kept) == 1
    pictures.close()


def test_what_is_forgotten_is_read_again(pictures: Pictures, qtbot: QtBot, tmp_path: Path) -> None:
    path = saved(tmp_path, "photo.jpg", jpeg())
    arrived(pictures, qtbot, path)
    saved(tmp_path, "photo.jpg", encoded(plain(400, 300, "#20a040"), "jpg"))
    pictures.forget([tmp_path / "another.jpg"])
    assert pictures.bytes > 0
    pictures.forget([path])
    assert pictures.bytes == 0
    assert close_to(arrived(pictures, qtbot, path).toImage().pixelColor(9, 9), "#20a040")


def test_a_picture_that_changes_while_it_is_read_is_read_again(
    pictures: Pictures, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the old one would come after it was forgotten, and stay."""
    begun, go = threading.Event(), threading.Event()
    colors = iter([RED, "#20a040"])

    def slow(_path: Path, size: QSize) -> QImage:
        begun.set()
        assert go.wait(PATIENCE)
        return plain(size.width(), size.height(), next(colors))

    monkeypatch.setattr(module, "decode", slow)
    path = tmp_path / "photo.jpg"
    assert pictures.get(path, SIZE) is None
    assert begun.wait(PATIENCE)
    pictures.forget([path])
    go.set()
    assert close_to(arrived(pictures, qtbot, path).toImage().pixelColor(9, 9), "#20a040")


def test_closing_waits_for_the_picture_in_work_and_drops_those_in_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that outlives the application would end it with a crash."""
    begun, go = threading.Event(), threading.Event()
    done: list[str] = []

    def slow(path: Path, _size: QSize) -> QImage:
        begun.set()
        assert go.wait(PATIENCE)
        done.append(path.name)
        return QImage()

    monkeypatch.setattr(module, "decode", slow)
    pictures = Pictures()
    for name in "abc":
        assert pictures.get(tmp_path / name, SIZE) is None
    assert begun.wait(PATIENCE)
    assert done == []
    drop = pictures._pool.clear

    def clear() -> None:
        drop()
        go.set()

    monkeypatch.setattr(pictures._pool, "clear", clear)
    pictures.close()
    assert done == ["a"]
    assert pictures._pool.activeThreadCount() == 0
