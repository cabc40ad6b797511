"""What others guessed on this screen, as a small picture of how the guesses are spread."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.words import Words

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart

HEIGHT = 130
"""Design pixels of the picture."""


class Others(QWidget):
    """Bars for the parts of the scale; the visitor's part is gold, that of the truth cinnabar."""

    def __init__(self, look: Look, chart: Callable[[QWidget], "Chart"], parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._chart = chart(self)
        self._words = Words(look, "", look.theme.type.caption, self, role="ink_soft")

    def show_counts(self, counts: Sequence[int], guess: float, truth: float) -> None:
        """Show how often each part of the scale was guessed; nothing where nobody counts."""
        language, total = self.look.language, sum(counts)
        said = signs.ONE_GUESS if total == 1 else signs.GUESSES
        self._words.say(said.to(language).format(total) if counts else "")
        self._chart.setVisible(total > 1)
        if total > 1:
            self._draw(counts, guess, truth)

    def _draw(self, counts: Sequence[int], guess: float, truth: float) -> None:
        parts = len(counts)
        mine, real = (min(int(share * parts), parts - 1) for share in (guess, truth))
        self._chart.frame((0.0, float(parts)), (0.0, float(max(counts))))
        left, right = [at + 0.1 for at in range(parts)], [at + 0.9 for at in range(parts)]
        colors = [self.look.color("track")] * parts
        colors[mine] = self.look.color("gold")
        colors[real] = self.look.color("cinnabar")
        # A part that nobody guessed still shows where it is.
        least = max(counts) / HEIGHT * 4
        self._chart.bars(left, right, [0.0] * parts, [max(least, n) for n in counts], colors)
        table = "\n".join(f"{number}\t{count}" for number, count in enumerate(counts, 1))
        self._chart.setAccessibleDescription(table)

    def place(self, x: int, y: int, width: int, factor: float) -> int:
        """Words above, the picture below them; return the y just below."""
        self.resize(width, self.height())
        words = self._words.place(0, 0, width, factor)
        high = self.look.px(HEIGHT) if self._chart.isVisibleTo(self) else 0
        self._chart.setGeometry(0, words, width, high)
        put(self.look, self, QRect(x, y, width, words + high))
        return y + words + high
