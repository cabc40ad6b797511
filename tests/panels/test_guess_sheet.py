"""The sheet that asks for a guess first: how one guesses, and what is told then."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from kiosk.panels.guess_sheet import GuessSheet
from kiosk.ui.gestures import Drag, Tap
from kiosk.visit.route import Route
from tests.panels.sheet_desk import Desk, said


def told(sheet: GuessSheet) -> bool:
    return sheet.told


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
