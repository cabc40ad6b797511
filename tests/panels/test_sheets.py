"""The sheets over a panel: where the figures come from, and what all sheets share."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.kinds import KINDS
from kiosk.panels.source_sheet import SourceSheet
from kiosk.shell.screens import SHEETS
from kiosk.staff.audit import audit
from kiosk.ui.look import Look
from kiosk.visit.intents import Lay
from kiosk.visit.route import Route
from tests.panels.sheet_desk import Desk, said
from tests.panels.test_layout import fullest

# -- where figures come from -----------------------------------------------------------------------


def test_every_figure_of_a_panel_has_its_facts(desk: Desk) -> None:
    exhibit = desk.route.exhibit
    for at in desk.panels("source"):
        sheet = desk.lay("source", at)
        assert isinstance(sheet, SourceSheet)
        for name in sheet._names:
            figure, words = exhibit.figures[name], said(sheet)
            assert figure.label.to("zh") in words
            assert sheet.brief.phrase(figure) in words
            assert f"第{figure.source.paragraph}段" in words
            for text in (figure.definition, figure.period):
                assert text is None or sheet.brief.say(text) in words
            sheet._turn(1)


def test_what_is_told_again_follows_the_figures(desk: Desk) -> None:
    name = "response-time"
    at = next(
        at
        for at in desk.panels("source")
        if name in {one for _, one in desk.route.panel(at).figure_names()}
    )
    assert "9.1分钟" in said(desk.lay("source", at))
    exhibit = desk.route.exhibit
    changed = exhibit.figures[name].model_copy(update={"after": Decimal("7.8")})
    desk.route = Route(exhibit.model_copy(update={"figures": {**exhibit.figures, name: changed}}))
    words = said(desk.lay("source", at))
    assert "10分钟" in words
    assert "9.1" not in words


def test_arrows_lead_to_the_other_figures_and_round(desk: Desk) -> None:
    at = max(desk.panels("source"), key=lambda at: len(desk.route.panel(at).figure_names()))
    sheet = desk.lay("source", at)
    assert isinstance(sheet, SourceSheet)
    first = said(sheet)
    assert sheet.key(Qt.Key.Key_Right)
    assert said(sheet) != first
    assert sheet.key(Qt.Key.Key_Left)
    assert said(sheet) == first
    assert not sheet.key(Qt.Key.Key_Return)


# -- both ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", list(SHEETS))
def test_the_way_back_asks_for_no_sheet(desk: Desk, sheet: str) -> None:
    made = desk.lay(sheet, desk.panels(sheet)[0])
    made._close.act()
    assert desk.sent == [Lay("")]


def misfits(desk: Desk, look: Look, panels: set[int]) -> list[str]:
    """Return what is wrong with any sheet over any of these panels."""
    found = []
    for sheet in SHEETS:
        for at in sorted(panels & set(desk.panels(sheet))):
            made = desk.lay(sheet, at, look)
            found += [f"{sheet} {at}: {fault}" for fault in audit(made, look)]
            if isinstance(made, GuessSheet):
                made.reveal()
                found += [f"{sheet} {at} told: {fault}" for fault in audit(made, look)]
            made.drop()
            desk.sheets.clear()
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", [1.0, 1.3, 1.6])
def test_every_sheet_fits(desk: Desk, language: str, text: float) -> None:
    everywhere = set(range(len(desk.route.legs)))
    assert misfits(desk, Look(1920, 1080, language, text), everywhere) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", [1.0, 1.3, 1.6])
@pytest.mark.parametrize(
    "size", [(1080, 1920), (1280, 1024)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_the_sheets_over_the_fullest_panels_fit_other_screens(
    desk: Desk, size: tuple[int, int], language: str, text: float
) -> None:
    fullest_of_all = {fullest(desk.route, kind, language).panel for kind in KINDS}
    assert misfits(desk, Look(*size, language, text), fullest_of_all) == []
