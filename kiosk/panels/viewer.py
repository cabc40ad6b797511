"""One picture in full: pinch, double tap, and a visible button for everything."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.framed import Source
from kiosk.panels.photos import Photos
from kiosk.ui.button import Button
from kiosk.ui.mirror import arrow, put
from kiosk.ui.words import Words
from kiosk.ui.zoomable import STEP, Zoomable
from kiosk.visit.intents import Turn, Zoom

DETAIL = 2.0
"""The picture is decoded this many times the screen's size, so that enlarging shows more."""


class Foot(QWidget):
    """The caption on a dark ground."""

    def __init__(self, brief: Brief, text: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, kinds = brief.look, brief.look.theme.type
        self._title = Words(self.look, text[0], kinds.lead, self, role="on_dark")
        self._about = Words(self.look, text[1], kinds.caption, self, role="on_dark_soft")

    def lay(self, width: int, right: int) -> int:
        """Lay the words out within `width` less `right` pixels; return the height."""
        edge, look = self.look.margin, self.look
        self.resize(width, self.height())
        y = self._title.place(edge, look.px(24), width - edge - right, look.text)
        return self._about.place(edge, y, width - edge - right, look.text) + look.px(28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("night"))


class Finder(QWidget):
    """A small frame that shows which part of the picture is seen."""

    def __init__(self, zoomable: Zoomable, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoomable = zoomable

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole and the part."""
        look, seen = self._zoomable.look, self._zoomable.seen()
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        with QPainter(self) as painter:
            painter.setPen(QPen(look.color("on_dark_soft"), look.px(2)))
            painter.drawRect(area)
            painter.setPen(QPen(look.color("gold_on_dark"), look.px(4)))
            painter.drawRect(
                QRectF(
                    area.left() + seen.left() * area.width(),
                    area.top() + seen.top() * area.height(),
                    seen.width() * area.width(),
                    seen.height() * area.height(),
                )
            )


class Viewer(QWidget):
    """Covers the whole screen."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        assert isinstance(brief.panel, Photos)  # noqa: S101 - only photographs zoom
        self.brief, self.look = brief, brief.look
        items, send, say = brief.panel.items, brief.send, brief.look.language
        item = items[brief.stop]
        self._source = Source(brief.shop, item)
        self._zoomable = Zoomable(self.look, self)
        self._zoomable.swiped.connect(self._swiped)
        self._foot = Foot(brief, (brief.say(item.title), ""), self)
        self._finder = Finder(self._zoomable, self._foot)
        self._missing = True

        def button(sign: str, name: str, act: object, tone: str = "dark") -> Button:
            return Button(self.look, name, act, self, sign=sign, tone=tone)  # type: ignore[arg-type]

        self._close = button("close", signs.CLOSE.to(say), lambda: send(Zoom(on=False)))
        self._in = button("zoom-in", signs.ZOOM_IN.to(say), lambda: self._step(STEP))
        self._out = button("zoom-out", signs.ZOOM_OUT.to(say), lambda: self._step(1 / STEP))
        self._previous = button(
            arrow(self.look, "previous"), signs.PREVIOUS.to(say), lambda: self._turn(-1)
        )
        self._next = button(
            arrow(self.look, "next"), signs.NEXT.to(say), lambda: self._turn(1), "accent"
        )
        self._previous.setEnabled(brief.stop > 0)
        self._next.setEnabled(brief.stop < len(items) - 1)
        brief.shop.pictures.arrived.connect(self._arrived)
        self._item = item

    def _turn(self, by: int) -> None:
        self.brief.send(Turn(by))

    def _swiped(self, by: int) -> None:
        self._turn(-by if self.look.rtl else by)

    def _step(self, factor: float) -> None:
        self._zoomable.zoom(factor)
        self._finder.update()

    def touch(self, _gesture: object) -> bool:
        """Nothing under the viewer is touched through it."""
        return True

    def _arrived(self, path: str) -> None:
        if self._missing and path in self._source.files:
            self._fetch()

    def _fetch(self) -> None:
        picture, real = self._source.get(QSize(self.width(), self.height()) * DETAIL)
        self._missing = picture is None
        self._zoomable.show_picture(picture)
        language = self.look.language
        about = [signs.ZOOMED_HINT.to(language)]
        if picture is not None and not picture.isNull():
            credit = self.brief.say(self.brief.exhibit.exhibit.photo_credit)
            about.insert(0, credit if real else signs.ILLUSTRATION.to(language))
        self._foot._about.say(" · ".join(text for text in about if text))  # noqa: SLF001
        self._place()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out for the screen."""
        self._fetch()

    def _place(self) -> None:
        look = self.look
        wide, high = self.width(), self.height()
        finder = (
            QSize(look.px(200), round(look.px(200) * high / wide))
            if wide > high
            else QSize(look.px(90), look.px(160))
        )
        foot = max(
            self._foot.lay(wide, finder.width() + look.px(112)), finder.height() + look.px(48)
        )
        self._foot.setGeometry(0, high - foot, wide, foot)
        corner = QPoint(wide - finder.width() - look.px(72), (foot - finder.height()) // 2)
        put(look, self._finder, QRect(corner, finder))
        self._zoomable.setGeometry(0, 0, wide, high - foot)
        target, edge = look.px(112), look.px(44)
        step = target + look.px(look.theme.space.apart)
        middle = (high - foot - target) // 2
        for button, x, y in (
            (self._close, wide - edge - target, edge),
            (self._in, wide - edge - target, high - foot - edge - 2 * step + look.px(16)),
            (self._out, wide - edge - target, high - foot - edge - step + look.px(16)),
            (self._previous, edge, middle),
            (self._next, wide - edge - target, middle),
        ):
            put(look, button, QRect(x, y, target, target))
            button.raise_()

    def drop(self) -> None:
        """Go."""
        self.hide()
        self.setParent(None)
        self.deleteLater()
