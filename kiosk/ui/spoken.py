"""What those are told who have the screen read to them: role, name, value and action of widgets.

Qt asks for it through `QAccessible`, and only where something listens. A value is told as text:
with a value interface of its own made in Python, PySide 6.9 ends the process.
"""

import atexit
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from kiosk.ui.button import Touchpad

Role = QAccessible.Role


@dataclass(frozen=True)
class Voice:
    """How one kind of widget speaks; the functions get the widget."""

    role: Role
    name: Callable[[Any], str] = QWidget.accessibleName
    about: Callable[[Any], str] = QWidget.accessibleDescription
    value: Callable[[Any], str] | None = None
    press: Callable[[Any], None] | None = None
    """What a press does; None for what cannot be pressed."""
    whole: bool = False
    """Whether nothing in it is told by itself."""
    modal: bool = False
    """Whether nothing else answers while it is there."""


class Spoken(QAccessibleWidget):
    """One widget as Qt tells of it.

    PySide never lets go of it, even when the widget has gone: it holds nothing, and asks Qt for
    the widget each time.
    """

    made = False
    """Whether there ever was one."""

    @property
    def voice(self) -> Voice:
        """How its kind speaks."""
        return _voice(self.object()) or MUTE

    @property
    def on(self) -> bool | None:
        """Whether it is chosen; None for what cannot be."""
        widget = self.object()
        return widget.on if isinstance(widget, Touchpad) else None

    def role(self) -> Role:
        """Return what it is; what can be chosen has a tick."""
        return self.voice.role if self.on is None else Role.CheckBox

    def childCount(self) -> int:
        """Return how many parts of it are told by themselves."""
        return 0 if self.voice.whole else super().childCount()

    def text(self, kind: QAccessible.Text) -> str:
        """Return name, description or value."""
        voice, widget = self.voice, self.object()
        if not isinstance(widget, QWidget):
            return ""
        if kind == QAccessible.Text.Name:
            return voice.name(widget)
        if kind == QAccessible.Text.Description:
            return voice.about(widget)
        if kind == QAccessible.Text.Value and voice.value:
            return voice.value(widget)
        return str(super().text(kind))

    def state(self) -> QAccessible.State:
        """Return what can be done with it now, and whether it is chosen."""
        state = super().state()
        if self.voice.press:
            state.focusable = True
        if self.on is not None:
            state.checkable, state.checked = True, self.on
        if self.voice.modal:
            state.modal = True
        return state

    def actionNames(self) -> list[str]:
        """Return the press, if it can be pressed."""
        return [self.pressAction()] if self.voice.press else []

    def doAction(self, name: str) -> None:
        """Press it."""
        if self.voice.press and name == self.pressAction():
            self.voice.press(self.object())


MUTE = Voice(Role.NoRole)
"""How that speaks which has just gone."""

_voices: dict[type[QWidget], Voice] = {}


def _voice(asked: QObject | None) -> Voice | None:
    """Return how an object speaks; None for what nobody has named."""
    return next((_voices[kind] for kind in type(asked).__mro__ if kind in _voices), None)


def _heard() -> bool:
    """Tell whether anybody has the screen read to them.

    Qt makes an interface for every widget that gets a name, and PySide 6.9 never frees one made in
    Python: without a listener there must be none.
    """
    return bool(QAccessible.isActive())


def _factory(_name: str, asked: QObject) -> QAccessibleWidget | None:
    """Return who speaks for a widget; None leaves it to Qt."""
    voice = _voice(asked) if _heard() else None
    if voice is None or not isinstance(asked, QWidget):
        return None
    Spoken.made = True
    return Spoken(asked, voice.role)


def _fall_silent() -> None:
    """Take back all that speaks while Python still stands: Qt would call it after the end."""
    for widget in QApplication.allWidgets() if Spoken.made else ():
        one = QAccessible.queryAccessibleInterface(widget)
        if isinstance(one, Spoken):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(one))


@cache
def _listen() -> None:
    QAccessible.installFactory(_factory)
    atexit.register(_fall_silent)


def speak(voices: Mapping[type[QWidget], Voice]) -> None:
    """Let these kinds of widget, and those made from them, speak."""
    _voices.update(voices)
    _listen()
