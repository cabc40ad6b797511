"""A photograph if there is one, else its illustration, else a plate: never a blank, never a lie."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.panels.framed import Framed, crop
from kiosk.panels.photos import Photos, PhotosView
from kiosk.panels.thumbs import Thumb
from kiosk.panels.view import View
from kiosk.shell.opening import shop
from kiosk.ui.assets import shipped
from kiosk.ui.gestures import Tap
from kiosk.ui.look import Look
from kiosk.ui.words import Words
from kiosk.visit.intents import OpenPanel, Zoom
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel
from tests.helpers.leaks import settle
from tests.helpers.staging import Staging, stocked

LOOK = Look(1280, 720)


@pytest.fixture
def drawn(kiosk_app: QApplication, route: Route) -> Iterator[Staging]:
    """The exhibit with its illustrations only."""
    folder = shipped() / "assets"
    stage = Staging(route, stocked(shop(folder / "content.yaml"), folder))
    yield stage
    stage.close()


def at_photos(route: Route, stop: int = 0) -> AtPanel:
    at = next(at for at in range(len(route.legs)) if isinstance(route.panel(at), Photos))
    return AtPanel(at, stop)


def large(view: View) -> Framed:
    return next(one for one in view.findChildren(Framed) if not isinstance(one, Thumb))


def visible_words(view: View) -> set[str]:
    return {one.text for one in view.findChildren(Words) if one.isVisibleTo(view)}


def tap(pad: Framed) -> None:
    centre = pad.rect().center()
    pad.touch(Tap(1, centre.x(), centre.y()))


def words_of(staging: Staging, stop: int = 0) -> tuple[str, str, str]:
    """Return the title, the caption and the credit of a picture."""
    panel = staging.route.panel(at_photos(staging.route).panel)
    assert isinstance(panel, Photos)
    item, credit = panel.items[stop], staging.route.exhibit.exhibit.photo_credit
    assert credit is not None
    return item.title.to("zh"), item.caption.to("zh"), credit.to("zh")


def test_a_photograph_is_shown_with_its_caption_and_its_credit(staging: Staging) -> None:
    view = staging.show(at_photos(staging.route), LOOK)
    assert large(view).real
    assert {*words_of(staging), "轻触图片放大"} <= visible_words(view)


def test_an_illustration_takes_its_place_and_never_its_credit(drawn: Staging) -> None:
    view = drawn.show(at_photos(drawn.route), LOOK)
    title, caption, credit = words_of(drawn)
    assert large(view).shown
    assert not large(view).real
    assert {title, caption, "轻触图片放大"} <= visible_words(view)
    assert credit not in visible_words(view)


def test_a_plate_takes_their_place_with_the_caption_and_offers_no_more(bare: Staging) -> None:
    view = bare.show(at_photos(bare.route), LOOK)
    title, caption, credit = words_of(bare)
    assert not large(view).shown
    assert {title, caption} <= visible_words(view)
    assert not {credit, "轻触图片放大"} & visible_words(view)
    tap(large(view))
    assert bare.sent == []


def test_a_plate_is_neither_blank_nor_white(bare: Staging) -> None:
    view = bare.show(at_photos(bare.route), LOOK)
    image = large(view).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = {
        image.pixel(x, y) & 0xFFFFFF
        for x in range(0, image.width(), 9)
        for y in range(0, image.height(), 9)
    }
    assert len(seen) > 20
    assert not {0xFFFFFF, 0x000000} & seen


def test_a_picture_that_cannot_be_read_counts_as_missing(
    kiosk_app: QApplication, route: Route, tmp_path: Path
) -> None:
    panel = route.panel(at_photos(route).panel)
    assert isinstance(panel, Photos)
    file = tmp_path / panel.items[0].photo
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no picture at all")
    stage = Staging(route, stocked(shop(tmp_path / "content.yaml"), tmp_path))
    view = stage.show(at_photos(route), LOOK)
    assert not large(view).shown
    stage.close()


def test_a_picture_that_arrives_later_brings_credit_and_hint_with_it(
    kiosk_app: QApplication, route: Route, album: Path
) -> None:
    """Visitors see the plate's ground until the worker is done; nobody waits for it."""
    stage = Staging(route, shop(album / "content.yaml"))
    view = stage.show(at_photos(route), LOOK)
    told: list[bool] = []
    view.changed.connect(lambda: told.append(True))
    assert isinstance(view, PhotosView)
    assert not large(view).shown
    stage.shop.pictures._pool.waitForDone()
    settle()
    assert large(view).real
    assert told
    assert words_of(stage)[2] in visible_words(view)
    stage.close()


def test_a_tap_on_the_picture_opens_it_in_full(staging: Staging) -> None:
    tap(large(staging.show(at_photos(staging.route), LOOK)))
    assert staging.sent == [Zoom(on=True)]


def test_every_thumbnail_leads_to_its_picture(staging: Staging) -> None:
    here = at_photos(staging.route)
    view = staging.show(here, LOOK)
    thumbs = [one for one in view.findChildren(Thumb) if one.isVisibleTo(view)]
    for thumb in thumbs:
        tap(thumb)
    assert staging.sent == [OpenPanel(here.panel, stop) for stop in range(len(thumbs))]


@pytest.mark.parametrize("stop", [0, 4, 8])
def test_the_picture_in_front_is_among_its_thumbnails(staging: Staging, stop: int) -> None:
    view = staging.show(at_photos(staging.route, stop), Look(1024, 600))
    fronts = [one._front for one in view.findChildren(Thumb) if one.isVisibleTo(view)]
    assert fronts.count(True) == 1


@pytest.mark.parametrize(
    ("picture", "frame", "focus", "part"),
    [
        ((400, 300), (200, 100), (0.5, 0.5), (0, 50, 400, 200)),
        ((400, 300), (200, 100), (0.5, 0.0), (0, 0, 400, 200)),
        ((400, 300), (200, 100), (0.5, 1.0), (0, 100, 400, 200)),
        ((400, 300), (100, 100), (0.0, 0.5), (0, 0, 300, 300)),
        ((400, 300), (100, 100), (1.0, 0.5), (100, 0, 300, 300)),
    ],
)
def test_a_crop_keeps_the_focus_and_never_leaves_the_picture(
    picture: tuple[int, int],
    frame: tuple[int, int],
    focus: tuple[float, float],
    part: tuple[int, int, int, int],
) -> None:
    assert crop(QSize(*picture), QSize(*frame), focus) == QRectF(*part)
