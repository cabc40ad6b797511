"""Numbers that count up when a panel is seen for the first time."""

from kiosk.panels.view import View
from kiosk.ui.motion import Level, Motion, Tween


class Growing:
    """Knows which stops have been seen since the exhibit was opened, and lets others grow."""

    def __init__(self, motion: Motion) -> None:
        self._motion = motion
        self._tween: Tween | None = None
        self.seen: set[tuple[int, int]] = set()
        """Panels of the route with their stops."""

    def share(self, view: View, stop: tuple[int, int] | None) -> float:
        """Return the share (0 to 1) of its values that a view starts with."""
        counts = view.grows and self._motion.level is Level.FULL
        return 0.0 if counts and stop is not None and stop not in self.seen else 1.0

    def arrive(self, view: View, stop: tuple[int, int], seconds: float) -> None:
        """Let a view grow if it is not seen whole yet."""
        if view.grows and view.share < 1.0:
            self._tween = self._motion.run(seconds, view.show_share, self._over)
        self.seen.add(stop)

    def _over(self) -> None:
        self._tween = None

    def finish(self, view: object) -> None:
        """Leave no number half counted."""
        self._motion.stop(self._tween)
        self._tween = None
        if isinstance(view, View) and view.share < 1.0:
            view.show_share(1.0)
