"""Everything that moves is moved by one timer, which rests when nothing does."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.motion import Level, Motion, Tween, ease_out
from tests.helpers.clock import Clock


def test_a_movement_goes_from_nothing_to_all_by_the_clock(motion: Motion, clock: Clock) -> None:
    shown: list[float] = []
    motion.run(2.0, shown.append)
    for _ in range(4):
        clock.pass_(0.5)
        motion.advance()
    assert shown == [0.25, 0.5, 0.75, 1.0]


def test_a_late_frame_shows_where_things_are_by_now_and_never_beyond_the_end(
    motion: Motion, clock: Clock
) -> None:
    shown: list[float] = []
    motion.run(1.0, shown.append)
    clock.pass_(60)
    motion.advance()
    motion.advance()
    assert shown == [1.0]


def test_a_clock_that_steps_back_does_not_show_less_than_nothing(
    motion: Motion, clock: Clock
) -> None:
    shown: list[float] = []
    tween = motion.run(1.0, shown.append)
    clock.pass_(-5)
    motion.advance()
    assert shown == [0.0]
    motion.stop(tween)


def test_the_timer_runs_only_while_something_moves(motion: Motion, clock: Clock) -> None:
    """A resting kiosk uses no processor time."""
    states = [motion._timer.isActive()]
    short, long = motion.run(1.0, lambda _: None), motion.run(2.0, lambda _: None)
    states.append(motion._timer.isActive())
    clock.pass_(1.0)
    motion.advance()
    states.append(motion._timer.isActive())
    clock.pass_(1.0)
    motion.advance()
    states.append(motion._timer.isActive())
    assert states == [False, True, True, False]
    assert not motion.moving
    motion.stop(short)
    motion.stop(long)
    assert not motion._timer.isActive()


def test_the_timer_itself_makes_the_frames(motion: Motion, clock: Clock, qtbot: QtBot) -> None:
    shown: list[float] = []
    motion.run(1.0, shown.append)
    clock.pass_(1.0)
    with qtbot.waitSignal(motion._timer.timeout, timeout=5000):
        pass
    qtbot.waitUntil(lambda: shown == [1.0], timeout=5000)
    assert not motion._timer.isActive()


def test_done_is_called_once_after_the_last_frame(motion: Motion, clock: Clock) -> None:
    said: list[str] = []
    motion.run(1.0, lambda t: said.append(f"{t:.1f}"), lambda: said.append("done"))
    for seconds in (0.5, 0.5, 0.5):
        clock.pass_(seconds)
        motion.advance()
    assert said == ["0.5", "1.0", "done"]


def test_a_stopped_movement_stays_where_it_is_and_is_never_done(
    motion: Motion, clock: Clock
) -> None:
    said: list[object] = []
    tween = motion.run(1.0, said.append, lambda: said.append("done"))
    clock.pass_(0.5)
    motion.advance()
    motion.stop(tween)
    assert not motion._timer.isActive()
    clock.pass_(5)
    motion.advance()
    motion.stop(tween)
    motion.stop(None)
    assert said == [0.5]


@pytest.mark.parametrize(
    ("level", "seconds"), [(Level.NONE, 1.0), (Level.FULL, 0.0), (Level.CALM, -1.0)]
)
def test_where_nothing_moves_the_end_is_shown_at_once(
    motion: Motion, level: Level, seconds: float
) -> None:
    motion.level = level
    said: list[object] = []
    motion.run(seconds, said.append, lambda: said.append("done"))
    motion.run(seconds, said.append)
    assert said == [1.0, "done", 1.0]
    assert not motion._timer.isActive()


def test_a_movement_started_within_a_frame_begins_with_the_next(
    motion: Motion, clock: Clock
) -> None:
    said: list[str] = []

    def first(t: float) -> None:
        said.append(f"first {t}")
        if len(said) == 1:
            motion.run(1.0, lambda u: said.append(f"second {u}"))

    motion.run(2.0, first)
    for _ in range(2):
        clock.pass_(1.0)
        motion.advance()
    assert said == ["first 0.5", "first 1.0", "second 1.0"]
    assert not motion.moving


def test_one_movement_may_follow_another_without_end(motion: Motion, clock: Clock) -> None:
    """The cover's mountains drift like this for hours."""
    rounds = 0

    def again() -> None:
        nonlocal rounds
        rounds += 1
        if rounds < 50:
            motion.run(1.0, lambda _: None, again)

    motion.run(1.0, lambda _: None, again)
    for _ in range(49):
        clock.pass_(1.0)
        motion.advance()
    assert rounds == 49
    assert motion._timer.isActive()
    clock.pass_(1.0)
    motion.advance()
    assert (rounds, motion._timer.isActive()) == (50, False)


def test_a_movement_stopped_within_another_shows_nothing_more(motion: Motion, clock: Clock) -> None:
    said: list[str] = []
    tweens: list[Tween] = []
    motion.run(1.0, lambda _: motion.stop(tweens[0]))
    tweens.append(motion.run(1.0, lambda _: said.append("shown"), lambda: said.append("done")))
    clock.pass_(1.0)
    motion.advance()
    assert said == []
    assert not motion.moving


def test_a_movement_stopped_when_another_is_done_shows_nothing_more(
    motion: Motion, clock: Clock
) -> None:
    said: list[str] = []
    tweens: list[Tween] = []
    motion.run(1.0, lambda _: None, lambda: motion.stop(tweens[0]))
    tweens.append(motion.run(1.0, lambda _: said.append("shown"), lambda: said.append("done")))
    clock.pass_(1.0)
    motion.advance()
    assert said == []


@pytest.mark.parametrize("seconds", [1.0, 4.0])
def test_a_movement_may_stop_itself_even_in_its_last_frame(
    motion: Motion, clock: Clock, seconds: float
) -> None:
    """What cuts a turn short must not hear of its end afterwards."""
    said: list[str] = []
    tweens: list[Tween] = []
    tweens.append(
        motion.run(seconds, lambda _: motion.stop(tweens[0]), lambda: said.append("done"))
    )
    clock.pass_(1.0)
    motion.advance()
    assert said == []
    assert not motion._timer.isActive()


def test_a_movement_that_fails_at_its_end_does_not_fail_for_ever(
    motion: Motion, clock: Clock
) -> None:
    def fail(_t: float) -> None:
        raise LookupError

    motion.run(1.0, fail)
    clock.pass_(1.0)
    with pytest.raises(LookupError):
        motion.advance()
    assert not motion._timer.isActive()


def test_the_first_frame_after_a_touch_already_moves() -> None:
    assert ease_out(0) == 0
    assert ease_out(1) == 1
    assert ease_out(0.05) > 0.14
    steps = [ease_out(n / 50) for n in range(51)]
    assert steps == sorted(steps)


def test_a_movement_that_fails_in_its_last_frame_still_ends(clock: Clock) -> None:
    motion, ended = Motion(clock), []

    def show(share: float) -> None:
        if share >= 1.0:
            raise ZeroDivisionError

    motion.run(1.0, show, lambda: ended.append(True))
    clock.pass_(1.5)
    with pytest.raises(ZeroDivisionError):
        motion.advance()
    assert ended == [True]
    assert not motion.moving
