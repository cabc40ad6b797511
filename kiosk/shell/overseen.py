"""A running kiosk under the eyes of faults, of the heartbeat, and of newer programs."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType

from kiosk.shell import codes
from kiosk.shell.codes import SOFTWARE
from kiosk.shell.concerned import concerned
from kiosk.shell.controller import Controller
from kiosk.shell.faults import Faults
from kiosk.shell.heartbeat import Heartbeat, every, notifier
from kiosk.shell.renewal import Renewal, flag
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
    """Give each fault its panel, panels that fail a quiet card, and whoever waits a heartbeat.

    `leave` ends the program with an exit code: after too many faults, or for a newer program.
    """

    def here() -> str:
        told = controller.record()
        return str(told.get("panel", told["place"]))

    def uncaught(trace: TracebackType) -> None:
        view = concerned(trace)
        if view is not None and condemn(view):
            controller.resize()

    def status() -> str:
        return f"{here()}; faults: {faults.total}"

    def idle() -> bool:
        return controller.state.attracting and not controller.state.staff

    faults.here, faults.uncaught, faults.leave = here, uncaught, lambda: leave(SOFTWARE)
    send = notifier(environment, lambda: leave(0))
    heart = None
    if send is not None:
        total = lambda: faults.total  # noqa: E731 — read anew each time
        heart = Heartbeat(window, send, every(environment), status=status, faults=total)
    file = flag(environment)
    renewal = Renewal(file, idle, lambda: leave(codes.RESTART), window) if file else None
    try:
        yield
    finally:
        faults.here, faults.uncaught, faults.leave = str, lambda _trace: None, lambda: None
        if renewal is not None:
            renewal.close()
        if heart is not None:
            heart.close()
