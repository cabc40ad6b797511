"""Buttons: they light up under every finger, act once on release, and are large enough."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.ui.assets import shipped
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.gestures import Drag, Lift, Press, Tap
from kiosk.ui.icons import icon
from kiosk.ui.look import Look

SIGNS = sorted(path.stem for path in (shipped() / "assets" / "icons").glob("*.svg"))


class Bell:
    """Counts how often it was rung."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def pad(look: Look, window: QWidget, bell: Bell) -> Touchpad:
    made = Touchpad(look, "ring", bell.ring, window)
    made.resize(100, 80)
    made.show()
    return made


def test_it_acts_on_the_tap_and_not_on_the_press(pad: Touchpad, bell: Bell) -> None:
    rung = []
    for gesture in (Press(0, 5, 5), Lift(0), Tap(0, 5, 5)):
        assert pad.touch(gesture)
        rung.append(bell.rung)
    assert rung == [0, 0, 1]


@pytest.mark.parametrize("at", [(-1, 5), (100, 5), (5, -1), (5, 80)])
def test_a_tap_that_ends_beside_it_is_none(
    pad: Touchpad, bell: Bell, at: tuple[float, float]
) -> None:
    assert pad.touch(Tap(0, *at))
    assert bell.rung == 0


def test_it_stays_lit_until_the_last_finger_has_gone(pad: Touchpad) -> None:
    lit = []
    for gesture in (Press(0, 5, 5), Press(1, 6, 6), Lift(0), Lift(7), Lift(1), Lift(1)):
        pad.touch(gesture)
        lit.append(pad.pressed)
    assert lit == [True, True, True, True, False, False]


def test_drags_are_left_to_what_is_behind(pad: Touchpad) -> None:
    assert not pad.touch(Drag(0, "begin", 5, 5, 20, 0))


def test_while_it_is_not_enabled_it_keeps_taps_from_what_is_behind(
    pad: Touchpad, bell: Bell
) -> None:
    pad.setEnabled(False)
    assert pad.touch(Press(0, 5, 5))
    assert pad.touch(Tap(0, 5, 5))
    assert bell.rung == 0


def test_it_has_a_name_for_those_who_do_not_see_it(pad: Touchpad) -> None:
    assert pad.accessibleName() == "ring"


def button(look: Look, window: QWidget, **how: str) -> Button:
    made = Button(look, "name", lambda: None, window, **how)
    made.resize(made.measure())
    made.show()
    return made


@pytest.mark.parametrize(
    "how",
    [{"sign": "home"}, {"label": "首页"}, {"sign": "home", "label": "首页"}, {"label": "A"}],
    ids=str,
)
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768)], ids=str)
def test_every_button_is_at_least_a_touch_target(
    window: QWidget, how: dict[str, str], size: tuple[int, int]
) -> None:
    look = Look(*size)
    target = look.px(look.theme.space.target)
    wanted = button(look, window, **how).measure()
    assert wanted.height() == target
    assert wanted.width() >= target


def test_a_longer_label_takes_more_room_and_a_sign_more_again(look: Look, window: QWidget) -> None:
    widths = [
        button(look, window, **how).measure().width()
        for how in ({"label": "首页"}, {"label": "回到首页"}, {"label": "回到首页", "sign": "home"})
    ]
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("tone", ["plain", "main", "accent", "dark"])
def test_a_finger_changes_the_look_of_every_tone(look: Look, window: QWidget, tone: str) -> None:
    made = button(look, window, label="首页", sign="home", tone=tone)
    idle = made.grab().toImage()
    made.touch(Press(0, 5, 5))
    assert made.grab().toImage() != idle
    made.touch(Lift(0))
    assert made.grab().toImage() == idle
    made.setEnabled(False)
    assert made.grab().toImage() != idle


@pytest.mark.usefixtures("kiosk_app")
@pytest.mark.parametrize("name", SIGNS)
def test_every_sign_is_drawn_in_the_colour_asked_for(name: str) -> None:
    image = icon(name, 48, "#b23a26").toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert (image.width(), image.height()) == (48, 48)
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    solid = {color.name() for color in pixels if color.alpha() == 255}
    assert solid == {"#b23a26"}
    assert any(color.alpha() == 0 for color in pixels)
    assert icon(name, 48, "#b23a26") is icon(name, 48, "#b23a26")


def test_there_are_signs() -> None:
    assert "home" in SIGNS
