"""The command: what it says, what it returns, and that it never fails without a sentence."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosk import __version__
from kiosk.cli import main
from kiosk.shell.tour import tour
from tests.helpers.small import SMALL, written

NO_DISPLAY = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
WRONG = SMALL.replace("unit: percent", "unit: per-cent").replace("figure: safe", "figure: save")


@pytest.fixture(autouse=True)
def _application(kiosk_app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """One application for all; a tour by the command uses it too. No locale of the machine."""
    assert kiosk_app.screens()
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NO_DISPLAY:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize("command", ["run", "tour"])
def test_every_problem_of_the_content_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    file = written(tmp_path, WRONG)
    lines = WRONG.splitlines()
    assert main(["--lang", "en", command, str(file)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "2 problems." in said.err
    for part in ("unit: per-cent", "figure: save"):
        number = next(at for at, line in enumerate(lines, 1) if part in line)
        column = lines[number - 1].index(part) + len(part.split(": ")[0]) + 3
        assert f"{file}:{number}:{column}: " in said.err
        assert lines[number - 1] in said.err
    assert not list(tmp_path.glob("**/*.png"))


def test_problems_are_told_in_chinese_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "zh", "run", str(written(tmp_path, WRONG))]) == 1
    assert "共 2 处问题。" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing.yaml", "no such file"), ("", "folder"), ("content.yaml", "problem")],
    ids=["missing", "folder", "not text"],
)
def test_a_file_that_cannot_be_read_is_a_problem_like_any_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    (tmp_path / "content.yaml").write_bytes(bytes(range(256)))
    assert main(["--lang", "en", "run", str(tmp_path / name)]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"), [("en", "There is no display"), ("zh", "没有显示器")]
)
@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    assert main(["--lang", language, "run", str(written(tmp_path))]) == 1
    output = capsys.readouterr()
    assert said in output.err
    assert len(output.err.splitlines()) == 1


@pytest.mark.usefixtures("no_display")
def test_without_a_display_bad_content_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "run", str(written(tmp_path, WRONG))]) == 1
    assert "2 problems." in capsys.readouterr().err


@pytest.mark.usefixtures("no_display")
def test_without_a_display_a_tour_can_be_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []

    def small(*arguments: Any, size: tuple[int, int], **others: Any) -> Path:
        sizes.append(size)
        return tour(*arguments, size=(320, 200), **others)

    monkeypatch.setattr("kiosk.shell.tour.tour", small)
    file, out = written(tmp_path), tmp_path / "tour"
    command = ["--lang", "en", "run", str(file), "--tour-without-display", str(out)]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "rendering a tour instead" in said
    assert f"22 screens, all on one sheet: {out / 'contact-sheet.png'}" in said
    assert len(list(out.glob("*.png"))) == 23
    assert sizes == [(1920, 1080)]


def test_a_tour_goes_where_it_is_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = written(tmp_path), tmp_path / "pictures"
    assert main(["--lang", "zh", "tour", str(file), "--out", str(out), "--size", "320x200"]) == 0
    assert "22 个画面" in capsys.readouterr().out
    assert (out / "zh-001-home.png").is_file()


def test_a_tour_that_cannot_be_written_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path)
    assert main(["tour", str(file), "--out", str(file / "tour"), "--size", "320x200"]) == 1
    assert str(file / "tour") in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


def test_whoever_reads_its_words_may_leave_early() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "kiosk", "schema"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize(
    "size", ["", "1280", "1280*720", "0x720", "-5x720", "1280x72000000", "axb"]
)
@pytest.mark.parametrize("command", ["run", "tour"])
def test_a_wrong_size_is_refused_with_an_example(
    capsys: pytest.CaptureFixture[str], command: str, size: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, f"--size={size}"])
    assert ended.value.code == 2
    assert "1280x720" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["fly"], ["run", "--motion", "wild"], ["--lang", "fr"]])
def test_what_it_does_not_know_it_refuses(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    assert "usage: kiosk" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("locale", "said"), [("en_GB.UTF-8", "There is no display"), ("zh_CN.UTF-8", "没有显示器")]
)
@pytest.mark.usefixtures("no_display")
def test_messages_follow_the_locale(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    said: str,
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert main(["run", str(written(tmp_path))]) == 1
    assert said in capsys.readouterr().err
