"""What a page of the staff sheet says and what can be done there. No screen."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.content.problems import Said

Done = Said | None
"""What is to be told of something that was done."""


@dataclass(frozen=True)
class Act:
    """A button: `do` is done at once; `work` in a worker, and what it returns is done after that.

    With `warning` it is asked first whether it is meant.
    """

    name: Said
    do: Callable[[], Done] = lambda: None
    work: Callable[[], Callable[[], Done]] | None = None
    tone: str = "plain"
    on: bool = False
    warning: Said | None = None


@dataclass(frozen=True)
class Page:
    """Lines, then buttons, then what may be long."""

    lines: tuple[Said, ...] = ()
    acts: tuple[Act, ...] = ()
    more: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Section:
    """A page by its name; it is written anew each time it is opened."""

    name: Said
    page: Callable[[], Page]
