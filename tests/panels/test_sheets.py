"""The sheets over a panel: guess first, and where the figures come from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from kiosk.panels.brief import Brief, Shop
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.overlay import Overlay
from kiosk.panels.source_sheet import SourceSheet
from kiosk.shell.guesses import Guesses
from kiosk.shell.screens import SHEETS
from kiosk.staff.audit import audit
from kiosk.ui.gestures import Drag, Tap
from kiosk.ui.look import Look
from kiosk.ui.words import Words
from kiosk.visit.intents import Intent, Lay
from kiosk.visit.route import Route
from tests.helpers.leaks import settle

LOOK = Look(1920, 1080)
Show = Callable[[float], None]


@dataclass
class Desk:
    """Lays sheets, and drives what moves on them by hand."""

    route: Route
    shop: Shop
    sent: list[Intent] = field(default_factory=list)
    moving: list[Show] = field(default_factory=list)
    sheets: list[Overlay] = field(default_factory=list)

    def panels(self, sheet: str) -> list[int]:
        return [at for at in range(len(self.route.legs)) if sheet in self.route.panel(at).sheets]

    def lay(self, sheet: str, at: int, look: Look = LOOK) -> Overlay:
        leg, shop = self.route.legs[at], self.shop
        moved = replace(shop, animate=lambda _seconds, show: self.moving.append(show))
        brief = Brief(
            self.route.exhibit,
            leg.chapter,
            self.route.panel(at),
            at,
            0,
            look,
            moved,
            self.sent.append,
        )
        made = SHEETS[sheet](brief)
        made.resize(look.width, look.height)
        made.grab()
        self.sheets.append(made)
        return made

    def guess(self, shape: str, look: Look = LOOK) -> GuessSheet:
        found = (self.lay("guess", at, look) for at in self.panels("guess"))
        sheet = next(
            one for one in found if isinstance(one, GuessSheet) and one.asked.shape == shape
        )
        sheet.show()
        return sheet


@pytest.fixture
def desk(store: Shop, route: Route) -> Iterator[Desk]:
    made = Desk(route, replace(store, tallies=Guesses(None)))
    yield made
    for sheet in made.sheets:
        sheet.drop()
    settle()


def said(sheet: Overlay) -> str:
    words = [one for one in sheet.findChildren(Words) if one.isVisibleTo(sheet)]
    return "\n".join(one.text for one in words)


def told(sheet: GuessSheet) -> bool:
    return sheet.told


# -- guessing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["bar", "slope", "squares"])
def test_the_true_value_is_no_secret_only_after_it_was_told(desk: Desk, shape: str) -> None:
    sheet = desk.guess(shape)
    truth = sheet.brief.bare(sheet._figure, sheet.asked.truth)
    assert truth not in said(sheet)
    sheet.reveal()
    assert truth in said(sheet)


@pytest.mark.parametrize(
    ("shape", "dx", "dy", "up"),
    [
        ("bar", 200, 0, True),
        ("bar", -200, 0, False),
        ("slope", 0, -90, True),
        ("squares", 0, 90, False),
    ],
)
def test_a_drag_moves_the_guess(desk: Desk, shape: str, dx: int, dy: int, up: bool) -> None:
    sheet = desk.guess(shape)
    board, before = sheet._board, sheet._board.guess
    for phase, part in (("begin", 0.2), ("move", 0.7), ("end", 1.0)):
        board.touch(Drag(1, phase, 300, 300, dx * part, dy * part))
    assert (board.guess > before) is up
    assert board.guess != before
    assert sheet.brief.bare(sheet._figure, board.guess) in said(sheet)


def test_of_two_fingers_the_first_is_followed_and_one_that_is_lost_keeps_the_guess(
    desk: Desk,
) -> None:
    board = desk.guess("bar")._board
    board.touch(Drag(1, "begin", 0, 0, 100, 0))
    once = board.guess
    board.touch(Drag(2, "begin", 0, 0, -400, 0))
    board.touch(Drag(2, "move", 0, 0, -500, 0))
    assert board.guess == once
    board.touch(Drag(1, "cancel", 0, 0, 100, 0))
    assert board.guess == once
    board.touch(Drag(2, "begin", 0, 0, -40, 0))
    assert board.guess < once


def test_a_drag_off_the_screen_stays_on_the_scale(desk: Desk) -> None:
    board = desk.guess("bar")._board
    board.touch(Drag(1, "begin", 0, 0, 90_000, 0))
    assert board.guess == board._asked.top
    board.touch(Drag(1, "move", 0, 0, -90_000, 0))
    assert board.guess == 0


@pytest.mark.parametrize("shape", ["bar", "slope", "squares"])
def test_the_dot_to_drag_is_whole_wherever_the_guess_is(desk: Desk, shape: str) -> None:
    board = desk.guess(shape)._board
    for tenth in range(11):
        board.put(board._asked.top * tenth / 10)
        assert board.rect().contains(board._grip.geometry())


def test_a_tap_puts_the_guess_there(desk: Desk) -> None:
    board = desk.guess("bar")._board
    board.touch(Tap(1, board._length * 0.25, 10))
    assert board.guess == pytest.approx(board._asked.top / 4, rel=Decimal("0.01"))


def test_arrows_guess_and_enter_tells_then_asks_again(desk: Desk) -> None:
    sheet = desk.guess("slope")
    before = sheet._board.guess
    assert sheet.key(Qt.Key.Key_Left)
    assert sheet._board.guess < before
    sheet.key(Qt.Key.Key_Up)
    assert sheet._board.guess == before
    assert sheet.key(Qt.Key.Key_Return)
    assert told(sheet)
    assert not sheet.key(Qt.Key.Key_Right), "after the truth, arrows lead on"
    sheet.key(Qt.Key.Key_Space)
    assert not told(sheet)
    assert not sheet.key(Qt.Key.Key_Escape)


def test_once_told_the_picture_is_deaf_and_grows_to_its_end(desk: Desk) -> None:
    sheet = desk.guess("squares")
    sheet.reveal()
    guess = sheet._board.guess
    assert sheet._board.touch(Tap(1, 10, 10))
    assert sheet._board.guess == guess
    (show,) = desk.moving
    show(1.0)
    assert sheet._board.told == 1.0


def test_whoever_asks_again_while_it_grows_is_not_told_after_all(desk: Desk) -> None:
    sheet = desk.guess("bar")
    sheet.reveal()
    sheet.again()
    desk.moving[0](0.5)
    assert not told(sheet)


@pytest.mark.parametrize(
    ("apart", "words"),
    [("0", "您猜中了！"), ("3.8", "比您猜的低3.8分钟"), ("-1", "比您猜的高1分钟")],
)
def test_the_difference_is_told_in_words(desk: Desk, apart: str, words: str) -> None:
    sheet = next(
        one
        for one in (desk.lay("guess", at) for at in desk.panels("guess"))
        if isinstance(one, GuessSheet) and "分钟" in one.brief.bare(one._figure, Decimal(1))
    )
    assert sheet.difference(sheet.asked.truth + Decimal(apart)) == words


def test_between_percentages_lie_points(desk: Desk) -> None:
    sheet = desk.guess("squares")
    assert sheet.difference(sheet.asked.truth + 2) == "比您猜的低2个百分点"


def test_guesses_are_counted_with_those_before_them(desk: Desk) -> None:
    sheet = desk.guess("bar")
    sheet.reveal()
    assert "您是第一位" in said(sheet)
    sheet.again()
    sheet._board.put(Decimal(10))
    sheet.reveal()
    assert "2 次猜测" in said(sheet)
    tallies = desk.shop.tallies
    assert tallies is not None
    assert sum(tallies.counts(sheet._key, sheet._mark)) == 2


def test_another_true_value_starts_the_counts_anew(desk: Desk) -> None:
    one = desk.guess("bar")
    one.reveal()
    exhibit, name = desk.route.exhibit, one.asked.name
    changed = exhibit.figures[name].model_copy(update={"value": Decimal("50.5")})
    figures = {**exhibit.figures, name: changed}
    desk.route = Route(exhibit.model_copy(update={"figures": figures}))
    other = desk.guess("bar")
    other.reveal()
    assert "您是第一位" in said(other)


def test_without_a_store_nothing_is_said_of_others(desk: Desk) -> None:
    desk.shop = replace(desk.shop, tallies=None)
    sheet = desk.guess("bar")
    sheet.reveal()
    assert "观众" not in said(sheet)


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


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", [1.0, 1.3, 1.6])
@pytest.mark.parametrize(
    "size", [(1920, 1080), (1080, 1920), (1280, 1024)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_sheets_fit_every_screen(
    desk: Desk, size: tuple[int, int], language: str, text: float
) -> None:
    look, found = Look(*size, language, text), []
    for sheet in SHEETS:
        for at in desk.panels(sheet):
            made = desk.lay(sheet, at, look)
            found += [f"{sheet} {at}: {fault}" for fault in audit(made, look)]
            if isinstance(made, GuessSheet):
                made.reveal()
                found += [f"{sheet} {at} told: {fault}" for fault in audit(made, look)]
            made.drop()
            desk.sheets.clear()
    assert found == []
