"""Photographs brought in: upright, small enough, bare; nothing lost, nothing written over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QColorSpace, QImage

from kiosk.content.problems import Said
from kiosk.staff import imports
from kiosk.staff.imports import Brought, Left, Outcome, bring, stem
from tests.ui.photos import (
    CORNERS,
    encoded,
    exif,
    huge,
    plain,
    quartered,
    saved,
    scan_of,
    with_segment,
)

Told = list[tuple[int, int, Outcome]]


@pytest.fixture(autouse=True)
def _application(kiosk_app: object) -> None:
    """Pictures need Qt."""


def brought(stick: Path, beside: Path) -> list[Outcome]:
    return bring(stick, beside, lambda *_: None)


def only(stick: Path, beside: Path) -> QImage:
    """Bring the only photograph in and return it as it lies there, nothing turned or converted."""
    (outcome,) = brought(stick, beside)
    assert isinstance(outcome, Brought), outcome
    return QImage(str(beside / outcome.photo))


def left(stick: Path, beside: Path) -> Left:
    (outcome,) = brought(stick, beside)
    assert isinstance(outcome, Left), outcome
    return outcome


def near(one: QColor, other: str) -> bool:
    ours, theirs = one.toTuple(), QColor(other).toTuple()
    return all(abs(a - b) < 12 for a, b in zip(ours, theirs, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_of_holding_a_camera_comes_out_upright(
    stick: Path, beside: Path, orientation: int
) -> None:
    jpeg = encoded(quartered(64, 48, orientation), "jpg")
    saved(stick, "a.jpg", with_segment(jpeg, exif(orientation)))
    image = only(stick, beside)
    assert image.size() == QSize(64, 48)
    spots = {"TL": (16, 12), "TR": (48, 12), "BL": (16, 36), "BR": (48, 36)}
    assert [
        side for side, at in spots.items() if not near(image.pixelColor(*at), CORNERS[side])
    ] == []


@pytest.mark.parametrize(
    ("size", "written"),
    [((6000, 300), (3840, 192)), ((300, 6000), (192, 3840)), ((3840, 40), (3840, 40)), ((40, 30), (40, 30))],
    ids=["wide", "high", "just right", "small"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_photograph_is_no_larger_than_a_screen_needs_and_never_enlarged(
    stick: Path, beside: Path, kind: str, size: tuple[int, int], written: tuple[int, int]
) -> None:
    saved(stick, f"a.{kind}", encoded(plain(*size, "#808080"), kind))
    assert only(stick, beside).size().toTuple() == written


def test_a_hundred_megapixels_are_read_at_the_size_they_are_written(
    stick: Path, beside: Path
) -> None:
    saved(stick, "a.jpg", huge(11648, 8736))
    assert only(stick, beside).size() == QSize(3840, 2880)


def test_more_than_can_be_held_is_told_with_its_size(
    stick: Path, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "LARGEST", 1)
    saved(stick, "a.jpg", huge(520, 512))
    assert "520 × 512" in left(stick, beside).why.en


def test_nothing_but_the_picture_is_written(stick: Path, beside: Path) -> None:
    image = quartered(64, 48)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    image.setText("Comment", "taken at home")
    jpeg = with_segment(encoded(image, "jpg"), exif(1, b"GPS"))
    assert all(part in jpeg for part in (b"ICC_PROFILE", b"taken at home", b"GPS"))
    saved(stick, "a.jpg", jpeg)
    found = only(stick, beside)
    data = (beside / "photos" / "a.jpg").read_bytes()
    assert [one for one in (b"ICC_PROFILE", b"taken", b"GPS", b"Exif") if one in data] == []
    assert not found.colorSpace().isValid()


def test_colours_of_another_space_look_the_same_in_srgb(stick: Path, beside: Path) -> None:
    wide = plain(40, 30, "#c02020")
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    expected = wide.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    saved(stick, "a.jpg", encoded(wide, "jpg"))
    shown = only(stick, beside).pixelColor(20, 15)
    assert near(shown, expected.pixelColor(20, 15).name())
    assert not near(shown, "#c02020")


@pytest.mark.parametrize(
    ("color", "ending"), [("#80c02020", ".png"), ("#ffc02020", ".jpg")], ids=["clear", "opaque"]
)
@pytest.mark.parametrize("kind", ["png", "webp"])
def test_only_what_lets_the_ground_through_stays_png(
    stick: Path, beside: Path, kind: str, color: str, ending: str
) -> None:
    saved(stick, f"a.{kind}", encoded(plain(40, 30, color, QImage.Format.Format_ARGB32), kind))
    image = only(stick, beside)
    assert (beside / f"photos/a{ending}").is_file()
    assert image.pixelColor(20, 15).alpha() == QColor(color).alpha()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("IMG_2041", "img-2041"),
        ("West Lake (2)", "west-lake-2"),
        ("Café à Nîmes", "cafe-a-nimes"),
        ("西湖", ""),
        ("西湖 2023", ""),
        ("Ωmega", ""),
        ("...", ""),
        ("con", ""),
        ("x" * 80, "x" * 60),
    ],
)
def test_names_fit_every_system(name: str, safe: str) -> None:
    assert stem(name) == safe


def test_files_of_one_name_get_numbers_and_nothing_is_written_over(
    stick: Path, beside: Path
) -> None:
    (beside / "photos").mkdir()
    saved(beside / "photos", "LAKE.JPG", b"mine")
    saved(beside / "photos", "photo-01.jpg", b"mine")
    for name, color in (("Lake.jpg", "#111111"), ("lake.png", "#222222"), ("西湖.jpg", "#333333")):
        saved(stick, name, encoded(plain(40, 30, color), name[-3:]))
    photos = [one.photo for one in brought(stick, beside) if isinstance(one, Brought)]
    assert photos == ["photos/lake-2.jpg", "photos/lake-3.jpg", "photos/photo-02.jpg"]
    assert (beside / "photos/LAKE.JPG").read_bytes() == b"mine"
    assert (beside / "photos/photo-01.jpg").read_bytes() == b"mine"


def test_what_was_brought_in_before_is_not_brought_twice(stick: Path, beside: Path) -> None:
    for name in ("a.jpg", "西湖.jpg", "西溪.jpg"):
        saved(stick, name, encoded(plain(40, 30, f"#{len(name)}{ord(name[1]) % 10}2030"), "jpg"))
    first = brought(stick, beside)
    there = sorted((beside / "photos").iterdir())
    assert brought(stick, beside) == first
    assert sorted((beside / "photos").iterdir()) == there


def test_the_originals_stay_as_they_are(stick: Path, beside: Path) -> None:
    jpeg = with_segment(encoded(quartered(64, 48, 6), "jpg"), exif(6))
    file = saved(stick, "a.jpg", jpeg)
    before = file.stat()
    brought(stick, beside)
    assert file.read_bytes() == jpeg
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert [one.name for one in stick.iterdir()] == ["a.jpg"]


JPEG = b"\xff\xd8\xff\xe0"

STRANGE: dict[str, tuple[bytes, str, bool]] = {
    "a HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "HEIC cannot be read: open it and save it as JPEG", True),
    "a TIFF": (b"II*\0\x08\0\0\0" + bytes(99), "TIF cannot be read: open it and save it as JPEG", True),
    "a GIF": (b"GIF89a" + bytes(99), "GIF cannot be read: open it and save it as JPEG", True),
    "a text": (b"hello\n", "no photograph (TXT): passed over", False),
    "nothing": (b"", "no photograph: passed over", False),
    "bytes": (bytes(range(1, 9)), "no photograph: passed over", False),
    "a head alone": (JPEG, "cut short or damaged: copy it from the camera or phone again", True),
}  # fmt: skip


@pytest.mark.parametrize("what", STRANGE)
def test_other_files_are_told_by_what_they_are(stick: Path, beside: Path, what: str) -> None:
    data, said, wanted = STRANGE[what]
    saved(stick, "a.jpg", data)
    outcome = left(stick, beside)
    assert (outcome.why.en, outcome.wanted) == (said, wanted)
    assert max(outcome.why.zh) >= "\u4e00"
    assert list((beside / "photos").iterdir()) == []


def garbled() -> bytes:
    data = bytearray(encoded(quartered(400, 300), "jpg"))
    middle = (scan_of(bytes(data)) + len(data)) // 2
    data[middle : middle + 20] = b"\xff\x00" * 10
    return bytes(data)


def worn() -> bytes:
    data = bytearray(encoded(quartered(400, 300), "png"))
    data[len(data) // 2] ^= 1
    return bytes(data)


def cut(kind: str, keep: float = 0.6) -> bytes:
    data = encoded(quartered(400, 300), kind)
    return data[: int(len(data) * keep)]


BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a JPEG cut short": ("jpg", lambda: cut("jpg")),
    "a JPEG without its end": ("jpg", lambda: encoded(quartered(400, 300), "jpg")[:-2]),
    "a JPEG damaged in the middle": ("jpg", garbled),
    "a PNG cut short": ("png", lambda: cut("png")),
    "a PNG damaged in the middle": ("png", worn),
    "a WebP cut short": ("webp", lambda: cut("webp")),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_photograph_that_is_not_whole_is_not_brought_in(
    stick: Path, beside: Path, what: str, capfd: pytest.CaptureFixture[str]
) -> None:
    kind, make = BROKEN[what]
    saved(stick, f"a.{kind}", make())
    assert left(stick, beside).why.en.startswith("cut short or damaged")
    assert list((beside / "photos").iterdir()) == []
    capfd.readouterr()  # what libpng says of it


def test_folders_links_and_hidden_files_are_passed_over(stick: Path, beside: Path) -> None:
    photo = encoded(plain(40, 30, "#808080"), "jpg")
    (stick / "sub").mkdir()
    saved(stick / "sub", "inner.jpg", photo)
    (stick / "link.jpg").symlink_to(saved(beside, "private.jpg", photo))
    (stick / "gone.jpg").symlink_to("nowhere")
    saved(stick, ".hidden.jpg", photo)
    assert brought(stick, beside) == [
        Left("gone.jpg", Said("链接，跳过", "a link: passed over"), wanted=False),
        Left("link.jpg", Said("链接，跳过", "a link: passed over"), wanted=False),
        Left("sub", Said("文件夹，跳过", "a folder: passed over"), wanted=False),
    ]


def test_each_file_is_told_as_it_is_done(stick: Path, beside: Path) -> None:
    saved(stick, "a.jpg", encoded(plain(40, 30, "#808080"), "jpg"))
    saved(stick, "b.txt", b"hello\n")
    told: Told = []
    outcomes = bring(stick, beside, lambda *what: told.append(what))
    assert told == [(1, 2, outcomes[0]), (2, 2, outcomes[1])]
