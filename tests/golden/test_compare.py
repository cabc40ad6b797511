"""The comparator must see what a person would see."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.ui.look import Look
from kiosk.ui.theme import PAPER
from tests.helpers.compare import difference


def sentence(text: str = "二十年，一封家书。", role: str = "ink", shift: int = 0) -> QImage:
    look = Look(1920, 1080)
    image = QImage(420, 60, QImage.Format.Format_RGB32)
    image.fill(look.color("paper"))
    with QPainter(image) as painter:
        painter.setFont(look.font(PAPER.type.body))
        painter.setPen(look.color(role))
        painter.drawText(20 + shift, 42, text)
    return image


def shaded(image: QImage, by: int) -> QImage:
    other = image.copy()
    with QPainter(other) as painter:
        color = QColor(255, 255, 255, by) if by > 0 else QColor(0, 0, 0, -by)
        painter.fillRect(other.rect(), color)
    return other


def test_a_picture_is_no_different_from_itself(kiosk_app: QApplication) -> None:
    found = difference(sentence(), sentence())
    assert (found.largest, found.share, found.glaring) == (0, 0.0, 0)
    assert found.none


def on_a_screen(image: QImage) -> QImage:
    """Return the picture small on a whole screen: a share of it all is next to nothing."""
    screen = QImage(1920, 1080, QImage.Format.Format_RGB32)
    screen.fill(Look(1920, 1080).color("paper"))
    with QPainter(screen) as painter:
        painter.drawImage(300, 300, image)
    return screen


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("darker", lambda: shaded(sentence(), -40)),
        ("brighter", lambda: shaded(sentence(role="ink_soft"), 120)),
        ("colour only", lambda: sentence(role="azurite_deep")),
        ("one pixel aside", lambda: sentence(shift=1)),
        ("a full stop less", lambda: sentence("二十年，一封家书")),
        ("another digit", lambda: sentence("二十牛，一封家书。")),
    ],
)
def test_a_change_that_a_person_sees_is_seen_from_both_sides(
    kiosk_app: QApplication, name: str, other: object
) -> None:
    changed = other()  # type: ignore[operator]
    there, back = difference(sentence(), changed), difference(changed, sentence())
    assert there.share > 0, name
    assert (there.largest, there.share) == (back.largest, back.share)
    assert not difference(on_a_screen(sentence()), on_a_screen(changed)).none, name


def test_a_faint_change_all_over_is_a_difference_and_a_faint_rim_is_none(
    kiosk_app: QApplication,
) -> None:
    screen = on_a_screen(sentence())
    assert not difference(screen, shaded(screen, -24)).none
    rim = screen.copy()
    with QPainter(rim) as painter:
        painter.fillRect(100, 100, 1, 60, QColor(0, 0, 0, 30))
    found = difference(screen, rim)
    assert found.largest > 16
    assert found.none


def test_pictures_of_two_sizes_are_not_compared(kiosk_app: QApplication) -> None:
    with pytest.raises(ValueError, match="sizes differ"):
        difference(sentence(), sentence().scaled(200, 30))
