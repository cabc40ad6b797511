"""What follows from the figures is computed, true as far as it is told, and else refused."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.content.derived import derived, sentence
from kiosk.content.problems import Problem
from tests.content.toys import EXHIBIT, changed, loaded, told, wrong

AMOUNTS = """\
  first:
    label: {zh: 甲, en: First}
    value: A
    unit: minutes
    source: {heading: casting, paragraph: 1}
  second:
    label: {zh: 乙, en: Second}
    value: B
    unit: minutes
    period: {zh: 近两年, en: In the past two years}
    source: {heading: casting, paragraph: 1}
  degrees:
    label: {zh: 丙, en: Third}
    value: 9
    unit: degrees
    source: {heading: casting, paragraph: 1}
"""
DEGREES = "  degrees:\n    zh: 度\n    en: degrees\n"
ENTRY = """
derived:
  one:
    FORM
    text:
      zh: 省了{value}。
      en: It saved {value}.
"""
LINE = 33
"""The line of FORM."""


def written(form: str, a: str = "20", b: str = "8") -> str:
    """Return an exhibit with one entry; an amount may have a qualifier behind it: `20 over`."""
    amounts = AMOUNTS
    for letter, typed in (("A", a), ("B", b)):
        value, _, qualifier = typed.partition(" ")
        more = f"\n    qualifier: {qualifier}" if qualifier else ""
        amounts = amounts.replace(f"value: {letter}", f"value: {value}{more}")
    return changed(
        ("\nfigures:\n", DEGREES + ENTRY.replace("FORM", form) + "\nfigures:\n"),
        ("\nchapters:", amounts + "\nchapters:"),
    )


def said(form: str, a: str = "20", b: str = "8") -> tuple[str, str]:
    exhibit = loaded(written(form, a, b)).exhibit
    zh, en = (sentence(exhibit, "one", language) for language in ("zh", "en"))
    return zh.removeprefix("省了").rstrip("。"), en.removeprefix("It saved ").rstrip(".")


def refused(form: str, a: str = "20", b: str = "8") -> list[Problem]:
    return wrong(written(form, a, b))


# -- what is computed ------------------------------------------------------------------------------

RESULTS = {
    "before minus after": ("difference: response-time", "20", "8", "9.1分钟", "9.1 minutes"),
    "a list of one": ("difference: [response-time]", "20", "8", "9.1分钟", "9.1 minutes"),
    "a difference is exact": ("difference: [first, second]", "20000.000001", "8", "19992.000001分钟", "19,992.000001 minutes"),
    "halves of a change": ("ratio: [response-time.before, response-time.after]", "20", "8", "约2.05倍", "about 2.05 times"),
    "an exact ratio": ("ratio: [first, second]", "20", "8", "2.5倍", "2.5 times"),
    "a rounded ratio": ("ratio: [first, second]", "20", "3", "约6.67倍", "about 6.67 times"),
    "half goes up": ("ratio: [first, second]", "100.05", "10", "约10倍", "about 10 times"),
    "large numbers keep three digits": ("ratio: [first, second]", "150000", "18", "约8330倍", "about 8,330 times"),
    "a share": ("share: [second, first]", "20", "8", "40%", "40%"),
    "a rounded share": ("share: [second, first]", "3", "1", "约33.3%", "about 33.3%"),
    "all of it": ("share: [second, first]", "8", "8", "100%", "100%"),
    "an average takes two units": ("average: [first, degrees]", "20", "8", "约2.22分钟", "about 2.22 minutes"),
    "a day of a period is never exact": ("{per_day: second, days: 4}", "20", "8", "约2分钟", "about 2 minutes"),
}  # fmt: skip


def form_of(written_form: str) -> str:
    """Write a form of several fields as lines."""
    return written_form.strip("{}").replace(", days", "\n    days")


@pytest.mark.parametrize(("form", "a", "b", "zh", "en"), RESULTS.values(), ids=RESULTS)
def test_a_result_is_told_in_both_languages(form: str, a: str, b: str, zh: str, en: str) -> None:
    assert said(form_of(form), a, b) == (zh, en)


HEDGES = {
    "over": ("ratio", "20 over", "3", "超6.66倍"),
    "more than": ("ratio", "20 more-than", "3", "超6.66倍"),
    "and some": ("ratio", "20 odd", "3", "超6.66倍"),
    "nearly": ("ratio", "20 nearly", "3", "近6.67倍"),
    "about": ("ratio", "20 about", "3", "约6.67倍"),
    "divided by over": ("ratio", "20", "3 over", "近6.67倍"),
    "divided by nearly": ("ratio", "20", "3 nearly", "超6.66倍"),
    "divided by about": ("ratio", "20", "3 about", "约6.67倍"),
    "over by nearly": ("ratio", "20 over", "3 nearly", "超6.66倍"),
    "about by over": ("ratio", "20 about", "3 over", "约6.67倍"),
    "over by about": ("ratio", "20 over", "3 about", "约6.67倍"),
    "exact and over": ("ratio", "20 over", "8", "超2.5倍"),
    "less over": ("difference", "20", "3 over", "近17分钟"),
    "over less nearly": ("difference", "20 over", "3 nearly", "超17分钟"),
    "share of nearly": ("share", "2", "3 nearly", "超66.6%"),
}


@pytest.mark.parametrize(("form", "a", "b", "zh"), HEDGES.values(), ids=HEDGES)
def test_a_hedge_stays_and_rounding_keeps_it_true(form: str, a: str, b: str, zh: str) -> None:
    assert said(f"{form}: [first, second]", a, b)[0] == zh


@settings(max_examples=30)
@given(st.integers(1, 10**9), st.integers(1, 10**6))
def test_a_bound_is_never_rounded_past_the_truth(a: int, b: int) -> None:
    assume(a * 1000 >= b)
    value = derived(
        loaded(written("average: [first, second]", f"{a} over", str(b))).exhibit, "one"
    ).value
    assert value is not None
    assert value * b <= a < value * b * 102 / 100


def test_a_changed_figure_changes_the_sentence() -> None:
    """Nothing computed is kept anywhere."""
    text = written("difference: response-time")
    assert "9.1分钟" in sentence(loaded(text).exhibit, "one", "zh")

    assert "10.3分钟" in sentence(
        loaded(text.replace("after: 8.7", "after: 7.5")).exhibit, "one", "zh"
    )


def test_a_sentence_may_speak_of_figures_as_well() -> None:
    text = written("ratio: [first, second]").replace("省了", "比{second}多到")
    assert sentence(loaded(text).exhibit, "one", "zh") == "比8分钟多到2.5倍。"


def test_a_unit_of_the_file_is_never_taken_for_one_of_the_program() -> None:
    text = written("ratio: [first, second]").replace(
        DEGREES, DEGREES + "  times:\n    zh: 次\n    en: occasions\n"
    )
    assert sentence(loaded(text).exhibit, "one", "zh") == "省了2.5倍。"


def test_a_result_is_a_figure_with_the_place_it_comes_from() -> None:
    found = derived(loaded(written("difference: response-time")).exhibit, "one")
    assert (found.source.heading, found.source.paragraph) == ("casting", 5)
    assert (found.is_change, found.is_place, found.cumulative) == (False, False, False)


# -- what is refused -------------------------------------------------------------------------------

CANNOT = "ranks and percentages are each of another whole and cannot be computed with → take an amount, such as people or days"
TWO = "a difference takes two numbers → write [{0}, …], or the name of a before and after"
QUALIFIERS = "with these two qualifiers nobody knows whether the result is too high or too low → take an exact figure"
LARGER = "the first number is not larger than the second → write the larger first, such as [a.after, a.before]; and read the sentence again"
ABOVE = "only numbers above 0 can be divided → take another figure"
EXTREME = "the result is too small or too large to be read → take another figure"
FORMS = "this takes exactly one of difference, ratio, share, average, per_day → keep one and delete the others"
DAYS = "per_day and days go together → days is how many days the period has, such as days: 730; else delete it"
NAME = "the name of one of figures belongs here → such as fire-deaths; half of a change is written response-time.after"
DRAWN = "only a share or a whole number up to 100 can be drawn → write show: words"

REFUSED = {
    "unknown figure": ("difference: responce-time", "20", "8", "33:17 there is no responce-time in figures → did you mean response-time?"),
    "unknown figure in a list": ("ratio: [first, secund.after]", "20", "8", "33:20 there is no secund in figures → did you mean second?"),
    "no name": ("ratio: [first, 8]", "20", "8", f"33:20 {NAME}"),
    "braces": ('difference: "{response-time}"', "20", "8", f"33:17 {NAME}"),
    "two names on a line": ("difference: first, second", "20", "8", "33:17 a list belongs here → write [first, second]"),
    "a ratio of one": ("ratio: first", "20", "8", "33:12 a list belongs here → start a new line with - first"),
    "half a pair": ("ratio: [first]", "20", "8", "33:12 an item is missing from this list"),
    "too many": ("difference: [first, second, first]", "20", "8", "33:17 there are 3 items; the most is 2"),
    "no form": ("show: words", "20", "8", f"32:3 {FORMS}"),
    "two forms": ("difference: [first, second]\n    ratio: [first, second]", "20", "8", f"32:3 {FORMS}"),
    "a day without days": ("per_day: second", "20", "8", f"32:3 {DAYS}"),
    "days without a day": ("ratio: [first, second]\n    days: 3", "20", "8", f"32:3 {DAYS}"),
    "no period": ("per_day: first\n    days: 730", "20", "8", "33:14 no period is given for this figure, so nothing is known of a day → take a figure that has a period"),
    "a rank": ("ratio: [happiest-city, first]", "20", "8", f"33:13 {CANNOT}"),
    "a percentage": ("ratio: [first, homicide-deaths]", "20", "8", f"33:20 {CANNOT}"),
    "a difference of one number": ("difference: first", "20", "8", f"33:17 {TWO.format('first')}"),
    "a difference of half a change": ("difference: response-time.after", "20", "8", f"33:17 {TWO.format('response-time')}"),
    "half of no change": ("ratio: [first.after, second]", "20", "8", "33:13 first has no before and after → write first"),
    "both halves at once": ("ratio: [response-time, first]", "20", "8", "33:13 response-time is two numbers, before and after → write response-time.before or response-time.after"),
    "two units": ("difference: [first, degrees]", "20", "8", "33:25 the units differ: minutes and degrees → take figures of one unit; for how many there are to each, write average"),
    "over less over": ("difference: [first, second]", "20 over", "8 more-than", f"33:17 {QUALIFIERS}"),
    "nearly by nearly": ("ratio: [first, second]", "20 nearly", "8 nearly", f"33:12 {QUALIFIERS}"),
    "nothing left": ("difference: [first, second]", "8", "8", f"33:17 {LARGER}"),
    "less than nothing": ("difference: [first, second]", "7", "8", f"33:17 {LARGER}"),
    "by nothing": ("average: [first, second]", "20", "0", f"33:14 {ABOVE}"),
    "of less than nothing": ("share: [first, second]", "-2", "8", f"33:12 {ABOVE}"),
    "more than all": ("share: [first, second]", "20", "8", "33:12 the part is larger than the whole → write the part first, then the whole"),
    "too small": ("ratio: [first, second]", "1", "1000000", f"33:12 {EXTREME}"),
    "too large": ("ratio: [first, second]", "1000000000000", "0.000001", f"33:12 {EXTREME}"),
    "a drawing of a fraction": ("show: pictogram\n    difference: response-time", "20", "8", f"33:11 {DRAWN}"),
    "a drawing of a crowd": ("show: pictogram\n    difference: [first, second]", "109", "8", f"33:11 {DRAWN}"),
    "another drawing": ("show: pictograms\n    difference: response-time", "20", "8", "33:11 “pictograms” does not fit here → did you mean pictogram?"),
}  # fmt: skip


@pytest.mark.parametrize(("form", "a", "b", "answer"), REFUSED.values(), ids=REFUSED)
def test_what_nobody_can_know_is_refused_at_its_place(
    form: str, a: str, b: str, answer: str
) -> None:
    assert told(refused(form, a, b)) == [answer]


@pytest.mark.parametrize(("form", "a", "b", "_answer"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told_in_chinese_too(form: str, a: str, b: str, _answer: str) -> None:
    for problem in refused(form, a, b):
        assert any("\u4e00" <= character <= "\u9fff" for character in problem.message.zh)


@pytest.mark.parametrize(
    "form",
    ["difference: [second, degrees]", "share: [second, first]", "difference: [first, second]"],
    ids=["one", "a share", "a hundred"],
)
def test_what_can_be_counted_may_be_drawn(form: str) -> None:
    text = written(f"show: pictogram\n    {form}", "108").replace("unit: degrees", "unit: minutes")
    text = text.replace("[second, degrees]", "[degrees, second]")
    assert loaded(text).exhibit.derived["one"].show == "pictogram"


def test_a_sentence_without_its_result_is_told_in_each_language() -> None:
    text = written("difference: response-time").replace("{value}", "9.1")
    assert told(wrong(text)) == [
        f"{line}:11 there is no {{value}} in this sentence → write {{value}} where the result belongs"
        for line in (LINE + 2, LINE + 3)
    ]


def test_the_word_for_the_result_means_nothing_elsewhere() -> None:
    problems = told(wrong(EXHIBIT.replace("en: Safer\n", "en: Safer {value}\n")))
    assert problems[0].startswith("68:21 there is no value in figures")


def test_all_that_is_wrong_with_an_entry_is_told_at_once() -> None:
    text = written("ratio: [first.after, happiest-city]").replace("saved {value}", "saved much")
    assert [(problem.place.line) for problem in wrong(text)] == [LINE, LINE, LINE + 3]
