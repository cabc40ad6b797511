"""A USB stick brings a whole exhibit or none, and what was there can be had again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.commands import restore, take
from kiosk.commands.versions import now, reader
from kiosk.content.load import Loaded
from kiosk.staff import take as taking
from kiosk.staff import versions_files, versions_place
from kiosk.staff.take import source_in
from kiosk.ui import assets
from tests.helpers.small import SMALL, written
from tests.staff.dying import at_every_step

OTHER = SMALL.replace("Small exhibit", "From the stick")
DRAWN = OTHER.replace(
    "photo: photos/b.jpg", "photo: photos/b.jpg\n            illustration: drawings/b.svg"
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(cli, "COMMANDS", (restore, take))
    monkeypatch.setattr(versions_files, "PATIENCE", 0)


def exhibit(folder: Path, text: str, **pictures: bytes) -> Path:
    """Write an exhibit and its photographs, named without their ending."""
    (folder / "photos").mkdir(parents=True)
    for name, data in pictures.items():
        (folder / "photos" / f"{name}.jpg").write_bytes(data)
    return written(folder, text)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return exhibit(tmp_path / "own", SMALL, a=b"a1")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    exhibit(tmp_path / "stick", OTHER, a=b"a2", b=b"b2", unnamed=b"private")
    return tmp_path / "stick"


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def typed(*words: object) -> int:
    return cli.main(["--lang", "en", *map(str, words)])


def test_the_exhibit_of_a_stick_takes_the_place_of_the_old_one_without_what_it_does_not_name(
    content: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("take", stick, content) == 0

    assert files(content.parent) == {
        "content.yaml": OTHER.encode(),
        "photos/a.jpg": b"a2",
        "photos/b.jpg": b"b2",
    }
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"1/3  {content.parent}/photos/a.jpg",
        f"2/3  {content.parent}/photos/b.jpg",
        f"3/3  {content}",
    ]
    assert said.out.splitlines() == [
        f"{content} has the new content. Files replaced: 3.",
        f"To have version 1 back: kiosk restore 1 {content}",
    ]


def test_what_was_there_can_be_had_again(content: Path, stick: Path) -> None:
    before = files(content.parent)
    assert typed("take", stick, content) == 0
    assert typed("restore", 1, content) == 0
    assert files(content.parent) == before


def test_the_exhibit_may_lie_in_a_folder_called_content(content: Path, tmp_path: Path) -> None:
    exhibit(tmp_path / "stick" / "content", DRAWN, b=b"b2")
    (tmp_path / "stick" / "content" / "drawings").mkdir()
    (tmp_path / "stick" / "content" / "drawings" / "b.svg").write_bytes(b"<svg/>")

    assert typed("take", tmp_path / "stick", content) == 0

    assert files(content.parent) == {
        "content.yaml": DRAWN.encode(),
        "photos/a.jpg": b"a1",
        "photos/b.jpg": b"b2",
        "drawings/b.svg": b"<svg/>",
    }


def test_a_folder_may_be_named_from_where_one_stands(
    content: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(stick)
    assert typed("take", ".", content) == 0
    assert content.read_text(encoding="utf-8") == OTHER


def test_a_stick_with_texts_alone_leaves_the_photographs(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exhibit(tmp_path / "stick", OTHER)

    assert typed("take", tmp_path / "stick", content) == 0

    assert files(content.parent) == {"content.yaml": OTHER.encode(), "photos/a.jpg": b"a1"}
    assert "Photographs still missing: photos/b.jpg\n" in capsys.readouterr().out


def test_a_place_that_is_still_empty_is_filled(
    stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "new" / "exhibit" / "content.yaml"
    assert typed("take", stick, content) == 0
    assert set(files(content.parent)) == {"content.yaml", "photos/a.jpg", "photos/b.jpg"}
    assert "restore" not in capsys.readouterr().out


def test_content_with_mistakes_is_set_aside_not_lost(
    content: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(content.parent, "half written")

    assert typed("take", stick, content) == 0

    aside = [file for file in content.parent.iterdir() if file.suffix == ".old"]
    assert [file.read_text(encoding="utf-8") for file in aside] == ["half written"]
    assert f"The file that was there is now: {aside[0]}\n" in capsys.readouterr().out


def test_every_problem_of_the_stick_is_told_and_nothing_is_changed(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = DRAWN.replace("figure: safe", "figure: save")
    source = exhibit(tmp_path / "stick", wrong, a=b"a2")
    before = files(tmp_path)

    assert typed("take", tmp_path / "stick", content) == 1

    said = capsys.readouterr().err
    assert f"{source}:40:17: there is no save in figures" in said
    assert "there is no file drawings/b.svg" in said
    assert said.endswith("2 problems.\nNothing was changed.\n")
    assert files(tmp_path) == before


def link_photograph(stick: Path) -> None:
    (stick / "photos" / "a.jpg").unlink()
    (stick / "photos" / "a.jpg").symlink_to("b.jpg")


def link_to_nothing(stick: Path) -> None:
    (stick / "photos" / "a.jpg").unlink()
    (stick / "photos" / "a.jpg").symlink_to("nothing")


def link_folder(stick: Path) -> None:
    (stick / "photos").rename(stick.parent / "elsewhere")
    (stick / "photos").symlink_to(stick.parent / "elsewhere")


def link_content(stick: Path) -> None:
    (stick / "content.yaml").rename(stick.parent / "elsewhere.yaml")
    (stick / "content.yaml").symlink_to(stick.parent / "elsewhere.yaml")


def link_whole(stick: Path) -> None:
    inner = stick.rename(stick.parent / "elsewhere")
    stick.mkdir()
    (stick / "content").symlink_to(inner)


@pytest.mark.parametrize(
    "link", [link_photograph, link_to_nothing, link_folder, link_content, link_whole]
)
def test_no_link_is_followed_from_a_stick(
    content: Path,
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    link: Callable[[Path], None],
) -> None:
    before = files(content.parent)
    link(stick)

    assert typed("take", stick, content) == 1

    assert "is a link and may lead elsewhere" in capsys.readouterr().err
    assert files(content.parent) == before


def test_a_path_that_leads_out_of_the_folder_is_a_problem(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OTHER.replace("photos/a.jpg", "../secret.jpg")
    exhibit(tmp_path / "stick", text)
    (tmp_path / "secret.jpg").write_bytes(b"secret")

    assert typed("take", tmp_path / "stick", content) == 1

    assert "leads out of the content folder" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["photos", "stick", "content.yaml"])
def test_what_is_no_exhibit_is_said(
    content: Path, stick: Path, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    places = {"stick": stick.parent / "unplugged", "photos": stick / "photos"}
    assert typed("take", places.get(named, stick / named), content) == 1
    assert "There is no content.yaml in " in capsys.readouterr().err


def test_its_own_folder_is_refused(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("take", content.parent, content) == 1
    assert "the exhibit's own folder" in capsys.readouterr().err


def test_the_content_inside_an_installed_program_is_not_replaced(
    tmp_path: Path,
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inside = exhibit(tmp_path / "_data", SMALL)
    monkeypatch.setattr(assets, "shipped", lambda: inside.parent)

    assert typed("take", stick) == 1

    assert f"kiosk take {stick} /srv/exhibit/content.yaml" in capsys.readouterr().err
    assert inside.read_text(encoding="utf-8") == SMALL


def test_a_folder_in_the_place_of_the_file_is_told_with_what_to_type(
    content: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("take", stick, content.parent) == 1
    assert f"Type: kiosk take {stick} {content}\n" in capsys.readouterr().err


def too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "LARGEST", len(OTHER.encode()) + 3)


def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions_place, "SPARE", 2**60)


def broken_stick(monkeypatch: pytest.MonkeyPatch) -> None:
    def copy(source: Path, target: Path) -> versions_files.Stored:
        copied = versions_files.copy(source, target)
        return versions_files.digest(b"noise") if source.name == "b.jpg" else copied

    monkeypatch.setattr(versions_place, "copy", copy)


def no_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", os.devnull)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (too_much, "2 GB is the most"),
        (no_room, "has too little room"),
        (broken_stick, "reads differently each time"),
        (no_state, "/dev/null"),
    ],
)
def test_trouble_is_told_and_nothing_is_changed(
    content: Path,
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[pytest.MonkeyPatch], None],
    said: str,
) -> None:
    before = files(content.parent)
    trouble(monkeypatch)

    assert typed("take", stick, content) == 1

    assert said in capsys.readouterr().err
    assert files(content.parent) == before


def test_a_stick_of_just_the_size_allowed_is_taken(
    content: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "LARGEST", len(OTHER.encode()) + 4)
    assert typed("take", stick, content) == 0


def test_a_place_that_cannot_be_written_is_told(
    stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = exhibit(tmp_path / "odd", SMALL)
    (content.parent / "photos" / "a.jpg").mkdir()

    assert typed("take", stick, content) == 1

    assert str(content.parent / "photos" / "a.jpg") in capsys.readouterr().err
    assert content.read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize("killed", [True, False], ids=["killed", "disc fails"])
def test_wherever_it_ends_the_content_is_the_old_or_the_new_and_the_old_can_be_had_again(
    content: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    old = files(content.parent)
    source = source_in(stick)
    loaded = reader()(source)
    assert isinstance(loaded, Loaded)

    def prepare() -> None:
        written(content.parent)
        (content.parent / "photos" / "a.jpg").write_bytes(b"a1")
        (content.parent / "photos" / "b.jpg").unlink(missing_ok=True)

    def act() -> None:
        taking.take(source, loaded, content, reader(), now(), lambda *_: None)

    steps = list[int]()
    for step in at_every_step(monkeypatch, prepare, act, killed=killed):
        there = files(content.parent)
        assert there["content.yaml"] in (SMALL.encode(), OTHER.encode())
        if there["content.yaml"] == OTHER.encode():
            assert (there["photos/a.jpg"], there["photos/b.jpg"]) == (b"a2", b"b2")
        steps.append(step)
    assert len(steps) > 10
    assert files(content.parent).items() >= {"content.yaml": OTHER.encode()}.items()
    assert typed("restore", 1, content) == 0
    assert {name: data for name, data in files(content.parent).items() if ".new" not in name} == old
