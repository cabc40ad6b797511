"""Where staff enter their PIN: ten digits, and dots for those that are there."""

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.content.problems import Said
from kiosk.shell.office.paper import Paper
from kiosk.shell.office.pin import valid
from kiosk.ui.button import Button, Touchpad
from kiosk.ui.look import Look
from kiosk.ui.words import Words

TITLE = Said("工作人员 PIN", "Staff PIN")
DELETE, ENTER = Said("删除", "Delete"), Said("确定", "Enter")
CANCEL = Said("返回", "Back")
WRONG = Said("PIN 不对。", "That PIN is wrong.")
WAIT = Said("PIN 不对，请等 {} 秒再试。", "That PIN is wrong. Try again in {} s.")

MOST: Final = 12
"""Digits of the longest PIN."""

WIDE, HIGH = 220, 116
"""Design pixels of a key."""


class Digit(Touchpad):
    """A key with a digit on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key."""
        look = self.look
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.color("line"))
            painter.setBrush(look.color("paper_deep" if self.pressed else "card"))
            radius = look.px(look.theme.space.radius)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            painter.setPen(look.color("ink"))
            painter.setFont(look.font(look.theme.type.heading))
            name = self.accessibleName()
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), name)


class PinPad(Paper):
    """Collects digits and hands them over; what they are is told to nobody else."""

    def __init__(
        self,
        look: Look,
        enter: Callable[[str], bool],
        left: Callable[[], float],
        cancel: Callable[[], None],
        parent: QWidget,
    ) -> None:
        """`enter` tells whether a PIN is right, `left` the seconds until the next try."""
        super().__init__(look, parent)
        self._enter, self._left = enter, left
        self._pin = ""
        centre, kinds, language = Qt.AlignmentFlag.AlignHCenter, look.theme.type, look.language

        def button(name: Said, act: Callable[[], None], tone: str = "plain") -> Button:
            label = name.to(language)
            return Button(look, label, act, self, label=label, tone=tone)

        self._title = Words(look, TITLE.to(language), kinds.title, self, align=centre)
        self._told = Words(look, "", kinds.label, self, role="cinnabar", align=centre)
        digits = [Digit(look, one, partial(self.type, one), self) for one in "1234567890"]
        self._ok = button(ENTER, self.enter, "main")
        delete = button(DELETE, self.delete)
        self._keys: list[Touchpad] = [*digits[:9], delete, digits[9], self._ok]
        self._cancel = button(CANCEL, cancel)
        self._dots = QRect()
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.timeout.connect(self._count)
        self._put("")
        self._wait()

    def type(self, digit: str) -> None:
        """Add a digit."""
        if len(self._pin) < MOST:
            self._put(self._pin + digit)

    def delete(self) -> None:
        """Take the last digit away."""
        self._put(self._pin[:-1])

    def enter(self) -> None:
        """Try the PIN; after a wrong one begin anew."""
        if not self._ok.isEnabled():
            return
        if not self._enter(self._pin):
            self._put("")
            self._told.say(WRONG.to(self.look.language))
            self._wait()

    def _put(self, pin: str) -> None:
        self._pin = pin
        self._ok.setEnabled(valid(pin) and not self._left())
        self.update(self._dots)

    def _wait(self) -> None:
        """If the next try has to wait, tell how long, every second until it is over."""
        left = self._left()
        if left:
            self._told.say(WAIT.to(self.look.language).format(ceil(left)))
            self._second.start(ceil((left % 1 or 1.0) * 1000))

    def _count(self) -> None:
        self._told.say("")
        self._put(self._pin)
        self._wait()

    def key(self, key: Qt.Key) -> bool:
        """Take digits and what deletes them."""
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.type(chr(key))
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.delete()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        else:
            return False
        return True

    def drop(self) -> None:
        """Forget what was typed."""
        self._pin = ""
        self._second.stop()
        super().drop()

    # -- layout --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """A column in the middle."""
        look, gap = self.look, self.look.px(self.look.theme.space.apart)
        wide, high = look.px(WIDE), max(look.px(HIGH), look.target)
        edge, width = look.margin, self.width() - 2 * look.margin
        told = look.px(60)
        whole = self._title.measure(width).height() + 2 * told + 4 * (high + gap) + look.target
        y = self._title.place(edge, max(0, self.height() - whole) // 2, width)
        self._dots = QRect(0, y, self.width(), told)
        self._told.setGeometry(edge, y + told, width, told)
        x, y = (self.width() - 3 * wide - 2 * gap) // 2, y + 2 * told
        for at, key in enumerate(self._keys):
            row, column = divmod(at, 3)
            key.setGeometry(x + column * (wide + gap), y + row * (high + gap), wide, high)
        size = self._cancel.measure()
        left = (self.width() - size.width()) // 2
        self._cancel.setGeometry(left, y + 4 * (high + gap), size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots on the paper."""
        super().paintEvent(event)
        wide = self.look.px(22)
        x = self._dots.center().x() - (2 * len(self._pin) - 1) * wide // 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("ink"))
            for at in range(len(self._pin)):
                y = self._dots.center().y() - wide // 2
                painter.drawEllipse(x + at * 2 * wide, y, wide, wide)
