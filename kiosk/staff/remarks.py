"""What a check has to say: problems, which visitors would meet, and advice."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kiosk.content.base import Path
from kiosk.content.problems import Problem, Said


class Level(StrEnum):
    """How much a remark weighs."""

    PROBLEM = "problem"
    """The exhibit is not fit to be shown."""
    ADVICE = "advice"
    """Visitors see nothing broken, but staff may want to know."""


class Remark(NamedTuple):
    """What is to be said of the part of the exhibit at a path; `token` is the piece of text there."""

    at: Path
    message: Said
    hint: Said | None = None
    token: str = ""
    level: Level = Level.ADVICE


@dataclass(frozen=True)
class Found:
    """A remark with its place in the file."""

    problem: Problem
    level: Level
