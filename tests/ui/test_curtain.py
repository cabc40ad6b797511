"""Two opaque pictures, one over or into the other: no frame shows anything else."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kiosk.ui.curtain import Curtain, Dissolve
from kiosk.ui.motion import Level, Motion
from tests.helpers.clock import Clock
from tests.ui.toys import BLUE, GREEN, RED, Flat, color_at, colors


@pytest.fixture
def curtain(window: QWidget) -> Iterator[Curtain]:
    one, other = Flat(RED), Flat(GREEN)
    for flat in (one, other):
        flat.resize(window.size())
    drawn = Curtain(window)
    drawn.draw(one.grab(), other.grab())
    yield drawn
    one.deleteLater()
    other.deleteLater()


def test_a_drawn_curtain_covers_all_with_what_was_there(curtain: Curtain) -> None:
    assert curtain.isVisible()
    assert curtain.geometry() == curtain.window().rect()
    assert colors(curtain.window().grab()) == {RED}


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize("share", [0.0, 0.003, 0.25, 0.5, 0.997, 1.0])
def test_a_slide_shows_the_two_pictures_and_never_the_ground(
    curtain: Curtain, side: int, share: float
) -> None:
    width = curtain.width()
    curtain.side = side
    curtain.slide(round(width * (1 - share)) * side)
    picture = curtain.grab()
    new = {GREEN} if round(width * share) > 0 else set()
    old = {RED} if round(width * share) < width else set()
    assert colors(picture) == new | old
    if new and old:
        assert color_at(picture, width - 1 if side == 1 else 0, 300) == GREEN
        assert color_at(picture, 0 if side == 1 else width - 1, 300) == RED


def test_the_picture_beneath_follows_at_a_quarter_of_the_way(curtain: Curtain) -> None:
    ground = QWidget(curtain.window())
    left, right = Flat(BLUE, ground), Flat(RED, ground)
    ground.resize(800, 600)
    left.setGeometry(0, 0, 400, 600)
    right.setGeometry(400, 0, 400, 600)
    curtain.draw(ground.grab(), curtain._new)
    curtain.slide(600)
    picture = curtain.grab()
    edges = [x for x in range(1, 800) if color_at(picture, x, 9) != color_at(picture, x - 1, 9)]
    assert edges == [350, 600]


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_fade_mixes_the_two_pictures_and_nothing_dark_between(
    curtain: Curtain, share: float
) -> None:
    curtain.fade(share)
    (mixed,) = (QColor(color) for color in colors(curtain.grab()))
    for part in (QColor.red, QColor.green, QColor.blue):
        old, new = part(QColor(RED)), part(QColor(GREEN))
        assert part(mixed) == pytest.approx(old + (new - old) * share, abs=2)


def test_an_open_curtain_holds_no_pictures(curtain: Curtain) -> None:
    """Two full screens are sixteen megabytes, or sixty-six at 4K."""
    curtain.open()
    assert curtain.isHidden()
    assert curtain._old.isNull()
    assert curtain._new.isNull()


class Room:
    """A window whose one view changes its colour through a dissolve."""

    def __init__(self, window: QWidget, motion: Motion, clock: Clock) -> None:
        self.window, self.motion, self.clock = window, motion, clock
        self.view = Flat(RED, window)
        self.view.setGeometry(window.rect())
        self.view.show()
        self.dissolve = Dissolve(window, motion, 1.0)

    def paint(self, color: str) -> None:
        self.view.color = color
        self.view.update()

    def pass_(self, seconds: float) -> None:
        self.clock.pass_(seconds)
        self.motion.advance()

    def seen(self) -> str:
        (color,) = colors(self.window.grab())
        return color


@pytest.fixture
def room(window: QWidget, motion: Motion, clock: Clock) -> Room:
    return Room(window, motion, clock)


def far(one: str, other: str) -> int:
    """Return how far apart two colours are."""
    a, b = QColor(one), QColor(other)
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())


def test_a_dissolve_begins_with_the_old_and_ends_with_the_new(room: Room) -> None:
    room.dissolve.through(lambda: room.paint(GREEN))
    seen = [room.seen()]
    for _ in range(10):
        room.pass_(0.1)
        seen.append(room.seen())
    assert (seen[0], seen[-1]) == (RED, GREEN)
    ways = [far(one, GREEN) for one in seen]
    assert ways == sorted(ways, reverse=True)
    assert len(set(seen)) == 11
    assert not room.dissolve.busy
    assert not room.motion.moving
    assert room.dissolve._curtain.isHidden()


def test_the_change_is_made_at_once_and_only_looks_slow(room: Room) -> None:
    room.dissolve.through(lambda: room.paint(GREEN))
    assert room.view.color == GREEN
    assert room.dissolve.busy
    room.dissolve.cut()
    assert room.seen() == GREEN


def test_a_change_during_a_dissolve_goes_on_from_what_is_seen(room: Room) -> None:
    """Impatient fingers tap twice: no jump back, no flash."""
    room.dissolve.through(lambda: room.paint(GREEN))
    room.pass_(0.5)
    before = room.seen()
    room.dissolve.through(lambda: room.paint(BLUE))
    assert far(room.seen(), before) <= 3
    room.pass_(0.4)
    assert room.dissolve.busy
    room.pass_(0.6)
    assert room.seen() == BLUE
    assert not room.motion.moving


def test_a_dissolve_cut_short_shows_the_new_at_once(room: Room) -> None:
    room.dissolve.through(lambda: room.paint(GREEN))
    room.pass_(0.1)
    room.dissolve.cut()
    room.dissolve.cut()
    assert room.seen() == GREEN
    assert not room.dissolve.busy
    assert not room.motion._timer.isActive()


def test_where_nothing_moves_a_change_is_just_a_change(room: Room) -> None:
    room.motion.level = Level.NONE
    room.dissolve.through(lambda: room.paint(GREEN))
    assert room.seen() == GREEN
    assert not room.dissolve.busy


def test_the_calm_level_still_fades(room: Room) -> None:
    room.motion.level = Level.CALM
    room.dissolve.through(lambda: room.paint(GREEN))
    assert room.dissolve.busy
    room.pass_(1.0)
    assert room.seen() == GREEN


def test_a_window_that_is_not_shown_is_not_photographed(room: Room) -> None:
    room.window.hide()
    room.dissolve.through(lambda: room.paint(GREEN))
    assert not room.dissolve.busy
    assert room.view.color == GREEN


def test_a_change_that_fails_leaves_no_curtain_behind(room: Room) -> None:
    def fail() -> None:
        raise LookupError

    room.dissolve.through(lambda: room.paint(GREEN))
    room.pass_(0.5)
    with pytest.raises(LookupError):
        room.dissolve.through(fail)
    assert not room.dissolve.busy
    assert room.seen() == GREEN
