"""The sheet that reads a panel aloud: what is said, play or stop, and how loud."""

from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QShowEvent

from kiosk.panels import signs
from kiosk.panels.brief import Brief
from kiosk.panels.loudness import Loudness
from kiosk.panels.overlay import Overlay
from kiosk.panels.pages import SMALL, Boxes, Pages, spread
from kiosk.panels.telling import told
from kiosk.panels.view import FACTORS, TITLE
from kiosk.ui.boxes import Capped, Stack
from kiosk.ui.button import Button
from kiosk.ui.mirror import put
from kiosk.ui.voice import STEPS
from kiosk.ui.words import Words
from kiosk.visit.intents import Touched

HERE = 5000
"""Milliseconds between two signs that somebody is there, while there is something to hear."""

READING = 1300
"""Design pixels: a comfortable line."""


def said(brief: Brief) -> tuple[str, ...]:
    """Return what is read aloud: the transcript of a recording, else what the stop says."""
    audio = brief.panel.audio
    if audio is None or audio.transcript is None:
        return told(brief)
    return tuple(line for line in brief.say(audio.transcript).splitlines() if line)


class ListenSheet(Overlay):
    """What is said, over several pages where it is long; it begins to be heard when it is laid."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        language, kinds = self.look.language, self.look.theme.type
        title = brief.say(brief.panel.title) or brief.say(brief.chapter.title)
        paragraphs = [one for one in said(brief) if one != title]
        self.text = "\n\n".join([title, *paragraphs])
        """What is spoken where nobody recorded it."""
        eyebrow = Words(self.look, signs.LISTEN.to(language), kinds.eyebrow, self, role="ochre")
        heading = Capped(Words(self.look, title, kinds.title, self, balanced=True), TITLE)
        head = Stack([(eyebrow, 0), (heading, self.look.px(8))]).rigid()
        self._boxes: Boxes = [
            (head, self.look.px(8)),
            *((Words(self.look, one, kinds.body, self), self.look.px(24)) for one in paragraphs),
        ]
        self._pages = Pages(self.look, self, self.update)
        self._factor = 1.0
        self._play = Button(self.look, "", self.turn, self, tone="main")
        self._quieter = self.button(
            signs.QUIETER.to(language), partial(self.turn_up, -1), sign="quieter"
        )
        self._loudness = Loudness(self.look, self)
        self._louder = self.button(
            signs.LOUDER.to(language), partial(self.turn_up, 1), sign="louder"
        )
        self._here = QTimer(self)
        self._here.setInterval(HERE)
        self._here.timeout.connect(partial(brief.send, Touched()))
        if brief.shop.voice is not None:
            brief.shop.voice.changed.connect(self._show)
        self._show()

    # -- what is heard -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin, once it has been laid."""
        super().showEvent(event)
        if not event.spontaneous():
            self._begin()

    def _begin(self) -> None:
        voice = self.brief.shop.voice
        if voice is not None:
            voice.play(self.text, self.look.language, self.brief.recording)
            self._show()

    def turn(self) -> None:
        """Stop, or play from the beginning."""
        voice = self.brief.shop.voice
        if voice is not None and voice.playing:
            voice.stop()
        else:
            self._begin()

    def turn_up(self, by: int) -> None:
        """Change the volume by so many steps."""
        voice = self.brief.shop.voice
        if voice is not None:
            voice.louder(by)
            self._show()

    def _show(self) -> None:
        """Show what can be done now; nothing can where there is nothing to hear."""
        voice, heard = self.brief.shop.voice, self.brief.heard
        for widget in (self._play, self._quieter, self._louder, self._loudness):
            widget.setVisible(heard)
        if voice is None:
            return
        self._name(playing=voice.playing)
        self._quieter.setEnabled(voice.volume > 1)
        self._louder.setEnabled(voice.volume < STEPS)
        self._loudness.show_step(voice.volume)
        if voice.playing != self._here.isActive():
            self._here.start() if voice.playing else self._here.stop()

    def _name(self, *, playing: bool) -> None:
        label = (signs.STOP if playing else signs.PLAY).to(self.look.language)
        self._play.sign, self._play.label = "pause" if playing else "play", label
        self._play.setAccessibleName(label)
        self._play.update()

    def key(self, key: Qt.Key) -> bool:
        """Let Enter play or stop, and arrows up and down make it louder and quieter."""
        if not self.brief.heard:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.turn()
        elif by := {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(key):
            self.turn_up(by)
        else:
            return False
        return True

    def drop(self) -> None:
        """Be silent and go."""
        self._here.stop()
        voice = self.brief.shop.voice
        if voice is not None:
            voice.changed.disconnect(self._show)
            voice.stop()
        self._pages.drop()
        super().drop()

    # -- layout --------------------------------------------------------------------------------

    def _area(self) -> tuple[int, int, int, int]:
        x, top = self.look.margin, self.look.px(84)
        width = min(self.width() - 2 * x, self.look.px(READING))
        return x, top, width, self.floor - top

    def lay_out(self, factor: float) -> int:
        """Heading and paragraphs, one under another."""
        x, y, width, _ = self._area()
        self._factor = factor
        self._pages.clear()
        return Stack(self._boxes).place(x, y, width, factor)

    def arrange(self) -> None:
        """Lay out, over several pages if need be, with what is heard at the right of the foot."""
        super().arrange()
        self._spread()
        side, y, apart = self._close.height(), self._close.y(), self.look.theme.space.apart
        bars, high = self.look.px(120), side * 2 // 5
        x = self.width() - self.look.margin
        for widget, wide, tall in (
            (self._louder, side, side),
            (self._loudness, bars, high),
            (self._quieter, side, side),
            (self._play, self._widest(), side),
        ):
            x -= wide
            put(self.look, widget, QRect(x, y + (side - tall) // 2, wide, tall))
            x -= self.look.px(apart)

    def _widest(self) -> int:
        """Return the width that the button takes with either of its words."""
        playing = self._here.isActive()
        wide = 0
        for one in (not playing, playing):
            self._name(playing=one)
            wide = max(wide, self._play.measure().width())
        return wide

    def _spread(self) -> None:
        """Go on to further pages where type would get too small, as panels do."""
        if self._factor >= SMALL * self.look.text:
            return
        area = self._area()
        larger = [step for step in FACTORS if self._factor < step <= self.look.text]
        for index, factor in enumerate(larger):
            pages = spread(self._boxes, area[2], area[3] - self._pages.room, factor)
            if pages:
                self._pages.lay_out(pages, area, larger[: index + 1])
                return
