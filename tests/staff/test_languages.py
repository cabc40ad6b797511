"""A translation that is missing and a font that is missing show in a check, not on the screen."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.staff import lacking
from kiosk.staff.check import check
from kiosk.ui.assets import shipped
from tests.helpers.small import SMALL

Told = list[str]
FACE = shipped() / "assets" / "fonts" / "KioskSans-Regular.otf"
ARABIC = "    - en\n", "    - en\n    - ar\n  fonts:\n    ar: fonts/a.otf\n"


def with_font(content: Path, *more: tuple[str, str]) -> None:
    text = SMALL.replace(*ARABIC, 1)
    for old, new in more:
        text = text.replace(old, new, 1)
    content.write_text(text, encoding="utf-8")
    (content.parent / "fonts").mkdir()


def about_fonts(said: Told) -> Told:
    return [line for line in said if line.startswith("fonts/")]


def test_a_text_without_a_further_language_is_advice_at_its_line(
    content: Path, told: Callable[..., Told]
) -> None:
    content.write_text(SMALL.replace("          en: Feeling safe\n", "", 1), encoding="utf-8")
    assert told() == ["title: ? there is no en; the screen shows zh instead → add a line en: …"]
    assert told("zh") == ["title: ? 没有 en，屏幕上用 zh 代替 → 加一行 en: …"]
    assert check(content).fit


def test_a_language_that_most_texts_lack_is_told_once(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lacking, "MANY", 3)
    content.write_text(SMALL.replace("    - en\n", "    - en\n    - fr\n"), encoding="utf-8")
    (said,) = told()
    assert said.startswith(f"fr ? {SMALL.count(' en: ')} texts have no fr; the screen shows")


def test_a_font_that_is_there_is_nothing_to_speak_of(
    content: Path, told: Callable[..., Told]
) -> None:
    with_font(content)
    shutil.copy(FACE, content.parent / "fonts" / "a.otf")
    assert about_fonts(told()) == []


def test_a_font_is_missed(content: Path, told: Callable[..., Told]) -> None:
    with_font(content)
    (said,) = about_fonts(told())
    assert said.startswith("fonts/a.otf ? there is no font fonts/a.otf yet → put it beside")


def test_a_font_that_is_none_is_told(content: Path, told: Callable[..., Told]) -> None:
    with_font(content)
    (content.parent / "fonts" / "a.otf").write_bytes(b"no font")
    assert about_fonts(told()) == [
        "fonts/a.otf ? this is no font, or it is damaged → copy the font to fonts/a.otf again"
    ]


def test_a_font_in_other_capitals_is_told(content: Path, told: Callable[..., Told]) -> None:
    with_font(content)
    shutil.copy(FACE, content.parent / "fonts" / "A.otf")
    assert about_fonts(told()) == [
        "fonts/a.otf ? capital letters differ: the file is called fonts/A.otf → write fonts/A.otf"
    ]


def test_a_font_that_leads_out_is_a_problem(
    content: Path, told: Callable[..., Told], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with_font(content)
    outside = tmp_path_factory.mktemp("outside") / "a.otf"
    shutil.copy(FACE, outside)
    (content.parent / "fonts" / "a.otf").symlink_to(outside)
    assert not check(content).fit


def test_a_font_for_another_language_is_told(content: Path, told: Callable[..., Told]) -> None:
    with_font(content, ("    ar: fonts/a.otf", "    he: fonts/a.otf"))
    (said,) = about_fonts(told())
    assert said.startswith("fonts/a.otf ? he is not among the languages of exhibit: nobody")
