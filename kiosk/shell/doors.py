"""Opens and closes the exhibit by its hours, or as staff want it until midnight."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer

from kiosk.content.hours import Hours
from kiosk.visit.intents import Door

MINUTE: Final = 60


class Doors(QObject):
    """Looks at the clock on the wall at every full minute, where there is anything to look for."""

    def __init__(
        self,
        hours: Callable[[], Hours | None],
        now: Callable[[], datetime],
        send: Callable[[Door], None],
        parent: QObject,
    ) -> None:
        """`hours` are those of the exhibit as it is now, `now` tells the local time."""
        super().__init__(parent)
        self._hours, self._now, self._send = hours, now, send
        self._wanted: tuple[bool, date] | None = None
        self.opened = True
        """Whether it was to be open when it was looked last."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def wanted(self) -> bool | None:
        """Whether staff want it open today; None goes by the hours."""
        return self._wanted[0] if self._wanted else None

    def want(self, opened: bool | None) -> None:
        """Open or close it until midnight, or go by the hours again."""
        self._wanted = None if opened is None else (opened, self._now().date())
        self.look()

    def look(self) -> None:
        """Say whether it is open now; whatever the clock has jumped over, this is what counts."""
        now, hours = self._now(), self._hours()
        if self._wanted is not None and self._wanted[1] != now.date():
            self._wanted = None
        by_hours = hours is None or hours.open_at(now)
        self.opened = by_hours if self._wanted is None else self._wanted[0]
        self._send(Door(self.opened))
        if hours is None and self._wanted is None:
            self._timer.stop()
        else:
            self._timer.start((MINUTE - now.second) * 1000)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
