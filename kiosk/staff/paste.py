"""The lines of content.yaml that show new photographs, ready to paste, and where they go."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kiosk.content.base import KEY, Path
from kiosk.content.load import Loaded
from kiosk.content.problems import Said
from kiosk.panels.photos import Photos

TITLE: Final = Said("照片的标题", "Title of the photograph")
CAPTION: Final = Said("照片的说明", "What the photograph shows")
PANEL: Final = Said("照片", "Photographs")


class Spot(NamedTuple):
    """Where to paste."""

    line: int
    """The line after which, counted from 1."""
    indent: int
    """Spaces before the hyphen of each item."""
    panel: bool
    """True where a whole panel goes there, as the exhibit has none of photographs yet."""


def spot(loaded: Loaded) -> Spot:
    """Return the place for items in the first panel of photographs, else for a panel of them.

    That is right below `items:` or the last chapter's `panels:`, where no other line can be split.
    """
    chapters = loaded.exhibit.chapters
    for number, chapter in enumerate(chapters):
        for within, panel in enumerate(chapter.panels):
            if isinstance(panel, Photos):
                return _below(loaded, ("chapters", number, "panels", within, "items"))
    return _below(loaded, ("chapters", len(chapters) - 1, "panels"))._replace(panel=True)


def _below(loaded: Loaded, at: Path) -> Spot:
    first = loaded.tree.lines[loaded.place((*at, 0)).line - 1]
    indent = len(first) - len(first.lstrip(" "))
    return Spot(loaded.place((*at, KEY)).line, indent, panel=False)


def pasted(photos: Sequence[str], languages: Sequence[str], spot: Spot) -> str:
    """Return the lines for photographs, given by their paths."""
    lines = [line for photo in photos for line in _item(photo, languages)]
    if spot.panel:
        head = ["- kind: photos", *_text("title", PANEL, languages), "  items:"]
        lines = [*head, *(f"    {line}" for line in lines)]
    return "\n".join(f"{' ' * spot.indent}{line}" for line in lines)


def _item(photo: str, languages: Sequence[str]) -> Iterator[str]:
    yield f"- photo: {photo}"
    yield from _text("title", TITLE, languages)
    yield from _text("caption", CAPTION, languages)


def _text(field: str, said: Said, languages: Sequence[str]) -> Iterator[str]:
    yield f"  {field}:"
    for language in languages:
        yield f"    {language}: {said.to(language)}"
