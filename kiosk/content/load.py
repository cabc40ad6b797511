"""From a file to an exhibit, or to every problem with its place."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as File
from typing import Annotated, Any, Final, TypeVar, Union

from pydantic import BaseModel, Field, ValidationError

from kiosk.content import rules
from kiosk.content.base import Path
from kiosk.content.decoding import LIMIT, lines_of
from kiosk.content.exhibit import Exhibit
from kiosk.content.misfits import misfits, unsaid
from kiosk.content.panel import Panel
from kiosk.content.problems import Place, Problem, Said
from kiosk.content.source import read
from kiosk.content.tree import Tree

M = TypeVar("M", bound=BaseModel)

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe in the place of the file must not be waited for, nor line ends be changed on Windows."""


@dataclass(frozen=True)
class Loaded:
    """An exhibit, and where each part of it stands in its file."""

    exhibit: Exhibit[Panel]
    tree: Tree

    @property
    def places(self) -> Mapping[Path, Place]:
        """The place of each value, by its path through the exhibit."""
        return self.tree.places

    @property
    def encoding(self) -> str:
        """How the file was saved: utf-8, utf-16 or gb18030."""
        return self.tree.encoding

    def place(self, path: Path) -> Place:
        """Return the place of a part of the exhibit, else of the nearest thing around it."""
        return self.tree.place(path)


def load(
    path: File, kinds: tuple[type[Panel], ...], art: File | None = None
) -> Loaded | list[Problem]:
    """Read an exhibit from a file; `kinds` are the panels it may hold.

    Given the folder of the illustrations, a missing illustration is a problem too (it may also
    stand beside the file). Reads regular files only, and never waits for one. Never raises.
    """
    data = _bytes_of(path)
    if isinstance(data, Problem):
        return [data]
    return loads(data, kinds, (path.parent, art) if art else ())


def lines_at(path: File) -> tuple[str, ...]:
    """Return the lines of a file, to show its problems in; none if it cannot be read."""
    data = _bytes_of(path)
    return () if isinstance(data, Problem) else lines_of(data)


def loads(
    data: bytes, kinds: tuple[type[Panel], ...], folders: tuple[File, ...] = ()
) -> Loaded | list[Problem]:
    """Read an exhibit from the bytes of a file.

    Problems come in three steps, all of one step at once, sorted by place: what cannot be read;
    what does not fit the models; and, when each part is right by itself, what does not fit
    together.
    """
    found = _fitted(data, model_of(kinds), tagged=len(kinds) > 1)
    if isinstance(found, list):
        return found
    exhibit, tree, problems = found
    problems += [
        Problem(tree.find(finding.at, finding.token), finding.message, finding.hint)
        for finding in rules.findings(exhibit, folders)
    ]
    return sorted(dict.fromkeys(problems)) if problems else Loaded(exhibit, tree)


def validated(path: File, model: type[M]) -> M | list[Problem]:
    """Read one record from a file that is no exhibit. Never raises."""
    data = _bytes_of(path)
    if isinstance(data, Problem):
        return [data]
    found = _fitted(data, model, tagged=False)
    if isinstance(found, list):
        return found
    value, _, problems = found
    return problems or value


def _fitted(
    data: bytes, model: type[M], *, tagged: bool
) -> tuple[M, Tree, list[Problem]] | list[Problem]:
    """Return the record, where its parts stand, and what is said of nothing; else all problems."""
    tree = read(data)
    if isinstance(tree, list):
        return tree
    empty = dict(unsaid(tree, tree.value))
    try:
        return model.model_validate(tree.value), tree, list(empty.values())
    except ValidationError as error:
        found = misfits(tree, error, model, empty, tagged=tagged)
        return sorted(dict.fromkeys([*empty.values(), *found]))


def _unreadable(zh: str, en: str) -> Problem:
    return Problem(Place(), Said(zh, en))


_FOLDER: Final = _unreadable("这是一个文件夹，不是文件", "this is a folder, not a file")


def _bytes_of(path: File) -> bytes | Problem:
    """Read one byte more than is allowed, so that a longer file shows as one."""
    try:
        handle = os.open(path, _FLAGS)
        try:
            mode = os.fstat(handle).st_mode
            if not stat.S_ISREG(mode):
                return (
                    _FOLDER
                    if stat.S_ISDIR(mode)
                    else _unreadable("这不是一个文件", "this is not a file")
                )
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read(LIMIT + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        return _unreadable("没有这个文件", "there is no such file")
    except PermissionError:
        return _unreadable("没有权限读这个文件", "there is no permission to read this file")
    except (OSError, ValueError):
        return _unreadable("读不了这个文件", "this file cannot be read")


@lru_cache(maxsize=8)
def model_of(kinds: tuple[type[Panel], ...]) -> type[Exhibit[Panel]]:
    """Build the exhibit of these kinds; one alone needs no telling apart."""
    panel: Any = kinds[0]
    if len(kinds) > 1:
        panel = Annotated[Union[kinds], Field(discriminator="kind")]  # noqa: UP007 — made at run time
    model: type[Exhibit[Panel]] = Exhibit[panel]
    return model
