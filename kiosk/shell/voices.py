"""How each kind of widget is told to those who have the screen read to them."""

from typing import Any

from PySide6.QtWidgets import QGraphicsView, QWidget

from kiosk.content.problems import Said
from kiosk.panels import signs
from kiosk.panels.framed import Framed
from kiosk.panels.guess_board import Board
from kiosk.panels.guess_sheet import GuessSheet
from kiosk.panels.listen_sheet import ListenSheet
from kiosk.panels.loudness import Loudness
from kiosk.panels.marks import Mark
from kiosk.panels.overlay import Overlay
from kiosk.panels.photos import Photos
from kiosk.panels.source_sheet import SourceSheet
from kiosk.panels.take_sheet import Code, TakeSheet
from kiosk.panels.thumbs import Thumb
from kiosk.panels.view import View
from kiosk.panels.viewer import Viewer
from kiosk.shell.ask import Ask
from kiosk.shell.band import Band, Dots
from kiosk.shell.chooser import Chooser
from kiosk.shell.contents import ContentsView
from kiosk.shell.cover import Cover
from kiosk.shell.focus import press
from kiosk.shell.home import HomeView
from kiosk.ui.button import Touchpad
from kiosk.ui.numeral import Numeral
from kiosk.ui.spoken import Role, Voice
from kiosk.ui.vertical import Column
from kiosk.ui.words import Words
from kiosk.ui.zoomable import Zoomable

NAVIGATION = Said("导航", "Navigation")


def _said(sign: Said) -> Any:
    """Return a function that names a widget by a sign."""
    return lambda widget: sign.to(widget.look.language)


def _words(widget: QWidget) -> list[str]:
    """Return what the words on a widget say, in their order."""
    kinds = (Words, Column)
    found = [one for one in widget.findChildren(QWidget) if isinstance(one, kinds)]
    shown = [one for one in found if one.isVisibleTo(widget) and one.accessibleName()]
    return [one.accessibleName().replace("\n", " ") for one in shown]


def _title(view: View) -> str:
    """Return the panel's title, else its chapter's."""
    return view.accessibleName() or view.brief.say(view.brief.chapter.title)


def _picture(zoomable: Zoomable) -> str:
    """Return the caption of the picture in full."""
    viewer = zoomable.parentWidget()
    if not isinstance(viewer, Viewer) or not isinstance(viewer.brief.panel, Photos):
        return ""
    return viewer.brief.say(viewer.brief.panel.items[viewer.brief.stop].caption)


def _chart(chart: QGraphicsView) -> str:
    """Return the chart's own sentence; on a sheet the words beside it tell what it shows."""
    beside = chart.parentWidget()
    if chart.accessibleName() or beside is None:
        return chart.accessibleName()
    return beside.accessibleName() or " ".join(_words(beside))


VOICES: dict[type[QWidget], Voice] = {
    Touchpad: Voice(Role.Button, press=press),
    Framed: Voice(Role.Graphic, press=press),
    Thumb: Voice(Role.Button, press=press),
    Zoomable: Voice(Role.Graphic, _picture),
    Code: Voice(Role.Graphic),
    Words: Voice(Role.StaticText),
    Column: Voice(Role.StaticText),
    Numeral: Voice(Role.StaticText),
    # All charts are such: their own module comes late, and nothing else may wait for it.
    QGraphicsView: Voice(Role.Chart, _chart, whole=True),
    Mark: Voice(Role.ListItem, press=press),
    Board: Voice(Role.Slider, value=QWidget.accessibleName, press=press),
    Dots: Voice(Role.Indicator, value=QWidget.accessibleName),
    View: Voice(Role.Document, _title),
    HomeView: Voice(Role.Document, _said(signs.WHERE_TO_BEGIN)),
    ContentsView: Voice(Role.Document, _said(signs.CONTENTS)),
    Cover: Voice(Role.Document, lambda cover: "，".join(_words(cover))),
    Band: Voice(Role.ToolBar, _said(NAVIGATION)),
    Chooser: Voice(Role.Grouping, _said(signs.CHOOSE)),
    Overlay: Voice(Role.Dialog, modal=True),
    SourceSheet: Voice(Role.Dialog, _said(signs.SOURCES), modal=True),
    GuessSheet: Voice(Role.Dialog, _said(signs.GUESS), modal=True),
    TakeSheet: Voice(Role.Dialog, _said(signs.TAKE), modal=True),
    ListenSheet: Voice(Role.Dialog, _said(signs.LISTEN), modal=True),
    Loudness: Voice(Role.ProgressBar),
    Viewer: Voice(Role.Dialog, lambda viewer: _words(viewer)[0], modal=True),
    Ask: Voice(
        Role.Dialog,
        _said(signs.STILL_THERE),
        lambda ask: " ".join(_words(ask)[1:]),
        modal=True,
    ),
}
"""The kinds; what is made from one of them speaks as it does unless it stands here itself."""
