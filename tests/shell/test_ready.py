"""What is made ready beforehand stays out of sight."""

from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.panels.view import View
from kiosk.shell.tour import Guide
from kiosk.ui.assets import shipped
from kiosk.visit.intents import OpenPanel, Touched
from tests.helpers.compare import difference


def test_a_neighbour_made_ready_is_not_seen_before_somebody_turns_to_it(
    kiosk_app: QApplication, exhibit: Exhibit[Panel]
) -> None:
    guide = Guide(exhibit, shipped() / "content.yaml", (1280, 720))
    try:
        for intent in (Touched(), OpenPanel(3)):
            guide.controller.take(intent)
        before = guide.controller.still().toImage()
        for _ in range(4):
            guide.controller._prepare()
        views = guide.window.findChildren(View)
        assert len(views) > 2
        assert [view.isVisibleTo(guide.window) for view in views].count(True) == 1
        assert difference(guide.controller.still().toImage(), before).share == 0
    finally:
        guide.close()
