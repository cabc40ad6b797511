"""What a visitor may choose of how everything is shown: at once, in place, for this visit only."""

import pytest
from PySide6.QtCore import QRect

from kiosk.shell.chooser import Chooser, options
from kiosk.shell.reach import HIGHEST, LEAST, Mounting, above
from kiosk.staff.audit import audit
from kiosk.ui.look import LANDSCAPE, PORTRAIT
from kiosk.ui.motion import Level
from kiosk.ui.theme import PAPER, STARK
from kiosk.visit.choices import NONE, SEEN, Choices, Hand, Pinyin
from kiosk.visit.intents import Choose, GoHome, OpenChoices, OpenPanel, Speak
from kiosk.visit.state import AtPanel
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor


def chooser(visitor: Visitor) -> Chooser:
    found = visitor.kiosk.controller._screens._chooser
    assert found is not None
    return found


def at_a_panel(visitor: Visitor, panel: int = 5) -> Visitor:
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(panel))
    visitor.rest()
    return visitor


def choose(visitor: Visitor, choices: Choices) -> None:
    visitor.kiosk.controller.take(Choose(choices))
    visitor.rest()


def test_one_button_opens_the_choices_and_the_panel_stays_in_sight(visitor: Visitor) -> None:
    at_a_panel(visitor)
    visitor.tap("无障碍")
    assert visitor.at == (5, 0)
    assert visitor.view.isVisible()
    assert chooser(visitor).y() > visitor.view.height() // 3
    visitor.tap("好了")
    assert visitor.kiosk.controller._screens._chooser is None


def test_a_tap_beside_the_choices_closes_them_and_presses_nothing(visitor: Visitor) -> None:
    at_a_panel(visitor)
    visitor.tap("无障碍")
    visitor.tap((visitor.window.width() // 2, 40))
    assert not visitor.state.choosing
    assert visitor.at == (5, 0)


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("大字", Choices(1)),
        ("特大字", Choices(2)),
        ("高对比", Choices(contrast=True)),
        ("不要动画", Choices(calm=True)),
        ("放低画面", Choices(low=True)),
        ("左手", Choices(hand=Hand.LEFT)),
        ("右手", Choices(hand=Hand.RIGHT)),
        ("生字注音", Choices(pinyin=Pinyin.RARE)),
        ("全部注音", Choices(pinyin=Pinyin.ALL)),
    ],
)
def test_a_tap_chooses_and_another_one_takes_it_back(
    brisk: Visitor, name: str, chosen: Choices
) -> None:
    at_a_panel(brisk)
    brisk.tap("无障碍")
    brisk.tap(name)
    assert brisk.state.choices == chosen
    (button,) = brisk.pads(name)
    assert button.on
    brisk.tap(name)
    assert brisk.state.choices == NONE


def test_everything_is_as_before_by_one_tap_and_for_the_next_visitor(brisk: Visitor) -> None:
    at_a_panel(brisk)
    brisk.tap("无障碍")
    brisk.tap("高对比")
    brisk.tap("放低画面")
    assert brisk.state.choices == Choices(contrast=True, low=True)
    brisk.tap("恢复原样")
    assert brisk.state.choices == NONE
    brisk.tap("特大字")
    brisk.wait(2 * (60 + 20) + 1)
    assert brisk.state.attracting
    assert brisk.state.choices == NONE


def test_pinyin_is_offered_for_chinese_alone() -> None:
    assert len(list(options(NONE, chinese=True))) == len(list(options(NONE, chinese=False))) + 2


def test_high_contrast_is_another_theme_and_calm_stops_what_moves(visitor: Visitor) -> None:
    at_a_panel(visitor, 3)
    assert visitor.view.look.theme is PAPER
    choose(visitor, Choices(contrast=True, calm=True))
    assert visitor.view.look.theme is STARK
    levels = [visitor.kiosk.motion.level]
    visitor.kiosk.controller.take(OpenPanel(6))
    assert visitor.view.share == 1.0
    visitor.rest()
    choose(visitor, NONE)
    assert [*levels, visitor.kiosk.motion.level] == [Level.CALM, Level.FULL]


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_everything_comes_down_into_reach(opener: Opener, size: tuple[int, int]) -> None:
    visitor = at_a_panel(opener(size=size, motion=Level.NONE))
    choose(visitor, Choices(low=True))
    high = visitor.window.height()
    for intents in ((OpenPanel(5),), (GoHome(),), (GoHome(), OpenChoices(on=True))):
        for intent in intents:
            visitor.kiosk.controller.take(intent)
        visitor.rest()
        tops = [one.mapTo(visitor.window, one.rect().topLeft()).y() for one in visitor.pads()]
        assert tops
        assert min(tops) >= above(*size, Mounting())
        if not visitor.state.choosing:  # the choices lie over the foot of the panel
            assert audit(visitor.kiosk.controller._root, visitor.view.look) == []
    choose(visitor, NONE)
    assert (
        visitor.kiosk.controller._screens.band.mapTo(visitor.window, QRect().topLeft()).y() < high
    )


@pytest.mark.parametrize(
    ("bottom", "height", "free"),
    [
        (600.0, 620.0, 0),  # all of it is in reach
        (800.0, 620.0, round(1080 * (1 - (HIGHEST - 800) / 620))),
        (1100.0, 620.0, round(1080 * (1 - LEAST))),  # as far as panels still fit
    ],
)
def test_the_machine_s_settings_say_how_far_it_comes_down(
    bottom: float, height: float, free: int
) -> None:
    assert above(*LANDSCAPE, Mounting(bottom, height)) == free


def test_a_reach_that_is_set_counts() -> None:
    assert above(*LANDSCAPE, Mounting(700, 620, 1100)) > above(*LANDSCAPE, Mounting(700, 620, 1220))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("hand", [Hand.LEFT, Hand.RIGHT])
def test_the_arrows_are_where_the_hand_is(brisk: Visitor, hand: Hand, language: str) -> None:
    at_a_panel(brisk)
    brisk.kiosk.controller.take(Speak(language))
    choose(brisk, Choices(hand=hand))
    band = brisk.kiosk.controller._screens.band
    wide = brisk.window.width()
    for arrow in (band._back, band._on):
        x, _ = brisk.middle(arrow)
        assert x < wide / 4 if hand is Hand.LEFT else x > wide * 3 / 4
    brisk.tap(band._on)
    assert brisk.state.place == AtPanel(6)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 1024)], ids=str)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_band_and_choices_fit_however_they_are_chosen(
    opener: Opener, size: tuple[int, int], language: str
) -> None:
    visitor = at_a_panel(opener(size=size, motion=Level.NONE))
    take = visitor.kiosk.controller.take
    take(Speak(language))
    found = []
    for choices in SEEN:
        if choices.pinyin is Pinyin.RARE:
            continue
        take(Choose(choices))
        take(OpenChoices(on=True))
        visitor.rest()
        screens = visitor.kiosk.controller._screens
        for part in (screens.band, chooser(visitor)):
            found += [f"{choices.name}: {said}" for said in audit(part, part.look)]
    assert found == []


def test_the_height_comes_from_the_display_where_nobody_told_it() -> None:
    assert Mounting(700).of_height(620.0) == Mounting(700, 620.0)
    assert Mounting(700, 500.0).of_height(620.0) == Mounting(700, 500.0)
    assert Mounting(700).of_height(0.0) == Mounting(700)
