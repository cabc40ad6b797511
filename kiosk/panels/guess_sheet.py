"""Guess first: a visitor drags, then sees the true value, the difference, and what others guessed."""

from decimal import Decimal
from hashlib import sha256

from PySide6.QtCore import QRect, Qt

from kiosk.panels import signs
from kiosk.panels.asking import Asking, question
from kiosk.panels.brief import Brief
from kiosk.panels.guess_board import Board
from kiosk.panels.others import Others
from kiosk.panels.overlay import Overlay
from kiosk.ui.button import Button
from kiosk.ui.mirror import put
from kiosk.ui.words import Words

STEPS = 50
"""Presses of an arrow key from one end of the scale to the other."""


class GuessSheet(Overlay):
    """The question, the board, and the words beside it."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        assert isinstance(brief.panel, Asking)  # noqa: S101 - only they have this sheet
        language, kinds = self.look.language, self.look.theme.type
        _, name = brief.panel.asked()
        self._figure = brief.figure(name)
        self._percent = brief.bare(self._figure, Decimal(0)).endswith("%")
        self.asked = question(brief.panel, self._figure, percent=self._percent)
        self._key = f"{brief.chapter.id}/{name}"
        self._mark = sha256(f"{brief.panel.guess}|{self.asked}".encode()).hexdigest()[:16]

        def words(text: str, style: str, role: str = "ink") -> Words:
            return Words(self.look, text, getattr(kinds, style), self, role=role)

        self._eyebrow = words(signs.GUESS.to(language), "eyebrow", "ochre")
        self._title = Words(
            self.look, brief.say(brief.panel.guess), kinds.title, self, balanced=True
        )
        self._hint = words(signs.DRAG.to(language), "label", "ink_soft")
        self._yours = words(signs.YOU_GUESS.to(language), "label", "ochre")
        self._guess = words("", "title", "ochre")
        self._fact = words(signs.TRUE_VALUE.to(language), "label", "cinnabar")
        self._truth = words(brief.bare(self._figure, self.asked.truth), "title", "cinnabar")
        self._apart = words("", "lead")
        self._board = Board(self.look, self.asked, self.lend, self, self._moved)
        self._others = Others(self.look, self.lend, self)
        self._reveal = self.button(signs.REVEAL.to(language), self.reveal, "main")
        self._again = self.button(signs.AGAIN.to(language), self.again, "main")
        self.again()

    @property
    def told(self) -> bool:
        """True once the true value is shown."""
        return self._board.told is not None

    def again(self) -> None:
        """Ask anew, with the guess where it was."""
        self._board.tell(None)
        self._moved()
        self._show()

    def reveal(self) -> None:
        """Count the guess, and let the true value grow over it."""
        guess, tallies = self._board.guess, self.brief.shop.tallies
        counts: tuple[int, ...] = ()
        if tallies is not None:
            counts = tallies.counts(self._key, self._mark)
            bucket = min(int(self.asked.share(guess) * len(counts)), len(counts) - 1)
            tallies.add(self._key, self._mark, bucket)
            counts = tallies.counts(self._key, self._mark)
        share = self.asked.share
        self._others.show_counts(counts, share(guess), share(self.asked.truth))
        self._apart.say(self.difference(guess))
        self._board.tell(0.0)
        self._show()
        self.brief.shop.animate(self.look.theme.time.count, self._grow)

    def _grow(self, share: float) -> None:
        # Whoever asks again while it grows, or leaves, has seen enough.
        if self.told:
            self._board.tell(share)

    def difference(self, guess: Decimal) -> str:
        """Return how far the true value is from a guess, in words."""
        language, apart = self.look.language, self.asked.truth - guess
        if not apart:
            return signs.EXACT.to(language)
        said = signs.LOWER if apart < 0 else signs.HIGHER
        far = self.brief.bare(self._figure, abs(apart))
        if self._percent:
            # Between two percentages lie points: 40 % is no 20 % more than 20 %.
            far = signs.POINTS.to(language).format(far.removesuffix("%").rstrip())
        return said.to(language).format(far)

    def _moved(self) -> None:
        self._guess.say(self.brief.bare(self._figure, self._board.guess))
        self._board.setAccessibleName(f"{self._yours.text} {self._guess.text}")

    def _show(self) -> None:
        """Show what belongs to guessing, or to what comes after."""
        for widget in (self._fact, self._truth, self._apart, self._others, self._again):
            widget.setVisible(self.told)
        for widget in (self._hint, self._reveal):
            widget.setVisible(not self.told)
        if self.width():
            self.arrange()

    def key(self, key: Qt.Key) -> bool:
        """Let arrows move the guess and Enter tell the truth, or ask again."""
        ahead = -1 if self.look.rtl else 1
        by = {"Key_Up": 1, "Key_Down": -1, "Key_Right": ahead, "Key_Left": -ahead}.get(key.name)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            (self.again if self.told else self.reveal)()
        elif by and not self.told:
            share = self.asked.share(self._board.guess) + by / STEPS
            self._board.put(self.asked.at(share))
        else:
            return False
        return True

    # -- layout --------------------------------------------------------------------------------

    def foot(self) -> list[Button]:
        """Reveal, or ask again."""
        return [self._again if self.told else self._reveal]

    def lay_out(self, factor: float) -> int:
        """Heading above; board and words side by side, in portrait one above the other."""
        look, x = self.look, self.look.margin
        width, portrait = self.width() - 2 * x, look.portrait
        y = self._eyebrow.place(x, look.px(84), width, factor)
        y = self._title.place(x, y + look.px(8), width, min(factor, 1.15)) + look.px(36)
        aside = width if portrait else round(width * 0.38)
        left = x if portrait else x + width - aside
        left_over = self.floor - y
        high = round(left_over * 0.45) if portrait else left_over
        room = QRect(x, y, width - (0 if portrait else aside), high)
        put(look, self._board, self._place(room))
        return self._words(left, y + (high + look.px(28) if portrait else 0), aside, factor)

    def _place(self, room: QRect) -> QRect:
        """Return the board's place: squares are square, a bar is no higher than a hand."""
        look = self.look
        if not look.portrait:
            room.setWidth(room.width() - look.px(72))
        if self.asked.shape == "squares":
            side = min(room.width(), room.height())
            return QRect(room.x() + (room.width() - side) // 2, room.y(), side, side)
        if self.asked.shape == "bar":
            high = min(room.height(), look.px(300))
            return QRect(room.x(), room.y() + (room.height() - high) // 2, room.width(), high)
        return room

    def _words(self, x: int, y: int, width: int, factor: float) -> int:
        gap = self.look.px(20)
        y = self._yours.place(x, y, width, factor)
        y = self._guess.place(x, y, width, min(factor, 1.15))
        if not self.told:
            return self._hint.place(x, y + gap, width, factor)
        y = self._fact.place(x, y + gap, width, factor)
        y = self._truth.place(x, y, width, min(factor, 1.15))
        y = self._apart.place(x, y + gap, width, factor)
        return self._others.place(x, y + gap, width, factor)
