"""Every mistake that the models find is told at its place, in words that say what to write."""

from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import Field, StringConstraints, ValidationError, field_validator

from kiosk.content.base import Frozen, Name, Text
from kiosk.content.load import loads
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.content.wording import put
from tests.content.toys import EXHIBIT, Facts, Photos, changed, told, wrong

TITLE = "          zh: 更平安\n          en: Safer"
NAMES = "a name is made of small letters, digits and hyphens, and starts with a letter"
NUMBER = "a number belongs here → write digits only"
EMPTY = "there is nothing after the colon → write something, or delete this line"
ONE_FORM = (
    "a figure has one form: value, or before and after, or rank, or top "
    "→ keep one form and delete the others"
)
LIST = "          - homicide-deaths\n          - response-time\n"

MISTAKES = {
    "key missing": ("  languages: [zh, en]\n", "", [
        ("2:1 languages is missing → add languages: and below it a line for each item, "
        "starting with - and a space")]),
    "text missing": ("            caption:\n              zh: 千岛湖\n              en: Qiandao Lake\n", "", [
        "80:13 caption is missing → add caption: and below it a line for each language, such as zh: …"]),
    "block missing": ("      heading: casting\n      paragraph: 1\n", "", [
        "54:12 there is nothing after the colon → write something, or delete this line"]),
    "word missing": ("      paragraph: 1\n", "", ["54:5 paragraph is missing → add a line paragraph: …"]),
    "item missing": ("[0.5, 0.4]", "[0.5]", ["82:20 an item is missing from this list"]),
    "unknown key": ("  seal: 平安", "  seals: 平安", ["7:3 seals is not known here → did you mean seal?"]),
    "key without end": ("  seal: 平安", f"  {'wort' * 30}: 平安", [
        ("7:3 wortwortwortwortwortwor… is not known here → possible here: title, subtitle, occasion, "
        "couplet, seal, languages, fonts, photo_credit, idle, hours, article")]),
    "key with a hyphen": ("ask_after: 60 ", "ask-after: 60 ", [
        "9:5 ask-after is not known here → did you mean ask_after?"]),
    "strange key": ("    ask_after: 60 ", "    wait: 60 ", [
        "9:5 wait is not known here → possible here: ask_after, leave_after"]),
    "key too far in": ("\nunits:", "    figures: x\nunits:", [
        "19:5 this is not a language code → figures belongs further out: start the line with fewer spaces"]),
    "key of another level": ("ask_after: 60 ", "seal: 60 ", [
        "9:5 seal is not known here → seal belongs further out: start the line with fewer spaces"]),
    "nothing there": ("seal: 平安", "seal:", [f"7:8 {EMPTY}"]),
    "only a remark there": ("seal: 平安", "seal: #平安", [
        "7:8 there is nothing after the colon → all after # is a comment; if it is text, put it in quotes"]),
    "nothing after a dash": ("          - response-time", "          -", [
        "76:12 there is nothing after the dash → write something, or delete this line"]),
    "no kind after the colon": ("kind: facts", "kind:", [f"64:14 {EMPTY}"]),
    "words in braces": ("en: Foundations", "en: {foundations, walls}", [
        '62:11 text that starts with a brace needs quotes → write "{…}"']),
    "nothing but languages": ("      zh: 铸鼎\n      en: Foundations", "      zh:\n      en:", [
        f"61:10 {EMPTY}", f"62:10 {EMPTY}"]),
    "text without languages": (f"        title:\n{TITLE}", "        title: 更平安", [
        ("66:16 each language goes on a line of its own "
        "→ below title: start a line two spaces further in, with zh: 更平安")]),
    "text as a list": (TITLE, "          - zh: 更平安\n          - en: Safer", [
        ("66:9 each language goes on a line of its own "
        "→ below title: start a line two spaces further in, with zh: …")]),
    "wide colons": (TITLE, "          zh：更平安\n          en：Safer", [
        "67:13 this is a full-width colon → use an ordinary colon and a space: zh: 更平安",
        "68:13 this is a full-width colon → use an ordinary colon and a space: en: Safer"]),
    "colons without space": (TITLE, "          zh:更平安\n          en:Safer", [
        "67:13 there is no space after the colon → write zh: 更平安",
        "68:13 there is no space after the colon → write en: Safer"]),
    "dashes without space": (LIST, "          -homicide-deaths\n          -response-time\n", [
        "75:11 there is no space after the dash → write - homicide-deaths",
        "76:11 there is no space after the dash → write - response-time"]),
    "wide colon after a dash": ("- kind: text", "- kind：text", [
        "78:13 this is a full-width colon → use an ordinary colon and a space: kind: text"]),
    "language in capitals": (TITLE, "          zh: 更平安\n          EN: Safer", [
        "68:11 this is not a language code → write en"]),
    "strange language": (TITLE, "          zh: 更平安\n          英文: Safer", [
        "68:11 this is not a language code → such as zh or en"]),
    "languages with a wide comma": ("[zh, en]", "[zh，en]", ["6:15 this is not a language code → write zh, en"]),
    "languages without a list": ("[zh, en]", "zh，en", ["6:14 a list belongs here → write [zh, en]"]),
    "languages in wide brackets": ("[zh, en]", "【zh, en】", ["6:14 a list belongs here → write [zh, en]"]),
    "one item without a list": (f"        figures:\n{LIST}", "        figures: homicide-deaths\n", [
        "74:18 a list belongs here → start a new line with - homicide-deaths"]),
    "list without dashes": (LIST, "          a: homicide-deaths\n", [
        "74:9 a list belongs here → put - and a space in front of each item"]),
    "list of nothing": (f"        figures:\n{LIST}", "        figures: []\n", ["74:18 there are 0 items; the least is 1"]),
    "list too long": (LIST, LIST + LIST, ["74:9 there are 4 items; the most is 3"]),
    "block as one word": ("  idle:\n    ask_after: 60   # 秒", "  idle: 60", [
        "8:9 indented lines belong here → start a new line two spaces further in, such as ask_after: …"]),
    "block of names as one word": ("headings:\n  casting:\n    zh: 铸鼎\n    en: Casting the ding", "headings: 铸鼎", [
        "15:11 indented lines belong here → start a new line two spaces further in"]),
    "block as a list": ("    ask_after: 60   # 秒", "    - ask_after: 60", [
        "8:3 indented lines belong here → leave out the dashes"]),
    "word as a block": ("seal: 平安", "seal:\n    zh: 平", [
        "7:3 one piece of text belongs here, without keys → write it after the colon, on the same line"]),
    "word as a list": ("seal: 平安", "seal: [平, 安]", [
        "7:9 one value belongs here, not a list → leave out the dash or the brackets"]),
    "word too long": ("seal: 平安", "seal: 平安杭州二十", ["7:9 this is 6 characters long; the limit is 4"]),
    "word without letters": ("seal: 平安", 'seal: ""', ["7:9 there is no text here"]),
    "name in capitals": ("unit: percent", "unit: Percent", [f"34:11 {NAMES} → such as percent"]),
    "name in curly quotes": ("unit: percent", "unit: “percent”", [f"34:11 {NAMES} → such as percent"]),
    "name with a space": ("id: safer", "id: Much safer", [f"65:13 {NAMES} → such as much-safer"]),
    "name in Chinese": ("id: safer", "id: 更平安", [f"65:13 {NAMES} → such as fire-deaths"]),
    "key that is no name": ("  casting:\n    zh", "  Casting:\n    zh", [f"16:3 {NAMES} → such as casting"]),
    "number with a unit": ("value: 78.2", "value: 78.2%", [f"33:12 {NUMBER}: 78.2, and add a line unit: percent"]),
    "number in words": ("value: 78.2", "value: 4.8万", [f"33:12 {NUMBER}: 48000"]),
    "number as a list": ("value: 78.2", "value: [1]", [
        "33:12 a number belongs here → write it after the colon, on the same line"]),
    "number too small": ("ask_after: 60 ", "ask_after: 5 ", ["9:16 it must be 10 or more"]),
    "number too large": ("big: 是", "dwell: 700", ["77:16 it must be 600 or less"]),
    "very large number": ("value: 78.2", "value: 1000000000000001", ["33:12 it must be 1000000000000000 or less"]),
    "decimals": ("value: 78.2", "value: 1.2345678", ["33:12 6 decimals are the most"]),
    "count as a block": ("big: 是", "columns:\n          a: 1", [
        "77:9 a number belongs here → write it after the colon, on the same line"]),
    "one number of two in words": ("[0.5, 0.4]", "[0.5, ０.4]", [f"82:26 {NUMBER}: 0.4"]),
    "neither yes nor no": ("big: 是", "big: 对", ["77:14 this is either yes or no → write true or false"]),
    "yes in a list": ("big: 是", "big: [是]", ["77:14 this is either yes or no → write true or false"]),
    "number or word": ("focus: [0.5, 0.4]", "width: wide", [f"82:20 {NUMBER}, such as 1000 or 78.2"]),
    "word of a few in Chinese": ("direction: down", "direction: 下降", [
        "35:16 “下降” does not fit here → did you mean down?"]),
    "word of a few misspelt": ("direction: down", "direction: dwon", [
        "35:16 “dwon” does not fit here → did you mean down?"]),
    "word of a few, another": ("direction: down", "qualifier: exactly", [
        "35:16 “exactly” does not fit here → possible here: over, more-than, odd, nearly, about"]),
    "word of a few as a list": ("direction: down", "direction:\n      - down", [
        "35:5 one word belongs here → possible here: down, up"]),
    "kind misspelt": ("kind: facts", "kind: fact", ["64:15 “fact” does not fit here → did you mean facts?"]),
    "kind as a list": ("kind: facts", "kind: [facts]", ["64:15 one word belongs here → possible here: facts, text"]),
    "kind missing": ("- kind: facts\n        id", "- id", [
        "64:9 kind is missing, which tells what panel this is → add a line kind: …, one of facts, text"]),
    "two forms of a figure": ("rank: 1", "rank: 1\n    top: 3", [f"49:3 {ONE_FORM}"]),
    "half a change": ("before: 17.8\n    ", "", [f"39:3 {ONE_FORM}"]),
    "no unit": ("    unit: minutes\n", "", [
        "39:3 this figure has no unit → add a line unit: … naming one of units"]),
    "bad picture": ("photos/qiandao-lake.jpg", "../lake.jpg", [
        ("80:20 this path leads out of the content folder → put the picture into the content folder "
        "and write its path in there, such as photos/qiandao-lake.jpg")]),
    "needed key misspelt": ("  languages: [zh, en]", "  langauges: [zh, en]", [
        "6:3 langauges is not known here → did you mean languages?"]),
    "all at once": (f"        title:\n{TITLE}\n        text", "        tilte: 1\n        dwell: x\n        text", [
        "66:9 tilte is not known here → did you mean title?",
        f"67:16 {NUMBER}, such as 1000 or 78.2"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "answers"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_at_its_place(old: str, new: str, answers: list[str]) -> None:
    assert told(wrong(changed((old, new)))) == answers


@pytest.mark.parametrize(("old", "new", "_answers"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_in_chinese_too_and_without_the_words_of_programmers(
    old: str, new: str, _answers: list[str]
) -> None:
    for problem in wrong(changed((old, new))):
        said = problem.message.zh + (problem.hint.zh if problem.hint else "")
        assert any("\u4e00" <= character <= "\u9fff" for character in said)
        in_english = told([problem])[0].lower()
        for word in ("mapping", "scalar", "token", "parse", "string", "tuple", "valid", "none"):
            assert word not in in_english


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("标题：你好\n副标题：再见\n", [
            "1:3 this is a full-width colon → use an ordinary colon and a space: 标题: 你好",
            "2:4 this is a full-width colon → use an ordinary colon and a space: 副标题: 再见"]),
        ("title = One\nseal = 1\n", [
            "1:7 a colon belongs here, not = → write title: One",
            "2:6 a colon belongs here, not = → write seal: 1"]),
        ("just a text\n", [
            ("1:1 indented lines belong here "
            "→ start a new line two spaces further in, such as exhibit: …")]),
        ("- a\n", ["1:1 indented lines belong here → leave out the dashes"]),
        ("---\n", ["2:1 there is nothing in this file yet"]),
        ("{}\n", [
            "1:1 exhibit is missing → add exhibit: and write its content below, two spaces further in",
            ("1:1 chapters is missing → add chapters: and below it a line for each item, "
            "starting with - and a space")]),
        ("exhibit:\nchapters:\n  -\n  - 5\n", [
            "1:9 there is nothing after the colon → write something, or delete this line",
            "3:4 there is nothing after the dash → write something, or delete this line",
            "4:5 indented lines belong here → start a new line two spaces further in, such as id: …"]),
    ],
)  # fmt: skip
def test_a_file_that_is_something_else_altogether_is_told_so(text: str, answers: list[str]) -> None:
    assert told(wrong(text)) == answers


def test_one_kind_alone_needs_no_telling_apart_and_gives_the_same_places() -> None:
    alone = loads(changed(("kind: text", "kind: txet"), ("big: 是", "big: 对")).encode(), (Facts,))

    assert isinstance(alone, list)
    assert told(alone) == [
        "77:14 this is either yes or no → write true or false",
        (
            "78:9 figures is missing → add figures: and below it a line for each item, "
            "starting with - and a space"
        ),
        "78:15 “txet” does not fit here → possible here: facts",
        (
            "79:9 items is not known here → possible here: "
            "kind, id, eyebrow, title, text, audio, dwell, figures, big, columns"
        ),
    ]


def test_a_field_called_like_its_kind_keeps_its_place() -> None:
    mistaken = changed(
        ("      - kind: text\n", "      - kind: text\n        text:\n          zh: [1]\n")
    )

    assert told(wrong(mistaken)) == [
        "80:15 one value belongs here, not a list → leave out the dash or the brackets"
    ]
    alone = EXHIBIT[: EXHIBIT.index("      - kind: facts")] + (
        "      - kind: text\n        text:\n          zh: [1]\n"
    )
    assert told(loads(alone.encode(), (Photos,))) == [  # type: ignore[arg-type]
        (
            "64:9 items is missing → add items: and below it a line for each item, "
            "starting with - and a space"
        ),
        "66:15 one value belongs here, not a list → leave out the dash or the brackets",
    ]


class Odd(Panel):
    """What no panel of today has, for the wordings that authors of panels may come to need."""

    kind: Literal["odd"] = "odd"
    above: Annotated[int, Field(gt=0, lt=10)] = 1
    code: Annotated[str, StringConstraints(pattern="^[A-Z]$")] = "A"
    even: int = 2
    half: Decimal | None = None
    many: dict[Name, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    sizes: tuple[int, Name] = (1, "a")
    step: Annotated[int, Field(multiple_of=5)] = 5
    choice: Annotated[Facts | Photos, Field(discriminator="kind")] | None = None
    either: Facts | Text | None = None

    @field_validator("even")
    @classmethod
    def _even(cls, value: int) -> int:
        if value % 2:
            raise ValueError("write an even number")
        return value


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("above: 0", ["9:16 it must be more than 0"]),
        ("above: 10", ["9:16 it must be less than 10"]),
        ("code: a", ["9:15 this is not written as it should be"]),
        ("even: 3", ["9:15 write an even number"]),
        ("even: ３", ["9:15 a whole number belongs here → write digits only: 3"]),
        ("even: 3.5", ["9:15 a whole number belongs here → leave out the decimals"]),
        ("half: 1/2", ["9:15 a number belongs here → write digits only, such as 1000 or 78.2"]),
        ("many: {a: 0}", ["9:19 it must be 1 or more"]),
        ("sizes: [1, A]", [f"9:20 {NAMES} → such as a"]),
        ("sizes: [1, a, 2]", ["9:16 there are 3 items; the most is 2"]),
        ("step: 4", ["9:15 Input should be a multiple of 5"]),
        ("choice: {kind: facts, figures: [A]}", [f"9:41 {NAMES} → such as a"]),
        (
            "choice: {kind: facts, figure: []}",
            [
                "9:31 figure is not known here → did you mean figures?",
            ],
        ),
        ("either: x", ["9:17 indented lines belong here → start a new line two spaces further in"]),
    ],
)
def test_whatever_a_panel_may_ask_for_is_worded(line: str, answers: list[str]) -> None:
    text = f"""\
exhibit:
  title: {{zh: a}}
  languages: [zh]
chapters:
  - id: b
    title: {{zh: b}}
    panels:
      - kind: odd
        {line}
"""
    result = loads(text.encode(), (Odd, Facts))

    assert isinstance(result, list), result
    assert told(result) == answers


def test_an_error_that_has_no_words_yet_says_what_it_can() -> None:
    class Model(Frozen):
        step: Annotated[int, Field(multiple_of=5)]

    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"step": "4"})

    assert put(caught.value.errors()[0], Model) == (
        Said("这里写得不对", "Input should be a multiple of 5"),
        None,
    )
