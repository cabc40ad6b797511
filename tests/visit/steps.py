"""Steps from one state to the next, for the tests of their rules."""

from kiosk.visit.choices import Choices
from kiosk.visit.intents import (
    Choose,
    GoContents,
    GoHome,
    Guide,
    Intent,
    OpenChapter,
    OpenChoices,
    OpenPanel,
    Speak,
    Stay,
    Turn,
    Zoom,
)
from kiosk.visit.route import Route
from kiosk.visit.state import Place, State
from kiosk.visit.step import step
from tests.visit.toys import three_chapters

NOW = 500.0
ROUTE = three_chapters()
LARGEST = Choices(text=2)

WANTED: list[Intent] = [
    Turn(1),
    Turn(-1),
    GoHome(),
    GoContents(),
    OpenChapter(1),
    OpenPanel(2, 1),
    Zoom(on=True),
    Zoom(on=False),
    Speak("en"),
    OpenChoices(on=True),
    Choose(LARGEST),
    Guide(on=True),
    Stay(),
]
"""All that someone may want, but to leave."""


def at(place: Place, **more: object) -> State:
    return State(place=place, language="zh", touched=NOW, **more)  # type: ignore[arg-type]


def after(state: State, *intents: Intent, now: float = NOW, along: Route = ROUTE) -> State:
    for intent in intents:
        state = step(state, intent, along, now)
    return state
