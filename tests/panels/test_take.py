"""What a visitor takes along: a code that a telephone reads, with the words of the panel in it."""

from collections.abc import Iterator

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.brief import Brief
from kiosk.panels.kinds import KINDS
from kiosk.panels.take_sheet import MODULE, MODULE_PIXELS, QUIET, TakeSheet, code, longest
from kiosk.panels.telling import told
from kiosk.shell.opening import shop
from kiosk.ui.assets import shipped
from kiosk.ui.look import INCH, LANDSCAPE, PORTRAIT, Look
from kiosk.visit.route import Route
from tests.helpers.staging import shut


@pytest.fixture
def brief(exhibit: Exhibit[Panel], kiosk_app: QApplication) -> Iterator[Brief]:
    """The order for the first panel, in Chinese on a landscape screen."""
    assert kiosk_app.screens()
    shared = shop(shipped() / "content.yaml")
    yield Brief(
        exhibit, 0, Route(exhibit).panel(0), 0, 0, Look(*LANDSCAPE), shared, lambda _intent: None
    )
    shut(shared)


def at(brief: Brief, panel: int, stop: int, look: Look) -> Brief:
    route = Route(brief.exhibit)
    leg = route.legs[panel]
    return Brief(
        brief.exhibit, leg.chapter, route.panel(panel), panel, stop, look, brief.shop, brief.send
    )


def laid(brief: Brief) -> TakeSheet:
    sheet = TakeSheet(brief)
    sheet.resize(brief.look.width, brief.look.height)
    sheet.arrange()
    return sheet


def read(picture: QImage) -> str:
    """Return what a telephone reads in a picture."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    found = zxingcpp.read_barcodes(pixels)
    return found[0].text if found else ""


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_telephone_reads_it_from_the_screen(
    brief: Brief, language: str, size: tuple[int, int]
) -> None:
    route = Route(brief.exhibit)
    for kind in KINDS:
        stops = [one for one in route.stops if isinstance(route.panel(one[0]), kind)]
        panel, stop = max(stops, key=lambda one: len(told(at(brief, one[0], one[1], brief.look))))
        sheet = laid(at(brief, panel, stop, Look(*size, language)))
        assert read(sheet.grab().toImage()) == sheet.text
        assert told(sheet.brief)[0] in sheet.text
        assert sheet._code.module >= MODULE_PIXELS
        sheet.drop()


def test_the_code_holds_the_figures_with_their_qualifiers_and_the_work_they_are_from(
    brief: Brief,
) -> None:
    panel = next(
        at
        for at, _ in Route(brief.exhibit).stops
        if "source" in Route(brief.exhibit).panel(at).sheets
    )
    sheet = laid(at(brief, panel, 0, Look(*LANDSCAPE)))
    for _, name in sheet.brief.panel.figure_names():
        assert sheet.brief.phrase(sheet.brief.figure(name)) in sheet.text
    assert "一个梦想一座城" in sheet.text
    sheet.drop()


def test_a_module_is_as_wide_as_a_camera_needs_it_where_the_screen_is_known(brief: Brief) -> None:
    dpi = 160.0
    sheet = laid(at(brief, 1, 0, Look(*LANDSCAPE, dpi=dpi)))
    assert sheet._code.module / dpi * INCH >= MODULE * 0.98
    sheet.drop()


def test_what_a_code_cannot_hold_is_left_out_at_the_end_and_the_sheet_says_so(brief: Brief) -> None:
    text, matrix = longest("head", ["a" * 400, "b" * 4000], "foot", 200)
    assert text == "head\n\n" + "a" * 400 + "\n\n……\n\nfoot"
    assert len(matrix) <= 200
    whole, _ = longest("head", ["a"], "foot", 200)
    assert whole == "head\n\na\n\nfoot"
    sheet = laid(at(brief, 1, 0, Look(*LANDSCAPE, dpi=500.0)))
    assert sheet._part.isVisibleTo(sheet) == ("……" in sheet.text)
    sheet.drop()


def test_a_heading_that_no_code_holds_is_an_error() -> None:
    with pytest.raises(ValueError, match="heading"):
        longest("h" * 4000, [], "", 200)


def test_a_code_has_room_for_its_quiet_zone(brief: Brief) -> None:
    sheet = laid(at(brief, 0, 0, Look(*LANDSCAPE)))
    modules = len(sheet._code.matrix)
    assert modules == len(code(sheet.text))
    assert sheet._code.width() >= (modules + 2 * QUIET) * sheet._code.module
    sheet.drop()
