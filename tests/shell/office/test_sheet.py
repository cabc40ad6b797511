"""The sheet of staff: its keys, when it closes, what it hides, and how it looks."""

import pytest
from PySide6.QtCore import Qt

from kiosk.content.problems import Place, Problem, Said
from kiosk.staff.audit import audit
from kiosk.visit.intents import Speak, Staff
from kiosk.visit.passing import STAFF
from kiosk.visit.state import Home
from tests.shell.desk import CONTENT, HOURS, ask, at, open_sheet, pad, room, sheet
from tests.shell.office.conftest import Opener
from tests.shell.visitor import Visitor

K = Qt.Key


# -- keys, and the time ----------------------------------------------------------------------------


def test_keys_lead_to_every_button_and_escape_closes(visitor: Visitor) -> None:
    open_sheet(visitor)
    named = set()
    for _ in range(12):
        visitor.key(K.Key_Tab)
        target = visitor.kiosk.focus.target
        assert target is not None
        named.add(target.accessibleName())
    assert {"Status", "Content", "Versions", "Screen", "Hours", "Running", "Close"} <= named
    visitor.key(K.Key_Escape)
    assert visitor.state.staff == ""


def test_enter_opens_the_section_in_the_ring_and_arrows_go_on(visitor: Visitor) -> None:
    open_sheet(visitor)
    visitor.key(K.Key_Down)
    while (target := visitor.kiosk.focus.target) and target.accessibleName() != "Status":
        visitor.key(K.Key_Tab)
    visitor.key(K.Key_Down)
    visitor.key(K.Key_Return)
    assert sheet(visitor).at == CONTENT


def test_a_key_that_is_held_does_nothing_more(visitor: Visitor) -> None:
    ask(visitor)
    visitor.kiosk._key(K.Key_1, False, True)
    assert pad(visitor)._pin == ""


@pytest.mark.parametrize("kind", ["pin", "sheet"])
def test_it_closes_itself_when_nobody_touches_it(visitor: Visitor, kind: str) -> None:
    visitor.kiosk.controller.take(Staff(kind))
    visitor.wait(STAFF - 1)
    assert visitor.state.staff == kind
    visitor.tap((640, 710))
    visitor.wait(STAFF - 1)
    assert visitor.state.staff == kind, "a touch keeps it"
    visitor.wait(2)
    assert visitor.state.staff == ""
    assert room(visitor).paper is None


def test_nothing_beneath_is_touched_through_it(visitor: Visitor) -> None:
    open_sheet(visitor)
    for x in range(20, 1280, 200):
        visitor.swipe(1)
        visitor.tap((x, 690))
    assert isinstance(visitor.place, Home)


def test_visitors_next_start_never_sees_it(visitor: Visitor) -> None:
    before = visitor.window.grab().toImage()
    open_sheet(visitor)
    assert visitor.window.grab().toImage() != before
    picture = room(visitor).unseen(visitor.kiosk.controller.still)
    assert picture.toImage() == before
    assert sheet(visitor).isVisible()


def test_another_size_of_the_window_makes_it_anew_at_the_same_section(visitor: Visitor) -> None:
    at(visitor, HOURS)
    old = sheet(visitor)
    visitor.window.setFixedSize(720, 1280)
    visitor.rest()
    assert sheet(visitor) is not old
    assert sheet(visitor).at == HOURS
    assert sheet(visitor).size() == visitor.window.size()


# -- how it looks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "size", [(1920, 1080), (1080, 1920), (1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_everything_fits_in_every_language(
    opener: Opener, size: tuple[int, int], language: str
) -> None:
    visitor = opener(size=size)
    visitor.open()
    visitor.kiosk.controller.take(Speak(language))
    look = visitor.kiosk._over()
    many = [
        Problem(Place(n, 1), Said(30 * "错", 12 * "wrong "), Said("改", "mend")) for n in range(40)
    ]
    room(visitor)._stage.problems, room(visitor).faults = (
        many,
        lambda: 20 * ["3 × ValueError a.py:1"],
    )
    ask(visitor)
    for digit in "123456789012":
        pad(visitor).type(digit)
    found = audit(pad(visitor), look)
    for section in range(6):
        at(visitor, section)
        found += audit(sheet(visitor), look)
        while sheet(visitor)._flow._on.isVisible() and sheet(visitor)._flow._on.isEnabled():
            sheet(visitor)._flow._on.act()
            found += audit(sheet(visitor), look)
    visitor.tap(sheet(visitor)._flow._widgets[-1])
    found += audit(sheet(visitor), look)
    assert [str(one) for one in found] == []
