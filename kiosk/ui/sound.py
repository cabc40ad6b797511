"""Sound: recordings are decoded and played piece by piece; its library comes when one is wanted."""

import ctypes
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

RATE, CHANNELS = 44_100, 2
"""Frames a second that every sound is turned into, and samples a frame."""

HELD = 100
"""Milliseconds that the device holds: as long as it goes on after it was told to stop."""

MOST = 16_384
"""Frames that the decoder gives at once."""

Samples = Generator[bytes, int, None]
"""Begun with `next`, is sent how many frames are wanted, and yields at most so many of 16 bits."""

Out = Callable[[Samples], AbstractContextManager[None]]
"""Begins these samples and lets the sound device draw them, in its own thread, until it is left.

SoundError tells that there is none.
"""


class SoundError(Exception):
    """A file that is no sound, or a machine that has none."""


@cache
def _library() -> Any:
    # Slow, and needed by few exhibits.
    import miniaudio  # type: ignore[import-untyped] # noqa: PLC0415

    with suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_UNHEARD)
    return miniaudio


_UNHEARD = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)(lambda *_: None)
"""Takes what ALSA would print in the terminal, line after line, where there is no sound."""


def decoded(sound: Path | bytes) -> Samples:
    """Return the samples of a file, or of one that is in memory; SoundError if it is no sound."""
    library = _library()
    form = {"nchannels": CHANNELS, "sample_rate": RATE, "frames_to_read": MOST}
    try:
        if isinstance(sound, Path):
            stream = library.stream_file(str(sound), **form)
        else:
            stream = library.stream_memory(sound, **form)
    except (library.MiniaudioError, OSError) as error:
        raise SoundError(str(error.args[0])) from error
    return _pieces(stream)


def _pieces(stream: Any) -> Samples:
    """Yield what the library gives, as bytes."""
    library = _library()
    wanted = yield b""
    while True:
        try:
            wanted = yield bytes(stream.send(min(wanted, MOST)))
        except StopIteration:
            return
        except library.MiniaudioError as error:
            raise SoundError(str(error.args[0])) from error


def seconds(sound: Path) -> float:
    """Return how long a file plays, having decoded all of it; SoundError if that cannot be."""
    samples, length = decoded(sound), 0
    next(samples)
    with suppress(StopIteration):
        while True:
            length += len(samples.send(MOST))
    return length / (RATE * CHANNELS * 2)


@contextmanager
def device(samples: Samples) -> Iterator[None]:
    """Let the sound device draw samples until the block is left; see `Out`."""
    library = _library()
    # The library's last resort is a device that nobody hears.
    unheard = {library.Backend.NULL, library.Backend.CUSTOM}
    some = sorted(library.get_enabled_backends() - unheard, key=lambda one: one.value)
    try:
        opened = library.PlaybackDevice(
            nchannels=CHANNELS, sample_rate=RATE, buffersize_msec=HELD, backends=some
        )
        next(samples)
        opened.start(samples)
    except library.MiniaudioError as error:
        raise SoundError(str(error.args[0])) from error
    try:
        yield
    finally:
        opened.close()
