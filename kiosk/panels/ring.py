"""Ring: a percentage as a part of the way round."""

from math import cos, pi, sin
from typing import TYPE_CHECKING, Literal

from kiosk.panels.percent import Percent, PercentView
from kiosk.panels.view import View

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart

STEPS = 180
"""Points of a full ring: a smooth circle at 4K."""


class Ring(Percent):
    """What staff write of a ring."""

    kind: Literal["ring"]


def arc(percent: float) -> tuple[list[float], list[float]]:
    """Return the arc of radius 1 from the top clockwise for 0 to 100 percent."""
    steps = max(1, round(STEPS * percent / 100))
    angles = [2 * pi * percent / 100 * step / steps for step in range(steps + 1)]
    return [sin(angle) for angle in angles], [cos(angle) for angle in angles]


def ring(view: View, chart: "Chart", percent: float) -> None:
    """Draw the ring filled so far over the whole one."""
    thick = chart.width() * 0.055
    chart.frame((-1.08, 1.08), (-1.08, 1.08))
    chart.line(*arc(100), view.look.color("hollow"), thick, under=True)
    chart.line(*arc(percent), view.look.color("azurite"), thick)


class RingView(PercentView):
    """The number inside the ring."""

    draw = staticmethod(ring)
    inside = True
