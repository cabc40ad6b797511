"""The ring around what has the focus: where it lies, how it stands out, when it goes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.panels.marks import Mark, MarkedView
from kiosk.shell.home import ChapterCard
from kiosk.ui.focus import GAP, THICK, Ring
from kiosk.ui.look import Look
from kiosk.ui.motion import Level
from kiosk.ui.theme import PAPER, STARK, Theme
from kiosk.visit.intents import OpenChoices, OpenPanel
from tests.shell.conftest import Opener
from tests.shell.keyboard import at, enter, named, tab_to, take, target
from tests.shell.visitor import Visitor

K = Qt.Key


def ring(visitor: Visitor) -> Ring:
    (found,) = visitor.window.findChildren(Ring)
    return found


def test_the_ring_lies_around_its_target_with_a_gap(opener: Opener) -> None:
    wide = opener(size=(1920, 1080))
    wide.open()
    wide.key(K.Key_Tab)
    held = target(wide)
    assert isinstance(held, ChapterCard)
    inner = QRect(held.mapTo(wide.window, held.rect().topLeft()), held.size())
    out = GAP + 2 * THICK
    assert ring(wide).geometry() == inner.adjusted(-out, -out, out, out)
    assert THICK >= 4


def test_the_ring_of_a_row_does_not_cross_the_next_one(opener: Opener) -> None:
    """In portrait a row begins with its label, right below the row before."""
    high = opener(size=(540, 960), motion=Level.NONE)
    high.open()
    take(high, OpenPanel(at(high, "bars")))
    tab_to(high, Mark)
    view = high.view
    assert isinstance(view, MarkedView)
    first, second = view._marks[:2]
    assert target(high) is first
    assert ring(high).geometry().bottom() < second.mapTo(high.window, QPoint(0, 0)).y()


def test_the_ring_is_whole_at_the_edge_of_the_screen(opener: Opener) -> None:
    wide = opener(size=(1920, 1080))
    wide.open()
    tab_to(wide, "全部篇章")
    assert wide.window.rect().contains(ring(wide).geometry())


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2's ratio of two colours."""

    def light(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(c * part for c, part in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [PAPER, STARK], ids=["paper", "stark"])
@pytest.mark.parametrize("ground", range(0, 256, 15))
def test_one_line_of_the_ring_stands_out_from_any_ground(
    brisk: Visitor, theme: Theme, ground: int
) -> None:
    """The colours are read off the screen, three lines in from the middle of an edge."""
    drawn = ring(brisk)
    drawn.surround(QRect(400, 300, 200, 100), Look(1920, 1080, theme=theme))
    picture = drawn.grab().toImage()
    lines = [picture.pixelColor(2 + THICK * n, picture.height() // 2) for n in (0, 1)]
    grey = QColor(ground, ground, ground)
    assert max(contrast(one, grey) for one in lines) >= 3
    assert contrast(*lines) >= 3


def test_a_touch_takes_the_ring_away(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Tab)
    assert ring(brisk).isVisible()
    brisk.fingers.press(1, 5, 5)
    assert not ring(brisk).isVisible()
    assert target(brisk) is None
    brisk.fingers.lift(1)


def test_no_ring_is_left_when_nobody_is_here(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Tab)
    brisk.wait(61 + 20)
    assert brisk.state.attracting
    assert not ring(brisk).isVisible()
    assert target(brisk) is None


def test_while_a_panel_turns_there_is_no_ring(visitor: Visitor) -> None:
    visitor.open()
    take(visitor, OpenPanel(1))
    tab_to(visitor, "下一页")
    event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(visitor.window.windowHandle(), event)
    assert visitor.kiosk.controller._stage.busy
    assert not ring(visitor).isVisible()
    visitor.rest()
    assert ring(visitor).isVisible()
    assert named(visitor) == "下一页"


def test_the_ring_stays_where_the_same_screen_is_put_together_anew(brisk: Visitor) -> None:
    brisk.open()
    take(brisk, OpenPanel(1))
    enter(brisk, "无障碍")
    assert named(brisk) == "无障碍"
    enter(brisk, "大字")
    assert named(brisk) == "大字"
    take(brisk, OpenChoices(on=False))
    enter(brisk, "EN")
    assert brisk.state.language == "en"
    assert named(brisk) == "中文", "the same place, by another name"


def test_the_ring_goes_with_what_it_was_on(brisk: Visitor) -> None:
    brisk.open()
    brisk.key(K.Key_Tab)
    take(brisk, OpenPanel(1))
    assert target(brisk) is None
    assert not ring(brisk).isVisible()
