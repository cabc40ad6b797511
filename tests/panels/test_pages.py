"""Where large type needs more room than a page has, the rest follows on further pages."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.panels.pages import Leaf, spread
from kiosk.panels.theme import ThemeView
from kiosk.panels.view import View
from kiosk.ui.boxes import Capped, Stack, reveal
from kiosk.ui.look import Look
from kiosk.ui.words import Words
from kiosk.visit.state import AtPanel
from tests.helpers.staging import Staging

LARGE = Look(1920, 1080, "en", 1.6)


def wordy(staging: Staging, look: Look) -> View:
    """Return the theme with most to read."""
    stops = [stop for stop in staging.route.stops if staging.route.panel(stop[0]).kind == "theme"]
    most = max(
        stops,
        key=lambda stop: sum(len(text.to("en")) for text in staging.route.panel(stop[0]).texts(0)),
    )
    view = staging.show(AtPanel(*most), look)
    assert isinstance(view, ThemeView)
    return view


def seen(view: View) -> set[str]:
    return {one.text for one in view.findChildren(Words) if one.isVisibleTo(view) and one.text}


def button(view: View) -> QWidget | None:
    return next((one for one in view.findChildren(Leaf) if one.isVisibleTo(view)), None)


def test_at_the_usual_size_there_is_one_page_and_no_button(staging: Staging) -> None:
    view = wordy(staging, Look(1920, 1080, "en"))
    assert len(view.pages) == 0
    assert button(view) is None


def test_pages_together_say_everything_and_each_has_the_heading(staging: Staging) -> None:
    everything = seen(wordy(staging, Look(1920, 1080, "en")))
    view = wordy(staging, LARGE)
    assert len(view.pages) > 1
    pages = []
    for _ in range(len(view.pages)):
        pages.append(seen(view))
        view.pages.turn()
    assert set.union(*pages) == everything
    title = view.brief.say(view.brief.panel.title)
    assert all(title in page and page < everything for page in pages)
    assert seen(view) == pages[0], "after the last page comes the first"


def test_type_on_pages_is_larger_than_it_could_be_on_one(staging: Staging) -> None:
    view = wordy(staging, LARGE)
    x, _, width, height = view.column()
    assert x >= 0
    assert view.stack.measure(width, view.factor).height() > height


def test_a_tap_turns_the_page_and_the_picture_of_the_view_is_out_of_date(
    staging: Staging,
) -> None:
    view, heard = wordy(staging, LARGE), []
    view.changed.connect(lambda: heard.append(view.pages.page))
    leaf = button(view)
    assert leaf is not None
    leaf._button.act()  # type: ignore[attr-defined]
    assert heard == [1]


def test_the_next_visitor_finds_the_first_page(staging: Staging) -> None:
    view = wordy(staging, LARGE)
    first = seen(view)
    view.pages.turn()
    view.renew()
    assert (view.pages.page, seen(view)) == (0, first)


def test_laid_out_smaller_all_is_on_one_page_again(staging: Staging) -> None:
    view = wordy(staging, LARGE)
    view.pages.clear()
    assert button(view) is None
    assert len(view.pages) == 0


@pytest.fixture
def sheet(kiosk_app: object) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.deleteLater()


def line(sheet: QWidget, text: str) -> Words:
    look = Look(1920, 1080)
    return Words(look, text, look.theme.type.body, sheet)


def test_boxes_that_fit_together_share_a_page(sheet: QWidget) -> None:
    head, *rest = [(line(sheet, text), 10) for text in ("题", "甲", "乙", "丙")]
    high = Stack([head]).measure(400, 1.0).height()
    pages = spread([head, *rest], 400, 3 * high + 30, 1.0)
    assert pages is not None
    assert [[one.text for one in page.parts if isinstance(one, Words)] for page in pages] == [
        ["题", "甲", "乙"],
        ["题", "丙"],
    ]


def test_a_box_that_fits_on_no_page_cannot_be_spread(sheet: QWidget) -> None:
    boxes = [(line(sheet, "题"), 0), (line(sheet, "很长" * 80), 10)]
    assert spread(boxes, 400, 200, 1.0) is None


def test_a_title_grows_no_further_than_its_cap(sheet: QWidget) -> None:
    title = line(sheet, "题目")
    capped = Capped(title, 1.2)
    assert capped.measure(800, 1.6) == title.measure(800, 1.2)
    assert capped.measure(800, 0.8) == title.measure(800, 0.8)
    reveal(capped, on=False)
    assert title.isHidden()
