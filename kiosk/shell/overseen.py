"""A running kiosk under the eyes of faults and heartbeat."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType

from kiosk.shell.concerned import concerned
from kiosk.shell.controller import Controller
from kiosk.shell.faults import SOFTWARE, Faults
from kiosk.shell.heartbeat import Heartbeat, every, notifier
from kiosk.shell.views import condemn
from kiosk.shell.window import Window


@contextmanager
def overseen(
    window: Window,
    controller: Controller,
    faults: Faults,
    leave: Callable[[int], None],
    environment: Mapping[str, str],
) -> Iterator[None]:
    """Give each fault its panel, panels that fail a quiet card, and whoever waits a heartbeat."""

    def here() -> str:
        told = controller.record()
        return str(told.get("panel", told["place"]))

    def uncaught(trace: TracebackType) -> None:
        view = concerned(trace)
        if view is not None and condemn(view):
            controller.resize()

    def status() -> str:
        return f"{here()}; faults: {faults.total}"

    faults.here, faults.uncaught, faults.leave = here, uncaught, lambda: leave(SOFTWARE)
    send = notifier(environment, lambda: leave(0))
    heart = None
    if send is not None:
        total = lambda: faults.total  # noqa: E731 — read anew each time
        heart = Heartbeat(window, send, every(environment), status=status, faults=total)
    try:
        yield
    finally:
        faults.here, faults.uncaught, faults.leave = str, lambda _trace: None, lambda: None
        if heart is not None:
            heart.close()
