"""The stage: one live view, and turns that follow the finger and move pictures, never views."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.curtain import Curtain
from kiosk.ui.gestures import Drag, Gesture
from kiosk.ui.motion import Level, Motion, Tween, ease_out
from kiosk.ui.theme import Time

THROW = 700.0
"""Pixels a second at 1080 lines: a finger faster than this throws the panel."""

PAST = 0.22
"""The share of the width beyond which a slow finger has turned the panel."""

SHORTEST = 0.12
"""Seconds of a turn whose finger has gone most of the way."""


def _ahead(view: QWidget | None) -> int:
    """Return the side that what comes next slides in from: 1, or -1 where a view reads to the left."""
    return -1 if view is not None and view.isRightToLeft() else 1


class Stage(QWidget):
    """Holds the view in front and turns to the ones beside it."""

    def __init__(
        self,
        parent: QWidget,
        motion: Motion,
        time: Time,
        *,
        neighbour: Callable[[int], QWidget | None],
        turn: Callable[[int], None],
        arrived: Callable[[QWidget], None],
        still: Callable[[QWidget], QPixmap],
    ) -> None:
        """`neighbour` gives the view that a turn would lead to, `turn` asks for that turn,
        `arrived` hears when a view has come to rest, `still` is a view's picture.
        """
        super().__init__(parent)
        self._motion, self._time, self._still = motion, time, still
        self._neighbour, self._turn, self._arrived = neighbour, turn, arrived
        self._curtain = Curtain(self)
        self._tween: Tween | None = None
        self._finger: int | None = None
        self._coming: QWidget | None = None
        self.view: QWidget | None = None

    @property
    def busy(self) -> bool:
        """True while a turn runs or a finger holds a panel."""
        return self._tween is not None or self._finger is not None

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """End any movement, whose pictures are of another size, and fit the view."""
        self.cut()
        if self.view is not None:
            self.view.setGeometry(self.rect())

    def show_view(self, view: QWidget, by: int = 0) -> None:
        """Bring a view to the front: by a turn forwards (1) or backwards (-1), or at once (0).

        Below the full level of motion there are no turns: whoever asks may fade.
        """
        old = self.view
        begin = self._curtain.shift if self._coming is view else None
        self._finger, self._coming = None, None
        if not by or old is None or old is view or not self._slides:
            self._front(view)
            self._rest()
            return
        if begin is None:
            picture = self._curtain.grab() if self._tween else self._still(old)
            self._curtain.draw(picture, self._still(view))
            begin = self.width() * by * _ahead(view)
        self._motion.stop(self._tween)
        self._curtain.side = by * _ahead(view)
        self._front(view)
        self._run(begin, 0, self._time.turn)

    def _run(self, begin: int, end: int, seconds: float) -> None:
        """Slide the coming picture from one distance to another, faster where less is left."""

        def frame(t: float) -> None:
            self._curtain.slide(round(begin + (end - begin) * ease_out(t)))

        frame(0.0)
        left = abs(end - begin) / max(1, self.width())
        self._tween = self._motion.run(max(SHORTEST, seconds * left), frame, self._rest)

    def _front(self, view: QWidget) -> None:
        """Make the view the live one; the one before is hidden."""
        if self.view is not None and self.view is not view:
            self.view.hide()
        self.view = view
        if view.parentWidget() is not self:
            view.setParent(self)
        view.setGeometry(self.rect())
        view.lower()
        view.show()

    def _rest(self) -> None:
        self._motion.stop(self._tween)
        self._tween = None
        self._curtain.open()
        if self.view is not None:
            self._arrived(self.view)

    def cut(self) -> None:
        """End any movement at once, where it leads."""
        if self.busy:
            self._finger, self._coming = None, None
            self._rest()

    def touch(self, gesture: Gesture) -> bool:
        """Follow one finger sideways; others are ignored until it lifts."""
        if not isinstance(gesture, Drag):
            return False
        if gesture.phase == "begin":
            return self._begin(gesture)
        if gesture.point != self._finger:
            return True
        if gesture.phase == "move":
            self._follow(gesture.dx)
        else:
            self._let_go(gesture)
        return True

    def _begin(self, gesture: Drag) -> bool:
        if self._finger is not None or self.view is None or abs(gesture.dx) < abs(gesture.dy):
            return False
        self.cut()
        side = -1 if gesture.dx > 0 else 1
        coming = self._neighbour(side * _ahead(self.view))
        if coming is None:
            return False
        self._finger, self._coming = gesture.point, coming
        self._curtain.side = side
        if self._slides:
            self._curtain.draw(self._still(self.view), self._still(coming))
        self._follow(gesture.dx)
        return True

    @property
    def _slides(self) -> bool:
        """Whether pictures may slide."""
        return self._motion.level is Level.FULL

    def _follow(self, dx: float) -> None:
        if not self._slides:
            return
        side, width = self._curtain.side, self.width()
        way = min(max(-dx * side, 0), width)
        self._curtain.slide(round((width - way) * side))

    def _let_go(self, gesture: Drag) -> None:
        """Turn if thrown or far enough, else take it back."""
        self._finger = None
        side = self._curtain.side
        speed = -gesture.vx * side * 1080 / max(1, min(self.width(), self.height()))
        far = -gesture.dx * side / max(1, self.width()) > PAST
        try:
            if gesture.phase == "end" and (speed > THROW or (far and speed > -THROW)):
                self._turn(side * _ahead(self.view))
        finally:
            self._take_back()

    def _take_back(self) -> None:
        """Let a panel that nobody turned to go back to where it came from."""
        if self._coming is None:
            return
        self._coming = None
        if self._slides:
            self._run(self._curtain.shift or 0, self.width() * self._curtain.side, self._time.back)
        else:
            self._rest()
