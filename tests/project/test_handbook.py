"""The handbook is true: followed word by word, it changes an exhibit that is fit to be shown."""

import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk import cli
from kiosk.staff.make import make
from tests.helpers.project import ROOT

PAGE = ROOT / "packaging" / "handbook" / "README.md"
TEXT = PAGE.read_text(encoding="utf-8")
LANGUAGES = dict(zip(("zh", "en"), TEXT.split("\n# In English\n"), strict=True))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def fenced(language: str, step: int, kind: str) -> list[str]:
    """Return what stands between the fences of one kind in a step."""
    _, *steps = LANGUAGES[language].split("\n## ")
    return [text for name, text in FENCE.findall(steps[step - 1]) if name == kind]


def change(file: Path, language: str, step: int) -> None:
    """Find the first block of a step in the exhibit, and put the second in its place."""
    old, new = fenced(language, step, "yaml")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_follows_it_has_an_exhibit_that_is_fit_and_sees_the_slip_that_it_tells(
    tmp_path: Path,
    kiosk_app: QApplication,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    assert kiosk_app.screens()
    file = make(tmp_path / "exhibit")
    monkeypatch.chdir(file.parent)
    check = ["--lang", language, "check", file.name]

    change(file, language, 2)
    change(file, language, 3)
    (panel,) = fenced(language, 5, "yaml")
    with file.open("a", encoding="utf-8") as end:
        end.write(panel)
    assert cli.main(check) == 0, capsys.readouterr().out

    capsys.readouterr()
    change(file, language, 6)
    assert cli.main(check) == 1
    (told,) = fenced(language, 6, "text")
    assert capsys.readouterr().out == told


def test_it_says_the_same_in_both_languages() -> None:
    chinese, english = (
        [text for kind, text in FENCE.findall(half) if kind == "yaml"]
        for half in LANGUAGES.values()
    )
    assert chinese == english


def test_every_command_in_it_can_be_typed() -> None:
    lines = [
        line for kind, text in FENCE.findall(TEXT) if kind == "sh" for line in text.split("\n")
    ]
    typed = [line for line in lines if line.startswith("kiosk ")]
    typed += re.findall(r"`(kiosk [^`\n]+)`", TEXT)
    assert len(typed) > 20
    for line in set(typed):
        _, *words = shlex.split(line)
        assert callable(cli._parser().parse_args(words).act), line


def test_every_link_in_it_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert len(links) > 4
    assert [link for link in links if not (PAGE.parent / link).is_file()] == []
