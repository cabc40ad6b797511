"""Where on the window everything stands, and how it looks there for who is here now."""

from PySide6.QtWidgets import QWidget

from kiosk.panels.brief import Sounds
from kiosk.shell.reach import ANYWHERE, Ground, Mounting, above
from kiosk.shell.stroll import Fringe
from kiosk.ui.look import Look
from kiosk.ui.theme import PAPER, STARK
from kiosk.visit.state import State


def looking(
    size: tuple[int, int],
    state: State,
    sounds: Sounds,
    *,
    dpi: float = 0.0,
    mounting: Mounting = ANYWHERE,
) -> Look:
    """Return how things look in a state, on a screen of this size in pixels."""
    (wide, high), choices = size, state.choices
    free = above(wide, high, mounting) if choices.low else 0
    return Look(
        wide,
        high - free,
        state.language,
        state.text,
        STARK if choices.contrast else PAPER,
        dpi=dpi,
        above=free,
        hand=choices.hand,
        ruby=sounds(choices.pinyin),
    )


class Setting:
    """The board that carries all screens, and the ground that is seen above it where it came down."""

    def __init__(self, window: QWidget, *, dpi: float = 0.0, mounting: Mounting = ANYWHERE) -> None:
        """`dpi` is what the screen says of its pixels to an inch; 0 where that means nothing."""
        self._window, self._dpi, self._mounting = window, dpi, mounting
        self._ground, self._top = Ground(window), 0
        self.board = QWidget(window)
        self.board.setGeometry(window.rect())
        self.board.show()
        self._fringe = Fringe(self.board, window)

    def take_screen(self, dpi: float, mounting: Mounting) -> None:
        """Take what another screen says of itself."""
        self._dpi, self._mounting = dpi, mounting

    def look(self, state: State, sounds: Sounds) -> Look:
        """Return how things look in this state."""
        size = self._window.width(), self._window.height()
        return looking(size, state, sounds, dpi=self._dpi, mounting=self._mounting)

    def fit(self, look: Look) -> None:
        """Give the board its place for a look."""
        self._top = look.above
        self.board.setGeometry(0, look.above, look.width, look.height)
        self._ground.lay_out(look)

    def stroll(self, index: int) -> None:
        """Move everything by a pixel for a place of the attract loop; 0 has everything in place."""
        self._fringe.follow(index, self._top)
