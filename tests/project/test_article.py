"""The exhibit says what the newspaper page says: every figure, every name, and nothing longer."""

import re
from collections.abc import Iterator

import pytest

from kiosk.content.base import Text, texts_in
from kiosk.content.derived import sentence
from kiosk.content.exhibit import Exhibit
from kiosk.content.figures import Direction, Figure
from kiosk.content.numbers import phrase
from kiosk.content.panel import Panel
from kiosk.content.telling import references, tell
from kiosk.ui.assets import shipped
from tests.project import facts
from tests.project.facts import FACTS, Fact

TEXT, CAPTION = 120, 40
"""Chinese characters, marks included, that are read standing."""

HAN = re.compile(r"[\u3400-\u9fff]")


def plain(text: str) -> str:
    """Return a text of the page, whose marks are half as wide, as the exhibit writes it."""
    return text.translate(str.maketrans(",;:?!()", "，；：？！（）"))


def panels(exhibit: Exhibit[Panel]) -> Iterator[tuple[str, Panel]]:
    for chapter in exhibit.chapters:
        for number, panel in enumerate(chapter.panels):
            yield f"{chapter.id}/{number} {panel.kind}", panel


def spoken(text: Text, exhibit: Exhibit[Panel], language: str = "zh") -> str:
    return tell(text.to(language), exhibit.figures, exhibit.units, language)


def on_panels(exhibit: Exhibit[Panel]) -> str:
    """Return all that the panels say in Chinese, with the labels of the figures they show."""
    said = []
    for _, panel in panels(exhibit):
        said += [spoken(text, exhibit) for _, text in texts_in(panel)]
        said += [spoken(exhibit.figures[name].label, exhibit) for _, name in panel.figure_names()]
    return "\n".join(said)


def told(figure: Figure, exhibit: Exhibit[Panel]) -> str:
    return phrase(figure, "", exhibit.units, "zh")


# -- the table -------------------------------------------------------------------------------------


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_the_table_holds_nothing_that_its_own_quotation_does_not_say(fact: Fact) -> None:
    """Else a slip in the table would pass for a slip in the exhibit, or hide one."""
    pieces = re.split(r"\(.*?\)| → |(?<=累计)", fact.told)
    if "→" in fact.told:
        before, after = fact.told.split(" → ")
        pieces = [f"从{before}", f"至{after}"]
    at = 0
    for piece in pieces:
        at = fact.said.index(piece, at) + len(piece)
    for word in (*fact.calls, fact.period, fact.among):
        assert word in fact.said
    assert 1 <= fact.paragraph <= facts.PARAGRAPHS[fact.heading]


# -- figures ---------------------------------------------------------------------------------------


