"""A PIN: what is kept of it, and how long the next try has to wait after wrong ones."""

import pytest

from kiosk.shell.office.pin import FREE, LONGEST, Tries, hashed, matches, valid
from tests.helpers.clock import Clock
from tests.shell.desk import HASH, PIN


def test_what_is_kept_lets_the_pin_in_and_no_other() -> None:
    assert matches(PIN, HASH)
    assert not matches("2469", HASH)
    assert not matches("", HASH)


def test_what_is_kept_does_not_hold_the_pin_and_is_new_each_time() -> None:
    again = hashed("135792468")
    assert again.startswith("scrypt$16384$8$1$")
    assert "135792468" not in again
    assert again != hashed("135792468")


@pytest.mark.parametrize(
    "kept",
    [
        "",
        PIN,
        "scrypt$16384$8$1$00",
        "scrypt$x$8$1$00$00",
        "scrypt$16384$8$1$zz$zz",
        HASH.replace("scrypt", "argon2"),
        "scrypt$16384$8$1$00$",
        "scrypt$16384$8$1$00$00",
        "scrypt$1073741824$8$1$00$" + 64 * "0",
    ],
    ids=["nothing", "the PIN", "short", "no number", "no hex", "other", "empty", "a byte", "huge"],
)
def test_nothing_opens_what_is_no_hash(kept: str) -> None:
    assert not matches(PIN, kept)


@pytest.mark.parametrize(
    ("pin", "fit"),
    [
        *[("1234", True), ("123456789012", True), ("123", False), ("1234567890123", False)],
        *[("12a4", False), ("１２３４", False), ("", False), ("12 34", False)],
    ],
)
def test_a_pin_has_four_to_twelve_digits(pin: str, fit: bool) -> None:
    assert valid(pin) is fit


def test_wrong_tries_wait_longer_and_longer(clock: Clock) -> None:
    tries, waits = Tries(clock), []
    for _ in range(13):
        assert not tries.right("0000", HASH)
        waits.append(tries.left)
        clock.pass_(tries.left)
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert max(waits) == LONGEST


def test_while_one_waits_even_the_right_pin_is_refused_and_nothing_is_counted(clock: Clock) -> None:
    tries = Tries(clock)
    for _ in range(FREE + 2):
        clock.pass_(tries.left)
        tries.right("0000", HASH)
    clock.pass_(1.9)
    assert not tries.right(PIN, HASH)
    assert tries.left == pytest.approx(0.1)
    clock.pass_(0.2)
    assert tries.right(PIN, HASH)


def test_the_right_pin_forgives_what_was_wrong_before(clock: Clock) -> None:
    tries = Tries(clock)
    for _ in range(FREE):
        tries.right("0000", HASH)
    assert tries.right(PIN, HASH)
    assert not tries.right("0000", HASH)
    assert tries.left == 0
