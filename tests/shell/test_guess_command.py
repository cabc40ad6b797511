"""Staff see how many guesses were counted, and forget them."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.shell.guesses import FILE, Guesses


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    with closing(Guesses(tmp_path / FILE)) as guesses:
        for bucket in (0, 3, 3):
            guesses.add("key", "mark", bucket)
    return tmp_path / FILE


def count(path: Path) -> int:
    with closing(Guesses(path)) as guesses:
        return guesses.total


def test_they_are_counted(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "guesses"]) == 0
    assert capsys.readouterr().out.startswith("3 guesses")
    assert count(store) == 3


def test_they_are_forgotten_when_asked(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "guesses", "--clear"]) == 0
    assert capsys.readouterr().out == "已清除 3 次猜测。\n"
    assert count(store) == 0


def test_a_folder_that_cannot_be_had_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "file" / "state"))
    assert main(["--lang", "en", "guesses"]) == 1
    assert "file" in capsys.readouterr().err
