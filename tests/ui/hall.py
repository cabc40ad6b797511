"""A window with hands on it, for the tests of touches, the mouse and keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.gestures import Drag
from kiosk.ui.hands import Hands
from tests.helpers.clock import Clock
from tests.ui.toys import Pad


class Hall:
    """A window with hands on it: two pads lie on a stage, which fills the window."""

    def __init__(self, window: QWidget, clock: Clock) -> None:
        self.window = window
        self.stage = Pad(window, (0, 0, 800, 600), takes=(Drag,))
        self.one = Pad(self.stage, (100, 100, 100, 100))
        self.two = Pad(self.stage, (300, 100, 100, 100))
        self.stage.show()
        self.presses = 0
        self.asleep = False
        self.keys: list[tuple[Qt.Key, bool]] = []
        self.again: list[Qt.Key] = []
        self.seen: list[tuple[float, float]] = []
        self.hands = Hands(
            window,
            10,
            clock,
            present=self._present,
            key=self._key,
            seen=lambda x, y: self.seen.append((x, y)),
        )

    def _present(self) -> bool:
        self.presses += 1
        return self.asleep

    def _key(self, key: Qt.Key, shifted: bool, repeated: bool) -> None:
        if repeated:
            self.again.append(key)
        else:
            self.keys.append((key, shifted))

    def send(self, event: QEvent) -> None:
        QApplication.sendEvent(self.window.windowHandle(), event)

    def raw(self) -> list[QEvent.Type]:
        return [kind for pad in self.window.findChildren(Pad) for kind in pad.raw]
