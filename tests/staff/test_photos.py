"""Photographs as staff bring them: what a check says of each, and of none that is well."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.staff import photograph
from kiosk.staff.files import Names
from kiosk.ui.pictures import decode
from tests.helpers.small import SMALL
from tests.staff.conftest import Told
from tests.ui.photos import drawing, encoded, exif, huge, plain, quartered, scan_of, with_segment

Prepare = Callable[[Path], object]
"""Makes something of a folder of photographs."""

SOFT = "→ choose one of at least 1344 × 968 pixels"
AGAIN = "→ copy the photograph to photos/a.jpg again"
CUT = f"? the photograph is cut short or damaged, and is not shown {AGAIN}"
NONE = "? there is no photograph photos/a.jpg yet →"


def put(make: Callable[[], bytes], name: str = "a.jpg") -> Prepare:
    return lambda photos: (photos / name).write_bytes(make())


def grey(width: int, height: int, kind: str = "jpg") -> bytes:
    return encoded(plain(width, height, "#808080", QImage.Format.Format_Grayscale8), kind, 20)


def renamed(name: str) -> Prepare:
    return lambda photos: (photos / "a.jpg").rename(photos / name)


def linked(target: str) -> Prepare:
    def link(photos: Path) -> None:
        (photos / "a.jpg").rename(photos.parent / "kept.jpg")
        (photos / "a.jpg").symlink_to(target)

    return link


def folder(photos: Path) -> None:
    (photos / "a.jpg").unlink()
    (photos / "a.jpg").mkdir()


def pipe(photos: Path) -> None:
    (photos / "a.jpg").unlink()
    os.mkfifo(photos / "a.jpg")


def capital_and_small(photos: Path) -> None:
    (photos / "a.jpg").unlink()
    (photos / "A.jpg").write_bytes(grey(800, 600))


def cut(kind: str, share: float) -> Callable[[], bytes]:
    def make() -> bytes:
        data = encoded(quartered(1344, 968), kind)
        return data[: int(len(data) * share)]

    return make


def garbled() -> bytes:
    data = bytearray(encoded(quartered(1344, 968), "jpg"))
    middle = (scan_of(bytes(data)) + len(data)) // 2
    data[middle : middle + 20] = b"\xff\x00" * 10
    return bytes(data)


def worn() -> bytes:
    data = bytearray(encoded(quartered(1344, 968), "png"))
    data[len(data) // 2] ^= 1
    return bytes(data)


def headless() -> bytes:
    """A JPEG of nothing but its beginning and its end."""
    return b"\xff\xd8\xff\xe0\x00\x02\xff\xd9"


def inks() -> bytes:
    return encoded(
        plain(1344, 968, "#c02020").convertToFormat(QImage.Format.Format_CMYK8888), "jpg"
    )


SLIPS: dict[str, tuple[Prepare, list[str]]] = {
    "missing": (
        lambda photos: (photos / "a.jpg").unlink(),
        [f"{NONE} put it beside content.yaml as photos/a.jpg; until then something else stands in for it"],
    ),
    "no folder": (
        lambda photos: photos.rename(photos.parent / "pictures"),
        [
            f"? there is no photograph photos/{name}.jpg yet → put it beside content.yaml as photos/{name}.jpg; until then something else stands in for it"
            for name in "ab"
        ],
    ),
    "capitals": (renamed("A.JPG"), ["? capital letters differ: the file is called photos/A.JPG → write photos/A.JPG"]),
    "capitals of the folder": (
        lambda photos: photos.rename(photos.parent / "Photos"),
        [f"? capital letters differ: the file is called Photos/{name}.jpg → write Photos/{name}.jpg" for name in "ab"],
    ),
    "capitals, and small": (
        capital_and_small,
        [
            "? capital letters differ: the file is called photos/A.jpg → write photos/A.jpg",
            f"? the photograph has 800 × 600 pixels, too few for a screen of 1920 × 1080 {SOFT}",
        ],
    ),
    "another ending": (renamed("a.jpeg"), [f"{NONE} did you mean photos/a.jpeg?"]),
    "an ending twice": (renamed("a.jpg.jpg"), [f"{NONE} did you mean photos/a.jpg.jpg?"]),
    "a phone's format": (renamed("a.heic"), [f"{NONE} open photos/a.heic and save it as a JPEG called photos/a.jpg"]),
    "a folder": (folder, [f"? this is not a file {AGAIN}"]),
    "a pipe": (pipe, [f"? this is not a file {AGAIN}"]),
    "a link to nothing": (linked("nothing.jpg"), [f"? this is not a file {AGAIN}"]),
    "a link within the exhibit": (linked("../kept.jpg"), []),
    "a link out of the exhibit": (
        linked("/etc/hostname"),
        ["! this file is a link that leads out of the content folder → delete the link and put the photograph itself at photos/a.jpg"],
    ),
    "empty": (put(bytes), [f"? this file is no photograph {AGAIN}"]),
    "noise": (put(lambda: bytes(500)), [f"? this file is no photograph {AGAIN}"]),
    "gif": (
        put(lambda: b"GIF89a" + bytes(40)),
        ["? this file is really GIF, which cannot be shown as a photograph → open it and save it as a JPEG called photos/a.jpg"],
    ),
    "pdf": (
        put(lambda: b"%PDF-1.4\n"),
        ["? this file is really PDF, which cannot be shown as a photograph → open it and save it as a JPEG called photos/a.jpg"],
    ),
    "a drawing": (
        put(drawing),
        ["? this file is really SVG, which cannot be shown as a photograph → open it and save it as a JPEG called photos/a.jpg"],
    ),
    "png by the name of jpg": (
        put(lambda: grey(1344, 968, "png")),
        ["? this file is really PNG; it is shown, but its name misleads → rename the file to photos/a.png and write photos/a.png here"],
    ),
    "cut in the middle": (put(cut("jpg", 0.5)), [CUT]),
    "cut in the head": (put(cut("jpg", 0.005)), [CUT]),
    "nothing but ends": (put(headless), [CUT]),
    "half a png": (
        put(cut("png", 0.5)),
        [
            "? this file is really PNG; it is shown, but its name misleads → rename the file to photos/a.png and write photos/a.png here",
            CUT,
        ],
    ),
    "small": (
        put(lambda: grey(640, 480)),
        [f"? the photograph has 640 × 480 pixels, too few for a screen of 1920 × 1080 {SOFT}"],
    ),
    "one pixel too narrow": (
        put(lambda: grey(1343, 968)),
        [f"? the photograph has 1343 × 968 pixels, too few for a screen of 1920 × 1080 {SOFT}"],
    ),
    "one pixel too low": (
        put(lambda: grey(1344, 967)),
        [f"? the photograph has 1344 × 967 pixels, too few for a screen of 1920 × 1080 {SOFT}"],
    ),
    "upright once turned": (
        put(lambda: with_segment(grey(1344, 968), exif(6))),
        [f"? the photograph has 968 × 1344 pixels, too few for a screen of 1920 × 1080 {SOFT}"],
    ),
    "lying once turned": (put(lambda: with_segment(grey(968, 1344), exif(6))), []),
    "upside down": (put(lambda: with_segment(grey(1344, 968), exif(3))), []),
    "beyond 100 megapixels": (
        put(lambda: huge(12000, 8400)),
        ["? the photograph is too large: 12000 × 8400 pixels → scale it down to a width of 4000 pixels and save it as a JPEG"],
    ),
    "made for print": (
        put(inks),
        ["? this photograph is made for print (CMYK); its colours may shift → save it as a JPEG in RGB (sRGB)"],
    ),
    "damaged in the middle": (
        put(garbled),
        [f"! a part of the photograph is damaged, and visitors would see that {AGAIN}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_told_at_the_line_that_names_the_photograph(
    content: Path, told: Callable[..., Told], slip: str
) -> None:
    prepare, expected = SLIPS[slip]
    prepare(content.parent / "photos")
    said = told()
    assert [line.partition(" ")[2] for line in said] == expected
    assert all(line.startswith("photos/") for line in said)
    assert len(told("zh")) == len(expected)
    assert all(max(line) >= "\u4e00" for line in told("zh"))


def test_a_photograph_in_capitals_on_a_disk_that_takes_any_is_told_too(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows and macOS would show it, and the kiosk's own disk would not."""
    (content.parent / "photos" / "a.jpg").rename(content.parent / "photos" / "A.jpg")
    monkeypatch.setattr(Path, "is_file", lambda _path: True)
    assert told()[0].startswith("photos/a.jpg ? capital letters differ")


