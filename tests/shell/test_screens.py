"""Around the panels, too, nothing is cut or out of reach: cover, band, question, full view."""

import pytest

from kiosk.panels.photos import Photos
from kiosk.staff.audit import audit
from kiosk.ui.motion import Level
from kiosk.visit.choices import TEXT_STEPS, Choices
from kiosk.visit.intents import Choose, GoContents, GoHome, OpenPanel, Speak, Zoom
from tests.shell.conftest import Opener
from tests.shell.visitor import Visitor

SIZES = [(1920, 1080), (1080, 1920), (1366, 768), (1280, 1024), (3840, 2160), (2560, 1080)]

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def complaints(visitor: Visitor) -> list[str]:
    """Return what is wrong with everything that stands around the view in front."""
    screens, state = visitor.kiosk.controller._screens, visitor.state
    around = (screens.cover, screens.band, screens.open_band, screens.ask, screens.viewer)
    return [
        f"{state.place}, {state.language}, {state.text}, {type(widget).__name__}: {said}"
        for widget in around
        if widget is not None and widget.isVisible()
        for said in audit(widget, screens.look)
    ]


@each_size
def test_cover_and_invitation_fit(opener: Opener, size: tuple[int, int]) -> None:
    visitor = opener(size=size, motion=Level.NONE)
    assert complaints(visitor) == []
    assert visitor.kiosk.controller._screens.cover.isVisible()
    visitor.wait(20.5)
    assert visitor.kiosk.controller._screens.open_band.isVisible()
    assert complaints(visitor) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@each_size
def test_band_question_and_full_view_fit(
    opener: Opener, size: tuple[int, int], language: str
) -> None:
    visitor = opener(size=size, motion=Level.NONE)
    visitor.open()
    take, route = visitor.kiosk.controller.take, visitor.kiosk.controller.route
    photos = next(at for at in range(len(route.legs)) if isinstance(route.panel(at), Photos))
    last_of_chapter = route.first_of(1) - 1
    take(Speak(language))
    found = []
    for step in range(len(TEXT_STEPS)):
        take(Choose(Choices(text=step)))
        for intents in (
            (GoHome(),),
            (GoContents(),),
            (OpenPanel(last_of_chapter),),
            (OpenPanel(photos), Zoom(on=True)),
        ):
            for intent in intents:
                take(intent)
            visitor.kiosk.shop.pictures._pool.waitForDone()
            visitor.rest()
            found += complaints(visitor)
        visitor.wait(60.5 if step == 0 else 120.5)
        assert visitor.kiosk.controller._screens.ask.isVisible()
        found += complaints(visitor)
        take(GoHome())
    assert found == []


def test_the_arrows_stay_where_they_are_in_every_language(brisk: Visitor) -> None:
    """Whoever goes on by touch need not look where the arrow is now."""
    brisk.open()
    places = []
    for language in ("zh", "en"):
        brisk.kiosk.controller.take(Speak(language))
        brisk.kiosk.controller.take(OpenPanel(3))
        brisk.rest()
        band = brisk.kiosk.controller._screens.band
        places.append([brisk.middle(one) for one in (band._back, band._on)])
    assert places[0] == places[1]
