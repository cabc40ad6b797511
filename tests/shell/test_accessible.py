"""What those are told who have the screen read to them: the tree that Qt hands to a screen reader."""

import gc
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QGraphicsView, QWidget

from kiosk.panels.framed import Framed
from kiosk.panels.guess_board import Board
from kiosk.panels.marks import MarkedView
from kiosk.panels.photos import Photos
from kiosk.panels.thumbs import Thumb
from kiosk.shell.band import Dots
from kiosk.shell.tour import Screen, screens
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.look import Look
from kiosk.ui.numeral import Numeral
from kiosk.ui.spoken import Role, Spoken, Voice, speak
from kiosk.ui.words import Words
from kiosk.visit.intents import (
    GoHome,
    Guide,
    Intent,
    Lay,
    Leave,
    OpenChoices,
    OpenPanel,
    Speak,
    Touched,
    Zoom,
)
from kiosk.visit.route import Route
from tests.helpers.leaks import settle
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor

Text = QAccessible.Text
NAME, ABOUT, VALUE = Text.Name, Text.Description, Text.Value


@pytest.fixture(autouse=True)
def somebody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    """No screen reader is there; Qt asks for its sake all the same."""
    monkeypatch.setattr("kiosk.ui.spoken._heard", lambda: True)


def spoken(widget: QWidget) -> QAccessibleInterface:
    """Return what Qt tells of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield everything that is on the screen, from the window down."""
    if top.state().invisible:
        return
    yield top
    for at in range(top.childCount()):
        child = top.child(at)
        if child is not None:
            yield from tree(child)


def on_screen(visitor: Visitor) -> list[QAccessibleInterface]:
    return list(tree(spoken(visitor.window)))


def go(visitor: Visitor, *intents: Intent) -> None:
    for intent in (Leave(), Touched(), *intents):
        visitor.kiosk.controller.take(intent)
    visitor.rest()


def first(visitor: Visitor, kind: str) -> int:
    """Return the first panel of a kind."""
    route: Route = visitor.kiosk.controller.route
    return next(at for at in range(len(route.legs)) if route.panel(at).kind == kind)


def every_kind(route: Route, language: str) -> Iterator[Screen]:
    """Yield one screen of every kind: of all panels of a kind only the first."""
    kinds = set[str]()
    for screen in screens(route, language):
        opened = [one for one in screen.intents if isinstance(one, OpenPanel)]
        over = any(isinstance(one, Lay | Zoom) for one in screen.intents)
        kind = screen.key if over or not opened else route.panel(opened[0].panel).kind
        if kind not in kinds:
            kinds.add(kind)
            yield screen


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_screen_can_be_told(brisk: Visitor, language: str) -> None:
    """Whatever can be pressed or shows something has a name and the role of what it is."""
    route = brisk.kiosk.controller.route
    asking = (Touched(), Speak(language), GoHome(), OpenChoices(on=True))
    more = Screen(1000, "choices", asking)
    told = set[Role]()
    for screen in (*every_kind(route, language), more):
        go(brisk, *screen.intents)
        brisk.wait(screen.wait)
        for one in on_screen(brisk):
            widget, role = one.object(), one.role()
            told.add(role)
            name = one.text(NAME)
            where = f"{screen.key}: {widget} {role}"
            if isinstance(widget, Touchpad):
                assert name, where
                assert role in {Role.Button, Role.CheckBox, Role.Graphic}, where
                assert (role == Role.CheckBox) == (widget.on is not None), where
                assert one.actionInterface().actionNames() == ["Press"], where
            elif isinstance(widget, QGraphicsView):
                assert role == Role.Chart, where
                assert name, where
            elif isinstance(widget, Words | Numeral):
                assert role == Role.StaticText, where
            if one.state().focusable or role in {Role.Document, Role.Dialog, Role.Graphic}:
                assert name, where
    kinds = {Role.Button, Role.CheckBox, Role.Graphic, Role.Chart, Role.Document, Role.Dialog}
    assert told >= kinds | {Role.Slider, Role.StaticText, Role.Indicator, Role.ListItem}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_chart_reads_as_a_sentence_and_a_table(brisk: Visitor, language: str) -> None:
    route, read = brisk.kiosk.controller.route, set[str]()
    for at in range(len(route.legs)):
        go(brisk, Speak(language), OpenPanel(at))
        view = brisk.view
        if not isinstance(view, MarkedView):
            continue
        read.add(route.panel(at).kind)
        charts = [one for one in on_screen(brisk) if isinstance(one.object(), QGraphicsView)]
        rows = [line for one in charts for line in one.text(ABOUT).split("\n")]
        assert charts
        assert all(one.text(NAME).startswith(("图表：", "Chart: ")) for one in charts)
        assert len(rows) == len(view._marks)
        for name in dict.fromkeys(name for _, name in view.brief.panel.figure_names()):
            figure = view.brief.figure(name)
            values = [row.split("\t")[1] for row in rows]
            assert view.brief.phrase(figure) in values
    assert read >= {"bars", "change", "share", "ring", "pictogram", "squares", "ranking"}


