"""A sheet over the whole screen: paper, a heading, its own way back; nothing under it is touched."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.mist import paint_mist
from kiosk.panels.view import FACTORS
from kiosk.ui.button import Button
from kiosk.ui.mirror import arrow, put
from kiosk.visit.intents import Lay

if TYPE_CHECKING:
    from kiosk.ui.chart import Chart


class Overlay(QWidget):
    """What all sheets share; subclasses lay out between `top` and the buttons at the foot."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief, self.look = brief, brief.look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._charts: list[Chart] = []
        self._close = self.button(signs.BACK.to(self.look.language), self._leave)

    def _leave(self) -> None:
        self.brief.send(Lay(""))

    def button(
        self, label: str, act: Callable[[], None], tone: str = "plain", sign: str = ""
    ) -> Button:
        """Return a button with a word, or only a sign."""
        shown, sign = "" if sign else label, arrow(self.look, sign)
        return Button(self.look, label, act, self, sign=sign, label=shown, tone=tone)

    def lend(self, parent: QWidget) -> "Chart":
        """Return a canvas that goes back when the sheet goes."""
        chart = self.brief.shop.charts().lend(parent, mirrored=self.look.rtl)
        self._charts.append(chart)
        return chart

    def key(self, _key: Qt.Key) -> bool:
        """Take a key, or leave it to what keys do elsewhere."""
        return False

    def touch(self, _gesture: object) -> bool:
        """Nothing under the sheet is touched through it."""
        return True

    # -- layout --------------------------------------------------------------------------------

    def lay_out(self, factor: float) -> int:
        """Place everything above the buttons in type of this factor; return the y just below."""
        raise NotImplementedError

    def foot(self) -> Sequence[Button]:
        """Return the buttons at the foot, from the left; the way back comes after them."""
        return ()

    @property
    def floor(self) -> int:
        """The y above which everything but the buttons has to stand."""
        return self.height() - self.look.target - self.look.px(2 * 44)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out for the screen."""
        self.arrange()

    def arrange(self) -> None:
        """Lay out in the largest type that fits, up to the visitor's choice."""
        for factor in [step for step in FACTORS if step <= self.look.text]:
            if self.lay_out(factor) <= self.floor:
                break
        x, y = self.look.margin, self.floor + self.look.px(44)
        for button in (*self.foot(), self._close):
            size = button.measure()
            put(self.look, button, QRect(x, y, size.width(), size.height()))
            x += size.width() + self.look.px(self.look.theme.space.apart)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the paper, and the range in mist."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("paper"))
            paint_mist(painter, self.brief, self.width(), self.height())

    def drop(self) -> None:
        """Give lent things back and go."""
        for chart in self._charts:
            self.brief.shop.charts().take_back(chart)
        self._charts.clear()
        self.hide()
        self.setParent(None)
        self.deleteLater()
