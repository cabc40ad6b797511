"""Marks answer a touch: one stands out and tells its sentence, and the next visitor finds none."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor

from kiosk.content.panel import Panel
from kiosk.panels.bars import Bars
from kiosk.panels.change import Change, ChangeView
from kiosk.panels.marks import Mark, MarkedView, fade, sentence
from kiosk.panels.pictogram import Pictogram
from kiosk.panels.ranking import Ranking
from kiosk.panels.ring import Ring
from kiosk.panels.share import Share
from kiosk.panels.squares import Squares
from kiosk.ui.chart import Chart
from kiosk.ui.gestures import Drag, Lift, Press, Tap
from kiosk.ui.hands import Touchable
from kiosk.ui.look import Look
from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.state import AtPanel
from tests.helpers.compare import pixels
from tests.helpers.staging import Staging

SEVERAL: list[type[Panel]] = [Bars, Ranking, Squares]
ONE: list[type[Panel]] = [Share, Ring, Pictogram, Change]
LOOK = Look(1280, 720)

by_name = pytest.mark.parametrize("kind", SEVERAL + ONE, ids=lambda kind: kind.__name__)
of_several = pytest.mark.parametrize("kind", SEVERAL, ids=lambda kind: kind.__name__)


def shown(staging: Staging, kind: type[Panel], look: Look = LOOK) -> MarkedView:
    route = staging.route
    at = next(at for at in range(len(route.legs)) if isinstance(route.panel(at), kind))
    view = staging.show(AtPanel(at, 0), look)
    assert isinstance(view, MarkedView)
    view.show_share(1.0)
    return view


def tap(view: MarkedView, index: int) -> None:
    middle = view._marks[index].geometry().center()
    assert view.touch(Press(0, middle.x(), middle.y()))
    view.touch(Lift(0))
    view.touch(Tap(0, middle.x(), middle.y()))


def tap_beside(view: MarkedView) -> None:
    view.touch(Tap(0, 3, 3))


def told(view: MarkedView) -> str:
    return view._told.text


def colours(view: MarkedView) -> set[str]:
    """Return every colour on the canvases of a view."""
    found: set[str] = set()
    for chart in view.findChildren(Chart):
        image = pixels(chart.grab().toImage()).reshape(-1, 3)
        found |= {QColor(*(int(part) for part in one)).name() for one in {*map(tuple, image)}}
    return found


# -- what it tells ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("zh", "industrial-deaths", "工业企业安全生产事故亡人数：下降95.2%（20年来）"),
        ("zh", "rank-province", "杭州：第3名（2023年，全省）"),
        ("zh", "wulin-now", "如今的“武林大妈”：15万余人（如今）"),
        ("zh", "happiest-years", "连续获评“中国最具幸福感城市”：17年"),
        ("zh", "high-rises", "高层建筑：32.4%（占全省）"),
        ("zh", "dispute-days", "解纷平均用时：38 → 22天（近两年）"),
        ("en", "wulin-now", "Wulin Aunties today: more than 150,000 people · Today"),
        ("en", "fire-stations", "mini fire stations"),
        ("en", "fire-deaths", ": down 61.1% · "),
    ],
    ids=lambda part: part if part.isascii() and " " not in part else "",
)
def test_a_sentence_has_all_that_is_true_of_its_figure(
    staging: Staging, language: str, name: str, said: str
) -> None:
    brief = shown(staging, Bars, Look(1280, 720, language)).brief
    one = sentence(brief, brief.figure(name))
    assert said in one
    if language == "zh":
        assert said == one


@by_name
def test_a_touch_tells_the_mark_s_sentence_and_another_takes_it_back(
    staging: Staging, kind: type[Panel]
) -> None:
    view = shown(staging, kind)
    assert told(view) == ""
    for index, mark in enumerate(view._marks):
        tap(view, index)
        assert told(view) == mark.accessibleName() != ""
        assert view.lit == index
    tap(view, len(view._marks) - 1)
    assert (told(view), view.lit) == ("", None)


@by_name
def test_every_mark_says_a_sentence_of_its_own(staging: Staging, kind: type[Panel]) -> None:
    view = shown(staging, kind)
    names = [mark.accessibleName() for mark in view.findChildren(Mark)]
    assert all(names)
    assert len(set(names)) == len(names) >= (2 if kind in SEVERAL else 1)


# -- what it looks like ----------------------------------------------------------------------------


@of_several
def test_the_touched_mark_keeps_its_colour_and_the_others_fade(
    staging: Staging, kind: type[Panel]
) -> None:
    view = shown(staging, kind)
    faint = {fade(view.look, role).name() for role in ("azurite", "cinnabar", "malachite")}
    full = {view.look.color(role).name() for role in ("azurite", "cinnabar", "malachite")}
    assert not faint & colours(view)
    tap(view, len(view._marks) - 1)
    assert faint & colours(view)
    assert full & colours(view)
    tap(view, len(view._marks) - 1)
    assert not faint & colours(view)


def test_of_several_slopes_the_others_fade(staging: Staging) -> None:
    view = shown(staging, Change)
    assert isinstance(view, ChangeView)
    (slope,) = view._slopes
    faint = []
    for lit in (None, 0, 1):
        view.lit = lit
        view.grow(1.0)
        faint.append((slope.faint, fade(view.look, "cinnabar").name() in colours(view)))
    assert faint == [(False, False), (False, False), (True, True)]


TAKE_BACK: dict[str, Callable[[MarkedView], None]] = {
    "a touch elsewhere": tap_beside,
    "the next visitor": MarkedView.renew,
}


@by_name
@pytest.mark.parametrize("back", TAKE_BACK.values(), ids=TAKE_BACK)
def test_it_looks_again_as_it_was(
    staging: Staging, kind: type[Panel], back: Callable[[MarkedView], None]
) -> None:
    view = shown(staging, kind)
    before = view.grab().toImage()
    tap(view, 0)
    assert view.grab().toImage() != before
    back(view)
    assert view.lit is None
    assert view.grab().toImage() == before


@by_name
def test_pictures_of_the_view_are_told_to_be_out_of_date(
    staging: Staging, kind: type[Panel]
) -> None:
    view = shown(staging, kind)
    heard: list[int | None] = []
    view.changed.connect(lambda: heard.append(view.lit))
    tap(view, 0)
    tap_beside(view)
    tap_beside(view)
    view.renew()
    assert heard == [0, None]


# -- what it leaves alone --------------------------------------------------------------------------


@by_name
@pytest.mark.parametrize("phase", ["begin", "move", "end", "cancel"])
def test_swipes_are_left_to_those_behind(staging: Staging, kind: type[Panel], phase: str) -> None:
    view = shown(staging, kind)
    middle = view._marks[0].geometry().center()
    assert not view.touch(Drag(0, phase, middle.x(), middle.y(), 60, 0))
    assert view.lit is None


@by_name
def test_nothing_is_told_while_it_grows(staging: Staging, kind: type[Panel]) -> None:
    view = shown(staging, kind)
    view.show_share(0.5)
    middle = view._marks[0].geometry().center()
    assert not view.touch(Tap(0, middle.x(), middle.y()))
    assert view.lit is None


@by_name
def test_touches_on_marks_and_on_what_they_lie_on_come_to_the_view(
    staging: Staging, kind: type[Panel]
) -> None:
    view = shown(staging, kind)
    middle = view._marks[0].geometry().center()
    under = view.childAt(middle)
    while under and under is not view:
        assert not isinstance(under, Mark | Touchable)
        under = under.parentWidget()
    assert isinstance(view, Touchable)


# -- where it is -----------------------------------------------------------------------------------

SIZES = [(1920, 1080), (1080, 1920), (1280, 1024)]


@pytest.mark.parametrize("text", TEXT_STEPS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@by_name
@pytest.mark.usefixtures("flat_ground")
def test_what_is_told_covers_no_mark_and_stays_on_the_screen(
    staging: Staging, kind: type[Panel], size: tuple[int, int], language: str, text: float
) -> None:
    view = shown(staging, kind, Look(*size, language, text))
    for index, mark in enumerate(view._marks):
        if mark.isHidden():
            view.pages.turn()
        tap(view, index)
        words = view._told
        assert view.rect().contains(words.geometry())
        assert words.measure(words.width(), words.factor).height() <= words.height()
        assert all(not words.geometry().intersects(one.geometry()) for one in view._marks)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES[:2], ids=["landscape", "portrait"])
@by_name
@pytest.mark.usefixtures("flat_ground")
def test_fingers_find_the_marks(
    staging: Staging, kind: type[Panel], size: tuple[int, int], language: str
) -> None:
    """As high as any target where rows allow, and never lower than a fingertip is wide."""
    look = Look(*size, language)
    view = shown(staging, kind, look)
    rows = [mark.geometry() for mark in view._marks]
    least = 64 if len(rows) > 4 else look.theme.space.target
    assert min(row.height() for row in rows) >= look.px(least)
    assert not any(one.intersects(two) for one in rows for two in rows if one is not two)
