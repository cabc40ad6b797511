"""The kiosk's voice: plays a recording or speaks a text in a thread, never two at a time."""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from kiosk.ui.sound import CHANNELS, RATE, Out, Samples, SoundError, decoded, device
from kiosk.ui.speech import Engine

log = logging.getLogger(__name__)

STEPS, BEGIN = 5, 3
"""How many steps of volume there are, and at which it begins."""

TAIL = 0.4
"""Seconds of silence at the end: what the device still holds is to be heard."""

WAIT = 2.0
"""Seconds that closing waits for the device."""


class Playing:
    """One sound, from the wish for it until its device is closed."""

    def __init__(self) -> None:
        self._over = Event()

    @property
    def over(self) -> bool:
        """True once nothing of it is to be heard."""
        return self._over.is_set()

    def stop(self) -> None:
        """Be silent at once."""
        self._over.set()

    def run(self, samples: Samples, out: Out, gain: Callable[[], float]) -> None:
        """Play to the end, or until it is stopped; SoundError if there is nothing to play on."""
        with closing(samples), out(self._drawn(samples, gain)):
            self._over.wait()

    def _drawn(self, samples: Samples, gain: Callable[[], float]) -> Samples:
        """Yield what the device draws, as loud as it is now wanted. Runs in the device's thread."""
        import numpy as np  # noqa: PLC0415 - nothing at the start needs it

        next(samples)
        wanted = yield b""
        with suppress(StopIteration, SoundError):
            while not self.over:
                piece = np.frombuffer(samples.send(wanted), np.int16)
                wanted = yield (piece * gain()).astype(np.int16).tobytes()
        rest = round(TAIL * RATE)
        while rest > 0 and not self.over:
            rest -= wanted
            wanted = yield bytes(wanted * CHANNELS * 2)
        self._over.set()


class Voice(QObject):
    """What can be heard. A failure is logged once; what fails for good can be heard no more."""

    changed = Signal()
    """It has begun, or come to its end."""
    _ended = Signal(object)

    def __init__(self, engine: Engine | None = None, out: Out = device) -> None:
        super().__init__()
        self._engine, self._out = engine, out
        self._looked = self._heard = False
        self._playing: Playing | None = None
        self._threads: list[Thread] = []
        self._told: set[str] = set()
        self.volume = BEGIN
        self._ended.connect(self._end)

    # -- what there is -------------------------------------------------------------------------

    def look(self, *, recordings: bool) -> None:
        """Find out, in a while and once, if there is a device for what there may be to hear."""
        if not self._looked and (recordings or self._engine is not None):
            self._looked = True
            self._go(self._look)

    def _look(self) -> None:
        with self._logged():
            if self._engine is not None:
                self._engine.learn()
        with self._logged(), self._out(_nothing()):
            self._heard = True

    def can(self, language: str, recording: Path | None) -> bool:
        """Tell whether the recording, or without one the speech of a language, can be heard."""
        if not self._heard:
            return False
        return recording is not None or bool(self._engine and self._engine.voice(language))

    @property
    def playing(self) -> bool:
        """True from the wish until the end."""
        return self._playing is not None

    # -- what is heard -------------------------------------------------------------------------

    def play(self, text: str, language: str, recording: Path | None) -> None:
        """Play the recording, or without one speak the text; what plays now stops."""
        self.stop()
        if not self.can(language, recording):
            return
        playing = self._playing = Playing()
        self._go(lambda: self._run(playing, text, language, recording))
        self.changed.emit()

    def _run(self, playing: Playing, text: str, language: str, recording: Path | None) -> None:
        with self._logged():
            sound: Path | bytes | None = recording
            if sound is None and self._engine is not None:
                sound = self._engine.speak(text, language, lambda: playing.over)
            if sound and not playing.over:
                self._sound(playing, decoded(sound))
        self._ended.emit(playing)

    def _sound(self, playing: Playing, samples: Samples) -> None:
        try:
            playing.run(samples, self._out, lambda: (self.volume / STEPS) ** 2)
        except SoundError:
            self._heard = False
            raise

    def stop(self) -> None:
        """Be silent."""
        if self._playing is not None:
            self._playing.stop()
            self._end(self._playing)

    def _end(self, playing: object) -> None:
        # What was stopped ends again when its device is closed, perhaps while another plays.
        if playing is self._playing:
            self._playing = None
            self.changed.emit()

    def louder(self, by: int) -> None:
        """Change the volume by so many steps."""
        self.volume = min(max(self.volume + by, 1), STEPS)

    # -- threads -------------------------------------------------------------------------------

    def _go(self, work: Callable[[], None]) -> None:
        self._threads = [one for one in self._threads if one.is_alive()]
        self._threads.append(Thread(target=work, name="voice", daemon=True))
        self._threads[-1].start()

    @contextmanager
    def _logged(self) -> Iterator[None]:
        try:
            yield
        except SoundError as error:
            if str(error) not in self._told:
                self._told.add(str(error))
                log.warning("nothing to be heard: %s", error)

    def close(self) -> None:
        """Be silent, and let the device go."""
        self.stop()
        for thread in self._threads:
            thread.join(WAIT)


def _nothing() -> Samples:
    """Yield no sample at all."""
    yield b""
