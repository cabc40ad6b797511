"""One picture of a panel: the photograph if there is one, else its illustration, else a plate."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

from pydantic import Field
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.base import AssetPath, Frozen, Text
from kiosk.panels import signs
from kiosk.panels.art import paint_ground
from kiosk.panels.brief import Brief, Shop
from kiosk.ui.button import Touchpad
from kiosk.ui.mirror import flipped

Ratio = Annotated[float, Field(ge=0, le=1)]


class Item(Frozen):
    """One picture and what is said of it; `focus` is the point that crops keep, from the top left."""

    photo: AssetPath
    illustration: AssetPath | None = None
    focus: tuple[Ratio, Ratio] = (0.5, 0.5)
    title: Text
    caption: Text


class Source:
    """Finds the picture of an item, trying the photograph first."""

    def __init__(self, shop: Shop, item: Item) -> None:
        self._shop = shop
        names = [(item.photo, True)] + ([(item.illustration, False)] if item.illustration else [])
        found = [(shop.find(name), real) for name, real in names]
        self._files = [(path, real) for path, real in found if path is not None]

    @property
    def files(self) -> set[str]:
        """The paths that may arrive."""
        return {str(path) for path, _ in self._files}

    def get(self, size: QSize) -> tuple[QPixmap | None, bool]:
        """Return the picture covering `size` and whether it is a photograph; None while it comes,
        a null picture where there is none.
        """
        for path, real in self._files:
            picture = self._load(path, size)
            if picture is None:
                return None, real
            if not picture.isNull():
                return picture, real
        return QPixmap(), False

    def _load(self, path: Path, size: QSize) -> QPixmap | None:
        pictures = self._shop.pictures
        return pictures.now(path, size) if self._shop.patient else pictures.get(path, size)


def crop(picture: QSize, frame: QSize, focus: tuple[float, float]) -> QRectF:
    """Return the largest part of the picture with the frame's shape, as near the focus as can be."""
    scale = max(frame.width() / picture.width(), frame.height() / picture.height())
    wide, high = frame.width() / scale, frame.height() / scale
    left = min(max(0.0, focus[0] * picture.width() - wide / 2), picture.width() - wide)
    top = min(max(0.0, focus[1] * picture.height() - high / 2), picture.height() - high)
    return QRectF(left, top, wide, high)


class Framed(Touchpad):
    """Shows an item's picture, cropped to the frame around its focus."""

    settled = Signal()
    """The picture is there, or known to be missing."""

    def __init__(
        self,
        brief: Brief,
        item: Item,
        parent: QWidget,
        act: Callable[[], None],
        *,
        small: bool = False,
    ) -> None:
        super().__init__(brief.look, brief.say(item.caption), act, parent)
        self._brief, self._item, self._small = brief, item, small
        self.source = Source(brief.shop, item)
        self._picture: QPixmap | None = None
        self.real = False
        brief.shop.pictures.arrived.connect(self._arrived)

    @property
    def shown(self) -> bool:
        """True once a photograph or an illustration is there."""
        return self._picture is not None and not self._picture.isNull()

    def _arrived(self, path: str) -> None:
        if path in self.source.files and self._picture is None:
            self._fetch()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Ask for the picture at the new size."""
        self._picture = None
        self._fetch()

    def _fetch(self) -> None:
        self._picture, self.real = self.source.get(self.size())
        if self._picture is not None:
            self.real = self.real and not self._picture.isNull()
            self.settled.emit()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, or the plate."""
        with QPainter(self) as painter:
            if self._picture is None or self._picture.isNull():
                self._plate(painter)
                return
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            part = crop(self._picture.size(), self.size(), self._item.focus)
            painter.drawPixmap(QRectF(self.rect()), self._picture, part)
            if not self.real and not self._small:
                self._tag(painter)

    def _plate(self, painter: QPainter) -> None:
        """A typographic plate: the chapter's mountains, and the title if there is room for it."""
        paint_ground(painter, self.rect(), self.look, self._brief.number, 0.5)
        if self._small or self._picture is None:
            return
        look = self.look
        painter.setPen(look.color("on_dark"))
        painter.setFont(look.font(look.theme.type.title))
        area = self.rect().adjusted(look.px(80), look.px(80), -look.px(80), -self.height() // 2)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self._brief.say(self._item.title))

    def _tag(self, painter: QPainter) -> None:
        """Say that an illustration is one."""
        look = self.look
        text = signs.ILLUSTRATION.to(look.language)
        painter.setFont(look.font(look.theme.type.caption))
        wide = painter.fontMetrics().horizontalAdvance(text) + look.px(48)
        box = QRect(QPoint(look.px(48), look.px(48)), QSize(wide, look.px(60)))
        box = flipped(look, box, self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.color("night")
        ground.setAlphaF(0.86)
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        painter.setPen(look.color("on_dark"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
