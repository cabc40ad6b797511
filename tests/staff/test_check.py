"""The whole check: what it finds besides pictures, and in which order."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.staff import glyphs
from kiosk.staff.check import check
from kiosk.ui.assets import shipped
from tests.helpers.small import SMALL
from tests.staff.conftest import Told

FIGURE = """\
  spare:
    label:
      zh: 备用
      en: Spare
    value: 5
    unit: percent
    source:
      heading: opening
      paragraph: 1
"""

SENTENCE = """\
derived:
  part:
    share: [spare, spare]
    text:
      zh: 占{value}
      en: A share of {value}
"""
BOX = "the screen would show a box → use another character; for another script, name a font for the language under fonts of exhibit"

SLIPS: dict[str, tuple[tuple[str, str], list[str]]] = {
    "nothing": (("", ""), []),
    "a figure that nothing shows": (
        ("chapters:\n", f"{FIGURE}chapters:\n"),
        ["spare: ? no panel shows this figure → write spare on a panel, or {spare} in a text; else delete it"],
    ),
    "a unit that nothing has": (
        ("units:\n", "units:\n  days:\n    zh: 天\n    en: days\n"),
        ["days: ? no figure has this unit → write unit: days below a figure; else delete it"],
    ),
    "a heading that nothing comes from": (
        ("headings:\n", "headings:\n  record:\n    zh: 答卷\n    en: Record\n"),
        ["record: ? no figure comes from under this heading → write heading: record below the source of a figure; else delete it"],
    ),
    "a rare character": (
        ("zh: 湖边的早晨", "zh: 湖边的鱻早晨"),
        [f"鱻早晨 ? the fonts have no “鱻” (U+9C7B); {BOX}"],
    ),
    "pictures between letters": (
        ("en: Lake", "en: Lake 😀 and 😁"),
        [f"😀 and 😁 ? the fonts have no “😀” (U+1F600), “😁” (U+1F601); {BOX}"],
    ),
    "a seal": (("seal: 一", "seal: 㐂"), [f"㐂 ? the fonts have no “㐂” (U+3402); {BOX}"]),
    "another script": (
        ("en: Morning by the lake", "en: Утро у озера"),
        ["Утро у озера ? the fonts have no “У” (U+0423), “т” (U+0442), “р” (U+0440), “о” (U+043E), “у” (U+0443)…; " + BOX],
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_told_where_it_stands(
    content: Path, told: Callable[..., Told], slip: str
) -> None:
    (old, new), expected = SLIPS[slip]
    content.write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    assert told() == expected
    assert all(max(line) >= "\u4e00" for line in told("zh"))


@pytest.mark.parametrize("use", ["in a text", "in a sentence"])
def test_a_figure_that_a_text_or_a_sentence_needs_is_used(
    content: Path, told: Callable[..., Told], use: str
) -> None:
    text = SMALL.replace("chapters:\n", f"{FIGURE}chapters:\n")
    if use == "in a text":
        text = text.replace("en: Lake", "en: Lake {spare}")
    else:
        text = text.replace("chapters:\n", f"{SENTENCE}chapters:\n")
        text = text.replace("value: 5\n    unit: percent", "value: 5\n    unit: days")
        text = text.replace("units:\n", "units:\n  days:\n    zh: 天\n    en: days\n")
    content.write_text(text, encoding="utf-8")
    assert told() == []


def test_verses_need_the_brush_and_other_texts_do_not(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacks = glyphs._lacks

    def brushless(character: str, *, brush: bool, family: str) -> bool:
        return lacks(character, brush=False, family=family) or (brush and character == "晨")

    monkeypatch.setattr(glyphs, "_lacks", brushless)
    quotation = (
        "panels:\n      - kind: quotation\n        text:\n          zh: 早晨\n          en: 晨\n"
    )
    text = (
        SMALL.replace("panels:\n", quotation, 1)
        .replace("en: First\n", "en: First\n    subtitle:\n      zh: 清晨\n      en: 晨\n")
        .replace(
            "  languages:", "  couplet:\n    lines:\n      zh: 晨光\n      en: 晨\n  languages:"
        )
    )
    content.write_text(text, encoding="utf-8")
    assert [line.partition(" ")[0] for line in told()] == ["晨光", "晨", "晨"]


def test_a_language_that_the_fonts_cannot_write_is_told_once(
    content: Path, told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glyphs, "MANY", 3)
    text = SMALL.replace("    - en\n", "    - en\n    - ru\n")
    lines = []
    for line in text.splitlines():
        lines.append(line)
        if line.lstrip().startswith("en: "):
            lines.append(f"{line[: line.index('en: ')]}ru: Утро")
    content.write_text("\n".join(lines), encoding="utf-8")
    count = SMALL.count(" en: ")
    assert "; ".join(told()) == (
        f"ru ? the fonts cannot write this language: {count} texts would show boxes"
        " → below exhibit write fonts: and ru: fonts/….ttf, and put the font there; or take it out of"
        " languages"
    )


@pytest.mark.parametrize(
    ("encoding", "name"), [("gb18030", "GB18030"), ("utf-16", "UTF-16"), ("utf-8-sig", "")]
)
def test_a_file_in_another_encoding_is_read_and_the_usual_one_advised(
    content: Path, told: Callable[..., Told], encoding: str, name: str
) -> None:
    content.write_bytes(SMALL.encode(encoding))
    said = f"exhibit: ? the file is saved as {name}; it was read, but other programs may not manage → save it in the editor with the encoding UTF-8"
    assert told() == ([said] if name else [])


def test_findings_come_in_the_order_of_the_file(content: Path) -> None:
    content.write_bytes(SLIPS_ALL.encode("gb18030"))
    (content.parent / "photos" / "a.jpg").unlink()
    report = check(content)
    places = [found.problem.place for found in report.findings]
    assert len(places) == 4
    assert places == sorted(places)


SLIPS_ALL = SMALL.replace("headings:\n", "headings:\n  record:\n    zh: 答卷\n    en: Record\n").replace("en: Town", "en: Town 㐂")  # fmt: skip


def test_the_exhibit_that_ships_can_be_shown() -> None:
    report = check(shipped() / "content.yaml")
    assert report.fit
    assert {found.problem.message.en.split(" photos/")[0] for found in report.findings} <= {
        "there is no photograph"
    }


def test_a_display_that_the_session_names_is_not_asked_for(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    check(content)
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