def test_a_photograph_that_is_named_twice_is_told_once(
    content: Path, told: Callable[..., Told]
) -> None:
    content.write_text(SMALL.replace("photos/b.jpg", "photos/c.jpg").replace("photos/a", "photos/c"))  # fmt: skip
    said = told()
    assert len(said) == 1
    assert said[0].startswith("photos/c.jpg ? there is no photograph")


def named(name: str, content: Path) -> None:
    content.write_text(SMALL.replace("photos/a.jpg", f"photos/{name}"), encoding="utf-8")


@pytest.mark.parametrize("kind", ["png", "webp", "jpeg"])
def test_each_kind_is_well_under_its_own_name(
    content: Path, told: Callable[..., Told], kind: str
) -> None:
    named(f"c.{kind}", content)
    (content.parent / "photos" / f"c.{kind}").write_bytes(grey(1344, 968, kind))
    assert told() == []


def test_sixteen_bits_a_colour_are_shown_as_they_are_and_nothing_is_said(
    content: Path, told: Callable[..., Told]
) -> None:
    named("c.png", content)
    data = encoded(plain(1344, 968, "#c02020", QImage.Format.Format_RGBX64), "png")
    (content.parent / "photos" / "c.png").write_bytes(data)
    assert told() == []


@pytest.mark.parametrize(
    ("kind", "make"), [("png", worn), ("png", cut("png", 0.99)), ("webp", cut("webp", 0.5))]
)
def test_other_kinds_that_are_damaged_are_found_without_a_word_from_their_libraries(
    content: Path,
    told: Callable[..., Told],
    capfd: pytest.CaptureFixture[str],
    kind: str,
    make: Callable[[], bytes],
) -> None:
    named(f"c.{kind}", content)
    (content.parent / "photos" / f"c.{kind}").write_bytes(make())
    assert told() == [
        (
            f"photos/c.{kind} ? the photograph is cut short or damaged, and is not shown"
            f" → copy the photograph to photos/c.{kind} again"
        )
    ]
    assert capfd.readouterr().err == ""


