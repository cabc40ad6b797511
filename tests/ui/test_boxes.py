"""Boxes measure before they place: nothing overlaps, nothing leaves the area it was given."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.ui.boxes import Card, Grid, Stack, Stretch, Wall
from kiosk.ui.look import Look
from tests.ui.toys import color_at


class Brick:
    """A box of so much area: the narrower, the higher; larger with larger type."""

    def __init__(self, area: int) -> None:
        self.area = area
        self.rect = QRect()

    def measure(self, width: int, factor: float) -> QSize:
        assert width > 0
        return QSize(width, max(1, round(self.area * factor / width)))

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        size = self.measure(width, factor)
        self.rect = QRect(x, y, width, size.height())
        return y + size.height()


class Sheet(Brick):
    """A brick that can use more height."""

    def fill(self, x: int, y: int, width: int, height: int, factor: float) -> None:
        assert factor > 0
        self.rect = QRect(x, y, width, height)


def apart(boxes: list[Brick]) -> bool:
    return not any(a.rect.intersects(b.rect) for a, b in combinations(boxes, 2))


def within(boxes: list[Brick], area: QRect) -> bool:
    return all(area.contains(box.rect) for box in boxes)


def bounds(boxes: list[Brick]) -> QRect:
    whole = QRect()
    for box in boxes:
        whole = whole.united(box.rect)
    return whole


BRICKS = st.lists(st.integers(1_000, 60_000).map(Brick), min_size=1, max_size=9)
GAPS = st.integers(0, 60)
WIDTHS = st.integers(320, 2000)
FACTORS = st.sampled_from([0.58, 1.0, 1.6])


@given(BRICKS, st.lists(GAPS, min_size=9, max_size=9), WIDTHS, FACTORS)
def test_a_stack_takes_just_the_height_it_said_and_keeps_the_gaps(
    bricks: list[Brick], gaps: list[int], width: int, factor: float
) -> None:
    stack = Stack(list(zip(bricks, gaps, strict=False)))
    size = stack.measure(width, factor)
    assert stack.place(11, 13, width, factor) == 13 + size.height()
    assert size.width() == width
    assert apart(bricks)
    assert bounds(bricks) == QRect(11, 13, width, size.height())
    for above, below, gap in zip(bricks, bricks[1:], gaps[1:], strict=False):
        assert below.rect.top() - above.rect.bottom() - 1 == gap


@given(BRICKS, WIDTHS, st.integers(0, 3000))
def test_a_stack_with_room_widens_its_gaps_alike_and_only_a_little(
    bricks: list[Brick], width: int, spare: int
) -> None:
    stack = Stack([(brick, 20) for brick in bricks])
    high = stack.measure(width, 1.0).height() + spare
    stack.fill(5, 7, width, high, 1.0)
    assert apart(bricks)
    assert within(bricks, QRect(5, 7, width, high))
    gaps = {below.rect.top() - above.rect.bottom() - 1 for above, below in pairwise(bricks)}
    assert len(gaps) <= 1
    assert all(20 <= gap <= 20 + high // 18 for gap in gaps)


@given(BRICKS, st.integers(1_000, 60_000).map(Sheet), st.data(), WIDTHS, st.integers(0, 2000))
def test_what_is_over_goes_to_the_box_that_can_use_it(
    bricks: list[Brick], sheet: Sheet, data: st.DataObject, width: int, spare: int
) -> None:
    boxes: list[Brick] = list(bricks)
    boxes.insert(data.draw(st.integers(0, len(boxes))), sheet)
    stack = Stack([(box, 20) for box in boxes])
    high = stack.measure(width, 1.0).height() + spare
    stack.fill(0, 0, width, high, 1.0)
    assert apart(boxes)
    assert bounds(boxes) == QRect(0, 0, width, high)
    assert sheet.rect.height() == sheet.measure(width, 1.0).height() + spare


def test_of_two_boxes_that_stretch_the_last_one_does() -> None:
    first, last = Sheet(10_000), Sheet(10_000)
    Stack([(first, 0), (last, 10)]).fill(0, 0, 100, 500, 1.0)
    assert (first.rect, last.rect) == (QRect(0, 0, 100, 100), QRect(0, 110, 100, 390))


def test_a_stack_without_enough_room_is_placed_in_full_rather_than_squeezed() -> None:
    bricks = [Brick(50_000), Brick(50_000)]
    Stack([(brick, 10) for brick in bricks]).fill(0, 0, 100, 300, 1.0)
    assert apart(bricks)
    assert bounds(bricks) == QRect(0, 0, 100, 1010)


def test_a_rigid_stack_never_widens() -> None:
    inner = [Brick(10_000), Brick(10_000)]
    below = Brick(10_000)
    rigid = Stack([(brick, 8) for brick in inner]).rigid()
    assert not isinstance(rigid, Stretch)
    assert rigid.measure(100, 1.0) == QSize(100, 208)
    Stack([(rigid, 0), (below, 8)]).fill(0, 0, 100, 2000, 1.0)
    assert inner[1].rect.top() - inner[0].rect.bottom() - 1 == 8
    assert below.rect.top() - inner[1].rect.bottom() - 1 > 8


@given(BRICKS, st.integers(1, 6), GAPS, WIDTHS, FACTORS)
def test_a_grid_takes_just_the_height_it_said_and_nothing_overlaps(
    bricks: list[Brick], columns: int, gap: int, width: int, factor: float
) -> None:
    grid = Grid(bricks, columns, gap)
    size = grid.measure(width, factor)
    assert grid.place(3, 5, width, factor) == 5 + size.height()
    assert apart(bricks)
    assert within(bricks, QRect(3, 5, width, size.height()))
    assert bounds(bricks).height() == size.height()


@given(st.lists(st.integers(1_000, 60_000).map(Sheet), min_size=1, max_size=9), WIDTHS)
def test_cards_of_one_row_are_of_one_height_and_fill_its_width(
    sheets: list[Sheet], width: int
) -> None:
    grid = Grid(sheets, 3, 24)
    grid.place(0, 0, width, 1.0)
    for at in range(0, len(sheets), 3):
        row = sheets[at : at + 3]
        assert len({sheet.rect.height() for sheet in row}) == 1
        assert {sheet.rect.top() for sheet in row} == {row[0].rect.top()}
        assert width - len(row) < row[-1].rect.right() + 1 <= width
        assert [b.rect.left() - a.rect.right() - 1 for a, b in pairwise(row)] == [24] * (
            len(row) - 1
        )


@given(
    st.lists(st.integers(1_000, 20_000).map(Sheet), min_size=1, max_size=12),
    st.integers(1, 5),
    WIDTHS,
    st.integers(400, 2000),
    st.integers(100, 900),
)
def test_a_wall_gives_every_row_the_same_part_up_to_the_tallest(
    sheets: list[Sheet], columns: int, width: int, high: int, tallest: int
) -> None:
    wall = Wall(sheets, columns, 16, tallest)
    assert isinstance(wall, Stretch)
    wall.fill(9, 9, width, high, 1.0)
    assert apart(list(sheets))
    assert within(list(sheets), QRect(9, 9, width, high))
    rows = -(-len(sheets) // wall.columns)
    assert {sheet.rect.height() for sheet in sheets} == {
        min(tallest, (high - 16 * (rows - 1)) // rows)
    }


def test_boxes_may_lie_in_boxes() -> None:
    bricks = [Brick(20_000) for _ in range(7)]
    stack = Stack(
        [(bricks[0], 0), (Grid(bricks[1:5], 2, 10), 20), (Stack([(b, 5) for b in bricks[5:]]), 20)]
    )
    high = stack.measure(600, 1.0).height() + 100
    stack.fill(0, 0, 600, high, 1.0)
    assert apart(bricks)
    assert within(bricks, QRect(0, 0, 600, high))


@pytest.mark.parametrize("higher", [0, 150])
def test_a_card_holds_its_content_in_the_middle_with_room_around(
    look: Look, window: QWidget, higher: int
) -> None:
    card, brick = Card(look, window), Brick(30_000)
    card.stack = Stack([(brick, 0)])
    pad = card._pad
    assert pad >= look.px(16)
    width = 300 + 2 * pad
    size = card.measure(width, 1.0)
    assert size == QSize(width, 100 + 2 * pad)
    card.fill(10, 20, width, size.height() + higher, 1.0)
    assert card.geometry() == QRect(10, 20, width, size.height() + higher)
    assert brick.rect == QRect(pad, pad + higher // 2, 300, 100)
    assert card.place(10, 20, width, 1.0) == 20 + size.height()
    assert isinstance(card, Stretch)


def test_cards_side_by_side_begin_their_content_at_one_height(look: Look, window: QWidget) -> None:
    bricks = [Brick(30_000), Brick(90_000), Brick(60_000)]
    cards = [Card(look, window) for _ in bricks]
    for card, brick in zip(cards, bricks, strict=True):
        card.stack, card.peers = Stack([(brick, 0)]), cards
    width = 300 + 2 * cards[0]._pad
    for high in (500, 1000):
        for card in cards:
            card.fill(0, 0, width, high, 1.0)
        assert {brick.rect.top() for brick in bricks} == {(high - 300) // 2}
    cards[0].fill(0, 0, width, 200, 1.0)
    assert 0 <= bricks[0].rect.top() <= 50


def test_a_card_is_drawn_with_an_edge_and_round_corners(look: Look, window: QWidget) -> None:
    card = Card(look, window)
    card.setGeometry(0, 0, 300, 200)
    picture = card.grab()
    assert color_at(picture, 150, 100) == look.color("card").name()
    assert color_at(picture, 150, 1) == look.color("line").name()
    assert color_at(picture, 0, 0) != look.color("card").name()