def test_the_exhibit_has_every_figure_of_the_page_and_no_other(exhibit: Exhibit[Panel]) -> None:
    assert set(exhibit.figures) == set(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_a_figure_is_told_as_the_page_tells_it(exhibit: Exhibit[Panel], name: str) -> None:
    """Number, 超 余 近 累计, and unit: a hedge that is lost makes another claim."""
    figure, fact = exhibit.figures[name], FACTS[name]
    expected = re.sub(rf"[()]|{'|'.join(facts.DOWN)}", "", fact.told)
    assert told(figure, exhibit) == expected
    assert (figure.direction is Direction.DOWN) == fact.told.startswith(facts.DOWN)
    assert figure.direction is not Direction.UP


@pytest.mark.parametrize("name", FACTS)
def test_a_figure_is_of_the_time_that_the_page_gives(exhibit: Exhibit[Panel], name: str) -> None:
    period = exhibit.figures[name].period
    assert (period.to("zh") if period else "") == FACTS[name].period


@pytest.mark.parametrize("name", FACTS)
def test_a_figure_is_called_what_the_page_calls_it(exhibit: Exhibit[Panel], name: str) -> None:
    label = exhibit.figures[name].label.to("zh")
    assert [word for word in FACTS[name].calls if plain(word) not in label] == []


@pytest.mark.parametrize("name", FACTS)
def test_a_rank_or_share_is_among_those_that_the_page_names(
    exhibit: Exhibit[Panel], name: str
) -> None:
    figure, fact = exhibit.figures[name], FACTS[name]
    among = [text.to("zh") for text in (figure.among, figure.of) if text]
    assert bool(among) == bool(fact.among)
    assert all(fact.among in text for text in among)


@pytest.mark.parametrize("name", FACTS)
def test_a_figure_names_the_paragraph_where_it_stands(exhibit: Exhibit[Panel], name: str) -> None:
    source, fact = exhibit.figures[name].source, FACTS[name]
    assert (source.heading, source.paragraph) == (fact.heading, fact.paragraph)


def test_the_headings_are_those_of_the_page(exhibit: Exhibit[Panel]) -> None:
    assert list(exhibit.headings) == list(facts.PARAGRAPHS)
    for name, heading in facts.HEADINGS.items():
        assert exhibit.headings[name].to("zh") == heading


def test_deaths_by_homicide_and_homicides_are_two_figures(exhibit: Exhibit[Panel]) -> None:
    deaths, cases = (exhibit.figures[f"homicide-{one}"] for one in ("deaths", "cases"))
    assert (deaths.label.to("zh"), cases.label.to("zh")) == ("命案亡人数", "命案发案数")
    assert deaths.value != cases.value


def test_every_figure_stands_on_a_panel(exhibit: Exhibit[Panel]) -> None:
    shown = {name for _, panel in panels(exhibit) for _, name in panel.figure_names()}
    assert set(exhibit.figures) - shown == set()


def test_no_number_is_written_twice(exhibit: Exhibit[Panel]) -> None:
    """A text that spells a figure out goes on telling the old one after an edit."""
    spelled = {told(figure, exhibit) for figure in exhibit.figures.values() if figure.unit}
    found = [
        f"{where} {number}"
        for where, panel in panels(exhibit)
        for _, text in texts_in(panel)
        for number in spelled
        if re.search(rf"(?<!\d){re.escape(number)}", text.to("zh"))
    ]
    assert found == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_speak_of_the_same_figures(exhibit: Exhibit[Panel], language: str) -> None:
    for _, text in texts_in(exhibit):
        assert set(references(text.to(language))) == set(references(text.to("zh")))


# -- figures told again ----------------------------------------------------------------------------

AGAIN = {
    "handling-saved": "各类事件，每处置一起平均节省9.1分钟。",
    "handling-left": "处置一起事件的平均用时，相当于原来的约48.9%。",
    "dispute-days-saved": "近两年，市场化解纷平均用时缩短了16天。",
    "disputes-a-day": "近两年，市场化机制平均每天化解纠纷约86.7件。",
    "wulin-growth": "如今，“武林大妈”的人数超8330倍于最初的18人。",
    "volunteers-a-team": "“百万义警”队伍，平均每支超351人。",
    "wages-a-worker": "近10年，为劳动者追发工资待遇，平均每人近1.03万元。",
    "fengqiao-share": "全省100个新时代“枫桥式工作法”里，杭州的占14%。",
}
"""What follows from the page: 17.8 − 8.7, 8.7 of 17.8, 38 − 22, 63,300 in 730 days, and so on."""


def test_what_follows_from_the_page_is_told_and_nothing_else(exhibit: Exhibit[Panel]) -> None:
    assert {name: sentence(exhibit, name, "zh") for name in exhibit.derived} == AGAIN


def test_numbers_are_compared_with_those_of_the_same_paragraph(exhibit: Exhibit[Panel]) -> None:
    """Figures that stand apart on the page may be of other times or other people."""
    for entry in exhibit.derived.values():
        assert len({exhibit.figures[name].source for name, _ in entry.sources}) == 1


# -- names -----------------------------------------------------------------------------------------


def test_whatever_the_page_calls_by_a_name_is_on_a_panel(exhibit: Exhibit[Panel]) -> None:
    said = on_panels(exhibit)
    assert [name for name in facts.NAMES.split() if name not in said] == []


def test_the_village_has_its_right_name_everywhere() -> None:
    assert "控山" not in (shipped() / "content.yaml").read_text(encoding="utf-8")


def test_the_couplet_is_the_one_that_the_page_opens_with(exhibit: Exhibit[Panel]) -> None:
    couplet = exhibit.exhibit.couplet
    assert couplet is not None
    assert couplet.lines.to("zh").split("\n") == ["马上相逢无纸笔", "凭君传语报平安"]


# -- length and language ---------------------------------------------------------------------------


def length(text: str) -> int:
    return len(re.sub(r"\s", "", text))


def test_a_panel_s_text_can_be_read_standing(exhibit: Exhibit[Panel]) -> None:
    lengths = {
        where: length(spoken(panel.text, exhibit)) for where, panel in panels(exhibit) if panel.text
    }
    assert {where: count for where, count in lengths.items() if count > TEXT} == {}


def test_a_caption_is_read_at_a_glance(exhibit: Exhibit[Panel]) -> None:
    captions = {
        spoken(text, exhibit)
        for _, panel in panels(exhibit)
        for path, text in texts_in(panel)
        if path[-1] == "caption"
    }
    assert len(captions) == 9
    assert {one for one in captions if length(one) > CAPTION} == set()


def test_every_text_is_there_in_both_languages(exhibit: Exhibit[Panel]) -> None:
    for path, text in texts_in(exhibit):
        assert text.languages == {"zh", "en"}, path


def test_english_texts_are_english(exhibit: Exhibit[Panel]) -> None:
    """All but the writers' names, which the page prints without saying where one ends."""
    authors = exhibit.exhibit.article.authors if exhibit.exhibit.article else None
    mixed = {
        text.to("en")
        for _, text in texts_in(exhibit)
        if text is not authors and HAN.search(text.to("en"))
    }
    assert mixed == set()


def test_chinese_texts_use_chinese_marks(exhibit: Exhibit[Panel]) -> None:
    slips = {
        text.to("zh")
        for _, text in texts_in(exhibit)
        if re.search(r"[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]", text.to("zh"))
    }
    assert slips == set()
