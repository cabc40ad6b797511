"""One panel that cannot be shown is a quiet card, a line in the log, and nobody else's trouble."""

import logging
from typing import Any, cast

import pytest
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.panel import Panel
from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.figures import Figures, FiguresView
from kiosk.panels.kinds import VIEWS
from kiosk.panels.quiet import QuietCard
from kiosk.panels.share import Share, ShareView
from kiosk.panels.view import View
from kiosk.shell.contents import ContentsView
from kiosk.shell.home import ChapterCard, HomeView
from kiosk.staff.audit import audit
from kiosk.ui.words import Words
from kiosk.visit.state import AtPanel, Home
from tests.shell.visitor import Visitor

BROKEN = 2
"""The panel of figures in the first chapter."""

SHARE = 4
"""The panel with a chart that stands in the second."""


def fail(*_: Any) -> Any:
    raise RuntimeError("no such thing")


class NoInit(FiguresView):
    def __init__(self, _brief: Brief) -> None:
        fail()


class NoLines(FiguresView):
    lines = fail


class NoLayout(FiguresView):
    laid = fail


class NoGrowth(FiguresView):
    def grow(self, share: float) -> None:
        fail(share)


class NoPaint(FiguresView):
    def paintEvent(self, _event: QPaintEvent) -> None:
        fail()


class NoPart(FiguresView):
    """One of its parts cannot be painted."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        part = Part(self)
        part.setGeometry(10, 10, 10, 10)


class Part(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        fail()


class NoPlace(FiguresView):
    """One of its parts cannot be laid out."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self.part = Unplaced(self)

    def laid(self) -> None:
        self.part.setGeometry(10, 10, 10, 10)


class Unplaced(QWidget):
    def resizeEvent(self, _event: QResizeEvent) -> None:
        fail()


def put(patch: pytest.MonkeyPatch, kind: type[Panel], view: type[View]) -> None:
    patch.setitem(cast("dict[Any, Any]", VIEWS), kind, view)


@pytest.fixture(params=[NoInit, NoLines, NoLayout, NoGrowth, NoPaint, NoPart, NoPlace])
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every panel of figures fails, each time in another way."""
    put(monkeypatch, Figures, request.param)


def quiet(visitor: Visitor) -> bool:
    return isinstance(visitor.view, QuietCard)


def before_the_broken(visitor: Visitor) -> None:
    visitor.open()
    visitor.tap(next(one for one in visitor.pads() if isinstance(one, ChapterCard)))
    visitor.tap("下一页")
    assert visitor.at == (BROKEN - 1, 0)


@pytest.mark.usefixtures("broken")
def test_a_view_that_fails_becomes_a_quiet_card(
    visitor: Visitor, expects_log: list[logging.LogRecord]
) -> None:
    before_the_broken(visitor)
    visitor.tap("下一页")
    assert visitor.at == (BROKEN, 0)
    assert quiet(visitor)
    said = {words.text for words in visitor.view.findChildren(Words)}
    assert signs.QUIET.zh in said
    assert audit(visitor.view, visitor.view.look) == []
    assert "letter/2" in expects_log[0].getMessage()
    assert all(record.exc_info for record in expects_log)
    visitor.tap("EN")
    assert signs.QUIET.en in {words.text for words in visitor.view.findChildren(Words)}


@pytest.mark.usefixtures("broken", "expects_log")
def test_all_others_stay_alive_around_it(visitor: Visitor) -> None:
    before_the_broken(visitor)
    visitor.prepare()
    visitor.swipe(1)
    assert quiet(visitor)
    visitor.tap("下一页")
    visitor.tap("上一页")
    assert quiet(visitor)
    visitor.tap("上一页")
    assert not quiet(visitor)
    assert visitor.at == (BROKEN - 1, 0)


@pytest.mark.usefixtures("broken")
def test_a_view_that_fails_is_told_of_once_and_not_at_every_look(
    visitor: Visitor, expects_log: list[logging.LogRecord]
) -> None:
    before_the_broken(visitor)
    for _ in range(3):
        visitor.tap("下一页")
        visitor.tap("上一页")
    told = [record for record in expects_log if "letter/2" in record.getMessage()]
    assert len(told) == 1


def test_a_view_that_fails_gives_its_charts_back(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, expects_log: list[logging.LogRecord]
) -> None:
    put(monkeypatch, Share, type("NoPaint", (ShareView,), {"paintEvent": fail}))
    visitor.open()
    visitor.tap([one for one in visitor.pads() if isinstance(one, ChapterCard)][1])
    for _ in range(4):
        visitor.tap("下一页")
        assert quiet(visitor)
        visitor.tap("EN" if visitor.state.language == "zh" else "中文")
        visitor.tap("上一页" if visitor.state.language == "zh" else "Previous")
        visitor.kiosk.controller._views.tidy(visitor.view, set())
        if visitor.state.language == "en":
            visitor.tap("中文")
    charts = visitor.kiosk.shop.charts()
    assert charts.made == len(charts._spare) == 1
    assert expects_log


@pytest.mark.parametrize("view", [HomeView, ContentsView])
def test_home_and_the_list_may_fail_as_well(
    visitor: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    expects_log: list[logging.LogRecord],
    view: type[QWidget],
) -> None:
    monkeypatch.setattr(view, "laid", fail)
    visitor.tap((600, 300))
    if view is ContentsView:
        visitor.tap("全部篇章")
    assert quiet(visitor)
    assert expects_log
    visitor.tap("首页")
    assert visitor.place == Home()


def test_a_touch_that_fails_is_logged_and_the_next_one_works(
    visitor: Visitor, expects_log: list[logging.LogRecord]
) -> None:
    visitor.open()
    first, second = visitor.pads()[:2]
    first.act = fail
    visitor.tap(first)
    assert visitor.place == Home()
    assert len(expects_log) == 1
    visitor.tap(second)
    assert isinstance(visitor.place, AtPanel)


def test_a_full_view_that_fails_leaves_the_way_home_open(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, expects_log: list[logging.LogRecord]
) -> None:
    monkeypatch.setattr("kiosk.shell.screens.Viewer", fail)
    visitor.open()
    visitor.tap([one for one in visitor.pads() if isinstance(one, ChapterCard)][-1])
    visitor.kiosk.shop.pictures._pool.waitForDone()
    visitor.rest()
    visitor.tap((300, 300))
    assert expects_log
    visitor.tap("首页")
    assert visitor.place == Home()
    visitor.tap(next(one for one in visitor.pads() if isinstance(one, ChapterCard)))
    assert visitor.at == (0, 0)
