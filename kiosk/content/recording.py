"""A panel read aloud: the recordings that staff bring, and what is said in them."""

from typing import Annotated

from pydantic import AfterValidator, Field

from kiosk.content.assets import check_sound
from kiosk.content.base import Frozen, Language, Text

SoundPath = Annotated[str, AfterValidator(check_sound)]
"""A recording in the content folder, by its relative POSIX path."""


class Recording(Frozen):
    """A file for each language that was recorded; a language without one may be spoken."""

    files: Annotated[dict[Language, SoundPath], Field(min_length=1)]
    transcript: Text | None = None
