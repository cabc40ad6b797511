"""The one application of a process: the platform, the faces, and nothing of the desktop's."""

import os
import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from kiosk.ui import fonts
from kiosk.ui.assets import shipped
from kiosk.ui.memory import thrifty
from kiosk.ui.theme import PAPER


def application(*, offscreen: bool = False) -> QApplication:
    """Return the one application, dressed alike everywhere; `offscreen` needs no display."""
    if offscreen:
        # Whatever platform a session may have set: there may be no display here.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # No candidate window, no theme, no scaling by the desktop: the screen's pixels are the measure.
    os.environ.setdefault("QT_IM_MODULE", "none")
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "")
    # Qt complains of a locale without UTF-8 and then takes this one by itself.
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    os.environ.setdefault("QT_WAYLAND_DISABLE_WINDOWDECORATION", "1")
    thrifty()
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
