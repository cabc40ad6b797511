"""The chapter's range at the foot of a page: there, faint, and passing by from panel to panel."""

import numpy as np
from PySide6.QtGui import QImage

from kiosk.panels.figures import FiguresView
from kiosk.staff.contrast import luminance, ratio
from kiosk.ui.look import Look
from kiosk.visit.state import AtPanel
from tests.helpers.compare import pixels
from tests.helpers.staging import Staging

LOOK = Look(960, 540)


def foot(staging: Staging, at: int) -> QImage:
    """Return the left edge of the foot of a page, where nothing else is."""
    view = staging.show(AtPanel(at, 0), LOOK)
    assert isinstance(view, FiguresView)
    whole = view.grab().toImage()
    return whole.copy(0, whole.height() * 3 // 4, LOOK.margin - 4, whole.height() // 4)


def pages_of_figures(staging: Staging) -> list[int]:
    route = staging.route
    return [at for at in range(len(route.legs)) if route.panel(at).kind == "figures"]


def test_it_is_there_and_faint(staging: Staging) -> None:
    strip = pixels(foot(staging, pages_of_figures(staging)[0])).astype(np.float64)
    paper = np.array(LOOK.color("paper").getRgb()[:3], dtype=np.float64)
    assert len(np.unique(strip.reshape(-1, 3), axis=0)) > 3
    assert float(ratio(luminance(strip), luminance(paper)).max()) < 1.25


def test_from_panel_to_panel_it_passes_by(staging: Staging) -> None:
    one, other = pages_of_figures(staging)[:2]
    assert (pixels(foot(staging, one)) != pixels(foot(staging, other))).any()
    assert (pixels(foot(staging, one)) == pixels(foot(staging, one))).all()
