"""What is tried with a keyboard."""

import random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication

from kiosk.visit.state import Home
from tests.shell.visitor import Visitor

K, M = Qt.Key, Qt.KeyboardModifier

MODIFIERS = (
    *(M.NoModifier, M.ShiftModifier, M.ControlModifier, M.AltModifier, M.MetaModifier),
    *(M.ControlModifier | M.AltModifier, M.ControlModifier | M.ShiftModifier),
    M.AltModifier | M.ShiftModifier,
)
CHANCE = random.Random


def send(visitor: Visitor, event: QEvent) -> None:
    QApplication.sendEvent(visitor.window.windowHandle(), event)


def press(
    visitor: Visitor, key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier, text: str = ""
) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        send(visitor, QKeyEvent(kind, key, modifiers, text))


def asked_to_close(visitor: Visitor) -> None:
    press(visitor, K.Key_F4, M.AltModifier)
    assert not visitor.window.close()
    assert not visitor.window.windowHandle().close()
    QApplication.closeAllWindows()


def shortcuts(visitor: Visitor) -> None:
    for key in (K.Key_W, K.Key_Q, K.Key_F4):
        press(visitor, key, M.ControlModifier)
    assert visitor.window.findChildren(QShortcut) == []
    assert visitor.window.findChildren(QAction) == []
    assert visitor.state.attracting


def every_key(visitor: Visitor) -> None:
    for key in Qt.Key:
        for modifiers in MODIFIERS:
            press(visitor, key, modifiers)
    assert not visitor.state.staff
    visitor.rest()


def typed(visitor: Visitor) -> None:
    chance, keys = CHANCE(7), list(Qt.Key)
    for _ in range(5000):
        press(visitor, chance.choice(keys), chance.choice(MODIFIERS), chance.choice("a1\r\x1b"))
        visitor.clock.pass_(0.01)
        assert not visitor.state.staff
    visitor.rest()


def held_modifier(visitor: Visitor) -> None:
    for _ in range(5):
        press(visitor, K.Key_Shift, M.ShiftModifier)
    assert visitor.state.attracting


def letters(visitor: Visitor) -> None:
    visitor.open()
    for key in range(K.Key_A.value, K.Key_Z.value + 1):
        press(visitor, K(key), M.AltModifier)
    assert visitor.place == Home()
