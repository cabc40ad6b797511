"""Languages are called by their own names, and known by the side where their lines begin."""

import pytest

from kiosk.content.languages import from_right, name_of
from tests.content.toys import changed, loaded, told, wrong


@pytest.mark.parametrize("tag", ["ar", "he", "fa", "ur", "ug", "ckb", "az-Arab", "ar-EG", "yi"])
def test_these_are_read_from_the_right(tag: str) -> None:
    assert from_right(tag)


@pytest.mark.parametrize("tag", ["zh", "en", "fr", "zh-Hant", "ku-Latn", "ar-Latn", "xx", "bo"])
def test_these_are_read_from_the_left(tag: str) -> None:
    assert not from_right(tag)


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ar", "العربية"), ("fr", "Français"), ("ko", "한국어"), ("vi", "Tiếng Việt"), ("zh", "中文"),
     ("zh-Hant", "中文 (繁體)"), ("xx", "xx"), ("zh-x", "zh-x")],
)  # fmt: skip
def test_a_language_is_called_as_it_calls_itself(tag: str, name: str) -> None:
    assert name_of(tag) == name


def test_a_language_can_be_named_in_another_one() -> None:
    assert name_of("ar", "en") == "Arabic"


def test_an_exhibit_names_a_font_for_a_language_and_its_file_counts() -> None:
    given = changed(("[zh, en]", "[zh, en, ar]\n  fonts:\n    ar: fonts/a.ttf"))

    assert "fonts/a.ttf" in loaded(given).exhibit.files


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../a.ttf", "this path does not do → put the font file into the content folder"),
        ("fonts/a.woff", "this kind of file does not fit here → the file name ends in .ttf .otf"),
    ],
)
def test_a_font_is_a_font_file_in_the_content_folder(path: str, message: str) -> None:
    given = changed(("[zh, en]", f"[zh, en, ar]\n  fonts:\n    ar: {path}"))

    (said,) = told(wrong(given))
    assert message in said
