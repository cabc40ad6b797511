"""Turns that follow the finger: pictures move, views never do, and every way out is a way on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.gestures import Drag, Press, Tap
from kiosk.ui.hands import Hands
from kiosk.ui.motion import Level, Motion
from kiosk.ui.stage import PAST, THROW, Stage
from kiosk.ui.theme import Time
from tests.helpers.clock import Clock
from tests.ui.toys import BLUE, GREEN, RED, Fingers, Flat, color_at, colors

WIDTH, HEIGHT = 800, 600
SLOW = 0.0
FAST = THROW * HEIGHT / 1080 + 1
"""Pixels a second on this stage, just enough for a throw."""

TURN = Time().turn
BACK = Time().back
A_LITTLE = 0.001
"""Seconds that make up for what is lost in adding fractions."""


class Theatre:
    """Three views in a row on a stage, turned as the kiosk turns them."""

    def __init__(self, window: QWidget, motion: Motion, clock: Clock) -> None:
        self.window, self.motion, self.clock = window, motion, clock
        self.at = 1
        self.asked: list[int] = []
        self.arrivals: list[QWidget] = []
        self.deaf = False
        """Turns are asked for in vain."""
        self.faults: set[str] = set()
        self.stage = Stage(
            window,
            motion,
            Time(),
            neighbour=self._neighbour,
            turn=self._turn,
            arrived=self.arrivals.append,
            still=self._still,
        )
        self.stage.setGeometry(window.rect())
        self.stage.show()
        self.views = [Flat(color, self.stage) for color in (RED, GREEN, BLUE)]
        for view in self.views:
            view.setGeometry(self.stage.rect())
            view.hide()
        self.stage.show_view(self.views[self.at])
        self.arrivals.clear()

    def _neighbour(self, by: int) -> QWidget | None:
        return self.views[self.at + by] if 0 <= self.at + by < len(self.views) else None

    def _turn(self, by: int) -> None:
        self.asked.append(by)
        if "turn" in self.faults:
            raise LookupError
        if not self.deaf and 0 <= self.at + by < len(self.views):
            self.at += by
            self.stage.show_view(self.views[self.at], by)

    def _still(self, view: QWidget) -> QPixmap:
        if "still" in self.faults:
            raise LookupError
        return view.grab()

    # -- what a finger does --------------------------------------------------------------------

    def drag(self, phase: str, dx: float, dy: float = 0.0, vx: float = 0.0, point: int = 0) -> bool:
        return self.stage.touch(Drag(point, phase, 400 + dx, 300 + dy, dx, dy, vx))

    def swipe(self, dx: float, vx: float = SLOW, end: str = "end") -> None:
        self.drag("begin", dx / 4)
        self.drag("move", dx)
        self.drag(end, dx, vx=vx)

    def pass_(self, seconds: float) -> None:
        self.clock.pass_(seconds)
        self.motion.advance()

    # -- what is to be seen --------------------------------------------------------------------

    def picture(self) -> QPixmap:
        return self.window.grab()

    def seen(self) -> set[str]:
        return colors(self.picture())

    def edge(self) -> int:
        """Return the x where the colour changes; the width where it does not."""
        row = self.picture().toImage().copy(0, 300, WIDTH, 1)
        first = color_at(row, 0, 0)
        return next((x for x in range(WIDTH) if color_at(row, x, 0) != first), WIDTH)

    def rests_on(self, index: int) -> bool:
        """Tell whether this view is live and in front, and everything else has let go."""
        live = [view for view in self.views if view.isVisible()]
        return (
            live == [self.views[index]]
            and self.stage.view is self.views[index]
            and self.stage._curtain.isHidden()
            and not self.stage.busy
            and not self.motion.moving
            and self.seen() == {self.views[index].color}
        )


@pytest.fixture
def theatre(window: QWidget, motion: Motion, clock: Clock) -> Iterator[Theatre]:
    play = Theatre(window, motion, clock)
    yield play
    play.stage.cut()


def test_the_first_view_is_there_at_once(theatre: Theatre) -> None:
    assert theatre.rests_on(1)
    theatre.stage.show_view(theatre.views[0])
    assert theatre.rests_on(0)
    assert theatre.arrivals == [theatre.views[0]]


@pytest.mark.parametrize(("by", "color"), [(1, BLUE), (-1, RED)])
def test_a_turn_slides_the_new_view_in_from_its_side(theatre: Theatre, by: int, color: str) -> None:
    theatre._turn(by)
    assert theatre.stage.busy
    assert theatre.seen() == {GREEN}
    theatre.pass_(TURN / 2)
    picture = theatre.picture()
    assert colors(picture) == {GREEN, color}
    assert color_at(picture, WIDTH - 1 if by == 1 else 0, 300) == color
    assert theatre.arrivals == []
    theatre.pass_(TURN / 2 + A_LITTLE)
    assert theatre.rests_on(1 + by)
    assert theatre.arrivals == [theatre.views[1 + by]]


def test_no_frame_of_a_turn_is_white_or_black_or_goes_back(theatre: Theatre) -> None:
    theatre._turn(1)
    edges = []
    for _ in range(20):
        assert theatre.seen() <= {GREEN, BLUE}
        edges.append(theatre.edge() if theatre.seen() != {BLUE} else 0)
        theatre.pass_(TURN / 20)
    assert edges == sorted(edges, reverse=True)
    theatre.pass_(A_LITTLE)
    assert theatre.rests_on(2)


def test_a_turn_is_under_way_with_its_first_frame(theatre: Theatre) -> None:
    """What a finger has asked for must be seen at once, or it asks again."""
    theatre._turn(1)
    theatre.pass_(TURN / 10)
    assert theatre.edge() < WIDTH * 0.8


def test_a_tap_during_a_turn_is_for_the_view_that_is_coming(theatre: Theatre) -> None:
    theatre._turn(1)
    theatre.pass_(TURN / 3)
    assert theatre.window.childAt(QPoint(400, 300)) is theatre.views[2]


@pytest.mark.parametrize(("dx", "index"), [(-1, 2), (1, 0)])
def test_the_picture_follows_the_finger(theatre: Theatre, dx: int, index: int) -> None:
    assert theatre.drag("begin", 20 * dx)
    color = theatre.views[index].color
    for way in (20, 200, 500, 90):
        theatre.drag("move", way * dx)
        picture = theatre.picture()
        assert colors(picture) == {GREEN, color}
        inside = WIDTH - way if dx < 0 else way - 1
        outside = inside - 1 if dx < 0 else way
        assert color_at(picture, inside, 300) == color
        assert color_at(picture, outside, 300) == GREEN
    theatre.drag("cancel", 0)


def test_a_finger_beyond_the_edge_does_not_tear_the_picture_off(theatre: Theatre) -> None:
    theatre.drag("begin", -20)
    theatre.drag("move", -WIDTH - 300)
    assert theatre.seen() == {BLUE}
    theatre.drag("move", 300)
    assert theatre.seen() == {GREEN}
    theatre.drag("cancel", 0)


FAR, NEAR = WIDTH * PAST + 2, WIDTH * PAST - 2


@pytest.mark.parametrize(
    ("dx", "vx", "turned"),
    [
        (-FAR, SLOW, 1),
        (FAR, SLOW, -1),
        (-NEAR, SLOW, 0),
        (NEAR, SLOW, 0),
        (-30, -FAST, 1),
        (30, FAST, -1),
        (-NEAR, -FAST + 2, 0),
        (-FAR, FAST, 0),
        (FAR, -FAST, 0),
        (-WIDTH, SLOW, 1),
    ],
    ids=[
        "far enough forwards",
        "far enough backwards",
        "not far enough forwards",
        "not far enough backwards",
        "thrown forwards",
        "thrown backwards",
        "neither far nor fast",
        "far, but thrown back",
        "far backwards, but thrown back",
        "all the way",
    ],
)
def test_a_panel_turns_when_thrown_or_far_enough_and_else_goes_back(
    theatre: Theatre, dx: float, vx: float, turned: int
) -> None:
    theatre.swipe(dx, vx)
    assert theatre.asked == ([turned] if turned else [])
    for _ in range(20):
        theatre.pass_(TURN / 20)
    assert theatre.rests_on(1 + turned)
    assert theatre.arrivals == [theatre.views[1 + turned]]


def test_a_throw_is_as_easy_on_a_small_screen_as_on_a_large_one(theatre: Theatre) -> None:
    """Speed counts in screens, not in pixels."""
    theatre.window.resize(WIDTH // 2, HEIGHT // 2)
    theatre.stage.setGeometry(theatre.window.rect())
    theatre.swipe(-30, -FAST / 2)
    assert theatre.asked == [1]


def test_a_cancelled_drag_turns_nothing_however_far_it_was(theatre: Theatre) -> None:
    theatre.swipe(-600, -FAST, end="cancel")
    assert theatre.asked == []
    theatre.pass_(BACK)
    assert theatre.rests_on(1)


def test_a_turn_goes_on_from_where_the_finger_left_the_picture(theatre: Theatre) -> None:
    theatre.drag("begin", -20)
    theatre.drag("move", -500)
    before = theatre.edge()
    theatre.drag("end", -500)
    assert theatre.edge() == before == WIDTH - 500
    theatre.pass_(TURN)
    assert theatre.rests_on(2)


def test_the_less_way_is_left_the_sooner_it_ends(theatre: Theatre) -> None:
    theatre.swipe(-600)
    theatre.pass_(TURN * 0.75)
    assert theatre.rests_on(2)


def test_a_panel_taken_back_slides_back_and_shows_nothing_else(theatre: Theatre) -> None:
    theatre.swipe(-150)
    assert theatre.stage.busy
    assert theatre.edge() == WIDTH - 150
    theatre.pass_(BACK / 10)
    assert theatre.seen() == {GREEN, BLUE}
    assert theatre.edge() > WIDTH - 150
    theatre.pass_(BACK)
    assert theatre.rests_on(1)


def test_a_turn_that_leads_nowhere_is_taken_back(theatre: Theatre) -> None:
    theatre.deaf = True
    theatre.swipe(-400)
    assert theatre.asked == [1]
    theatre.pass_(TURN)
    assert theatre.rests_on(1)


def test_where_there_is_no_neighbour_nothing_moves(theatre: Theatre) -> None:
    theatre.at = 2
    theatre.stage.show_view(theatre.views[2])
    assert not theatre.drag("begin", -50)
    assert theatre.rests_on(2)
    assert theatre.drag("begin", 50)
    theatre.drag("cancel", 0)


def test_a_vertical_drag_is_not_for_turning(theatre: Theatre) -> None:
    assert not theatre.drag("begin", 15, 40)
    theatre.drag("move", -300, 40)
    theatre.drag("end", -300, 40, vx=-FAST)
    assert theatre.asked == []
    assert theatre.rests_on(1)


def test_presses_and_taps_are_for_others(theatre: Theatre) -> None:
    assert not theatre.stage.touch(Press(0, 10, 10))
    assert not theatre.stage.touch(Tap(0, 10, 10))


def test_a_second_finger_does_not_disturb_the_first(theatre: Theatre) -> None:
    theatre.drag("begin", -30)
    theatre.drag("move", -100)
    assert not theatre.drag("begin", 40, point=1)
    theatre.drag("move", 500, point=1)
    theatre.drag("end", 500, vx=FAST, point=1)
    assert theatre.edge() == WIDTH - 100
    assert theatre.asked == []
    theatre.drag("move", -300)
    theatre.drag("end", -300)
    theatre.pass_(TURN)
    assert theatre.asked == [1]
    assert theatre.rests_on(2)


def test_a_turn_during_a_turn_goes_on_from_what_is_seen(theatre: Theatre) -> None:
    theatre.at = 0
    theatre.stage.show_view(theatre.views[0])
    theatre.arrivals.clear()
    theatre._turn(1)
    theatre.pass_(TURN / 4)
    before = theatre.picture().toImage()
    theatre._turn(1)
    assert theatre.picture().toImage() == before
    theatre.pass_(TURN / 2)
    assert theatre.seen() <= {RED, GREEN, BLUE}
    theatre.pass_(TURN)
    assert theatre.rests_on(2)
    assert theatre.arrivals == [theatre.views[2]]


def test_a_turn_back_during_a_turn_ends_where_it_began(theatre: Theatre) -> None:
    theatre._turn(1)
    theatre.pass_(TURN / 2)
    theatre._turn(-1)
    for _ in range(10):
        assert theatre.seen() <= {GREEN, BLUE}
        theatre.pass_(TURN / 10)
    assert theatre.rests_on(1)


def test_a_finger_during_a_turn_ends_it_and_takes_hold_of_the_new_view(theatre: Theatre) -> None:
    theatre.at = 0
    theatre.stage.show_view(theatre.views[0])
    theatre._turn(1)
    theatre.pass_(TURN / 3)
    theatre.drag("begin", -100)
    theatre.drag("move", -400)
    theatre.pass_(TURN)
    assert (theatre.edge(), theatre.seen()) == (WIDTH - 400, {GREEN, BLUE})
    theatre.drag("end", -400)
    theatre.pass_(TURN)
    assert theatre.asked == [1, 1]
    assert theatre.rests_on(2)


def test_a_key_during_a_drag_wins_and_the_finger_is_forgotten(theatre: Theatre) -> None:
    theatre.drag("begin", 30)
    theatre.drag("move", 200)
    theatre._turn(1)
    theatre.drag("move", 500)
    theatre.drag("end", 500, vx=FAST)
    theatre.pass_(TURN)
    assert theatre.asked == [1]
    assert theatre.rests_on(2)


def test_going_home_during_a_drag_shows_home_at_once(theatre: Theatre) -> None:
    theatre.drag("begin", -30)
    theatre.drag("move", -200)
    theatre.stage.show_view(theatre.views[0])
    assert theatre.rests_on(0)
    theatre.drag("end", -200, vx=-FAST)
    assert theatre.rests_on(0)


@pytest.mark.parametrize("when", ["turn", "drag", "taken back", "rest"])
def test_another_size_ends_whatever_moves_and_fits_the_view(theatre: Theatre, when: str) -> None:
    if when == "turn":
        theatre._turn(1)
        theatre.pass_(TURN / 3)
    elif when == "drag":
        theatre.drag("begin", -30)
        theatre.drag("move", -300)
    elif when == "taken back":
        theatre.swipe(-100)
        theatre.pass_(BACK / 3)
    theatre.window.resize(500, 700)
    theatre.stage.setGeometry(theatre.window.rect())
    index = 2 if when == "turn" else 1
    assert theatre.rests_on(index)
    assert theatre.views[index].size() == theatre.window.size()
    theatre.drag("end", -300, vx=-FAST)
    assert theatre.rests_on(index)


def test_a_cut_leads_where_the_turn_was_going(theatre: Theatre) -> None:
    theatre._turn(1)
    theatre.stage.cut()
    assert theatre.rests_on(2)
    assert theatre.arrivals == [theatre.views[2]]
    theatre.stage.cut()
    assert theatre.arrivals == [theatre.views[2]]


@pytest.mark.parametrize("level", [Level.CALM, Level.NONE])
def test_the_quieter_levels_do_not_slide(theatre: Theatre, level: Level) -> None:
    theatre.motion.level = level
    theatre._turn(1)
    assert theatre.rests_on(2)
    theatre._turn(-1)
    assert theatre.rests_on(1)


@pytest.mark.parametrize("level", [Level.CALM, Level.NONE])
@pytest.mark.parametrize(("dx", "turned"), [(-400, 1), (-60, 0)])
def test_at_the_quieter_levels_a_finger_still_turns_and_nothing_stays_busy(
    theatre: Theatre, level: Level, dx: int, turned: int
) -> None:
    """A stage that believes it is busy would keep the kiosk from ever resting."""
    theatre.motion.level = level
    theatre.swipe(dx)
    assert theatre.rests_on(1 + turned)
    theatre.swipe(-dx)
    assert theatre.rests_on(1)


def test_a_picture_that_cannot_be_made_does_not_end_all_swiping(theatre: Theatre) -> None:
    theatre.faults.add("still")
    with pytest.raises(LookupError):
        theatre.drag("begin", -30)
    theatre.faults.clear()
    theatre.swipe(-400)
    theatre.pass_(TURN)
    assert theatre.rests_on(2)


def test_a_turn_that_fails_does_not_leave_the_curtain_drawn(theatre: Theatre) -> None:
    theatre.faults.add("turn")
    theatre.drag("begin", -30)
    theatre.drag("move", -400)
    with pytest.raises(LookupError):
        theatre.drag("end", -400)
    theatre.pass_(BACK)
    assert theatre.rests_on(1)


def test_showing_the_view_that_is_there_keeps_it_there(theatre: Theatre) -> None:
    theatre.stage.show_view(theatre.views[1], 1)
    assert theatre.rests_on(1)


def test_a_view_from_elsewhere_is_taken_onto_the_stage(theatre: Theatre) -> None:
    loose = Flat(BLUE)
    loose.setParent(theatre.stage)
    theatre.stage.show_view(loose)
    assert loose.geometry() == theatre.stage.rect()
    assert theatre.seen() == {BLUE}
    orphan = Flat(RED)
    theatre.stage.show_view(orphan)
    assert orphan.parentWidget() is theatre.stage
    assert theatre.seen() == {RED}


def test_real_fingers_turn_the_panel_while_a_palm_rests(
    theatre: Theatre, fingers: Fingers, clock: Clock
) -> None:
    Hands(
        theatre.window, 10, clock, present=lambda: False, key=lambda _key, _shifted, _repeated: None
    )
    fingers.press(5, 100, 550)
    for point, way in ((1, -1), (2, -1), (3, 1)):
        fingers.press(point, 400, 300)
        for step in range(1, 6):
            clock.pass_(0.02)
            fingers.move(point, 400 + way * 60 * step, 300 + step)
        fingers.lift(point)
        theatre.pass_(TURN)
    assert theatre.asked == [1, -1]
    assert theatre.at == 1
