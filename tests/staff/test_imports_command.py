"""Bringing photographs in by the command: what to paste, what is told, and what is refused."""

import argparse
from pathlib import Path

import pytest

from kiosk.commands import photos as command
from kiosk.content.load import Loaded, load
from kiosk.panels.kinds import KINDS
from kiosk.staff.paste import pasted, spot
from kiosk.ui import assets
from tests.helpers.small import SMALL, written
from tests.ui.photos import encoded, plain, saved

LINES = """\
          - photo: photos/new.jpg
            title:
              zh: 照片的标题
              en: Title of the photograph
            caption:
              zh: 照片的说明
              en: What the photograph shows
"""


@pytest.fixture(autouse=True)
def _application(kiosk_app: object) -> None:
    """Pictures need Qt."""


JPEG = b"\xff\xd8\xff\xe0"


# -- what to paste ---------------------------------------------------------------------------------


def with_lines(text: str, folder: Path) -> Loaded:
    """Paste two photographs into an exhibit where it is said, and return the exhibit then."""
    found = load(written(folder, text), KINDS)
    assert isinstance(found, Loaded)
    where = spot(found)
    lines = text.splitlines()
    lines.insert(
        where.line, pasted(["photos/x.jpg", "photos/y.jpg"], found.exhibit.languages, where)
    )
    again = load(written(folder, "\n".join(lines) + "\n"), KINDS)
    assert isinstance(again, Loaded), again
    return again


def test_pasted_lines_become_the_first_pictures(tmp_path: Path) -> None:
    panel = with_lines(SMALL, tmp_path).exhibit.chapters[1].panels[0]
    photos = [item.photo for item in panel.items]  # type: ignore[attr-defined]
    assert photos == [f"photos/{one}.jpg" for one in "xyab"]


def test_an_exhibit_without_pictures_gets_a_panel_of_them(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("  - id: two")]
    panels = with_lines(text, tmp_path).exhibit.chapters[0].panels
    assert [panel.kind for panel in panels] == ["photos", "ring"]


# -- the command -----------------------------------------------------------------------------------


def ran(folder: Path, content: Path, language: str = "en") -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default=language)
    command.add(parser.add_subparsers(required=True))
    options = parser.parse_args(["photos", "import", str(folder), str(content)])
    return int(options.act(options))


def test_the_command_tells_each_file_and_prints_what_to_paste(
    stick: Path, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(stick, "New.jpg", encoded(plain(40, 30, "#808080"), "jpg"))
    saved(stick, "note.txt", b"hello\n")
    content = beside / "content.yaml"
    assert ran(stick, content) == 0
    said = capsys.readouterr()
    line = SMALL.splitlines().index("        items:") + 1
    assert said.out == LINES
    assert said.err.splitlines() == [
        "1/2  New.jpg  → photos/new.jpg",
        "2/2  note.txt  no photograph (TXT): passed over",
        f"Paste these lines below line {line} of {content}, then put in your own words:",
    ]


def test_photographs_that_the_content_names_need_no_lines(
    stick: Path, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(stick, "A.jpg", encoded(plain(40, 30, "#808080"), "jpg"))
    assert ran(stick, beside / "content.yaml") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "names them all already" in said.err


def test_a_photograph_that_is_lost_makes_the_command_fail(
    stick: Path, beside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(stick, "a.jpg", JPEG)
    assert ran(stick, beside / "content.yaml", "zh") == 1
    assert "1 张照片没有导入" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("empty", "There are no photographs in"),
        ("missing", "cannot be read or written"),
        ("own", "is in the exhibit already"),
        ("in the way", "cannot be read or written"),
        ("wrong", "1 problem."),
    ],
)
def test_what_cannot_be_done_is_told_with_what_to_do(
    stick: Path, beside: Path, capsys: pytest.CaptureFixture[str], case: str, said: str
) -> None:
    folder = stick
    if case == "missing":
        folder = stick / "nowhere"
    elif case == "own":
        folder = beside / "photos"
        folder.mkdir()
    elif case == "in the way":
        saved(beside, "photos", b"")
    elif case == "wrong":
        written(beside, SMALL.replace("figure: safe", "figure: save"))
    assert ran(folder, beside / "content.yaml") == 1
    assert said in capsys.readouterr().err


def test_nothing_is_brought_into_an_installed_program(
    stick: Path,
    beside: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inside = beside.rename(beside.with_name("_data"))
    monkeypatch.setattr(assets, "shipped", lambda: inside)
    assert ran(stick, inside / "content.yaml") == 1
    assert "content inside the program" in capsys.readouterr().err
