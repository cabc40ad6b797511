"""What every panel kind has in common; the kinds themselves live beside their views."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from kiosk.content.base import Frozen, Name, Text, texts_in
from kiosk.content.figures import Figure
from kiosk.content.problems import Said
from kiosk.content.recording import Recording


class Complaint(NamedTuple):
    """What a panel finds wrong with itself, with the path of the field inside the panel."""

    at: tuple[str | int, ...]
    message: Said
    hint: Said | None = None


class Panel(Frozen):
    """One screenful of a chapter."""

    apart: ClassVar[frozenset[str]] = frozenset({"eyebrow", "audio"})
    """The fields whose texts are no part of what it says."""

    kind: str
    id: Name | None = None
    eyebrow: Text | None = None
    title: Text | None = None
    text: Text | None = None
    audio: Recording | None = None
    dwell: Annotated[float, Field(ge=3, le=600)] | None = None
    """Seconds it stays while cycling; None lets the reading time decide."""

    @property
    def stops(self) -> int:
        """How many screens it takes: 1, but for a panel of several photographs."""
        return 1

    @property
    def zooms(self) -> bool:
        """Whether a stop has a picture that can be opened in full."""
        return False

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of what can be laid over it: where its figures come from, if it has any."""
        always = ("take", "listen")
        return ("source", *always) if self.figure_names() or self.derived_names() else always

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every figure it shows, by name, with the path that names it."""
        return ()

    def derived_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every entry of `derived` it draws, by name, with the path that names it."""
        return ()

    def check(self, figures: dict[str, Figure]) -> Iterator[Complaint]:
        """Yield what this kind asks of its figures; all names are known to exist."""
        yield from ()

    def texts(self, stop: int) -> tuple[Text, ...]:
        """Return what a visitor reads on one stop (from 0), in order."""
        return tuple(text for at, text in texts_in(self) if at[0] not in self.apart)


def listed(field: str, names: tuple[str, ...]) -> tuple[tuple[tuple[str | int, ...], str], ...]:
    """Pair each figure name of a list field with its path."""
    return tuple(((field, index), name) for index, name in enumerate(names))
