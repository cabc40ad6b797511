"""Photographs cut short, things that are none, and what is not there at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from kiosk.ui import pictures as module
from kiosk.ui.pictures import decode
from tests.helpers.project import ROOT
from tests.ui.photos import (
    SIZE,
    drawing,
    encoded,
    exif,
    is_red,
    jpeg,
    plain,
    quartered,
    saved,
    scan_of,
    segment,
    with_segment,
)
from tests.ui.toys import RED

pytestmark = pytest.mark.usefixtures("kiosk_app")

PATIENCE = 10
"""Seconds at most for a thread to answer; it answers in thousandths."""


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
