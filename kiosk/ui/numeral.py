"""A large number with its small words, counting up once."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.theme import Style


class Numeral(QWidget):
    """Digits in one style between smaller words, on one baseline; `mark` is an arrow before it."""

    def __init__(
        self,
        look: Look,
        words: tuple[str, Callable[[float], str], str],
        style: Style,
        parent: QWidget,
        *,
        role: str = "azurite",
        mark: str = "",
        align: str = "left",
    ) -> None:
        super().__init__(parent)
        self.look, self.style_, self.role, self.mark, self.align = look, style, role, mark, align
        self._before, self._digits, self._after = words
        self.factor, self._share = 1.0, 1.0
        self.setAccessibleName(f"{mark}{self._before}{self._digits(1.0)}{self._after}")

    def count(self, share: float) -> None:
        """Show this share (0 to 1) of the number."""
        if share != self._share:
            self._share = share
            self.update()

    def _runs(self, digits: str) -> list[tuple[str, bool]]:
        runs = [(self.mark, True), (self._before, False), (digits, True), (self._after, False)]
        return [(text, big) for text, big in runs if text]

    def _widths(self, digits: str) -> tuple[list[tuple[str, bool, float]], float]:
        out, x = [], 0.0
        for text, big in self._runs(digits):
            out.append((text, big, x))
            x += QFontMetricsF(self._font(big=big)).horizontalAdvance(text)
            x += self._font(big=False).pixelSize() * (0.12 if text != self._after else 0)
        return out, x

    def _font(self, *, big: bool) -> QFont:
        unit = self.look.theme.type.unit
        share = unit.size / self.look.theme.type.numeral.size
        small = Style(unit.family, max(unit.size, self.style_.size * share), leading=unit.leading)
        return self.look.font(self.style_ if big else small, self.factor)

    def measure(self, width: int, factor: float = 1.0) -> QSize:
        """Return its size at the largest factor up to the given one at which it fits `width`."""
        self.factor = factor
        while self._widths(self._digits(1.0))[1] > width and self.factor > 0.3:
            self.factor *= 0.94
        high = self._font(big=True).pixelSize() * self.style_.leading
        return QSize(round(self._widths(self._digits(1.0))[1]) + 1, round(high))

    def place(self, x: int, y: int, width: int, factor: float = 1.0) -> int:
        """Measure and place; return the y just below."""
        size = self.measure(width, factor)
        self.setGeometry(x, y, width, size.height())
        return y + size.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the runs on one baseline."""
        runs, _ = self._widths(self._digits(self._share))
        whole = self._widths(self._digits(1.0))[1]
        shift = {"left": 0.0, "right": self.width() - whole, "centre": (self.width() - whole) / 2}
        big = QFontMetricsF(self._font(big=True))
        base = (self.height() + big.capHeight()) / 2
        with QPainter(self) as painter:
            painter.setPen(self.look.color(self.role))
            for text, large, x in runs:
                painter.setFont(self._font(big=large))
                painter.drawText(QPointF(shift[self.align] + x, base), text)
