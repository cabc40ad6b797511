"""A large number with its small words, counting up once."""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.theme import Style

BESIDE = 2
"""Characters of words that may stand before a number on its line; longer ones stand above it."""

LEAST = 0.3
"""No number is set smaller than this share of its style."""


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
        """`words` are what stands before, the digits at a share (0 to 1), and what stands after."""
        super().__init__(parent)
        self.look, self.style_, self.role, self.mark, self.align = look, style, role, mark, align
        self._before, self._digits, self._after = words
        self.factor, self._share = 1.0, 1.0
        self.peers: Sequence[Numeral] = (self,)
        """Numbers of one group share one size and one baseline."""
        self.setAccessibleName(f"{mark}{self._before}{self._digits(1.0)}{self._after}")

    def count(self, share: float) -> None:
        """Show this share (0 to 1) of the number."""
        if share != self._share:
            self._share = share
            self.update()

    @property
    def above(self) -> str:
        """The words that stand above the number."""
        return self._before.strip() if len(self._before) > BESIDE else ""

    def _font(self, *, big: bool, factor: float) -> QFont:
        unit = self.look.theme.type.unit
        share = unit.size / self.look.theme.type.numeral.size
        small = Style(unit.family, max(unit.size, self.style_.size * share), leading=unit.leading)
        return self.look.font(self.style_ if big else small, factor)

    def _runs(self, digits: str, factor: float) -> tuple[list[tuple[str, bool, float]], float]:
        """Return each run on the line with its size and x, and the width of all."""
        before = "" if self.above else self._before
        runs = [(self.mark, True), (before, False), (digits, True), (self._after, False)]
        space = self._font(big=False, factor=factor).pixelSize() * (0.3 if self.look.rtl else 0.12)
        if self.look.rtl:
            runs.reverse()
        out: list[tuple[str, bool, float]] = []
        x = 0.0
        for text, big in runs:
            if text:
                x += space if out else 0.0
                out.append((text, big, x))
                x += QFontMetricsF(self._font(big=big, factor=factor)).horizontalAdvance(text)
        return out, x

    def _needs(self, factor: float) -> float:
        above = QFontMetricsF(self._font(big=False, factor=factor)).horizontalAdvance(self.above)
        return max(above, self._runs(self._digits(1.0), factor)[1])

    def _fitting(self, width: int, factor: float) -> float:
        while self._needs(factor) > width and factor > LEAST:
            factor *= 0.94
        return factor

    def measure(self, width: int, factor: float = 1.0) -> QSize:
        """Return its size at the largest factor, up to the given one, at which its group fits."""
        factor = self._group_fitting(width, factor)
        big = self._font(big=True, factor=factor).pixelSize() * self.style_.leading
        return QSize(ceil(self._needs(factor)), round(big + self._head(factor)))

    def _group_fitting(self, width: int, factor: float) -> float:
        return min(peer._fitting(width, factor) for peer in self.peers)  # noqa: SLF001

    def _head(self, factor: float) -> float:
        """Return the height of the line above, which a whole group leaves free if one needs it."""
        if not any(peer.above for peer in self.peers):
            return 0.0
        return self._font(big=False, factor=factor).pixelSize() * 1.3

    def place(self, x: int, y: int, width: int, factor: float = 1.0) -> int:
        """Measure and place; return the y just below."""
        size = self.measure(width, factor)
        self.factor = self._group_fitting(width, factor)
        put(self.look, self, QRect(x, y, width, size.height()))
        return y + size.height()

    def _left(self, width: float) -> float:
        spare = self.width() - width
        left, right = (spare, 0.0) if self.look.rtl else (0.0, spare)
        return {"left": left, "right": right, "centre": spare / 2}[self.align]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the runs on one baseline; digits that grow keep the place of the full number."""
        runs, _ = self._runs(self._digits(self._share), self.factor)
        _, whole = self._runs(self._digits(1.0), self.factor)
        big = QFontMetricsF(self._font(big=True, factor=self.factor))
        small, head = self._font(big=False, factor=self.factor), self._head(self.factor)
        base = head + (self.height() - head + big.capHeight()) / 2
        with QPainter(self) as painter:
            painter.setPen(self.look.color(self.role))
            if self.above:
                painter.setFont(small)
                wide = QFontMetricsF(small).horizontalAdvance(self.above)
                painter.drawText(QPointF(self._left(wide), head * 0.75), self.above)
            for text, large, x in runs:
                painter.setFont(self._font(big=large, factor=self.factor))
                painter.drawText(QPointF(self._left(whole) + x, base), text)
