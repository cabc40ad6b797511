"""A new exhibit runs as it is made, shows every kind of panel, and never overwrites anything."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.cli import main
from kiosk.content.load import Loaded, load
from kiosk.content.report import describe
from kiosk.content.rules import panels_in
from kiosk.content.shapes import kind_of
from kiosk.panels.kinds import KINDS
from kiosk.panels.quotation import Quotation
from kiosk.shell.tour import screens, tour
from kiosk.staff.make import STARTER
from kiosk.staff.schema import FILE, schema_text
from kiosk.ui.assets import shipped
from kiosk.ui.theme import KAI, Style
from kiosk.visit.route import Route
from tests.project.test_glyphs import RUNNING, content, missing, said

SIZE = (480, 270)


def made(folder: Path) -> Loaded:
    """Make an exhibit by the command and read it back."""
    assert main(["new", str(folder)]) == 0
    file = folder / "content.yaml"
    found = load(file, KINDS, shipped() / "assets")
    if not isinstance(found, Loaded):
        lines = file.read_text(encoding="utf-8").splitlines()
        pytest.fail(describe(found, file.name, lines, "en"), pytrace=False)
    return found


def test_it_holds_every_kind_of_panel_once(tmp_path: Path) -> None:
    kinds = [type(panel) for _, panel in panels_in(made(tmp_path / "garden").exhibit)]
    assert sorted(kinds, key=kind_of) == sorted(KINDS, key=kind_of)


def test_one_screen_of_each_kind_can_be_shown(tmp_path: Path, kiosk_app: QApplication) -> None:
    assert kiosk_app.screens()
    exhibit = made(tmp_path / "garden").exhibit
    keys = [screen.key for screen in screens(Route(exhibit), "zh")]
    keep = frozenset(
        next(key for key in keys if f"-{kind_of(kind)}" in key and "zoom" not in key)
        for kind in KINDS
    )
    out = tmp_path / "tour"
    tour(exhibit, tmp_path / "garden" / "content.yaml", out, size=SIZE, keep=keep)
    pictures = {file.name: QImage(str(file)) for file in out.glob("??-*.png")}
    assert len(pictures) == 2 * len(KINDS)
    assert {image.size().toTuple() for image in pictures.values()} == {SIZE}


def test_its_pictures_are_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "garden"
    items = [
        item for _, panel in panels_in(made(folder).exhibit) for item in getattr(panel, "items", ())
    ]
    assert items
    for item in items:
        assert (folder / item.illustration).is_file()
        assert (folder / item.photo).parent.is_dir()


def test_every_character_of_it_can_be_shown(tmp_path: Path, kiosk_app: QApplication) -> None:
    assert kiosk_app.screens()
    exhibit = made(tmp_path / "garden").exhibit
    cover = exhibit.exhibit
    assert missing(content(exhibit), RUNNING) == set()
    texts = [chapter.subtitle for chapter in exhibit.chapters]
    texts += [cover.couplet.lines if cover.couplet else None]
    texts += [panel.text for _, panel in panels_in(exhibit) if isinstance(panel, Quotation)]
    verses = [line for text in texts for line in said(text, exhibit)]
    assert missing(verses, [Style(KAI, 32)]) == set()


def test_nobody_takes_it_for_facts(tmp_path: Path) -> None:
    exhibit = made(tmp_path / "garden").exhibit
    sources = [*exhibit.headings.values(), exhibit.exhibit.occasion]
    for source in sources:
        assert source
        assert "示例" in source.to("zh")
        assert "example" in source.to("en")


def test_an_editor_finds_the_schema_beside_it(tmp_path: Path) -> None:
    first, *_ = made(tmp_path / "garden").tree.lines
    assert first == f"# yaml-language-server: $schema={FILE}"
    assert (tmp_path / "garden" / FILE).read_text(encoding="utf-8") == schema_text()


def test_nothing_of_the_starter_is_left_behind(tmp_path: Path) -> None:
    made(tmp_path / "garden")
    files = [file for file in STARTER.rglob("*") if file.is_file()]
    assert len(files) > 2
    for file in files:
        copy = tmp_path / "garden" / file.relative_to(STARTER)
        assert copy.read_bytes() == file.read_bytes()


@pytest.mark.parametrize(("language", "said_too"), [("zh", "看一看"), ("en", "Look at it")])
def test_it_says_what_to_do_next_in_words_that_can_be_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said_too: str
) -> None:
    folder = tmp_path / "our garden"
    assert main(["--lang", language, "new", str(folder)]) == 0
    told = capsys.readouterr().out
    assert said_too in told
    assert f"kiosk run '{folder / 'content.yaml'}'" in told


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "garden").mkdir()
    made(tmp_path / "garden")


@pytest.mark.parametrize(("language", "told"), [("zh", "已经有了"), ("en", "already")])
def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    (tmp_path / "content.yaml").write_text("mine", encoding="utf-8")
    assert main(["--lang", language, "new", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert told in said
    assert f"kiosk new {tmp_path}-2" in said
    assert [file.name for file in tmp_path.iterdir()] == ["content.yaml"]
    assert (tmp_path / "content.yaml").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "garden"
    file.write_text("mine", encoding="utf-8")
    assert main(["--lang", "en", "new", str(file)]) == 1
    assert "already" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert main(["--lang", "en", "new", str(tmp_path / "file" / "garden")]) == 1
    assert "cannot be written" in capsys.readouterr().err
