"""A visit as plain values, to be taken up again by a program that was started anew."""

from dataclasses import asdict
from typing import Any, assert_never

from kiosk.visit.choices import NONE, TEXT_STEPS, Choices, Hand, Pinyin
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Attract, Contents, Home, Place, State, fresh
from kiosk.visit.step import standing

Record = dict[str, Any]
"""JSON values only."""


def record(state: State, route: Route) -> Record:
    """Return what there is to remember of a visit; a panel by its key, for numbers change."""
    told: Record = {"language": state.language, "choices": asdict(state.choices)}
    match state.place:
        case Attract(index) if index == 0:
            return {"place": "cover"}
        case Attract(index):
            panel, stop = route.stops[(index - 1) % len(route.stops)]
            return {"place": "attract", "panel": route.legs[panel].key, "stop": stop}
        case AtPanel(panel, stop):
            return {**told, "place": "panel", "panel": route.legs[panel].key, "stop": stop}
        case Home():
            return {**told, "place": "home"}
        case Contents():
            return {**told, "place": "contents"}
        case _:
            assert_never(state.place)


def recall(told: object, route: Route, now: float) -> State:
    """Return the state that a record tells, as far as the exhibit still has it.

    Anything may come: a record that makes no sense is a visit that begins.
    """
    first = fresh(route.exhibit.languages[0], now)
    if not isinstance(told, dict):
        return first
    there = _standing(told, route)
    if told.get("place") == "attract" and there is not None:
        return State(Attract(1 + route.stops.index((there.panel, there.stop)), now), first.language)
    places: dict[str, Place | None] = {"home": Home(), "contents": Contents(), "panel": there}
    place = places.get(str(told.get("place")))
    if place is None:
        return first
    language = told.get("language")
    return State(
        place,
        language if language in route.exhibit.languages else first.language,
        _choices(told.get("choices")),
        touched=now,
    )


def _standing(told: Record, route: Route) -> AtPanel | None:
    key, stop = told.get("panel"), told.get("stop")
    panel = route.find(key) if isinstance(key, str) else None
    if panel is None or not isinstance(stop, int):
        return None
    return standing(panel, stop, route)


def _choices(told: object) -> Choices:
    if not isinstance(told, dict):
        return NONE
    text, hand, pinyin = told.get("text"), told.get("hand"), told.get("pinyin")
    return Choices(
        text if isinstance(text, int) and text in range(len(TEXT_STEPS)) else 0,
        told.get("contrast") is True,
        told.get("calm") is True,
        told.get("low") is True,
        Hand(hand) if hand in set(Hand) else Hand.MIDDLE,
        Pinyin(pinyin) if pinyin in set(Pinyin) else Pinyin.NONE,
    )
