"""Photographs as they come: turned, cut short, misnamed, enormous, or not there at all."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QThread
from PySide6.QtGui import QColor, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui import pictures as module
from kiosk.ui.pictures import LARGEST, Pictures, decode
from tests.helpers.project import ROOT
from tests.ui.photos import (
    CORNERS,
    drawing,
    encoded,
    exif,
    huge,
    plain,
    quartered,
    saved,
    scan_of,
    segment,
    with_segment,
)
from tests.ui.toys import RED, colors

pytestmark = pytest.mark.usefixtures("kiosk_app")

SIZE = QSize(100, 75)
PATIENCE = 10
"""Seconds at most for a thread to answer; it answers in thousandths."""


def close_to(color: QColor, wanted: str, slack: int = 12) -> bool:
    """Tell whether a colour is the wanted one, as far as a JPEG keeps it."""
    other = QColor(wanted)
    return all(
        abs(part(color) - part(other)) <= slack for part in (QColor.red, QColor.green, QColor.blue)
    )


def is_red(image: QImage) -> bool:
    return not image.isNull() and close_to(image.pixelColor(50, 37), RED)


def jpeg(width: int = 400, height: int = 300) -> bytes:
    return encoded(plain(width, height, RED), "jpg")


# -- what is read ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_each_kind_of_photograph_is_read_at_the_size_it_is_shown(tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path, f"photo.{kind}", encoded(plain(400, 300, RED), kind))
    image = decode(path, SIZE)
    assert is_red(image)
    assert image.size() == SIZE
    assert image.format() == QImage.Format.Format_RGB32


@pytest.mark.parametrize(("size", "wanted"), [((80, 100), (133, 100)), ((200, 60), (200, 150))])
def test_a_picture_covers_its_frame_whatever_the_shape(
    tmp_path: Path, size: tuple[int, int], wanted: tuple[int, int]
) -> None:
    path = saved(tmp_path, "photo.jpg", jpeg())
    assert decode(path, QSize(*size)).size() == QSize(*wanted)


def test_a_small_picture_is_not_blown_up_in_memory(tmp_path: Path) -> None:
    path = saved(tmp_path, "photo.jpg", jpeg(40, 30))
    assert decode(path, QSize(3840, 2160)).size() == QSize(40, 30)


@pytest.mark.parametrize("size", [SIZE, QSize(4000, 3000)], ids=["scaled", "whole"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_upright_however_the_camera_was_held(
    tmp_path: Path, orientation: int, size: QSize
) -> None:
    data = encoded(quartered(200, 120, orientation), "jpg")
    path = saved(tmp_path, "photo.jpg", with_segment(data, exif(orientation)))
    image = decode(path, size)
    assert image.width() / image.height() == pytest.approx(200 / 120, rel=0.02)
    for (x, y), wanted in zip(
        ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)), CORNERS.values(), strict=True
    ):
        at = round(x * image.width()), round(y * image.height())
        assert close_to(image.pixelColor(*at), wanted, 40), f"{at} of {orientation}"


def test_a_photograph_on_its_side_covers_the_frame_after_it_is_turned(tmp_path: Path) -> None:
    """Turned first and fitted then: else a portrait would be decoded far too small."""
    data = with_segment(encoded(plain(400, 300, RED), "jpg"), exif(6))
    image = decode(saved(tmp_path, "photo.jpg", data), QSize(100, 200))
    assert image.size() == QSize(150, 200)


@pytest.mark.parametrize("kind", [QImage.Format.Format_RGBX64, QImage.Format.Format_Grayscale16])
def test_sixteen_bits_a_colour_are_brought_to_eight(tmp_path: Path, kind: QImage.Format) -> None:
    data = encoded(plain(400, 300, RED, kind), "png")
    assert data[24] == 16
    image = decode(saved(tmp_path, "photo.png", data), SIZE)
    assert image.format() == QImage.Format.Format_RGB32
    if kind == QImage.Format.Format_RGBX64:
        assert is_red(image)


def test_a_photograph_made_for_print_has_its_colours(tmp_path: Path) -> None:
    """Print shops send four inks; taken for three colours, they come out inverted."""
    inks = plain(400, 300, RED).convertToFormat(QImage.Format.Format_CMYK8888)
    data = encoded(inks, "jpg")
    assert data[data.index(b"\xff\xc0") + 9] == 4
    assert is_red(decode(saved(tmp_path, "photo.jpg", data), SIZE))


def test_where_a_picture_is_transparent_it_is_white_and_not_black(tmp_path: Path) -> None:
    clear = QImage(100, 75, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    for kind in ("png", "webp"):
        image = decode(saved(tmp_path, f"logo.{kind}", encoded(clear, kind)), SIZE)
        assert colors(image) == {"#ffffff"}


@pytest.mark.parametrize(
    ("name", "kind"), [("photo.jpg", "png"), ("photo.png", "jpg"), ("photo.webp", "jpg")]
)
def test_a_wrong_ending_does_not_matter_because_the_content_counts(
    tmp_path: Path, name: str, kind: str
) -> None:
    assert is_red(decode(saved(tmp_path, name, encoded(plain(400, 300, RED), kind)), SIZE))


@pytest.mark.parametrize("name", ["drawing.svg", "DRAWING.SVG"])
def test_a_drawing_is_drawn_at_the_size_it_is_shown(tmp_path: Path, name: str) -> None:
    image = decode(saved(tmp_path, name, drawing()), SIZE)
    assert image.size() == SIZE
    assert colors(image) == {RED}


@pytest.mark.qt_log_ignore("exceeds the current allocation limit of 16", extend=True)
def test_an_enormous_photograph_is_decoded_at_the_size_of_the_screen(tmp_path: Path) -> None:
    """63 million pixels would be a quarter of a gigabyte: nothing here may need more than 16 MiB."""
    path = saved(tmp_path, "photo.jpg", huge(9000, 7000))
    QImageReader.setAllocationLimit(16)
    try:
        image = decode(path, QSize(1920, 1080))
        whole = QImageReader(str(path)).read()
    finally:
        QImageReader.setAllocationLimit(LARGEST)
    assert image.size() == QSize(1920, 1493)
    assert colors(image) == {"#808080"}
    assert whole.isNull()


# -- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.999])
def test_a_photograph_cut_short_is_none_because_half_of_it_would_be_grey(
    tmp_path: Path, share: float
) -> None:
    data = encoded(quartered(400, 300), "jpg")
    assert decode(saved(tmp_path, "photo.jpg", data[: int(len(data) * share)]), SIZE).isNull()


def test_the_end_of_a_thumbnail_is_not_the_end_of_the_photograph(tmp_path: Path) -> None:
    """Cameras put a small JPEG, with an end of its own, into the head of the large one."""
    whole, head = jpeg(), exif(1, thumbnail=jpeg(40, 30))
    data = with_segment(whole, head)
    cut = data[: len(head) + scan_of(whole) + 40]
    assert b"\xff\xd9" in cut[-4096:]
    assert decode(saved(tmp_path, "whole.jpg", data), SIZE).size() == SIZE
    assert decode(saved(tmp_path, "cut.jpg", cut), SIZE).isNull()


def test_a_film_behind_a_photograph_does_not_hide_the_end_of_it(tmp_path: Path) -> None:
    """Phones append a moving picture of a megabyte or more to the still one."""
    data = jpeg() + b"\x00\x00\x00\x18ftypmp42" + bytes(3 << 20)
    assert is_red(decode(saved(tmp_path, "photo.jpg", data), SIZE))


def test_bytes_that_fill_up_the_head_do_not_confuse(tmp_path: Path) -> None:
    data = with_segment(jpeg(), b"\xff\xff\xff" + segment(0xFE, b"a comment"))
    assert is_red(decode(saved(tmp_path, "photo.jpg", data), SIZE))


@pytest.mark.parametrize("before", range(5))
def test_the_end_is_found_wherever_it_lies(tmp_path: Path, before: int) -> None:
    """The file is read in pieces, and the end may lie across two of them."""
    head = b"\xff\xd8" + segment(0xDA, b"")
    body = bytes((2 << 20) - 3 + before)
    assert not module._cut_short(saved(tmp_path, "whole.jpg", head + body + b"\xff\xd9"))
    assert module._cut_short(saved(tmp_path, "cut.jpg", head + body + b"\xff"))


@pytest.mark.parametrize("kind", ["png", "webp"])
@pytest.mark.qt_log_ignore("libpng error", extend=True)
def test_other_kinds_cut_short_are_none_either(tmp_path: Path, kind: str) -> None:
    data = encoded(quartered(400, 300), kind)
    assert decode(saved(tmp_path, f"photo.{kind}", data[: len(data) // 2]), SIZE).isNull()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\x00\x00\xff\xd9",
        b"\xff\xd8" + b"\xff" * 500,
        b"hello",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x04\x00\x00\x00WEBP",
        b"GIF89a" + bytes(40),
        b"BM" + bytes(60),
        b"%PDF-1.4",
        bytes(5000),
    ],
    ids=repr,
)
def test_what_is_no_photograph_is_none_and_nobody_waits(tmp_path: Path, data: bytes) -> None:
    assert decode(saved(tmp_path, "photo.jpg", data), SIZE).isNull()


@pytest.mark.parametrize("kind", ["bmp", "ppm", "tiff", "ico"])
def test_kinds_that_are_not_for_photographs_are_refused_by_their_content(
    tmp_path: Path, kind: str
) -> None:
    data = encoded(plain(40, 30, RED), kind)
    assert decode(saved(tmp_path, "photo.jpg", data), SIZE).isNull()


@pytest.mark.parametrize("name", ["photo.jpg", "photo.png", "photo"])
def test_a_drawing_under_the_name_of_a_photograph_is_refused(tmp_path: Path, name: str) -> None:
    """A drawing may name other files; photographs come from anywhere."""
    assert decode(saved(tmp_path, name, drawing()), SIZE).isNull()


@pytest.mark.qt_log_ignore("Cannot read file .*svg", extend=True)
@pytest.mark.parametrize("data", [b"", b"<svg", b"hello", jpeg()], ids=["", "<svg", "text", "jpeg"])
def test_a_broken_drawing_is_none(tmp_path: Path, data: bytes) -> None:
    assert decode(saved(tmp_path, "drawing.svg", data), SIZE).isNull()


@pytest.mark.parametrize(("width", "height"), [(1, 100_000), (100_000, 1)])
def test_a_drawing_of_absurd_proportions_is_none(tmp_path: Path, width: int, height: int) -> None:
    """To cover a screen with it would take gigabytes."""
    path = saved(tmp_path, "drawing.svg", drawing(width, height))
    assert decode(path, QSize(1920, 1080)).isNull()


@pytest.mark.parametrize("name", ["photo.jpg", "drawing.svg"])
def test_what_is_missing_or_a_folder_is_none(tmp_path: Path, name: str) -> None:
    assert decode(tmp_path / name, SIZE).isNull()
    (tmp_path / name).mkdir()
    assert decode(tmp_path / name, SIZE).isNull()


def test_a_pipe_that_nobody_fills_is_none_and_nobody_waits_for_it(tmp_path: Path) -> None:
    """In a process of its own: who waits for a pipe, waits for ever, and everybody else with him."""
    names = ["photo.jpg", "drawing.svg", "photo"]
    for name in names:
        os.mkfifo(tmp_path / name)
    code = (
        "import sys, pathlib\n"
        "from PySide6.QtCore import QSize\n"
        "from kiosk.ui.pictures import decode\n"
        "print([decode(pathlib.Path(name), QSize(9, 9)).isNull() for name in sys.argv[1:]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=3 * PATIENCE,
        check=True,
    )
    assert done.stdout.strip() == "[True, True, True]"


# -- asking and remembering --------------------------------------------------------------------


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
