"""The order in which targets are read, and where arrows lead."""

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.ui.button import Button
from kiosk.ui.focus import in_order, towards
from kiosk.ui.look import Look


@pytest.fixture
def four(window: QWidget, look: Look) -> list[Button]:
    """Buttons in two rows of two, the upper ones not quite level, made in another order."""
    places = [(300, 210), (100, 104), (100, 200), (300, 100)]
    made = []
    for x, y in places:
        button = Button(look, f"{x} {y}", lambda: None, window)
        button.setGeometry(x, y, 90, 60)
        made.append(button)
    return made


def test_rows_are_read_from_the_left(window: QWidget, four: list[Button]) -> None:
    said = [one.accessibleName() for one in in_order(window, four)]
    assert said == ["100 104", "300 100", "100 200", "300 210"]


@pytest.mark.parametrize(
    ("way", "there"),
    [((1, 0), "300 100"), ((0, 1), "100 200"), ((-1, 0), None), ((0, -1), None)],
    ids=["right", "down", "left", "up"],
)
def test_a_direction_leads_to_the_nearest(
    window: QWidget, four: list[Button], way: tuple[int, int], there: str | None
) -> None:
    found = towards(window, four, four[1], way)
    assert (found.accessibleName() if found else None) == there
