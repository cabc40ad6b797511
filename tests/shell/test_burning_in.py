"""Months of the same picture: nothing stays at its place so long that it burns into the screen."""

from itertools import pairwise

import numpy as np

from kiosk.shell.stroll import WAY
from kiosk.visit.intents import OpenPanel, Touched
from kiosk.visit.passing import COVER_DWELL
from tests.helpers.compare import pixels
from tests.shell.visitor import Visitor

HALF_AN_HOUR = 1800.0
"""Seconds that a pixel may stay as it is."""

FEW = 0.02
"""The part of all pixels that may stay longer."""


def cycle(visitor: Visitor) -> None:
    """Wait for the next panel of the cycle."""
    place = visitor.place
    while visitor.place == place:
        visitor.wait(1.0)


def at(visitor: Visitor) -> tuple[int, int]:
    """Return where the whole frame stands."""
    x, y = visitor.kiosk.controller._setting.board.pos().toTuple()
    return x, y


def test_the_frame_goes_round_by_a_pixel_while_nobody_is_here(visitor: Visitor) -> None:
    found = [at(visitor)]
    for _ in range(2 * len(WAY) - 1):
        cycle(visitor)
        found.append(at(visitor))
    assert found == [*WAY, *WAY]
    steps = {max(abs(x - a), abs(y - b)) for (x, y), (a, b) in pairwise(found)}
    assert steps == {1}


def test_the_frame_is_in_its_place_while_somebody_is_here(visitor: Visitor) -> None:
    cycle(visitor)
    assert at(visitor) != (0, 0)
    for intent in (Touched(), OpenPanel(0), OpenPanel(1)):
        visitor.kiosk.controller.take(intent)
        visitor.rest()
        assert at(visitor) == (0, 0)


def test_where_the_frame_has_moved_away_its_own_edge_is_seen(visitor: Visitor) -> None:
    for right, down in WAY[1:]:
        cycle(visitor)
        visitor.rest()
        board = visitor.kiosk.controller._setting.board
        whole, seen = (pixels(one.grab().toImage()) for one in (board, visitor.window))
        x, y = -(right < 0), -(down < 0)
        if right:
            assert (seen[1:-1, x] == whole[1:-1, x]).all()
        if down:
            assert (seen[y, 1:-1] == whole[y, 1:-1]).all()


def test_the_frame_keeps_its_size_wherever_it_stands(visitor: Visitor) -> None:
    for _ in WAY:
        assert visitor.kiosk.controller._setting.board.size() == visitor.window.size()
        cycle(visitor)


def test_the_bar_at_the_foot_does_not_stay_as_it_is(visitor: Visitor) -> None:
    visitor.wait(COVER_DWELL)
    bar = visitor.kiosk.controller._screens.open_band
    grounds = []
    for _ in range(4):
        visitor.rest()
        grounds.append(bar.grab().toImage().pixelColor(2, 2).lightnessF())
        cycle(visitor)
    assert [ground > 0.5 for ground in grounds] == [False, True, False, True]


def test_within_half_an_hour_nearly_every_pixel_has_changed(visitor: Visitor) -> None:
    visitor.wait(COVER_DWELL)
    visitor.rest()
    first, begun = pixels(visitor.window.grab().toImage()), visitor.clock.now
    same = np.ones(first.shape[:2], bool)
    while visitor.clock.now - begun < HALF_AN_HOUR and same.mean() > FEW:
        cycle(visitor)
        visitor.rest()
        same &= (pixels(visitor.window.grab().toImage()) == first).all(axis=2)
    assert same.mean() <= FEW
