"""The canvas of all charts: only good numbers get in, and no hand moves what is shown."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.chart import Chart, Charts, alike, finite
from kiosk.ui.hands import Hands
from tests.helpers.clock import Clock
from tests.ui.toys import Fingers, Pad, color_at

INK = QColor("#c02020")
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def chart(window: QWidget) -> Iterator[Chart]:
    made = Chart()
    made.setParent(window)
    made.setGeometry(0, 0, 400, 300)
    made.show()
    made.frame((0.0, 10.0), (0.0, 5.0))
    yield made
    made.setParent(None)
    made.deleteLater()


BAD = [
    [1.0, None],
    [None],
    ["1", 2.0],
    ["abc"],
    [b"1"],
    [float("nan")],
    [1.0, float("inf")],
    [float("-inf")],
    [10**400],
    [{}],
    [[1.0, 2.0]],
    [1.0, [2.0]],
    [1j],
    [True, False],
    None,
    "12",
    7.0,
]


@pytest.mark.parametrize("values", BAD, ids=lambda values: repr(values)[:20])
def test_what_is_no_list_of_finite_numbers_is_refused_before_it_is_drawn(values: object) -> None:
    """None or a string in the data ends the whole process while it is painted."""
    with pytest.raises(ValueError, match=r"number|sequence"):
        finite(values)  # type: ignore[arg-type]


@pytest.mark.parametrize("values", [[], [0], [1, 2.5, -3], [Decimal("1.5")], (1.0, 2.0)])
def test_finite_numbers_are_taken_as_they_are(values: list[float]) -> None:
    assert list(finite(values)) == [float(value) for value in values]


def test_every_side_needs_as_many_numbers_and_colours() -> None:
    assert [list(side) for side in alike([1, 2], [3, 4], colors=[INK, INK])] == [[1, 2], [3, 4]]
    for sides, colors in (([[1], [1, 2]], None), ([[1, 2], [1, 2]], [INK]), ([[]], [INK])):
        with pytest.raises(ValueError, match="as many"):
            alike(*sides, colors=colors)


def marks(chart: Chart, bad: Any) -> list[Callable[[], None]]:
    """Return every way in which a list may get into a chart."""
    two, pair = [1.0, 2.0], [INK, INK]
    return [
        lambda: chart.bars(bad, two, two, two, pair),
        lambda: chart.bars(two, bad, two, two, pair),
        lambda: chart.bars(two, two, bad, two, pair),
        lambda: chart.bars(two, two, two, bad, pair),
        lambda: chart.bars(two, two, two, two, [INK]),
        lambda: chart.tracks(bad, two, two, two, INK),
        lambda: chart.tracks(two, two, two, bad, INK),
        lambda: chart.line(bad, two, INK, 3),
        lambda: chart.line(two, bad, INK, 3, under=True),
        lambda: chart.dots(bad, two, 9, pair, INK),
        lambda: chart.dots(two, bad, 9, pair, INK),
        lambda: chart.dots(two, two, 9, [INK], INK),
        lambda: chart.discs(bad, two, 1, two, (INK, INK)),
        lambda: chart.discs(two, bad, 1, two, (INK, INK)),
        lambda: chart.discs(two, two, 1, bad, (INK, INK)),
        lambda: chart.discs(two, two, float("nan"), two, (INK, INK)),
    ]


@pytest.mark.parametrize(
    "bad",
    [[1.0, None], ["a", "b"], [1.0, float("nan")], [float("inf"), 1.0], [1.0], [1.0, 2.0, 3.0]],
    ids=repr,
)
def test_no_bad_list_gets_into_a_chart_by_any_way_and_the_chart_goes_on(
    chart: Chart, bad: object
) -> None:
    chart.bars([1], [2], [0], [5], [INK])
    before = chart.grab().toImage()
    for way in marks(chart, bad):
        with pytest.raises(ValueError, match="a chart takes"):
            way()
    for window in ((float("nan"), 1.0), (0.0, float("inf"))):
        with pytest.raises(ValueError, match="finite"):
            chart.frame(window, (0.0, 1.0))
    assert chart.grab().toImage() == before


def test_bars_stand_where_their_numbers_are(chart: Chart) -> None:
    chart.tracks([1], [9], [1], [2], QColor("#808080"))
    chart.bars([1], [5], [1], [2], [INK])
    picture = chart.grab()
    assert color_at(picture, 120, 210) == INK.name()
    assert color_at(picture, 280, 210) == "#808080"
    assert color_at(picture, 120, 100) not in (INK.name(), "#808080")


def test_a_line_and_dots_stand_where_their_numbers_are(chart: Chart) -> None:
    chart.line([1, 9], [1, 1], QColor("#808080"), 12, under=True)
    chart.line([1, 5], [1, 1], INK, 12)
    chart.dots([8], [4], 30, [INK], QColor("#2040c0"))
    picture = chart.grab()
    assert color_at(picture, 120, 240) == INK.name()
    assert color_at(picture, 300, 240) == "#808080"
    assert color_at(picture, 320, 60) == INK.name()


def test_discs_are_filled_from_the_left_to_their_parts(chart: Chart) -> None:
    rest = QColor("#808080")
    chart.discs([1, 3, 5], [4, 4, 4], 1.5, [1.0, 0.4, 0.0], (INK, rest))
    picture = chart.grab()
    assert color_at(picture, 40, 60) == INK.name()
    assert color_at(picture, 62, 60) == INK.name()
    assert color_at(picture, 96, 60) == INK.name()
    assert color_at(picture, 120, 60) == rest.name()
    assert color_at(picture, 200, 60) == rest.name()
    assert color_at(picture, 80, 60) not in (INK.name(), rest.name())


@pytest.mark.parametrize(
    ("x", "y", "at"), [(0, 0, (0, 300)), (10, 5, (400, 0)), (5, 1, (200, 240))]
)
def test_a_spot_is_where_labels_belong(
    chart: Chart, x: float, y: float, at: tuple[float, float]
) -> None:
    chart.grab()
    assert chart.spot(x, y).toTuple() == pytest.approx(at)


def test_taken_away_marks_are_gone(chart: Chart) -> None:
    empty = chart.grab().toImage()
    chart.bars([1], [5], [1], [2], [INK])
    chart.tracks([1], [9], [1], [2], INK)
    chart.line([1, 9], [1, 1], INK, 12)
    chart.line([1, 9], [3, 3], INK, 12, under=True)
    chart.dots([8], [4], 30, [INK], INK)
    chart.discs([2], [4], 1, [0.5], (INK, INK))
    assert chart.grab().toImage() != empty
    chart.clear_marks()
    assert chart.grab().toImage() == empty


def rough_treatment(chart: Chart) -> None:
    """Do to the canvas itself all that a mouse can do."""
    target = chart.viewport()
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    for button in (left, right, Qt.MouseButton.MiddleButton):
        for kind, at in (
            (QEvent.Type.MouseButtonPress, QPointF(100, 100)),
            (QEvent.Type.MouseMove, QPointF(150, 140)),
            (QEvent.Type.MouseMove, QPointF(250, 180)),
            (QEvent.Type.MouseButtonRelease, QPointF(250, 180)),
            (QEvent.Type.MouseButtonDblClick, QPointF(250, 180)),
        ):
            QApplication.sendEvent(target, QMouseEvent(kind, at, at, button, button, NONE))
    for turn in (120, -120):
        at = QPointF(200, 150)
        wheel = QWheelEvent(
            at,
            at,
            QPoint(0, 0),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, wheel)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(200, 150), QPoint(200, 150))
    QApplication.sendEvent(target, menu)


def shown(chart: Chart) -> list[list[float]]:
    return [[float(end) for end in ends] for ends in chart._box.viewRange()]


def test_nothing_a_mouse_does_moves_what_a_chart_shows(chart: Chart) -> None:
    """A chart that one visitor has pushed aside would be broken for the next."""
    chart.line([1, 9], [1, 4], INK, 12)
    before = shown(chart)
    rough_treatment(chart)
    assert shown(chart) == before == [[0.0, 10.0], [0.0, 5.0]]
    assert QApplication.activePopupWidget() is None
    assert chart._box.menu is None


def test_the_rough_treatment_would_move_any_other_chart(window: QWidget) -> None:
    """Else the test above would prove nothing."""
    loose = pg.GraphicsView(parent=window)
    box = pg.ViewBox(enableMenu=False)
    loose.setCentralItem(box)
    loose.setGeometry(0, 0, 400, 300)
    loose.show()
    before = box.viewRange()
    rough_treatment(loose)
    assert box.viewRange() != before
    loose.setParent(None)
    loose.deleteLater()


def test_what_touches_a_chart_touches_what_it_lies_on(
    chart: Chart, window: QWidget, fingers: Fingers, clock: Clock
) -> None:
    page = Pad(window, (0, 0, 400, 300))
    page.show()
    chart.setParent(page)
    chart.show()
    Hands(window, 10, clock, present=lambda: False, key=lambda _key, _shifted, _repeated: None)
    before = shown(chart)
    assert window.childAt(QPoint(200, 150)) is page
    fingers.tap(0, 200, 150)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, QPoint(200, 150))
    assert page.taps == 2
    fingers.press(0, 200, 150)
    fingers.move(0, 50, 150)
    fingers.lift(0)
    assert shown(chart) == before


def test_the_data_never_changes_the_frame(chart: Chart) -> None:
    chart.bars([-50], [50], [-50], [50], [INK])
    chart.line([-1000, 1000], [0, 900], INK, 3)
    chart.dots([700], [700], 9, [INK], INK)
    chart.discs([900], [-900], 50, [1], (INK, INK))
    chart.grab()
    assert shown(chart) == [[0.0, 10.0], [0.0, 5.0]]


def test_a_canvas_is_made_once_and_lent_again(window: QWidget) -> None:
    """Made anew for every panel, canvases would fill the memory within days."""
    charts = Charts()
    for _ in range(20):
        page = QWidget(window)
        page.show()
        chart = charts.lend(page)
        assert chart.isVisible()
        assert chart.parentWidget() is page
        chart.bars([1], [5], [1], [2], [INK])
        charts.take_back(chart)
        assert chart.isHidden()
        page.setParent(None)
        page.deleteLater()
    assert charts.made == 1
    one, other = charts.lend(window), charts.lend(window)
    assert charts.made == 2
    assert one is not other
    for chart in (one, other):
        chart.setParent(None)
        chart.deleteLater()


def test_a_canvas_comes_back_empty(window: QWidget) -> None:
    charts = Charts()
    chart = charts.lend(window)
    chart.resize(400, 300)
    chart.frame((0, 10), (0, 5))
    empty = chart.grab().toImage()
    chart.bars([1], [5], [1], [2], [INK])
    charts.take_back(chart)
    again = charts.lend(window)
    assert again is chart
    assert again.grab().toImage() == empty
    again.setParent(None)
    again.deleteLater()
