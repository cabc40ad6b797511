"""What can be chosen of how everything is shown: a strip above the band, applied at a touch."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.panels import signs
from kiosk.shell.tongues import FEW, named
from kiosk.ui.button import Button
from kiosk.ui.gestures import Gesture, Tap
from kiosk.ui.look import Look
from kiosk.ui.mirror import put
from kiosk.ui.words import Words
from kiosk.visit.choices import NONE, Choices, Hand, Pinyin
from kiosk.visit.intents import Choose, Intent, OpenChoices, Speak


class Option(NamedTuple):
    """One thing to choose."""

    name: Said
    chosen: Choices
    """The choices with it."""
    given_up: Choices
    """The choices without it."""
    sign: str = ""


def options(now: Choices, *, chinese: bool) -> Iterator[Option]:
    """Yield what can be chosen; of text sizes, hands and pinyin one excludes the other."""
    for step, name in enumerate((signs.LARGE, signs.LARGEST), 1):
        yield Option(name, replace(now, text=step), replace(now, text=0), "text-size")
    stark, calm, low = (
        replace(now, contrast=True),
        replace(now, calm=True),
        replace(now, low=True),
    )
    yield Option(signs.CONTRAST, stark, replace(now, contrast=False), "contrast")
    yield Option(signs.CALM, calm, replace(now, calm=False), "calm")
    yield Option(signs.LOW, low, replace(now, low=False), "low")
    for hand, name in ((Hand.LEFT, signs.LEFT_HAND), (Hand.RIGHT, signs.RIGHT_HAND)):
        yield Option(name, replace(now, hand=hand), replace(now, hand=Hand.MIDDLE), hand)
    if chinese:
        for pinyin, name in ((Pinyin.RARE, signs.PINYIN_RARE), (Pinyin.ALL, signs.PINYIN_ALL)):
            yield Option(name, replace(now, pinyin=pinyin), replace(now, pinyin=Pinyin.NONE))


class Chooser(QWidget):
    """Lies over the foot of the panel, which shows at once what is chosen."""

    def __init__(
        self,
        look: Look,
        now: Choices,
        send: Callable[[Intent], None],
        parent: QWidget,
        languages: Sequence[str] = (),
    ) -> None:
        """More than two `languages` stand here: the band has no room for a button each."""
        super().__init__(parent)
        self.look, self._send = look, send
        language, kinds = look.language, look.theme.type
        self._title = Words(look, signs.CHOOSE.to(language), kinds.strong, self)
        self._languages = [self._tongue(tag) for tag in languages if len(languages) > FEW]
        self._buttons = [self._button(option, now) for option in options(now, chinese=look.chinese)]
        done, before = signs.DONE.to(language), signs.AS_BEFORE.to(language)
        close = partial(send, OpenChoices(on=False))
        self._done = Button(look, done, close, self, label=done, tone="accent")
        self._reset = Button(look, before, partial(send, Choose(NONE)), self, label=before)
        self._reset.setEnabled(now != NONE)

    def _tongue(self, tag: str) -> Button:
        on = tag == self.look.language
        look, name = named(self.look, tag)
        tone = "main" if on else "plain"
        button = Button(look, name, partial(self._send, Speak(tag)), self, label=name, tone=tone)
        button.on = on
        return button

    def _button(self, option: Option, now: Choices) -> Button:
        on = option.chosen == now
        name = option.name.to(self.look.language)
        intent = Choose(option.given_up if on else option.chosen)
        button = Button(
            self.look,
            name,
            partial(self._send, intent),
            self,
            sign=option.sign,
            label=name,
            tone="main" if on else "plain",
        )
        button.on = on
        return button

    def lay_out(self, foot: int, width: int) -> None:
        """Take as much height as the buttons need, standing on `foot` (pixels)."""
        look = self.look
        edge, gap = look.px(64), look.px(look.theme.space.apart)
        top = look.px(20)
        self.resize(width, self.height())
        title = self._title.place(edge, top, width - 2 * edge)
        places: list[tuple[Button, QRect]] = []
        x, y = edge, title + look.px(4)
        row = look.target
        for group in (self._languages, [*self._buttons, self._reset, self._done]):
            if places:
                x, y = edge, y + row + gap
            for button in group:
                size = button.measure()
                if x > edge and x + size.width() > width - edge:
                    x, y = edge, y + row + gap
                places.append((button, QRect(x, y, size.width(), row)))
                x += size.width() + gap
        high = y + row + top
        self.setGeometry(0, foot - high, width, high)
        for button, place in places:
            put(look, button, place)

    def touch(self, _gesture: Gesture) -> bool:
        """Nothing beneath is touched through it."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the ground, with an edge towards the panel."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.look.color("paper_deep"))
            painter.fillRect(0, 0, self.width(), self.look.px(3), self.look.color("azurite"))


class Beside(QWidget):
    """What is left of the screen while choices lie open: a tap there closes them."""

    def __init__(self, send: Callable[[Intent], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._send = send

    def touch(self, gesture: Gesture) -> bool:
        """Close on a tap; nothing beneath is touched."""
        if isinstance(gesture, Tap):
            self._send(OpenChoices(on=False))
        return True
