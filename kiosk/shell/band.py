"""The navigation band: always at the foot, everything in the same place."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.panels import signs
from kiosk.shell.tongues import FEW, named
from kiosk.ui.button import Button
from kiosk.ui.look import Look
from kiosk.ui.mirror import arrow, put, turn
from kiosk.ui.motion import Motion, Tween
from kiosk.ui.seal import Seal
from kiosk.ui.words import Words
from kiosk.visit.intents import GoContents, GoHome, Intent, Lay, OpenChoices, Speak, Turn
from kiosk.visit.route import Route
from kiosk.visit.state import AtPanel, Place, State

DOTS = 12
"""More stops than this in a chapter are counted in digits."""


CLUSTER = 500
"""Design pixels that the arrows take with the dots between them."""

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
            turn(look, painter, self.width())
            painter.setPen(Qt.PenStyle.NoPen)
            for index in range(self._count):
                here = index == self._here
                painter.setBrush(look.color("cinnabar" if here else "track"))
                wide = long if here else size
                painter.drawRoundedRect(
                    QRectF(x, (self.height() - size) / 2, wide, size), size / 2, size / 2
                )
                x += wide + step - size


def _width(buttons: Sequence[Button], gap: int) -> int:
    """Return the pixels that buttons take side by side."""
    return sum(one.measure().width() + gap for one in buttons) - gap


class Band(QWidget):
    """Home, all chapters, back and on, sources, ease of use, language."""

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
        self._back = button(Turn(-1), arrow(look, "previous"), signs.PREVIOUS.to(language))
        self._on = button(Turn(1), arrow(look, "next"), signs.NEXT.to(language), tone="main")
        access = signs.ACCESS.to(language)
        self._access = Button(look, access, self._open, self, sign="access", label=access)
        self._choosing = False
        self._send = send
        self._languages = self._tongues()
        self._sources = button(Lay("source"), "source", signs.SOURCES.to(language))
        self._take = button(Lay("take"), "take", signs.TAKE.to(language))
        self._listen = button(Lay("listen"), "listen", signs.LISTEN.to(language))
        self._sheets = {"source": self._sources, "listen": self._listen, "take": self._take}
        self._hears = False
        """Whether anything was to be heard yet: only then is there room for its button."""
        self._dots = Dots(look, self)
        self._seal = Seal(look, "", self, rest=REST)
        self._seal.hide()
        self._pressing: Tween | None = None
        self._place: Place | None = None

    def _tongues(self) -> list[Button]:
        """Return a button to the other language, or to where one of several is chosen."""
        tags, look = self._route.exhibit.languages, self.look
        if len(tags) > FEW:
            own, name = named(look, look.language)
            spoken = f"{signs.LANGUAGE.to(look.language)} {name}"
            return [Button(own, spoken, self._open, self, sign="language", label=name)]
        others = [(tag, *named(look, tag)) for tag in tags if tag != look.language]
        return [
            Button(own, name, partial(self._send, Speak(tag)), self, label=name)
            for tag, own, name in others
        ]

    def _open(self) -> None:
        """Open or close the choices."""
        self._send(OpenChoices(on=not self._choosing))

    def show_state(self, state: State, *, heard: bool = False) -> None:
        """Show where the visit is, and whether the panel can be heard."""
        place = state.place
        self._choosing = self._access.on = state.choosing
        self._access.tone = "main" if state.choosing else "plain"
        self._access.update()
        at = isinstance(place, AtPanel)
        for widget in (self._back, self._on, self._dots):
            widget.setVisible(at)
        sheets = self._route.panel(place.panel).sheets if isinstance(place, AtPanel) else ()
        for name, sheet in self._sheets.items():
            sheet.setVisible(name in sheets and (name != "listen" or heard))
        if heard and not self._hears:
            self._hears = True
            self._arrange()
        if isinstance(place, AtPanel):
            chapter = self._route.legs[place.panel].chapter
            mine = [one for one in self._route.stops if self._route.legs[one[0]].chapter == chapter]
            here = mine.index((place.panel, place.stop))
            self._dots.show_place(here, len(mine))
            seal = self._route.exhibit.chapters[chapter].seal
            self._stamp(seal if here == len(mine) - 1 else None, moved=self._place is not None)
        else:
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
        """Take the new places."""
        self._arrange()

    def _arrange(self) -> None:
        """Left: where to; middle: back and on; right: how it is told. Portrait takes two rows.

        For one hand, the arrows stand at its side, and all else moves along. Left is where lines
        begin.
        """
        look = self.look
        edge, gap = look.px(64), look.px(look.theme.space.apart)
        rows = 2 if look.portrait else 1
        row, target = self.height() // rows, look.target
        foot, middle = (rows - 1) * row + (row - target) // 2, (row - target) // 2
        sheets = [one for one in self._sheets.values() if one is not self._listen or self._hears]
        left, right = [self._home, self._contents], [*sheets, self._access, *self._languages]
        wide = self.width() - 2 * edge
        hand = self._hand
        one_hand = hand != "middle"
        cluster = look.px(CLUSTER)
        if rows == 2:
            self._shorten([self._home, self._contents, self._access], [*left, *right], wide)
        elif one_hand:
            room = wide - cluster - gap
            self._shorten([self._home, self._contents, self._access], [*left, *right], room)
        else:
            half = (wide - cluster) // 2 - gap
            self._shorten([self._home, self._contents], left, half - target - gap)
            self._shorten([self._access], right, half)
        aside = cluster + gap if one_hand and rows == 1 else 0
        x = edge + (aside if hand == "left" else 0)
        for button in left:
            put(look, button, QRect(x, foot, button.measure().width(), target))
            x += button.measure().width() + gap
        x = self.width() - edge - (aside if hand == "right" else 0)
        for button in reversed(right):
            x -= button.measure().width()
            put(look, button, QRect(x, foot, button.measure().width(), target))
            x -= gap
        if one_hand:
            start = edge if hand == "left" else self.width() - edge - cluster
            self._gather(start, cluster, middle)
        else:
            self._centre(middle)

    @property
    def _hand(self) -> str:
        """The side of the arrows, counted from where lines begin: a hand is where it is."""
        turned = {"left": "right", "right": "left"} if self.look.rtl else {}
        return turned.get(self.look.hand, self.look.hand)

    def _shorten(self, wordy: list[Button], row: list[Button], room: int) -> None:
        """Let signs stand without their words, one after another, until a row fits its room."""
        for button in wordy:
            if _width(row, self.look.px(self.look.theme.space.apart)) > room:
                button.label = ""

    def _centre(self, y: int) -> None:
        """Spread the arrows about the middle of the screen: they never move with the language."""
        look, target, gap = self.look, self.look.target, self.look.px(self.look.theme.space.apart)
        centre, half = self.width() // 2, look.px(CLUSTER) // 2
        put(look, self._seal, QRect(centre - half - gap - target, y, target, target))
        put(look, self._back, QRect(centre - half, y, target, target))
        put(look, self._on, QRect(centre + half - target, y, target, target))
        dots = 2 * half - 2 * target - 2 * gap
        put(look, self._dots, QRect(centre - dots // 2, y, max(1, dots), target))

    def _gather(self, start: int, width: int, y: int) -> None:
        """Put both arrows where one thumb is, the outer one leading on; dots and seal beside them."""
        look, target, gap = self.look, self.look.target, self.look.px(self.look.theme.space.apart)
        step, rest = target + gap, max(1, width - 3 * (target + gap))
        if self._hand == "left":
            xs = (start, start + step, start + 2 * step, start + 2 * step + rest + gap)
            back, on, dots, seal = xs
        else:
            seal, dots = start, start + step
            back, on = start + width - 2 * target - gap, start + width - target
        put(look, self._back, QRect(back, y, target, target))
        put(look, self._on, QRect(on, y, target, target))
        put(look, self._dots, QRect(dots, y, rest, target))
        put(look, self._seal, QRect(seal, y, target, target))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the paper, with a hairline above it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("paper"))
            painter.fillRect(0, 0, self.width(), self.look.px(2), self.look.color("paper_deep"))
