"""Words stand out from whatever is painted under them, on every screen."""

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.staff.contrast import pale
from kiosk.ui.look import Look
from kiosk.ui.words import Words
from kiosk.visit.choices import TEXT_STEPS
from kiosk.visit.state import AtPanel, Contents, Home
from tests.helpers.staging import Staging


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["landscape", "portrait"])
def test_every_word_can_be_read_on_its_ground(
    staging: Staging, size: tuple[int, int], language: str
) -> None:
    look = Look(*size, language)
    found: list[str] = []
    stops = [AtPanel(*stop) for stop in staging.route.stops]
    places: list[Home | Contents | AtPanel] = [Home(), Contents(), *stops]
    for place in places:
        view = staging.show(place, look)
        found += [f"{place}: {said}" for said in pale(view, look)]
    assert found == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", TEXT_STEPS)
def test_the_cards_of_home_can_be_read_at_every_size_of_text(
    staging: Staging, text: float, language: str
) -> None:
    for size in ((1920, 1080), (1080, 1920), (1280, 1024)):
        look = Look(*size, language, text)
        assert list(pale(staging.show(Home(), look), look)) == []


@pytest.mark.parametrize(("role", "told"), [("ink", False), ("line", True), ("paper", True)])
@pytest.mark.usefixtures("kiosk_app")
def test_pale_words_are_found(role: str, told: bool) -> None:
    look, ground = Look(1920, 1080), QWidget()
    ground.resize(600, 200)
    words = Words(look, "读得清", look.theme.type.body, ground, role=role)
    words.place(20, 20, 500)
    assert bool(list(pale(ground, look))) is told
    ground.deleteLater()
