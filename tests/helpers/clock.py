"""Time that passes only when a test says so."""


class Clock:
    """Call it for the seconds; move it with `pass_`, or set `now`."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> float:
        """Let so many seconds pass; return what the clock says then."""
        self.now += seconds
        return self.now
