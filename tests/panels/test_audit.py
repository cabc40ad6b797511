"""The audit finds what it is there for, and has nothing to say of a screen that is well."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.staff.audit import Fault, Kind, audit
from kiosk.ui.boxes import Card
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.chart import Charts
from kiosk.ui.look import Look
from kiosk.ui.numeral import Numeral
from kiosk.ui.seal import Seal
from kiosk.ui.theme import PAPER, Style
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words

LOOK = Look(1920, 1080)
TYPE = PAPER.type
LONG = "平安是一封家书，写给这座城市里的每一个人，也写给这片土地。"


@pytest.fixture
def screen(kiosk_app: QApplication) -> Iterator[QWidget]:
    """A screen without anything on it."""
    root = QWidget()
    root.resize(1920, 1080)
    yield root
    root.deleteLater()


def words(parent: QWidget, text: str = LONG, x: int = 100, y: int = 100, width: int = 600) -> Words:
    one = Words(LOOK, text, TYPE.label, parent)
    one.place(x, y, width)
    return one


def number(parent: QWidget, area: QRect, digits: str = "48,000") -> Numeral:
    one = Numeral(LOOK, ("", lambda _share: digits, "件"), TYPE.numeral, parent)
    one.place(area.x(), area.y(), 900)
    one.setGeometry(area)
    return one


def pad(parent: QWidget, *area: int) -> Touchpad:
    one = Touchpad(LOOK, "pad", lambda: None, parent)
    one.setGeometry(*area)
    return one


def only(found: list[Fault], kind: Kind, name: str = "", other: str = "", detail: str = "") -> None:
    """Exactly one fault, of this kind, and it speaks of these."""
    assert [fault.kind for fault in found] == [kind], found
    assert name in found[0].name
    assert other in found[0].other
    assert detail in found[0].detail


def test_a_screen_that_is_well_has_no_complaints(screen: QWidget) -> None:
    words(screen)
    Column(LOOK, "马上相逢无纸笔\n凭君传语报平安", TYPE.verse, screen).place(1500, 100, 400)
    card = Card(LOOK, screen)
    card.setGeometry(100, 400, 500, 300)
    words(card, "卡片", 30, 150, 300)
    number(card, QRect(30, 30, 400, 100))
    pad(screen, 800, 400, 96, 96)
    pad(screen, 800 + 96 + 16, 400, 96, 96)
    button = Button(LOOK, "首页", lambda: None, screen, sign="home", label="首页")
    button.setGeometry(QRect(800, 600, button.measure().width(), 96))
    assert audit(screen, LOOK) == []


@pytest.mark.parametrize("role", ["height", "width"])
def test_clipped_words_are_found(screen: QWidget, role: str) -> None:
    one = words(screen, width=900)
    high, wide = one.height(), one.width()
    one.setGeometry(100, 100, *((wide, high - 12) if role == "height" else (wide // 3, high)))
    found = audit(screen, LOOK)
    assert found
    assert {fault.kind for fault in found} == {Kind.CUT}


def test_letters_that_reach_out_of_their_lines_are_found(screen: QWidget) -> None:
    one = Words(LOOK, "begin", Style(TYPE.title.family, 90, leading=0.6), screen)
    one.place(100, 100, 900)
    one.resize(900, round(one.height() * 0.75))
    only(audit(screen, LOOK), Kind.CUT, "begin", detail="its ink")


@pytest.mark.parametrize("style", [TYPE.title, TYPE.display], ids=lambda it: it.size)
def test_the_tails_of_latin_letters_are_whole(screen: QWidget, style: Style) -> None:
    Words(LOOK, "begin? (jpqy) Q", style, screen).place(100, 100, 1700)
    assert audit(screen, LOOK) == []


@pytest.mark.parametrize("area", [QRect(100, 100, 150, 100), QRect(100, 100, 400, 40)])
def test_a_clipped_number_is_found(screen: QWidget, area: QRect) -> None:
    number(screen, area)
    assert Kind.CUT in {fault.kind for fault in audit(screen, LOOK)}


def test_a_number_that_is_wider_on_its_way_is_found_there(screen: QWidget) -> None:
    def digits(share: float) -> str:
        return "8.7" if share == 1.0 else "12.3"

    one = Numeral(LOOK, ("", digits, "分钟"), TYPE.numeral, screen)
    one.place(100, 100, one.measure(900).width())
    assert audit(screen, LOOK) == []
    one.count(0.0)
    assert Kind.CUT in {fault.kind for fault in audit(screen, LOOK)}


def test_a_clipped_column_is_found(screen: QWidget) -> None:
    one = Column(LOOK, "马上相逢无纸笔", TYPE.verse, screen)
    one.place(1500, 100, 400)
    one.resize(one.width(), one.height() // 2)
    only(audit(screen, LOOK), Kind.CUT, "马上相逢无纸笔")


def test_words_outside_the_screen_are_found(screen: QWidget) -> None:
    words(screen, "平安", 1900, 100, 300)
    only(audit(screen, LOOK), Kind.OUT, detail="off the screen")


def test_words_outside_their_card_are_found(screen: QWidget) -> None:
    card = Card(LOOK, screen)
    card.setGeometry(100, 100, 300, 60)
    words(card, "平安", 20, 40, 200)
    only(audit(screen, LOOK), Kind.OUT, "平安", detail=" in ")


def test_words_that_overlap_are_found(screen: QWidget) -> None:
    words(screen, "一座城")
    words(screen, "一封信", 120, 120)
    only(audit(screen, LOOK), Kind.OVERLAP, "一座城", "一封信")


def test_words_side_by_side_in_wide_widgets_do_not_overlap(screen: QWidget) -> None:
    """A widget may be wider than its words: what is not drawn covers nothing."""
    words(screen, "一座城", width=800)
    right = Words(LOOK, "一封信", TYPE.label, screen, align=Qt.AlignmentFlag.AlignRight)
    right.place(100, 100, 800)
    assert audit(screen, LOOK) == []


@pytest.mark.parametrize("kind", ["card", "pad", "seal"])
def test_words_that_lie_on_something_else_are_found(screen: QWidget, kind: str) -> None:
    thing: QWidget
    if kind == "card":
        thing = Card(LOOK, screen)
    else:
        thing = Seal(LOOK, "平安", screen) if kind == "seal" else pad(screen, 0, 0, 0, 0)
    thing.setGeometry(80, 110, 100, 100)
    words(screen, "平安")
    only(audit(screen, LOOK), Kind.COVERING, "平安", detail=f"a {type(thing).__name__}")


def test_a_number_may_stand_on_a_chart(screen: QWidget) -> None:
    charts = Charts()
    chart = charts.lend(screen)
    chart.setGeometry(100, 100, 800, 400)
    number(screen, QRect(200, 200, 400, 100))
    assert audit(screen, LOOK) == []
    charts.take_back(chart)


def test_type_below_24_design_pixels_is_found(screen: QWidget) -> None:
    small = Look(960, 540)
    Words(small, "平安", TYPE.caption, screen).place(100, 100, 600)
    only(audit(screen, LOOK), Kind.SMALL, "平安")


@pytest.mark.parametrize("size", [(94, 200), (200, 94)])
def test_a_small_target_is_found(screen: QWidget, size: tuple[int, int]) -> None:
    pad(screen, 100, 100, *size)
    only(audit(screen, LOOK), Kind.TARGET, "pad")


@pytest.mark.parametrize("at", [(210, 100), (100, 210), (110, 120)], ids=["beside", "below", "on"])
def test_targets_too_near_to_each_other_are_found(screen: QWidget, at: tuple[int, int]) -> None:
    pad(screen, 100, 100, 96, 96)
    pad(screen, *at, 96, 96)
    only(audit(screen, LOOK), Kind.CROWDED, "pad", "pad")


def test_a_target_outside_the_screen_is_found(screen: QWidget) -> None:
    pad(screen, 1850, 100, 96, 96)
    only(audit(screen, LOOK), Kind.OUT, detail="off the screen")


def test_a_button_too_narrow_for_its_word_is_found(screen: QWidget) -> None:
    one = Button(LOOK, "contents", lambda: None, screen, sign="chapters", label="All chapters")
    one.setGeometry(100, 100, one.measure().width() - 5, 96)
    only(audit(screen, LOOK), Kind.CUT, "contents")


def test_what_nobody_sees_is_not_looked_at(screen: QWidget) -> None:
    words(screen, "一座城").hide()
    holder = QWidget(screen)
    holder.setGeometry(0, 0, 10, 10)
    words(holder, "一封信")
    pad(holder, 0, 0, 10, 10)
    holder.hide()
    words(screen, "", width=1)
    assert audit(screen, LOOK) == []


def test_distances_are_measured_in_design_pixels(screen: QWidget) -> None:
    """On a screen of half the size, half the pixels make a target."""
    half = Look(960, 540)
    pad(screen, 100, 100, 48, 48)
    pad(screen, 156, 100, 48, 48)
    assert audit(screen, half) == []
    assert len(audit(screen, LOOK)) == 3


def test_a_fault_is_told_in_one_line() -> None:
    fault = Fault(Kind.OVERLAP, "一座城\n一封信", "10 × 10 at 0, 0", "平安")
    assert str(fault) == "“一座城/一封信” overlaps “平安”: 10 × 10 at 0, 0"
    assert str(Fault(Kind.CUT, "甲" * 30, "cut")) == f"“{'甲' * 24}” is cut: cut"
