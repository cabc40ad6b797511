"""Words on screen: plain text, broken by the rules of Chinese, and just as high as they said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.theme import PAPER, Style
from kiosk.ui.words import LINES, Words

TYPE = PAPER.type
CLOSING = frozenset("，。、；：？！”’）》」』】…·")
OPENING = frozenset("“‘《「『（【")

TEXTS = (  # many quotes, quotes in quotes, figures, and Latin among Chinese
    "他说：“你好。”（真的）《平安》、“杭州”，“法治”……就这样——是吗？",
    "“平安杭州”是“枫桥经验”的“城市版”，“新时代”“新做法”“新样板”，人人都是参与者。",
    "2023年，全市刑事警情同比下降31.5%，群众安全感满意度达98.86%（连续19年）；夺得“平安金鼎”！",
    "从G20杭州峰会到第19届亚运会，“西湖义警”“武林大妈”……都在；你，也在？",
    "𠮷市“新安·17治理”系统，“浙里花开·桐心护未”基地，“岑参·逢入京使”，人人·事事·处处都在。",
)
EACH = pytest.mark.parametrize("text", TEXTS, ids=["marks", "quotes", "figures", "latin", "names"])


@pytest.fixture
def root(window: QWidget) -> QWidget:
    return window


def lines_of(words: Words) -> list[list[str]]:
    """Return the lines of each paragraph as they are laid out."""
    out = []
    for layout in words._lines:
        text = layout.text().encode("utf-16-le")
        lines = [layout.lineAt(index) for index in range(layout.lineCount())]
        out.append(
            [
                text[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode(
                    "utf-16-le"
                )
                for line in lines
            ]
        )
    return out


def faults(words: Words) -> list[str]:
    """Return every line that begins with a closing mark or ends with an opening one."""
    found = []
    for lines in lines_of(words):
        found += [line for line in lines[1:] if line[0] in CLOSING]
        found += [line for line in lines[:-1] if line.rstrip()[-1] in OPENING]
    return found


@pytest.mark.parametrize(
    "style", [TYPE.body, TYPE.title, TYPE.caption], ids=["body", "title", "caption"]
)
@EACH
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    look: Look, root: QWidget, text: str, style: Style
) -> None:
    words = Words(look, text, style, root)
    em = look.font(style).pixelSize()
    broken = 0
    for tenths in range(80, 300, 7):
        words.measure(em * tenths // 10)
        assert faults(words) == []
        broken += sum(len(lines) - 1 for lines in lines_of(words))
    assert broken > 40


HAN = st.text("平安杭州人民城市治理法院调解社区网格", min_size=2, max_size=9)

PIECE = st.builds(
    lambda pair, text, end: f"{pair[0]}{text}{pair[1]}{end}",
    st.sampled_from(["“”", "《》", "（）", "「」", "‘’", ("", "")]),
    HAN,
    st.sampled_from(["", "，", "。", "、", "；", "：", "？", "！", "……", "——"]),
)


def test_no_sentence_is_broken_against_the_rules(look: Look, root: QWidget) -> None:
    em = look.font(TYPE.body).pixelSize()

    @given(st.lists(PIECE, min_size=3, max_size=14).map("".join), st.integers(90, 300))
    def check(text: str, tenths: int) -> None:
        words = Words(look, text, TYPE.body, root)
        words.measure(em * tenths // 10)
        assert faults(words) == []
        assert "".join(line for lines in lines_of(words) for line in lines) == text
        words.setParent(None)

    check()


def test_english_is_broken_between_words(english: Look, root: QWidget) -> None:
    text = "Safety is not given, it is made: by neighbours, by courts, and by everyone."
    words = Words(english, text, TYPE.body, root)
    for width in range(260, 900, 40):
        words.measure(width)
        (lines,) = lines_of(words)
        assert all(line.endswith(" ") for line in lines[:-1])


def test_a_word_longer_than_the_line_is_broken_rather_than_cut(
    english: Look, root: QWidget
) -> None:
    words = Words(english, "Donaudampfschifffahrtsgesellschaft" * 3, TYPE.body, root)
    size = words.measure(300)
    assert size.width() <= 300
    assert len(lines_of(words)[0]) > 3


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>&amp;", "<img src='/etc/hostname'>", "&lt;", "R&D", "a<br>b", "**x**", "<table><tr>"],
)
def test_markup_is_text_like_any_other(look: Look, root: QWidget, text: str) -> None:
    """A few nested tables in rich text would freeze the screen for ever."""
    words = Words(look, text, TYPE.body, root)
    wide = sum(Words(look, letter, TYPE.body, root).natural().width() - 1 for letter in text)
    assert words.natural().width() == pytest.approx(wide, rel=0.12)
    assert lines_of(words) == [[text]]


@EACH
@pytest.mark.parametrize("balanced", [False, True])
def test_a_measure_never_changes_its_mind(
    look: Look, root: QWidget, text: str, *, balanced: bool
) -> None:
    words = Words(look, text, TYPE.title, root, balanced=balanced)
    sizes = {width: words.measure(width) for width in range(400, 1800, 150)}
    for width, size in reversed(sizes.items()):
        assert words.measure(width) == size
        assert size.width() <= width


@pytest.mark.parametrize(
    "style", [TYPE.title, TYPE.label, TYPE.quote], ids=["title", "label", "quote"]
)
@pytest.mark.parametrize("text", [*TEXTS, "平安", "One dream, one city", "1986—2023"])
def test_the_natural_width_is_wide_enough(
    look: Look, root: QWidget, text: str, style: Style
) -> None:
    """Labels beside charts are placed with just that width: none may wrap after all."""
    words = Words(look, text, style, root)
    size = words.natural()
    assert words.measure(size.width()) == size


@pytest.mark.parametrize("factor", [1.0, 1.3, 0.5])
@pytest.mark.parametrize("text", ["平安", TEXTS[0], f"{TEXTS[1]}\n\n{TEXTS[2]}", ""])
def test_words_take_just_the_height_they_said(
    look: Look, root: QWidget, text: str, factor: float
) -> None:
    words = Words(look, text, TYPE.body, root)
    size = words.measure(700, factor)
    assert words.place(10, 20, 700, factor) == 20 + size.height()
    assert words.geometry() == QRect(10, 20, 700, size.height())


def test_painting_does_not_lay_out_anew(look: Look, root: QWidget) -> None:
    words = Words(look, TEXTS[1], TYPE.title, root, balanced=True)
    words.place(0, 0, 900)
    before = [list(lines) for lines in lines_of(words)]
    laid = words._lines
    words.grab()
    assert words._lines is laid
    assert lines_of(words) == before


@pytest.mark.parametrize("text", [*TEXTS, "在杭州，平安是什么", "One dream, one city\n平安"])
def test_a_balanced_title_has_no_more_lines_than_it_needs(
    look: Look, root: QWidget, text: str
) -> None:
    plain = Words(look, text, TYPE.title, root)
    even = Words(look, text, TYPE.title, root, balanced=True)
    narrower = 0
    for width in range(500, 1700, 90):
        least, size = plain.measure(width), even.measure(width)
        assert size.height() == least.height()
        assert [len(lines) for lines in lines_of(even)] == [len(lines) for lines in lines_of(plain)]
        assert size.width() <= least.width() + 4
        narrower += size.width() < least.width() - 40
        assert faults(even) == []
    assert narrower > 0 or len(text) < 30


def test_a_balanced_title_leaves_no_single_character_on_its_last_line(
    look: Look, root: QWidget
) -> None:
    em = look.font(TYPE.title).pixelSize()
    text = "平安杭州就是人人都能安心回家的城"
    plain, even = (Words(look, text, TYPE.title, root, balanced=one) for one in (False, True))
    for words in (plain, even):
        words.measure(em * (len(text) - 1) + em // 2)
    assert [len(line) for line in lines_of(plain)[0]] == [15, 1]
    assert [len(line) for line in lines_of(even)[0]] == [8, 8]


def test_each_paragraph_begins_a_line_and_an_empty_one_leaves_one(
    look: Look, root: QWidget
) -> None:
    words = Words(look, "一\n二\n\n三", TYPE.body, root)
    one = Words(look, "一", TYPE.body, root).natural()
    assert words.natural().height() == pytest.approx(4 * one.height(), abs=2)
    assert words.natural().width() == one.width()


def test_type_never_gets_smaller_than_can_be_read(look: Look, root: QWidget) -> None:
    words = Words(look, TEXTS[0], TYPE.caption, root)
    assert words.measure(500, 0.9) == words.measure(500, 0.01)
    assert words.measure(500, 2.0).height() > words.measure(500, 1.0).height()


def test_other_words_are_measured_anew(look: Look, root: QWidget) -> None:
    words = Words(look, "短", TYPE.body, root)
    short = words.measure(400).height()
    words.say(TEXTS[0])
    assert words.text == words.accessibleName() == TEXTS[0]
    assert words.measure(400).height() > 2 * short
    words.say(TEXTS[0])
    assert words._laid is not None


def test_a_text_without_end_is_bounded_work(look: Look, root: QWidget) -> None:
    words = Words(look, "平" * 20_000, TYPE.body, root)
    words.measure(40)
    assert sum(len(lines) for lines in lines_of(words)) == LINES


def test_balancing_breaks_no_word(look: Look, window: QWidget) -> None:
    words = Words(
        look, "Digital Governance at Work", look.theme.type.heading, window, balanced=True
    )
    for width in range(320, 700, 20):
        words.measure(width)
        found = [
            word
            for layout in words._lines
            for line in map(layout.lineAt, range(layout.lineCount()))
            for word in layout.text()[line.textStart() :][: line.textLength()].split()
        ]
        assert found == ["Digital", "Governance", "at", "Work"], width
