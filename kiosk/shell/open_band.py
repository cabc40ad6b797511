"""The foot of the screen while panels cycle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.ui.look import Look
from kiosk.ui.words import Words


class OpenBand(QWidget):
    """An invitation to touch; ground and words change places, or they would burn into the screen."""

    def __init__(self, look: Look, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._ground = look, "azurite_deep"
        said = dict.fromkeys(signs.OPEN.to(tag) for tag in languages[:2])
        self._words = Words(
            look,
            "   ·   ".join(said),
            look.theme.type.label,
            self,
            role="on_dark",
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def show_place(self, index: int) -> None:
        """Go along with the panels: dark under every other one."""
        dark = index % 2 == 1
        self._ground = "azurite_deep" if dark else "paper_deep"
        self._words.role = "on_dark" if dark else "azurite_deep"
        self.update()

    def resizeEvent(self, _event: object) -> None:
        """Centre the words."""
        high = self._words.measure(self.width(), 1.0).height()
        self._words.setGeometry(0, (self.height() - high) // 2, self.width(), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color(self._ground))
