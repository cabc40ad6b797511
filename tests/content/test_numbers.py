"""Figures read as people write them, in each language, and nothing is rounded away."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content import phrases
from kiosk.content.base import Text
from kiosk.content.figures import Figure, Qualifier
from kiosk.content.numbers import numeral, phrase

UNITS = {
    name: Text({"zh": zh, "en": en})
    for name, zh, en in [
        ("cases", "件", "cases"),
        ("people", "人", "people"),
        ("kilometres", "公里", "km"),
        ("items", "项", "items"),
        ("yuan", "元", "yuan"),
        ("percent", "%", "%"),
        ("units", "支", "units"),
        ("minutes", "分钟", "minutes"),
    ]
}


def figure(**given: object) -> Figure:
    about = {"label": {"zh": "数"}, "source": {"heading": "h", "paragraph": 1}}
    return Figure.model_validate(about | given)


PHRASES = [
    ({"value": "48000", "qualifier": "more-than", "cumulative": "true", "unit": "cases"},
     "累计4.8万余件", "a total of more than 48,000 cases"),
    ({"value": "4000000", "qualifier": "odd", "unit": "people"}, "400余万人", "more than 4 million people"),
    ({"value": "17000000", "qualifier": "over", "unit": "people"}, "超1700万人", "over 17 million people"),
    ({"value": "17700", "qualifier": "more-than", "unit": "kilometres"}, "1.77万余公里", "more than 17,700 km"),
    ({"value": "16884", "cumulative": "是", "unit": "items"}, "累计16884项", "a total of 16,884 items"),
    ({"value": "2550000000", "unit": "yuan"}, "25.5亿元", "2.55 billion yuan"),
    ({"value": "2000000000000", "unit": "yuan"}, "2万亿元", "2 trillion yuan"),
    ({"value": "180000000", "qualifier": "nearly", "unit": "yuan"}, "近1.8亿元", "nearly 180 million yuan"),
    ({"value": "300", "qualifier": "about", "unit": "people"}, "约300人", "about 300 people"),
    ({"value": "78.2", "unit": "percent"}, "78.2%", "78.2%"),
    ({"value": "3646", "unit": "units"}, "3646支", "3,646 units"),
    ({"value": "4348600", "cumulative": True, "unit": "people"}, "累计434.86万人", "a total of 4,348,600 people"),
    ({"value": "63300", "unit": "cases"}, "6.33万件", "63,300 cases"),
    ({"value": "10000", "unit": "cases"}, "1万件", "10,000 cases"),
    ({"value": "9999", "unit": "cases"}, "9999件", "9,999 cases"),
    ({"value": "0", "unit": "cases"}, "0件", "0 cases"),
    ({"value": "-5.50", "unit": "percent"}, "-5.5%", "-5.5%"),
    ({"value": "-20000", "unit": "people"}, "-2万人", "-20,000 people"),
    ({"value": "17000000.001", "unit": "people"}, "17000000.001人", "17,000,000.001 people"),
    ({"value": "1e15", "unit": "yuan"}, "1000万亿元", "1,000 trillion yuan"),
    ({"before": "17.8", "after": "8.7", "unit": "minutes"}, "17.8 → 8.7分钟", "17.8 → 8.7 minutes"),
    ({"before": "9000", "after": "12000", "unit": "cases"}, "9000 → 1.2万件", "9,000 → 12,000 cases"),
    ({"before": "230000000", "after": "80000000", "unit": "yuan"}, "2.3亿 → 8000万元", "230 → 80 million yuan"),
    ({"before": "900000", "after": "2000000", "unit": "people"}, "90 → 200万人", "900,000 → 2 million people"),
    ({"rank": "1"}, "第1名", "1st"),
    ({"rank": "2"}, "第2名", "2nd"),
    ({"rank": "13"}, "第13名", "13th"),
    ({"rank": "103"}, "第103名", "103rd"),
    ({"top": "3"}, "前3名", "top 3"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "zh", "en"), PHRASES)
def test_a_figure_is_told_the_way_each_language_tells_it(
    given: dict[str, object], zh: str, en: str
) -> None:
    if given.get("value") == "1e15":
        given = given | {"value": Decimal("1e15")}

    assert phrase(figure(**given), "", UNITS, "zh") == zh
    assert phrase(figure(**given), "", UNITS, "en") == en


def test_half_of_a_change_is_told_whole() -> None:
    change = figure(before="17.8", after="8.7", unit="minutes")

    assert phrase(change, "before", UNITS, "zh") == "17.8分钟"
    assert phrase(change, "after", UNITS, "en") == "8.7 minutes"


def test_half_of_what_is_no_change_is_the_whole_of_it() -> None:
    assert phrase(figure(value="3", unit="people"), "after", UNITS, "zh") == "3人"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "17 Millionen people"),
        ("ja", "1,700万 people"),
        ("zh-Hant", "1700萬人"),
        ("wuu", "17 million people"),
        ("en-abc", "17 million people"),
    ],
)
def test_any_language_is_written_somehow_and_none_stops_the_kiosk(
    language: str, written: str
) -> None:
    assert phrase(figure(value="17000000", unit="people"), "", UNITS, language) == written


def test_what_a_language_writes_with_another_point_is_not_scaled_wrongly() -> None:
    assert phrase(figure(value="2550000", unit="yuan"), "", UNITS, "de") == "2.550.000 yuan"


def test_a_change_points_the_way_it_is_read() -> None:
    units = UNITS | {"minutes": Text({"zh": "分钟", "ar": "دقيقة"})}
    change = figure(before="17.8", after="8.7", unit="minutes")

    assert phrase(change, "", units, "ar") == "17.8 ← 8.7 دقيقة"


def test_counting_up_keeps_the_decimals_and_starts_at_nothing() -> None:
    counted = numeral(Decimal("4.8"), figure(value="4.8", unit="percent"), UNITS, "zh")

    assert [counted.digits(share) for share in (0, 0.1, 0.5, 0.999, 1)] == [
        "0.0", "0.5", "2.4", "4.8", "4.8",
    ]  # fmt: skip


def test_counting_whole_numbers_shows_whole_numbers_only() -> None:
    counted = numeral(Decimal(23), figure(value="23", unit="people"), UNITS, "en")

    assert {counted.digits(share / 100) for share in range(101)} == {str(n) for n in range(24)}


def test_counting_never_passes_the_end_nor_shows_less_than_nothing() -> None:
    counted = numeral(Decimal(-5), figure(value="-5", unit="percent"), UNITS, "en")

    assert [counted.digits(share) for share in (-1, 0, 0.01, 2)] == ["0", "0", "0", "-5"]


def test_the_pieces_of_a_number_are_what_typography_sets_apart() -> None:
    told = figure(value="48000", qualifier="more-than", cumulative=True, unit="cases")
    pieces = numeral(Decimal(48000), told, UNITS, "zh")

    assert (pieces.before, pieces.digits(), pieces.after) == ("累计", "4.8", "万余件")
    assert pieces.whole() == "累计4.8万余件"
    english = numeral(Decimal(48000), told, UNITS, "en")
    assert (english.before, english.digits(), english.after) == (
        "a total of more than ",
        "48,000",
        " cases",
    )


@given(st.decimals("-1e15", "1e15", places=6) | st.integers(-(10**15), 10**15).map(Decimal))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_what_is_written_is_exactly_the_number(value: Decimal) -> None:
    scales = {"": 0, "万": 4, "亿": 8, "万亿": 12}
    written = numeral(value, figure(value="1", unit="percent"), UNITS, "zh")

    assert Decimal(written.digits()).scaleb(scales[written.after[:-1]]) == value


def test_every_hedge_has_its_words_in_both_languages() -> None:
    for qualifier in Qualifier:
        for language in ("zh", "en"):
            assert "".join(phrases.qualify(qualifier, language))
