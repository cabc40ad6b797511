"""A voice that only says what it would be heard with."""

from pathlib import Path

from kiosk.ui.voice import Voice


class Mime(Voice):
    """Opens no device; what it was asked to play is in `said`, and plays until it is ended."""

    def __init__(self, languages: tuple[str, ...] = ("zh", "en")) -> None:
        super().__init__()
        self.languages = languages
        self.said: list[tuple[str, str, Path | None]] = []
        self._mimes = False

    def look(self, *, recordings: bool) -> None:
        """Look for nothing."""

    def can(self, language: str, recording: Path | None) -> bool:
        """Hear recordings, and some languages."""
        return recording is not None or language in self.languages

    @property
    def playing(self) -> bool:
        """True from the wish until the end."""
        return self._mimes

    def play(self, text: str, language: str, recording: Path | None) -> None:
        """Begin."""
        self.said.append((text, language, recording))
        self._mimes = self.can(language, recording)
        self.changed.emit()

    def stop(self) -> None:
        """Come to the end."""
        self._mimes = False
        self.changed.emit()
