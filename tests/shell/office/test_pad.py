"""The pad that asks staff for the PIN: what it takes, and how it makes everybody wait."""

from PySide6.QtCore import Qt

from kiosk.visit.intents import OpenPanel
from tests.shell.desk import DIGITS, PIN, Drawer, ask, enter, pad, room, sheet
from tests.shell.desk import words as seen
from tests.shell.visitor import Visitor

K = Qt.Key


def test_the_right_pin_opens_the_sheet(visitor: Visitor) -> None:
    ask(visitor)
    enter(visitor, PIN)
    assert visitor.state.staff == "sheet"
    assert sheet(visitor).isVisible()


def test_a_wrong_pin_is_told_and_forgotten(visitor: Visitor) -> None:
    ask(visitor)
    enter(visitor, "1111")
    assert visitor.state.staff == "pin"
    assert "That PIN is wrong." in seen(pad(visitor))
    enter(visitor, PIN)
    assert visitor.state.staff == "sheet"


def test_too_few_digits_cannot_be_entered_and_no_more_than_twelve_are_taken(
    visitor: Visitor,
) -> None:
    ask(visitor)
    for _ in range(3):
        visitor.tap("1")
    assert not pad(visitor)._ok.isEnabled()
    for _ in range(12):
        visitor.tap("1")
    assert pad(visitor)._pin == 12 * "1"
    visitor.tap("Delete")
    assert pad(visitor)._pin == 11 * "1"


def test_wrong_pins_make_everybody_wait_even_at_a_pad_that_is_opened_anew(
    visitor: Visitor,
) -> None:
    ask(visitor)
    for _ in range(5):
        enter(visitor, "1111")
        visitor.clock.pass_(room(visitor).tries.left)
        pad(visitor)._second.timeout.emit()
    enter(visitor, "1111")
    assert "That PIN is wrong. Try again in 8 s." in seen(pad(visitor))
    visitor.tap("Back")
    ask(visitor)
    assert "That PIN is wrong. Try again in 8 s." in seen(pad(visitor))
    for digit in PIN:
        visitor.tap(digit)
    assert not pad(visitor)._ok.isEnabled()
    visitor.key(K.Key_Return)
    assert visitor.state.staff == "pin"
    visitor.clock.pass_(8)
    pad(visitor)._second.timeout.emit()
    assert seen(pad(visitor)) == ["Staff PIN"]
    visitor.tap("Enter")
    assert visitor.state.staff == "sheet"


def test_back_leaves_everything_as_it_was(visitor: Visitor) -> None:
    visitor.kiosk.controller.take(OpenPanel(3))
    before = visitor.place
    ask(visitor)
    visitor.tap("Back")
    assert (visitor.state.staff, visitor.place) == ("", before)
    assert room(visitor).paper is None


def test_a_pin_that_was_taken_away_meanwhile_opens_nothing(
    visitor: Visitor, drawer: Drawer
) -> None:
    ask(visitor)
    drawer.pin = None
    enter(visitor, PIN)
    assert visitor.state.staff == "pin"


def test_the_pin_is_entered_by_keys_as_well(visitor: Visitor) -> None:
    ask(visitor)
    for key in (K.Key_9, K.Key_Backspace, *DIGITS, K.Key_Return):
        visitor.key(key)
    assert visitor.state.staff == "sheet"


def test_no_digit_is_told_to_who_has_the_screen_read(visitor: Visitor) -> None:
    ask(visitor)
    for digit in PIN:
        visitor.tap(digit)
    assert PIN not in "".join([pad(visitor).accessibleName(), *seen(pad(visitor))])
