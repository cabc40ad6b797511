"""What fingers mean: points and times in, gestures out. No Qt."""

from dataclasses import dataclass
from math import hypot

DOUBLE = 0.35
"""Seconds between two taps that count as one double tap."""

FRESH = 0.1
"""Seconds of the latest movement that make the speed of a throw."""


@dataclass(frozen=True)
class Press:
    """A finger came down."""

    point: int
    x: float
    y: float


@dataclass(frozen=True)
class Lift:
    """A press is over, whatever became of it: by release, by turning into a drag, or lost."""

    point: int


@dataclass(frozen=True)
class Tap:
    """A finger went down and up in one place."""

    point: int
    x: float
    y: float
    double: bool = False


@dataclass(frozen=True)
class Drag:
    """A finger moves; `dx`, `dy` count from where it came down, speeds are pixels a second."""

    point: int
    phase: str
    """"begin", "move", "end" or "cancel"."""
    x: float
    y: float
    dx: float
    dy: float
    vx: float = 0.0
    vy: float = 0.0


Gesture = Press | Lift | Tap | Drag


@dataclass
class _Finger:
    x0: float
    y0: float
    trail: list[tuple[float, float, float]]
    dragging: bool = False


class Recogniser:
    """Follows every finger by itself, so that a resting palm does not deafen the screen.

    `slop` is the distance in pixels below which a finger counts as still.
    """

    def __init__(self, slop: float) -> None:
        self.slop = slop
        self._fingers: dict[int, _Finger] = {}
        self._last_tap: tuple[float, float, float] | None = None

    def press(self, point: int, x: float, y: float, t: float) -> list[Gesture]:
        """Take a finger coming down; one that never lifted is cancelled first."""
        lost = self.cancel(point)
        self._fingers[point] = _Finger(x, y, [(t, x, y)])
        return [*lost, Press(point, x, y)]

    def move(self, point: int, x: float, y: float, t: float) -> list[Gesture]:
        """Take a finger moving; unknown fingers mean nothing."""
        finger = self._fingers.get(point)
        if finger is None:
            return []
        finger.trail = [step for step in finger.trail if t - step[0] <= FRESH] + [(t, x, y)]
        out: list[Gesture] = []
        if not finger.dragging:
            if hypot(x - finger.x0, y - finger.y0) <= self.slop:
                return []
            finger.dragging = True
            out += [Lift(point), self._drag(point, "begin", x, y, finger)]
        out.append(self._drag(point, "move", x, y, finger))
        return out

    def release(self, point: int, x: float, y: float, t: float) -> list[Gesture]:
        """Take a finger going up."""
        out = self.move(point, x, y, t)
        finger = self._fingers.pop(point, None)
        if finger is None:
            return []
        if finger.dragging:
            return [*out, self._drag(point, "end", x, y, finger)]
        last, self._last_tap = self._last_tap, (t, x, y)
        near = last is not None and hypot(x - last[1], y - last[2]) <= 4 * self.slop
        double = near and last is not None and t - last[0] <= DOUBLE
        if double:
            self._last_tap = None
        return [Lift(point), Tap(point, x, y, double)]

    def cancel(self, point: int) -> list[Gesture]:
        """Forget a finger: nothing was meant."""
        finger = self._fingers.pop(point, None)
        if finger is None:
            return []
        _, x, y = finger.trail[-1]
        return [self._drag(point, "cancel", x, y, finger)] if finger.dragging else [Lift(point)]

    def cancel_all(self) -> list[Gesture]:
        """Forget every finger."""
        return [gesture for point in list(self._fingers) for gesture in self.cancel(point)]

    @staticmethod
    def _drag(point: int, phase: str, x: float, y: float, finger: _Finger) -> Drag:
        t0, x0, y0 = finger.trail[0]
        t1, x1, y1 = finger.trail[-1]
        span = max(t1 - t0, 0.008)
        return Drag(
            point, phase, x, y, x - finger.x0, y - finger.y0, (x1 - x0) / span, (y1 - y0) / span
        )
