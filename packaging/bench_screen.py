"""A virtual display of one's own: its pointer pressed and its pixels read as from outside."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from ctypes import POINTER, Structure, c_char, c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 1920, 1080
PIXMAP = 2
EVERY_PLANE = 0xFFFFFFFF
LEFT = 1


class MissingError(Exception):
    """Something that has to be installed is not there; the message says what."""


class _Image(Structure):
    """The beginning of an XImage."""

    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", POINTER(c_char)),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
    )


def _library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError:
        raise MissingError(
            f"{name} is missing: `make bench` installs it with xdotool, so use that"
        ) from None


class Screen:
    """Xvfb on a free display number, and one connection to it."""

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            raise MissingError("Xvfb is missing: `make bench` installs it, so use that")
        x11, self._test = _library("libX11.so.6"), _library("libXtst.so.6")
        near, far = os.pipe()
        command = ["Xvfb", "-displayfd", str(far), "-screen", "0", "{}x{}x24".format(*SIZE)]
        self._server = subprocess.Popen(
            [*command, "-nolisten", "tcp", "-noreset"],
            pass_fds=(far,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(far)
        with os.fdopen(near) as told:
            number = told.readline().strip()
        if not number:
            raise MissingError("Xvfb is there but does not start")
        self.name = f":{number}"
        self._x11 = x11
        x11.XOpenDisplay.argtypes, x11.XOpenDisplay.restype = (c_char_p,), c_void_p
        x11.XDefaultRootWindow.argtypes, x11.XDefaultRootWindow.restype = (c_void_p,), c_ulong
        x11.XGetImage.argtypes = (
            *(c_void_p, c_ulong, c_int, c_int),
            *(c_uint, c_uint, c_ulong, c_int),
        )
        x11.XGetImage.restype = POINTER(_Image)
        x11.XDestroyImage.argtypes = (POINTER(_Image),)
        x11.XSync.argtypes = (c_void_p, c_int)
        x11.XCloseDisplay.argtypes = (c_void_p,)
        self._test.XTestFakeMotionEvent.argtypes = (c_void_p, c_int, c_int, c_int, c_ulong)
        self._test.XTestFakeButtonEvent.argtypes = (c_void_p, c_uint, c_int, c_ulong)
        self._link = x11.XOpenDisplay(self.name.encode())
        self._root = x11.XDefaultRootWindow(self._link)

    def pixels(self, x: int, y: int, width: int, height: int) -> bytes:
        """Return what a rectangle of the display shows, four bytes a pixel."""
        image = self._x11.XGetImage(
            self._link, self._root, x, y, width, height, EVERY_PLANE, PIXMAP
        )
        one = image.contents
        shown = ctypes.string_at(one.data, one.bytes_per_line * one.height)
        self._x11.XDestroyImage(image)
        return shown

    def clear(self) -> None:
        """Wait until the display is one colour: nothing of an earlier window is left."""
        self.wait(lambda: self.colours() == 1)

    def colours(self) -> int:
        """Count the colours down the middle of the display."""
        shown = self.pixels(SIZE[0] // 2, 0, 1, SIZE[1])
        return len({shown[at : at + 4] for at in range(0, len(shown), 4)})

    def move(self, x: int, y: int) -> None:
        """Put the pointer somewhere."""
        self._test.XTestFakeMotionEvent(self._link, -1, x, y, 0)
        self._x11.XSync(self._link, 0)

    def button(self, *, down: bool) -> float:
        """Press or release the pointer's button; return when."""
        begun = time.monotonic()
        self._test.XTestFakeButtonEvent(self._link, LEFT, down, 0)
        self._x11.XSync(self._link, 0)
        return begun

    def key(self, name: str) -> None:
        """Press a key."""
        subprocess.run(
            ["xdotool", "key", name], env={**os.environ, "DISPLAY": self.name}, check=True
        )

    @staticmethod
    def wait(come: Callable[[], bool], seconds: float = 20.0, pause: float = 0.001) -> float:
        """Wait until something is so; return when it was seen."""
        end = time.monotonic() + seconds
        while not come():
            if time.monotonic() > end:
                raise TimeoutError("what should appear on the display does not")
            time.sleep(pause)
        return time.monotonic()

    def close(self) -> None:
        """End the server."""
        self._x11.XCloseDisplay(self._link)
        self._server.terminate()
        self._server.wait()
