"""The navigation band: always at the foot, everything in the same place."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.ui.button import Button
from kiosk.ui.look import Look
from kiosk.ui.motion import Motion, Tween
from kiosk.ui.seal import Seal
from kiosk.ui.words import Words
from kiosk.visit.intents import GoContents, GoHome, Intent, Lay, NextText, Speak, Turn
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Place, State

DOTS = 12
"""More stops than this in a chapter are counted in digits."""


REST = 0.14
"""The room around the seal of a finished chapter, as a share of a touch target."""


class Dots(QWidget):
    """Where one is in the chapter: a dot for each stop, the present one long and cinnabar."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._here, self._count = look, 0, 0
        self._words = Words(
            look, "", look.theme.type.label, self, align=Qt.AlignmentFlag.AlignHCenter
        )

    def show_place(self, here: int, count: int) -> None:
        """Show stop `here` (from 0) of `count`; 0 shows nothing."""
        self._here, self._count = here, count
        self.setAccessibleName(f"{here + 1} / {count}" if count else "")
        self._words.setVisible(count > DOTS)
        self._words.say(f"{here + 1} / {count}")
        high = self._words.measure(self.width(), 1.0).height()
        self._words.setGeometry(0, (self.height() - high) // 2, self.width(), high)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots."""
        if not 1 < self._count <= DOTS:
            return
        look = self.look
        size, long = look.px(14), look.px(44)
        step = min(look.px(34), (self.width() - long) // self._count)
        x = (self.width() - step * (self._count - 1) - long) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for index in range(self._count):
                here = index == self._here
                painter.setBrush(look.color("cinnabar" if here else "line"))
                wide = long if here else size
                painter.drawRoundedRect(
                    QRectF(x, (self.height() - size) / 2, wide, size), size / 2, size / 2
                )
                x += wide + step - size


class Band(QWidget):
    """Home, all chapters, back and on, text size, language."""

    def __init__(
        self,
        look: Look,
        route: Route,
        motion: Motion,
        send: Callable[[Intent], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.look, self._route, self._motion = look, route, motion
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        language = look.language

        def button(
            intent: Intent, sign: str, name: str, label: str = "", tone: str = "plain"
        ) -> Button:
            return Button(look, name, lambda: send(intent), self, sign=sign, label=label, tone=tone)

        home, contents = signs.HOME.to(language), signs.CONTENTS.to(language)
        self._home = button(GoHome(), "home", home, home)
        self._contents = button(GoContents(), "chapters", contents, contents)
        self._back = button(Turn(-1), "previous", signs.PREVIOUS.to(language))
        self._on = button(Turn(1), "next", signs.NEXT.to(language), tone="main")
        self._text = button(NextText(), "text-size", signs.LARGER.to(language))
        others = [tag for tag in route.exhibit.languages if tag != language]
        self._languages = [
            button(
                Speak(tag),
                "",
                signs.LANGUAGE_NAMES.get(tag, tag),
                signs.LANGUAGE_NAMES.get(tag, tag),
            )
            for tag in others
        ]
        sources = signs.SOURCES.to(language)
        self._sources = button(Lay("source"), "source", sources)
        self._dots = Dots(look, self)
        self._seal = Seal(look, "", self, rest=REST)
        self._seal.hide()
        self._pressing: Tween | None = None
        self._place: Place | None = None

    def show_state(self, state: State) -> None:
        """Show where the visit is."""
        place = state.place
        at = isinstance(place, AtPanel)
        for widget in (self._back, self._on, self._dots):
            widget.setVisible(at)
        if isinstance(place, AtPanel):
            chapter = self._route.legs[place.panel].chapter
            mine = [one for one in self._route.stops if self._route.legs[one[0]].chapter == chapter]
            here = mine.index((place.panel, place.stop))
            self._dots.show_place(here, len(mine))
            seal = self._route.exhibit.chapters[chapter].seal
            self._sources.setVisible(bool(self._route.panel(place.panel).sheets))
            self._stamp(seal if here == len(mine) - 1 else None, moved=self._place is not None)
        else:
            self._sources.hide()
            self._stamp(None, moved=False)
        self._place = place

    def _stamp(self, seal: str | None, *, moved: bool) -> None:
        """Press the chapter's seal where its last stop is reached; it lies there until one goes on."""
        if seal is not None and self._seal.isVisibleTo(self) and self._seal.text == seal:
            return
        self._motion.stop(self._pressing)
        self._seal.text = seal or ""
        self._seal.setVisible(seal is not None)
        if seal is not None and moved:
            self._pressing = self._motion.run(self.look.theme.time.press, self._seal.press)
        else:
            self._seal.press(1.0)

    def rest(self) -> None:
        """Let nothing move any more."""
        self._motion.stop(self._pressing)

    def resizeEvent(self, _event: object) -> None:
        """Left: where to; middle: back and on; right: how it is told. Portrait takes two rows."""
        look = self.look
        edge, gap = look.px(64), look.px(look.theme.space.apart)
        rows = 2 if look.portrait else 1
        row = self.height() // rows
        target = look.target
        foot = (rows - 1) * row + (row - target) // 2
        x = edge
        for button in (self._home, self._contents):
            button.setGeometry(x, foot, button.measure().width(), target)
            x += button.width() + gap
        left, x = x, self.width() - edge
        for button in (*reversed(self._languages), self._text, self._sources):
            x -= button.measure().width()
            button.setGeometry(x, foot, button.measure().width(), target)
            x -= gap
        middle = (row - target) // 2
        low, high = (edge, self.width() - edge) if rows == 2 else (left + gap, x - gap)
        # The arrows keep the middle of the screen, so that they never move with the language.
        half = min(self.width() // 2 - low, high - self.width() // 2, look.px(330))
        self._back.setGeometry(self.width() // 2 - half, middle, target, target)
        self._on.setGeometry(self.width() // 2 + half - target, middle, target, target)
        self._seal.setGeometry(self.width() // 2 + half + gap, middle, target, target)
        dots = 2 * half - 2 * target - 2 * gap
        self._dots.setGeometry(self.width() // 2 - dots // 2, middle, max(1, dots), target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the paper, with a hairline above it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("paper"))
            painter.fillRect(0, 0, self.width(), self.look.px(2), self.look.color("paper_deep"))


class OpenBand(QWidget):
    """What stands at the foot while panels cycle: an invitation to touch."""

    def __init__(self, look: Look, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        kinds = look.theme.type
        said = [signs.OPEN.to(tag) for tag in languages[:2]]
        self._words = Words(
            look,
            "   ·   ".join(said),
            kinds.label,
            self,
            role="on_dark",
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def resizeEvent(self, _event: object) -> None:
        """Centre the words."""
        high = self._words.measure(self.width(), 1.0).height()
        self._words.setGeometry(0, (self.height() - high) // 2, self.width(), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the ground."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("azurite_deep"))
