"""Whatever visitors choose together, every kind of panel still fits and can be read."""

from itertools import combinations

import numpy as np
import pytest

from kiosk.panels.kinds import KINDS
from kiosk.shell.opening import sounds
from kiosk.shell.setting import looking
from kiosk.staff.audit import audit
from kiosk.staff.contrast import luminance, pale, ratio
from kiosk.ui.look import LANDSCAPE, PORTRAIT
from kiosk.ui.theme import STARK
from kiosk.visit.choices import SEEN, Choices, Hand, Pinyin
from kiosk.visit.state import AtPanel, Contents, Home, State
from tests.helpers.staging import Staging
from tests.panels.test_layout import fullest

SHAPES = {"landscape": LANDSCAPE, "portrait": PORTRAIT}

SEEN_HERE = [one for one in SEEN if one.hand is Hand.MIDDLE]
"""Hands move the band alone, which is looked at with all of them elsewhere."""


PINYINS = list(Pinyin)


def chosen(shape: str, language: str) -> list[Choices]:
    """Return a quarter of all combinations, in which any two choices still meet in some shape.

    Size, reach and pinyin meet in pairs in each; `kiosk render --choices` looks at everything.
    """
    side = list(SHAPES).index(shape)
    return [
        one
        for one in SEEN_HERE
        if (language == "zh" or one.pinyin is Pinyin.NONE)
        and (one.text + one.low + PINYINS.index(one.pinyin)) % 2 == side
        and (one.low + one.contrast) % 2 == side
    ]


def test_any_two_choices_meet() -> None:
    def pairs(some: list[Choices]) -> set[object]:
        told = [(("text", c.text), ("high", c.contrast), ("low", c.low), c.pinyin) for c in some]
        return {pair for one in told for pair in combinations(one, 2)}

    met = [pairs(chosen(shape, "zh")) for shape in SHAPES]
    assert set.union(*met) == pairs(SEEN_HERE)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.usefixtures("flat_ground")
def test_the_fullest_panel_of_each_kind_fits_however_it_is_shown(
    staging: Staging, shape: str, language: str
) -> None:
    stops = [fullest(staging.route, kind, language) for kind in KINDS]
    places: list[Home | Contents | AtPanel] = [Home(), Contents(), *stops]
    reader = sounds(staging.route.exhibit)
    found = []
    for choices in chosen(shape, language):
        look = looking(SHAPES[shape], State(Home(), language, choices), reader)
        for place in places:
            view = staging.show(place, look)
            said = audit(view, look)
            for _ in range(1, len(view.pages)):
                view.pages.turn()
                said += audit(view, look)
            found += [f"{choices.name} {place}: {fault}" for fault in said]
    assert found == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("shape", SHAPES)
def test_in_high_contrast_every_word_has_seven_to_one(
    staging: Staging, shape: str, language: str
) -> None:
    state = State(Home(), language, Choices(contrast=True))
    look = looking(SHAPES[shape], state, lambda _which: None)
    found = []
    stops = [AtPanel(*stop) for stop in staging.route.stops]
    places: list[Home | Contents | AtPanel] = [Home(), Contents(), *stops]
    for place in places:
        found += [f"{place}: {said}" for said in pale(staging.show(place, look), look)]
    assert found == []


MARKS = ("ink", "ink_soft", "azurite", "malachite", "cinnabar", "ochre", "gold")


@pytest.mark.parametrize("ground", ["paper", "card", "paper_deep"])
@pytest.mark.parametrize("mark", MARKS)
def test_in_high_contrast_the_marks_of_charts_have_seven_to_one(mark: str, ground: str) -> None:
    look = looking(LANDSCAPE, State(Home(), "zh", Choices(contrast=True)), lambda _which: None)
    shades = [luminance(np.array(look.color(role).getRgb()[:3], float)) for role in (mark, ground)]
    assert ratio(*shades) >= STARK.clear


def test_in_high_contrast_what_a_value_leaves_free_is_seen_and_is_no_value() -> None:
    look = looking(LANDSCAPE, State(Home(), "zh", Choices(contrast=True)), lambda _which: None)

    def shade(role: str) -> np.ndarray:
        return luminance(np.array(look.color(role).getRgb()[:3], float))

    for rest in ("track", "hollow"):
        assert ratio(shade(rest), shade("paper")) >= 3.0
        for mark in ("azurite", "malachite"):
            assert ratio(shade(mark), shade(rest)) >= 3.0
