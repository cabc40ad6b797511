"""What does not fit the models, each error traced to its place in the file."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk.content import slips
from kiosk.content.base import KEY, Path
from kiosk.content.guess import suggest
from kiosk.content.problems import Problem, Said
from kiosk.content.shapes import fields_at
from kiosk.content.tree import Tree
from kiosk.content.wording import put

_BLOCKS: Final = {"dict_type", "model_type", "model_attributes_type", "tuple_type", "list_type"}
_INSIDE: Final = {"extra_forbidden": KEY, "union_tag_invalid": "kind"}
"""Where to point at, when pydantic points at what is around it."""

_PANEL: Final = 4
"""How many steps lead to a panel: chapters, its chapter, panels, itself."""


def unsaid(tree: Tree, value: Any, path: Path = ()) -> Iterator[tuple[Path, Problem]]:
    """Yield each place where nothing stands after the colon or the dash."""
    if value is None:
        yield path, _nothing(tree, path)
    elif isinstance(value, dict):
        if value and all(item is None for item in value.values()) and _braced(tree, path):
            yield (
                path,
                Problem(
                    tree.place(path),
                    Said("花括号开头的文字要加引号", "text that starts with a brace needs quotes"),
                    Said('写成 "{…}"', 'write "{…}"'),
                ),
            )
            return
        for key, item in value.items():
            yield from unsaid(tree, item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from unsaid(tree, item, (*path, index))


def _braced(tree: Tree, path: Path) -> bool:
    place = tree.place(path)
    return tree.lines[place.line - 1][place.column - 1 :].startswith("{")


def _nothing(tree: Tree, path: Path) -> Problem:
    place = tree.place(path)
    rest = tree.lines[place.line - 1][place.column - 1 :].strip()
    if not path:
        return Problem(place, Said("文件里还没有内容", "there is nothing in this file yet"))
    if isinstance(path[-1], int):
        message = Said("横线后面没有内容", "there is nothing after the dash")
    else:
        message = Said("冒号后面没有内容", "there is nothing after the colon")
    if rest.startswith("#"):
        return Problem(
            place,
            message,
            Said(
                "# 后面的都是注释；如果是文字，请加引号",
                "all after # is a comment; if it is text, put it in quotes",
            ),
        )
    return Problem(
        place, message, Said("写上内容，或删掉这一行", "write something, or delete this line")
    )


def misfits(
    tree: Tree,
    error: ValidationError,
    model: type[BaseModel],
    known: Mapping[Path, Problem],
    *,
    tagged: bool,
) -> Iterator[Problem]:
    """Yield what does not fit the models, leaving out what follows from something told already."""
    seen: set[Path] = set()
    details = error.errors(include_url=False)
    misspelt = {
        _meant(detail["loc"], model) for detail in details if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        path = _path(tree.value, detail["loc"], tagged=tagged)
        if detail["type"] in _INSIDE:
            path = (*path, _INSIDE[detail["type"]])
        told = any(path[:length] in known for length in range(len(path) + 1))
        absent = detail["type"] == "missing" and detail["loc"] in misspelt
        if told or absent or path in seen or _echo(detail):
            continue
        seen.add(path)
        misread = detail["type"] in _BLOCKS and isinstance(detail["input"], str)
        slipped = _slips(tree, path) if misread else []
        yield from slipped or [Problem(tree.place(path), *put(detail, model))]


def _meant(loc: Path, model: type[BaseModel]) -> Path:
    """Return the place of the key that an unknown one was probably meant to be."""
    around = loc[:-1]
    return (*around, suggest(str(loc[-1]), fields_at(model, around)) or "")


def _path(value: Any, loc: Path, *, tagged: bool) -> Path:
    """Return the path in the file of an error's place in the models, which names kinds as well."""
    steps: list[str | int] = []
    for number, step in enumerate(loc):
        if tagged and number == _PANEL and loc[0] == "chapters":
            continue
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif step != KEY and (number < len(loc) - 1 or not isinstance(value, dict | list)):
            continue
        steps.append(step)
    return tuple(steps)


def _echo(detail: ErrorDetails) -> bool:
    """True for "too few items" that only means that the items there are have errors."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _slips(tree: Tree, path: Path) -> list[Problem]:
    """Return the slips that made a block of lines be read as one text."""
    first = tree.place(path).line
    numbers = range(first, tree.ends.get(path, first) + 1)
    found = (slips.unnoticed(tree.lines[number - 1], number) for number in numbers)
    return [problem for problem in found if problem is not None]
