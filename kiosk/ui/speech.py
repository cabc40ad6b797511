"""Speech: a program of the computer that reads a text aloud into memory."""

import re
import shutil
import subprocess
from collections.abc import Callable

from kiosk.ui.sound import SoundError

PROGRAM = "espeak-ng"

SPEED = "150"
"""Words a minute: slower than it speaks by itself, for who has never heard it."""

OWN = {"zh": "cmn"}
"""What the program calls a language, where it is not by its tag."""

LOOK = 0.1
"""Seconds between looks whether anybody still listens while it works."""

STUCK = 10
"""Seconds after which it will not tell its voices any more."""

_TAGS = re.compile(r"^ *\d+ +([a-z][\w-]*)|\(([a-z][\w-]*) \d+\)", re.MULTILINE)
"""In the list of voices: the language of a line, and in brackets what it speaks as well."""


class Engine:
    """The speech program. All of it takes time: not for the thread of the interface."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._tags = frozenset[str]()

    @classmethod
    def found(cls) -> "Engine | None":
        """Return the one that the computer has."""
        command = shutil.which(PROGRAM)
        return cls(command) if command else None

    def learn(self) -> None:
        """Ask for its voices; SoundError if it does not tell."""
        try:
            told = subprocess.run(  # noqa: S603 - the program found on the path
                [self._command, "--voices"], capture_output=True, check=True, timeout=STUCK
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SoundError(f"{self._command}: {error}") from error
        found = _TAGS.findall(told.stdout.decode("utf-8", "replace"))
        self._tags = frozenset(one or other for one, other in found)

    def voice(self, language: str) -> str:
        """Return the name of a voice for a language, "" if it has none."""
        whole, base = language.lower(), language.lower().partition("-")[0]
        names = (OWN[base],) if base in OWN else (whole, base)
        return next((name for name in names if name in self._tags), "")

    def speak(self, text: str, language: str, over: Callable[[], bool]) -> bytes:
        """Return a text as a WAV file; b"" once it is over. SoundError if it cannot be spoken."""
        command = [self._command, "-v", self.voice(language), "-s", SPEED, "--stdin", "--stdout"]
        try:
            with subprocess.Popen(  # noqa: S603 - the text goes to its input
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            ) as process:
                return _awaited(process, text.encode(), over)
        except OSError as error:
            raise SoundError(f"{self._command}: {error}") from error


def _awaited(process: "subprocess.Popen[bytes]", text: bytes, over: Callable[[], bool]) -> bytes:
    rest: bytes | None = text
    while True:
        try:
            return process.communicate(rest, timeout=LOOK)[0]
        except subprocess.TimeoutExpired:
            rest = None
            if over():
                process.kill()
