"""What must hold between the parts of an exhibit is checked once each part is right."""

from pathlib import Path

import pytest

from kiosk.content.load import Loaded, load, loads
from kiosk.content.rules import panels_in
from tests.content.toys import EXHIBIT, KINDS, changed, loaded, told, wrong

BRACES = "braces hold the name of a figure → such as "
ONLY = "; for anything else use ( )"
ANY = "{fire-deaths} or {fire-deaths.after}"

BROKEN = {
    "panel named twice": ("- kind: text\n", "- kind: text\n        id: safer\n", [
        "79:13 “safer” is in use further up → choose another"]),
    "chapter named twice": ("      - kind: text\n        items:", (
        "  - id: foundations\n    title:\n      zh: 再\n      en: Again\n    panels:\n"
        "      - kind: text\n        items:"), ["78:9 “foundations” is in use further up → choose another"]),
    "language listed twice": ("[zh, en]", "[zh, en, zh]", ["6:23 “zh” is in use further up → choose another"]),
    "first language missing in a text": ("          zh: 更平安\n", "", [
        "66:9 the text in zh is missing → add a line zh: …"]),
    "no language in a text": ("        title:\n          zh: 更平安\n          en: Safer\n", "        title: {}\n", [
        "66:16 the text in zh is missing → add a line zh: …"]),
    "language too many in a text": ("en: Safer\n", "en: Safer\n          fr: Plus sûr\n", [
        "69:11 fr is not among the languages of exhibit → possible here: zh, en"]),
    "another language in a text": ("en: Safer", "en-US: Safer", [
        "68:11 en-US is not among the languages of exhibit → did you mean en?"]),
    "language in many texts and not listed": ("[zh, en]", "[zh]", [
        "6:14 many texts are written in en, which is not listed here → add en here"]),
    "unknown unit": ("unit: percent", "unit: percents", [
        "34:11 there is no percents in units → did you mean percent?"]),
    "unknown heading": ("heading: casting\n      paragraph: 4", "heading: bells\n      paragraph: 4", [
        "37:16 there is no bells in headings → possible here: casting"]),
    "unknown figure on a panel": ("- response-time", "- responce-time", [
        "76:13 there is no responce-time in figures → did you mean response-time?"]),
    "unknown figure in a text": ("{response-time.before}", "{response-tim.before}", [
        "72:16 there is no response-tim in figures → did you mean response-time?"]),
    "change asked of a value": ("{response-time.before}", "{homicide-deaths.before}", [
        "72:16 homicide-deaths has no before and after → write {homicide-deaths}"]),
    "half a change misspelt": ("{response-time.before}", "{response-time.befor}", [
        f"72:16 {BRACES}{{response-time}} or {{response-time.after}}{ONLY}"]),
    "spaces in braces": ("{response-time.before}", "{ Response-Time }", [
        f"72:16 {BRACES}{{response-time}} or {{response-time.after}}{ONLY}"]),
    "another word in braces": ("{response-time.before}", "{姓名}", [f"72:16 {BRACES}{ANY}{ONLY}"]),
    "open brace": ("{response-time.before}。", "{response-time.before", [
        f"72:16 {BRACES}{{response-time}} or {{response-time.after}}{ONLY}"]),
    "closing brace": ("从前要{response-time.before}", "从前要17.8}", [f"72:17 {BRACES}{ANY}{ONLY}"]),
    "what the panel itself asks for": ("- response-time", "- happiest-city", ["76:13 no ranks here"]),
    "photograph of another kind": ("photos/qiandao-lake.jpg", "photos/qiandao-lake.svg", [
        "80:20 this kind of file does not fit here → the file name ends in .jpg .jpeg .png .webp"]),
    "illustration of another kind": ("illustrations/qiandao-lake.svg", "illustrations/qiandao-lake.png", [
        "81:27 this kind of file does not fit here → the file name ends in .svg"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "answers"), BROKEN.values(), ids=BROKEN)
def test_what_does_not_fit_together_is_told_at_its_place(
    old: str, new: str, answers: list[str]
) -> None:
    assert told(wrong(changed((old, new)))) == answers


@pytest.mark.parametrize(("old", "new", "_answers"), BROKEN.values(), ids=BROKEN)
def test_what_does_not_fit_together_is_told_in_chinese_too(
    old: str, new: str, _answers: list[str]
) -> None:
    for problem in wrong(changed((old, new))):
        if problem.hint:
            assert any("\u4e00" <= character <= "\u9fff" for character in problem.hint.zh)
        assert any("\u4e00" <= character <= "\u9fff" for character in problem.message.zh)


def test_everything_that_does_not_fit_is_told_at_once_and_in_order() -> None:
    problems = wrong(
        changed(
            ("- response-time", "- responce-time"),
            ("unit: percent", "unit: percents"),
            ("photos/qiandao-lake.jpg", "a.svg"),
            ("          zh: 更平安\n", ""),
        )
    )

    assert [problem.place.line for problem in problems] == [34, 66, 75, 79]


def test_a_text_may_lack_any_language_but_the_first() -> None:
    title = loaded(changed(("          en: Safer\n", ""))).exhibit.chapters[0].panels[0].title

    assert title is not None
    assert title.to("en") == "更平安"


def test_an_exhibit_without_units_has_no_unit_to_suggest() -> None:
    without = changed(
        (
            'units:\n  percent:\n    zh: "%"\n    en: "%"\n  minutes:\n    zh: 分钟\n    en: minutes\n\n',
            "",
        )
    )

    assert told(wrong(without)) == [
        "26:11 there is no percent in units",
        "37:11 there is no minutes in units",
    ]


def test_a_figure_that_nothing_shows_and_a_figure_in_two_places_are_no_mistakes() -> None:
    loaded(changed(("          - response-time\n", "          - homicide-deaths\n")))


def test_panels_are_walked_with_the_path_that_names_them() -> None:
    assert [(path, panel.kind) for path, panel in panels_in(loaded().exhibit)] == [
        (("chapters", 0, "panels", 0), "facts"),
        (("chapters", 0, "panels", 1), "text"),
    ]


MISSING = [
    "81:27 there is no file illustrations/qiandao-lake.svg → check the name, and capital letters"
]


def answer(folder: Path, art: Path) -> list[str] | Loaded:
    (folder / "content.yaml").write_text(EXHIBIT, encoding="utf-8")
    result = load(folder / "content.yaml", KINDS, art)
    return told(result) if isinstance(result, list) else result


def test_a_missing_illustration_is_a_mistake_where_the_folder_is_known(tmp_path: Path) -> None:
    assert answer(tmp_path, tmp_path / "art") == MISSING


def test_a_missing_photograph_is_none_for_its_illustration_stands_in(tmp_path: Path) -> None:
    art = tmp_path / "art" / "illustrations"
    art.mkdir(parents=True)
    (art / "qiandao-lake.svg").touch()

    assert isinstance(answer(tmp_path, art.parent), Loaded)


def test_an_illustration_may_stand_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "illustrations").mkdir()
    (tmp_path / "illustrations" / "qiandao-lake.svg").touch()

    assert isinstance(answer(tmp_path, tmp_path / "art"), Loaded)


def test_an_illustration_that_is_a_folder_or_leads_out_or_in_circles_is_missing(
    tmp_path: Path,
) -> None:
    here = tmp_path / "here"
    picture = here / "illustrations" / "qiandao-lake.svg"
    picture.mkdir(parents=True)
    assert answer(here, here) == MISSING

    picture.rmdir()
    (tmp_path / "outside.svg").touch()
    picture.symlink_to(tmp_path / "outside.svg")
    assert answer(here, here) == MISSING

    picture.unlink()
    picture.symlink_to(picture)
    assert answer(here, here) == MISSING


def test_without_a_folder_no_file_is_looked_for() -> None:
    assert isinstance(loads(EXHIBIT.encode(), KINDS), Loaded)
