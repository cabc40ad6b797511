"""The one canvas that all charts are drawn on, and the only module that knows pyqtgraph.

Plots are made once and lent out: dropping pyqtgraph items leaks, feeding them does not.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QGraphicsPathItem, QGraphicsView, QWidget

Floats = Sequence[float]
Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]


def finite(values: Floats) -> Numbers:
    """Return the values as float64; ValueError for anything that is not a finite number.

    pyqtgraph ends the process over None or a string in its data.
    """
    given = np.asarray(values)
    if given.dtype.kind in "iufO":
        with suppress(TypeError, OverflowError):
            array = given.astype(np.float64)
            if array.ndim == 1 and np.isfinite(array).all():
                return array
    raise ValueError("a chart takes finite numbers only")


def alike(*sides: Floats, colors: Sequence[QColor] | None = None) -> list[Numbers]:
    """Return the sides of one kind of mark; ValueError where they are not equally many.

    pyqtgraph would find out while it paints, and end the process.
    """
    arrays = [finite(side) for side in sides]
    if len({len(array) for array in arrays} | ({len(colors)} if colors is not None else set())) > 1:
        raise ValueError("a chart takes as many numbers, and colours, on every side")
    return arrays


@lru_cache(maxsize=64)
def _brush(rgba: int) -> QBrush:
    """Return the same brush for the same colour: pyqtgraph keeps a picture of a dot for each one."""
    return QBrush(QColor.fromRgba(rgba))


@lru_cache(maxsize=64)
def _rim(rgba: int, width: float) -> QPen:
    """Return the same pen, `width` pixels wide at any scale, for the same colour."""
    pen = QPen(QColor.fromRgba(rgba), width)
    pen.setCosmetic(True)
    return pen


class Chart(pg.GraphicsView):  # type: ignore[misc]
    """Bars, discs, one line and dots in a fixed window of data, deaf to touch."""

    def __init__(self) -> None:
        super().__init__(background=None, useOpenGL=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.viewport().setAutoFillBackground(False)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # there is no ground to keep
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._box.disableAutoRange()
        self.setCentralItem(self._box)
        self._tracks = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        self._bars = pg.BarGraphItem(x0=[], x1=[], y0=[], y1=[])
        self._under = pg.PlotCurveItem(connect="finite", segmentedLineMode="off")
        self._line = pg.PlotCurveItem(connect="finite", segmentedLineMode="off")
        self._dots = pg.ScatterPlotItem(pxMode=True)
        self._rests, self._discs = QGraphicsPathItem(), QGraphicsPathItem()
        marks = (self._tracks, self._bars, self._rests, self._discs)
        for item in (*marks, self._under, self._line, self._dots):
            self._box.addItem(item, ignoreBounds=True)

    def mirror(self, *, on: bool) -> None:
        """Let everything begin at the right, or at the left."""
        self._box.invertX(on)

    def frame(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show this window of data, y upwards, no padding."""
        left, right, low, high = (float(value) for value in finite([*x, *y]))
        self._box.setRange(
            xRange=(left, right), yRange=(low, high), padding=0, disableAutoRange=True
        )

    def clear_marks(self) -> None:
        """Take every mark away."""
        for bars in (self._tracks, self._bars):
            bars.setOpts(x0=[], x1=[], y0=[], y1=[], brushes=None, pen=None)
        for curve in (self._under, self._line):
            curve.setData([], [])
        for discs in (self._rests, self._discs):
            discs.setPath(QPainterPath())
        self._dots.setData([], [])

    def tracks(self, x0: Floats, x1: Floats, y0: Floats, y1: Floats, color: QColor) -> None:
        """Draw rectangles behind the bars: what a whole would be."""
        self._rectangles(self._tracks, (x0, x1, y0, y1), [color] * len(x0))

    def bars(
        self, x0: Floats, x1: Floats, y0: Floats, y1: Floats, colors: Sequence[QColor]
    ) -> None:
        """Draw the bars, one colour each."""
        self._rectangles(self._bars, (x0, x1, y0, y1), colors)

    @staticmethod
    def _rectangles(
        item: pg.BarGraphItem, sides: tuple[Floats, ...], colors: Sequence[QColor]
    ) -> None:
        x0, x1, y0, y1 = alike(*sides, colors=colors)
        item.setOpts(x0=x0, x1=x1, y0=y0, y1=y1, brushes=list(colors), pen=pg.mkPen(None))

    def discs(
        self, x: Floats, y: Floats, wide: float, parts: Floats, colors: tuple[QColor, QColor]
    ) -> None:
        """Draw round marks `wide` across, filled from the left to their parts (0 to 1).

        Middles and width are in units of the data; `colors` are of what is filled and of the rest.
        """
        sides, half = alike(x, y, parts), float(finite([wide])[0]) / 2
        rests, filled = QPainterPath(), QPainterPath()
        for middle, high, part in zip(*sides, strict=True):
            disc, cover = QPainterPath(), QPainterPath()
            disc.addEllipse(QPointF(middle, high), half, half)
            cover.addRect(middle - half, high - half, 2 * half * part, 2 * half)
            rests.addPath(disc)
            if part > 0:
                filled.addPath(disc if part >= 1 else disc & cover)
        for item, path, color in zip(
            (self._discs, self._rests), (filled, rests), colors, strict=True
        ):
            item.setPath(path)
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setBrush(_brush(color.rgba()))

    def line(
        self, x: Floats, y: Floats, color: QColor, width: float, *, under: bool = False
    ) -> None:
        """Draw one line of this width in pixels; a second one may lie under it."""
        pen = QPen(
            color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
        )
        pen.setCosmetic(True)
        (self._under if under else self._line).setData(*alike(x, y), pen=pen)

    def dots(
        self, x: Floats, y: Floats, size: float, colors: Sequence[QColor], rim: QColor
    ) -> None:
        """Draw dots of this diameter in pixels, rimmed."""
        at_x, at_y = alike(x, y, colors=colors)
        self._dots.setData(
            x=at_x,
            y=at_y,
            size=size,
            brush=[_brush(color.rgba()) for color in colors],
            pen=_rim(rim.rgba(), size / 7),
        )

    def spot(self, x: float, y: float) -> QPointF:
        """Return where a point of the data is, in pixels of this widget."""
        window = self._box.viewRect()
        area = QRectF(self.rect())
        along = (x - window.left()) / window.width()
        return QPointF(
            area.left() + (1 - along if self._box.xInverted() else along) * area.width(),
            area.bottom() - (y - window.top()) / window.height() * area.height(),
        )


class Charts:
    """Lends canvases and takes them back."""

    def __init__(self) -> None:
        self._spare: list[Chart] = []
        self.made = 0

    def lend(self, parent: QWidget, *, mirrored: bool = False) -> Chart:
        """Return an empty canvas as a child of `parent`; a mirrored one begins at the right."""
        if not self._spare:
            self._spare.append(Chart())
            self.made += 1
        chart = self._spare.pop()
        chart.setParent(parent)
        chart.mirror(on=mirrored)
        chart.show()
        return chart

    def take_back(self, chart: Chart) -> None:
        """Take a canvas back before its parent goes."""
        chart.hide()
        chart.setParent(None)
        chart.clear_marks()
        self._spare.append(chart)
