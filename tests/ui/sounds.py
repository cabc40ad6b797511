"""A device that is only played, and sounds, for the tests of the voice."""

import io
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtWidgets import QApplication

from kiosk.ui.sound import RATE, Samples
from kiosk.ui.voice import Voice

PIECE = 4410
"""Frames that the device wants at once."""


class Device:
    """Draws all there is as fast as it comes; once `held` is set, it waits before it draws."""

    def __init__(self) -> None:
        self.drawn = b""
        self.open = 0
        self.go = Event()
        self.go.set()

    @contextmanager
    def out(self, samples: Samples) -> Iterator[None]:
        next(samples)
        self.open += 1
        try:
            if self.go.is_set():
                self._draw(samples)
            yield
        finally:
            self.open -= 1

    def _draw(self, samples: Samples) -> None:
        try:
            while True:
                self.drawn += samples.send(PIECE)
        except StopIteration:
            pass


def tone(frames: int = RATE // 2) -> bytes:
    """Return a WAV file of the loudest there is."""
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(b"\xff\x7f" * frames)
    return file.getvalue()


def ready(voice: Voice) -> Voice:
    voice.look(recordings=True)
    over(voice)
    return voice


def over(voice: Voice) -> None:
    """Wait until all that plays has come to its end, and tell."""
    for thread in voice._threads:
        thread.join()
    QApplication.processEvents()


def loudest(samples: bytes) -> int:
    return max(memoryview(samples).cast("h"))
