"""What a panel asks, and on which scale."""

from decimal import Decimal

import pytest

from kiosk.content.base import Text
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.asking import Asking, Question, question, rounded

ASKED = Question("some", "bar", Decimal("8.7"), Decimal(25))


@pytest.mark.parametrize(
    ("value", "least"),
    [
        ("22.25", 25),
        ("10", 10),
        ("47.5", 50),
        ("99", 100),
        ("0.3", "0.5"),
        ("1200", 2000),
        ("0", 1),
    ],
)
def test_a_scale_ends_with_a_round_number(value: str, least: object) -> None:
    assert rounded(Decimal(value)) == Decimal(str(least))


@pytest.mark.parametrize(
    ("share", "guess"), [(0.0, "0"), (1.0, "25"), (-3.0, "0"), (9.0, "25"), (0.5, "12.5")]
)
def test_a_share_of_the_scale_is_a_guess_within_it(share: float, guess: str) -> None:
    assert ASKED.at(share) == Decimal(guess)


def test_guesses_have_the_decimals_of_the_true_value_so_that_it_can_be_hit() -> None:
    for share in (0.3337, 0.348, 0.9999):
        assert ASKED.at(share) % Decimal("0.1") == 0
    assert ASKED.at(ASKED.share(ASKED.truth)) == ASKED.truth


def asking(exhibit: Exhibit[Panel]) -> list[Asking]:
    panels = [panel for chapter in exhibit.chapters for panel in chapter.panels]
    return [panel for panel in panels if isinstance(panel, Asking) and panel.guess]


def test_every_true_value_of_the_exhibit_can_be_hit(exhibit: Exhibit[Panel]) -> None:
    asked = asking(exhibit)
    assert {panel.shape for panel in asked} == {"bar", "slope", "squares"}
    for panel in asked:
        figure = exhibit.figures[panel.asked()[1]]
        one = question(panel, figure, percent=figure.unit == "percent")
        assert one.at(one.share(one.truth)) == one.truth
        assert 0 < one.share(one.truth) <= 1


def test_what_is_hedged_cannot_be_guessed(exhibit: Exhibit[Panel]) -> None:
    panel = asking(exhibit)[0]
    _, name = panel.asked()
    hedged = exhibit.figures[name].model_copy(update={"qualifier": "over"})
    (found,) = panel.check({**exhibit.figures, name: hedged})
    assert found.at == ("guess",)
    assert list(panel.check(dict(exhibit.figures))) == []
    silent = panel.model_copy(update={"guess": None})
    assert list(silent.check({**exhibit.figures, name: hedged})) == []


def test_only_a_panel_with_a_question_has_a_sheet_to_guess_on(exhibit: Exhibit[Panel]) -> None:
    panel = asking(exhibit)[0]
    assert panel.sheets == ("source", "take", "listen", "guess")
    assert panel.model_copy(update={"guess": None}).sheets == ("source", "take", "listen")
    assert panel.model_copy(update={"guess": Text({"zh": "？"})}).sheets == (
        "source",
        "take",
        "listen",
        "guess",
    )
