"""Content that is bad at the start: the last good copy is shown, and the command says so."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.cli import main
from kiosk.commands.common import loaded
from kiosk.commands.versions import reader
from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded
from kiosk.content.panel import Panel
from kiosk.shell.options import Options
from kiosk.shell.reload import Source
from kiosk.shell.reload_files import mark
from kiosk.staff.keep import keep
from tests.helpers.small import SMALL, written

WRONG = SMALL.replace("unit: percent", "unit: per-cent").replace("figure: safe", "figure: save")


@pytest.fixture(autouse=True)
def _application(kiosk_app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """One application for all; a tour by the command uses it too. No locale of the machine."""
    assert kiosk_app.screens()
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


class Stage:
    """Stands in for the running kiosk: what it was told to show."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.content = Path()
        self.source: Source | None = None

    def run(
        self,
        exhibit: Exhibit[Panel],
        content: Path,
        _options: Options,
        source: Source,
        _window: object,
    ) -> int:
        self.titles.append(exhibit.exhibit.title.to("en"))
        self.content, self.source = content, source
        return 0


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()
    monkeypatch.setattr("kiosk.shell.app.run", stage.run)
    monkeypatch.setattr("kiosk.shell.first.first", lambda _size, _state: None)
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    return stage


def kept(folder: Path) -> Path:
    """Keep a version of the small exhibit, then spoil the file; return it."""
    file = written(folder)
    found = reader()(file)
    assert isinstance(found, Loaded)
    assert keep(file, found, datetime(2026, 5, 1, 12, 30, tzinfo=UTC))
    return written(folder, WRONG)


@pytest.mark.parametrize(
    ("language", "problems", "sentence"),
    [
        ("en", "2 problems.", "Version 1 of 2026-05-01"),
        ("zh", "共 2 处问题。", "现在展出 2026-05-01"),
    ],
)
def test_where_the_content_is_bad_the_last_good_copy_is_shown_and_said_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    stage: Stage,
    language: str,
    problems: str,
    sentence: str,
) -> None:
    file = kept(tmp_path)
    assert main(["--lang", language, "run", str(file)]) == 0
    said = capsys.readouterr().err
    assert said.index(problems) < said.index(sentence)
    assert f"kiosk restore 1 {file}" in said
    assert stage.titles == ["Small exhibit"]
    assert stage.content.read_text(encoding="utf-8") == SMALL
    assert stage.source is not None
    assert (stage.source.content, stage.source.seen) == (file, mark(file))
    assert isinstance(stage.source.found, list)
    assert len(stage.source.found) == 2


def test_a_damaged_copy_is_passed_over_and_without_one_nothing_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], stage: Stage
) -> None:
    file = kept(tmp_path)
    (copy,) = (one for one in tmp_path.glob("state/versions/*/objects/*/*") if one.is_file())
    copy.write_text("spoilt", encoding="utf-8")
    assert main(["--lang", "en", "run", str(file)]) == 1
    said = capsys.readouterr().err
    assert "There is no copy to fall back on. content.yaml of version 1 is damaged." in said
    assert stage.titles == []


@pytest.mark.parametrize("supervisor", ["NOTIFY_SOCKET", "KIOSK_HEARTBEAT"])
def test_without_a_copy_a_supervised_exhibit_asks_for_patience_and_waits_to_be_mended(
    tmp_path: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch, supervisor: str
) -> None:
    monkeypatch.setenv(supervisor, "1")
    file = written(tmp_path, WRONG)
    assert main(["--lang", "en", "run", str(file)]) == 0
    assert stage.titles == ["The exhibit is being prepared"]
    assert stage.source is not None
    assert stage.source.content == file


def test_good_content_is_run_as_it_is_and_can_be_kept(tmp_path: Path, stage: Stage) -> None:
    file = written(tmp_path)
    assert main(["--lang", "en", "run", str(file), "--windowed"]) == 0
    assert stage.content == file
    source = stage.source
    assert source is not None
    assert isinstance(source.found, Loaded)
    source.keep(source.found)
    assert len(list(tmp_path.glob("state/versions/*/*.json"))) == 1


def test_content_that_is_mended_while_its_mistakes_are_told_is_run_as_it_is(
    tmp_path: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = kept(tmp_path)

    def mended(options: Any) -> Loaded | None:
        found = loaded(options)
        written(tmp_path, SMALL.replace("Small", "Mended"))
        return found

    monkeypatch.setattr("kiosk.commands.run.loaded", mended)
    assert main(["run", str(file)]) == 0
    assert stage.titles == ["Mended exhibit"]
    assert stage.content == file


def test_a_copy_that_cannot_be_kept_is_logged_once(
    tmp_path: Path,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    expects_log: list[logging.LogRecord],
) -> None:
    file = written(tmp_path)
    monkeypatch.setenv("KIOSK_STATE", str(file))
    assert main(["--lang", "en", "run", str(file)]) == 0
    source = stage.source
    assert source is not None
    assert isinstance(source.found, Loaded)
    for _ in range(3):
        source.keep(source.found)
    (record,) = expects_log
    assert str(file) in record.getMessage()
