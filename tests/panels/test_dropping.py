"""A view that is dropped is gone at once: its pictures must not wait for a collection of cycles."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from kiosk.panels.kinds import KINDS
from kiosk.ui.look import Look
from kiosk.visit.state import AtPanel, Contents, Home
from tests.helpers.staging import Staging

LOOK = Look(960, 540, text=1.6)


@pytest.fixture(autouse=True)
def _no_collection() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def is_gone(staging: Staging, place: Home | Contents | AtPanel) -> bool:
    view = weakref.ref(staging.show(place, LOOK))
    staging.clear()
    return view() is None


@pytest.mark.parametrize("kind", [kind.model_fields["kind"].annotation for kind in KINDS])
def test_every_kind_of_view(staging: Staging, kind: type) -> None:
    (word,) = kind.__args__  # type: ignore[attr-defined]
    route = staging.route
    at = next(at for at in range(len(route.legs)) if route.panel(at).kind == word)
    assert is_gone(staging, AtPanel(at, 0))


@pytest.mark.parametrize("place", [Home(), Contents()])
def test_home_and_all_chapters(staging: Staging, place: Home | Contents) -> None:
    assert is_gone(staging, place)
