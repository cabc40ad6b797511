"""Three languages, one of them from right to left: everything fits, and leads where lines lead."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.bars import BarsView
from kiosk.shell.band import Band
from kiosk.shell.chooser import Chooser
from kiosk.shell.home import HomeView
from kiosk.shell.keys import intent_of
from kiosk.shell.tour import Guide
from kiosk.staff.audit import audit
from kiosk.ui import fonts
from kiosk.ui.assets import shipped
from kiosk.ui.button import Button
from kiosk.ui.look import LANDSCAPE, PORTRAIT, Look
from kiosk.ui.theme import PAPER
from kiosk.ui.words import Words
from kiosk.visit.choices import Choices, Hand
from kiosk.visit.intents import (
    Choose,
    GoContents,
    GoHome,
    Intent,
    OpenPanel,
    Speak,
    Touched,
    Turn,
)
from kiosk.visit.state import AtPanel, State
from tests.helpers.arabic import LINE, MARK, in_arabic
from tests.helpers.staging import shut

SIZES = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
CONTENT = shipped() / "content.yaml"


@pytest.fixture
def guide(
    kiosk_app: QApplication,
    exhibit: Exhibit[Panel],
    size: tuple[int, int],
    flat_ground: None,
) -> Iterator[Guide]:
    """The shipped exhibit with Arabic beside its languages, opened in Arabic."""
    guide = Guide(in_arabic(exhibit), CONTENT, size)
    for intent in (Touched(), Speak("ar")):
        guide.controller.take(intent)
    yield guide
    guide.close()
    shut(guide._shop)


def band(guide: Guide) -> Band:
    return guide.controller._screens.band


def buttons(root: QWidget) -> list[str]:
    return [one.label or one.accessibleName() for one in root.findChildren(Button)]


@SIZES
def test_every_panel_fits_from_right_to_left(guide: Guide) -> None:
    control, faults = guide.controller, []
    panels = [OpenPanel(at) for at in range(len(control.route.legs))]
    places: list[Intent] = [GoHome(), GoContents(), *panels]
    for place in places:
        control.take(place)
        view = control._stage.view
        assert view is not None
        assert view.isRightToLeft()
        faults += [
            f"{place}: {fault}"
            for part in (view, band(guide))
            for fault in audit(part, control._look())
        ]
    assert faults == []


@SIZES
def test_the_band_is_the_other_way_round(guide: Guide) -> None:
    guide.controller.take(OpenPanel(5))
    there = band(guide)
    assert there._on.x() < there._dots.x() < there._back.x()
    assert there._home.x() > there._access.x() > there._languages[0].x()
    assert (there._on.sign, there._back.sign) == ("previous", "next")


@SIZES
@pytest.mark.parametrize("hand", [Hand.LEFT, Hand.RIGHT])
def test_the_arrows_are_where_the_hand_is(guide: Guide, hand: Hand, size: tuple[int, int]) -> None:
    for intent in (OpenPanel(5), Choose(Choices(hand=hand))):
        guide.controller.take(intent)
    for arrow in (band(guide)._on, band(guide)._back):
        middle = arrow.geometry().center().x()
        assert (middle < size[0] / 2) is (hand is Hand.LEFT)


@SIZES
def test_one_button_leads_to_three_languages_by_their_own_names(guide: Guide) -> None:
    guide.controller.take(OpenPanel(5))
    (button,) = band(guide)._languages
    assert button.label == "Arabic"  # the bundled faces have no Arabic
    button.act()
    chooser = guide.controller._screens._chooser
    assert isinstance(chooser, Chooser)
    assert [one.label for one in chooser._languages] == ["中文", "EN", "Arabic"]
    assert [one.on for one in chooser._languages] == [False, False, True]
    assert audit(chooser, chooser.look) == []
    chooser._languages[0].act()
    assert guide.controller.state.language == "zh"
    assert guide.controller.state.choosing


@pytest.mark.parametrize(
    ("language", "key", "by"),
    [
        ("ar", Qt.Key.Key_Left, 1),
        ("ar", Qt.Key.Key_Right, -1),
        ("ar", Qt.Key.Key_PageDown, 1),
        ("en", Qt.Key.Key_Left, -1),
        ("en", Qt.Key.Key_Right, 1),
    ],
)
def test_the_arrow_that_lines_lead_to_goes_on(language: str, key: Qt.Key, by: int) -> None:
    assert intent_of(key, State(AtPanel(3, 0), language)) == Turn(by)


@pytest.mark.parametrize(("language", "left"), [("ar", False), ("en", True)])
def test_words_begin_where_lines_begin(
    kiosk_app: QApplication, language: str, *, left: bool
) -> None:
    root = QWidget()
    words = Words(Look(*LANDSCAPE, language), MARK + LINE, PAPER.type.body, root)
    words.place(0, 0, 1600)
    (layout,) = words._lines
    assert (words._left(layout, layout.lineAt(0)) == 0) is left
    root.deleteLater()


def test_a_font_that_the_exhibit_brings_goes_before_the_bundled_one(
    kiosk_app: QApplication, tmp_path: Path
) -> None:
    face = tmp_path / "a.otf"
    face.write_bytes((shipped() / "assets" / "fonts" / "KioskKai-Regular.ttf").read_bytes())
    fonts.wear({"fr": "a.otf", "ko": "missing.otf"}, (tmp_path,))
    try:
        assert Look(*LANDSCAPE, "fr").font(PAPER.type.body).families()[0] == "Kiosk Kai"
        assert Look(*LANDSCAPE, "ko").font(PAPER.type.body).families() == [PAPER.type.body.family]
    finally:
        fonts.wear({}, ())


@SIZES
def test_cards_and_charts_are_the_other_way_round(guide: Guide) -> None:
    """What stands at the left in English stands at the right in Arabic."""
    control = guide.controller
    kinds = [panel.kind for chapter in control.route.exhibit.chapters for panel in chapter.panels]
    control.take(GoHome())
    assert isinstance(control._stage.view, HomeView)
    first, second = control._stage.view._cards[:2]
    assert first.x() > second.x()
    control.take(OpenPanel(kinds.index("bars")))
    assert isinstance(control._stage.view, BarsView)
    rows = control._stage.view._rows
    (label, number), chart = (rows._rows[0].label, rows._rows[0].number), rows.chart
    assert label.geometry().right() > number.geometry().right()
    assert chart.spot(0, 0).x() > chart.spot(1, 0).x()
