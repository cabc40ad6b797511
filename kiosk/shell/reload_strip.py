"""A strip that tells staff, in a window for development, that what they saved cannot be shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Problem, Said
from kiosk.ui.look import Look
from kiosk.ui.words import Words


class Strip(QWidget):
    """Lies along the top edge, over everything, as long as there are problems."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        """`name` is what the content file is called; messages are in the look's language."""
        super().__init__(parent)
        self.look, self._name = look, name
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Words(look, "", look.theme.type.caption, self, role="on_dark")
        self.hide()

    def tell(self, problems: Sequence[Problem]) -> None:
        """Count the problems and name the line of the first; none hides the strip."""
        self.setVisible(bool(problems))
        if not problems:
            return
        count, line = len(problems), problems[0].place.line
        said = Said(
            f"{self._name}：{count} 处问题，见终端（第 {line} 行）",
            f"{self._name}: {count} problem{'' if count == 1 else 's'}, see the terminal (line {line})",
        )
        self._words.say(said.to(self.look.language))
        look = self.look
        foot = self._words.place(look.margin, look.px(6), look.width - 2 * look.margin)
        self.setGeometry(0, 0, look.width, foot + look.px(6))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("cinnabar"))