def test_a_canvas_that_is_lent_again_says_nothing_of_the_panel_before(brisk: Visitor) -> None:
    go(brisk, OpenPanel(first(brisk, "bars")))
    spare = brisk.kiosk.shop.charts()._spare
    brisk.kiosk.controller._views.drop_all()
    assert [one.accessibleName() for one in spare] == [""] * len(spare)
    assert [one.accessibleDescription() for one in spare] == [""] * len(spare)
    brisk.kiosk.controller._stage.view = None
    go(brisk, GoHome())


def test_a_press_through_the_tree_is_a_press(brisk: Visitor) -> None:
    go(brisk, OpenPanel(1))
    (on,) = (one for one in on_screen(brisk) if one.text(NAME) == "下一页")
    on.actionInterface().doAction("Press")
    assert brisk.at == (2, 0)


def test_what_is_chosen_has_a_tick(brisk: Visitor) -> None:
    go(brisk, OpenChoices(on=True))
    (pad,) = brisk.pads("大字")
    assert not spoken(pad).state().checked
    brisk.tap("大字")
    (pad,) = brisk.pads("大字")
    assert spoken(pad).state().checked


def test_what_cannot_be_pressed_now_is_told_as_such(brisk: Visitor) -> None:
    go(brisk, OpenChoices(on=True))
    found = [one for one in on_screen(brisk) if one.text(NAME) == "恢复原样"]
    assert [bool(one.state().disabled) for one in found] == [True]


def test_the_dots_have_a_value(brisk: Visitor) -> None:
    go(brisk, OpenPanel(1))
    (dots,) = (one for one in brisk.window.findChildren(Dots) if one.isVisible())
    told = spoken(dots)
    assert told.text(VALUE) == told.text(NAME) == dots.accessibleName()


def test_a_guess_tells_its_value(brisk: Visitor) -> None:
    route = brisk.kiosk.controller.route
    asks = next(at for at in range(len(route.legs)) if "guess" in route.panel(at).sheets)
    go(brisk, OpenPanel(asks), Lay("guess"))
    (board,) = (one for one in brisk.window.findChildren(Board) if one.isVisible())
    told = spoken(board)
    assert told.role() == Role.Slider
    before = told.text(VALUE)
    told.actionInterface().doAction("Press")
    assert told.text(VALUE) != before


def test_a_picture_reads_its_caption(brisk: Visitor) -> None:
    go(brisk, OpenPanel(first(brisk, "photos")))
    (picture,) = (
        one
        for one in on_screen(brisk)
        if isinstance(one.object(), Framed) and not isinstance(one.object(), Thumb)
    )
    brief = brisk.view.brief
    assert isinstance(brief.panel, Photos)
    assert picture.role() == Role.Graphic
    assert picture.text(NAME) == brief.say(brief.panel.items[0].caption)


def test_the_question_tells_how_long_it_waits(brisk: Visitor) -> None:
    go(brisk, GoHome())
    brisk.wait(62)
    (ask,) = (one for one in on_screen(brisk) if one.role() == Role.Dialog)
    assert ask.text(NAME) == "还在看吗？"
    assert ask.text(ABOUT) == brisk.kiosk.controller._screens.ask._text.text
    assert ask.state().modal


def test_the_focus_of_the_keys_is_told(brisk: Visitor) -> None:
    """Qt's own focus goes along with the ring; it announces itself."""
    go(brisk, GoHome())
    brisk.kiosk.focus.walk(1)
    assert brisk.window.focusWidget() is brisk.kiosk.focus.target
    brisk.kiosk.focus.leave()
    assert brisk.window.focusWidget() is None


def test_what_has_gone_is_kept_by_nothing_that_spoke_of_it(brisk: Visitor) -> None:
    """PySide keeps the speaker for ever: it must not keep the widget."""
    pad = Button(Look(1280, 720), "gone", lambda: None, brisk.window)
    told, left = spoken(pad), weakref.ref(pad)
    assert told.text(NAME) == "gone"
    pad.deleteLater()
    del pad
    settle()
    gc.collect()
    assert left() is None
    assert not shiboken6.isValid(told)  # type: ignore[no-untyped-call]


def test_a_kind_that_nobody_named_speaks_as_what_it_is_made_from(brisk: Visitor) -> None:
    class Plain(QWidget):
        pass

    class Fancy(Plain):
        pass

    fancy = Fancy(brisk.window)
    before = spoken(QWidget(brisk.window)).role()
    speak({Plain: Voice(Role.Clock)})
    assert spoken(fancy).role() == Role.Clock
    assert before != Role.Clock
    assert spoken(fancy).actionInterface().actionNames() == []


def test_a_talk_is_told_in_words(brisk: Visitor) -> None:
    go(brisk, GoHome(), Guide(on=True))
    assert any("20" in one.text(NAME) and "讲解" in one.text(NAME) for one in on_screen(brisk))


def test_where_nobody_listens_nothing_is_made_that_would_stay(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide never frees what it made: months of panels would fill the machine."""
    monkeypatch.setattr("kiosk.ui.spoken._heard", lambda: False)
    gc.collect()
    before = sum(isinstance(one, Spoken) for one in gc.get_objects())
    visitor = opener()
    visitor.open()
    visitor.kiosk.controller.take(OpenPanel(3))
    visitor.rest()
    assert sum(isinstance(one, Spoken) for one in gc.get_objects()) == before