def test_sixteen_bits_a_colour_take_twice_the_memory(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photograph, "LARGEST", 8)
    named("c.png", content)
    data = encoded(plain(1344, 968, "#c02020", QImage.Format.Format_RGBX64), "png")
    (content.parent / "photos" / "c.png").write_bytes(data)
    assert told() == [
        (
            "photos/c.png ? the photograph is too large: 1344 × 968 pixels of 16 bits a colour"
            " → scale it down to a width of 4000 pixels and save it as a JPEG"
        )
    ]


def test_a_file_beyond_50_mb_is_not_even_read(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (content.parent / "photos" / "a.jpg").open("ab") as file:
        file.truncate(50_000_001)
    read: list[str] = []

    def seen(path: Path, size: QSize) -> QImage:
        read.append(path.name)
        return decode(path, size)

    monkeypatch.setattr(photograph, "decode", seen)
    assert told() == [
        (
            "photos/a.jpg ? the photograph's file is too large: 51 MB; 50 MB is the most"
            " → save it as a JPEG, 4000 pixels wide"
        )
    ]
    assert read == ["b.jpg"]


def test_what_cannot_be_read_is_told(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(photograph, "decode", refuse)
    (content.parent / "photos" / "b.jpg").unlink()
    assert told()[0] == (
        "photos/a.jpg ? this photograph cannot be read → check the permissions of the file"
    )


def test_a_byte_too_many_is_not_worth_a_word(content: Path, told: Callable[..., Told]) -> None:
    """Some programs leave bytes between the pieces, which the reader mentions and skips."""
    data = grey(1344, 968)
    tables = data.index(b"\xff\xdb")
    odd = data[:tables] + b"\x12\x34" + data[tables:]
    (content.parent / "photos" / "a.jpg").write_bytes(odd)
    assert told() == []


def test_a_folder_that_has_the_very_name_comes_before_one_that_has_another(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for place, name in ((first, "A.jpg"), (second, "a.jpg")):
        place.mkdir()
        (place / name).touch()
    find = Names().find
    assert find([first, second], "a.jpg") == (second, "a.jpg")
    assert find([first, second], "A.JPG") == (first, "A.jpg")
    assert find([first, second], "b.jpg") is None
