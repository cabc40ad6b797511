"""The sheet that says where the figures of a panel come from, one figure at a time."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.facts import Lines, facts
from kiosk.panels.overlay import Overlay
from kiosk.panels.telling import credit
from kiosk.ui.mirror import put
from kiosk.ui.words import Words


class SourceSheet(Overlay):
    """The facts of one figure as a table, with buttons to the other figures of the panel."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        language, kinds = self.look.language, self.look.theme.type
        named = [name for _, name in brief.panel.figure_names()]
        for _, derived in brief.panel.derived_names():
            named += [name for _, name in brief.exhibit.derived[derived].figure_names()]
        self._names = list(dict.fromkeys(named))
        self._at = 0
        self._eyebrow = self._word(signs.SOURCES.to(language), "eyebrow", "ochre")
        self._title = Words(self.look, "", kinds.title, self, balanced=True)
        self._article = self._word(credit(brief), "caption", "ink_soft")
        self._rows: list[tuple[Words, Words]] = []
        self._previous = self.button(
            signs.PREVIOUS.to(language), lambda: self._turn(-1), sign="previous"
        )
        self._next = self.button(signs.NEXT.to(language), lambda: self._turn(1), "main", "next")
        self._count = self._word("", "label", "ink_soft")
        self._show()

    def _word(self, text: str, style: str, role: str, parent: QWidget | None = None) -> Words:
        kind = getattr(self.look.theme.type, style)
        return Words(self.look, text, kind, parent or self, role=role)

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._names)
        self._show()
        self.arrange()

    def _show(self) -> None:
        """Make the words of the figure that it stands at."""
        for pair in self._rows:
            for word in pair:
                word.hide()
                word.deleteLater()
        name = self._names[self._at]
        self._title.say(self.brief.say(self.brief.figure(name).label))
        lines: Lines = facts(self.brief, name)
        self._rows = [
            (self._word(label, "label", "ochre"), self._word(text, "body", "ink"))
            for label, text in lines
        ]
        for pair in self._rows:
            for word in pair:
                word.show()
        several = len(self._names) > 1
        for widget in (self._previous, self._next, self._count):
            widget.setVisible(several)
        self._count.say(f"{self._at + 1} / {len(self._names)}")

    def key(self, key: Qt.Key) -> bool:
        """Let arrows lead to the other figures."""
        ahead = -1 if self.look.rtl else 1
        by = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}.get(key)
        if by is None or len(self._names) == 1:
            return False
        self._turn(by)
        return True

    def lay_out(self, factor: float) -> int:
        """Heading, table, the work that all is taken from."""
        look, x = self.look, self.look.margin
        width = self.width() - 2 * x
        y = self._eyebrow.place(x, look.px(84), width, factor)
        y = self._title.place(x, y + look.px(8), width, min(factor, 1.15)) + look.px(36)
        aside = round(width * (0.3 if look.portrait else 0.18))
        gap = look.px(24)
        reading = min(width - aside - gap, look.px(1100))
        for label, text in self._rows:
            below = label.place(x, y, aside, factor)
            y = max(below, text.place(x + aside + gap, y, reading, factor)) + look.px(10)
        if self._article.text:
            y = self._article.place(x, y + look.px(20), width, factor)
        return y

    def arrange(self) -> None:
        """Lay out, with the buttons to other figures at the right of the foot."""
        super().arrange()
        look = self.look
        y, x = self._close.y(), self.width() - look.margin
        for button in (self._next, self._previous):
            size = button.measure()
            x -= size.width()
            put(look, button, QRect(x, y, size.width(), size.height()))
            x -= look.px(look.theme.space.apart)
        size = self._count.natural()
        middle = y + (self._next.height() - size.height()) // 2
        put(look, self._count, QRect(QPoint(x - size.width(), middle), size))
