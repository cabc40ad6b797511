"""What every run needs before its first picture: the platform, the faces, the helpers to share."""

import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from kiosk.panels.brief import Shop
from kiosk.ui import fonts
from kiosk.ui.assets import shipped
from kiosk.ui.pictures import Pictures
from kiosk.ui.theme import PAPER

if TYPE_CHECKING:
    from kiosk.ui.chart import Charts


def application(*, offscreen: bool = False) -> QApplication:
    """Return the one application, dressed alike everywhere; `offscreen` needs no display."""
    if offscreen:
        # Whatever platform a session may have set: there may be no display here.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # No candidate window, no theme, no scaling by the desktop: the screen's pixels are the measure.
    os.environ.setdefault("QT_IM_MODULE", "none")
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "")
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    os.environ.setdefault("QT_WAYLAND_DISABLE_WINDOWDECORATION", "1")
    # The instance may also be none, or a mere core application; the stubs promise too much.
    existing: object = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(PAPER.palette.paper))
    app.setPalette(palette)
    QLocale.setDefault(QLocale.c())
    fonts.load(shipped() / "assets" / "fonts")
    return app


def shop(content: Path, *, patient: bool = False) -> Shop:
    """Return what all views share; pictures are looked for beside the content, then among ours."""
    return Shop(
        Pictures(), lru_cache(maxsize=1)(_charts), (content.parent, shipped() / "assets"), patient
    )


def _charts() -> "Charts":
    """Return the lender of charts, not before one is wanted: its library is as slow as all else."""
    from kiosk.ui.chart import Charts  # noqa: PLC0415

    return Charts()
