"""What the models expect at a path: their fields, kinds and forms, for the hints of an error."""

import types
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from kiosk.content.base import Path, Text


def bare(expected: Any) -> Any:
    """Strip what says nothing about the form: annotations and None."""
    if get_origin(expected) is Annotated:
        return bare(get_args(expected)[0])
    members = _members(expected)
    return bare(members[0]) if len(members) == 1 else expected


def _members(expected: Any) -> tuple[Any, ...]:
    if get_origin(expected) not in (Union, types.UnionType):
        return ()
    return tuple(member for member in get_args(expected) if member is not type(None))


def is_model(expected: Any) -> bool:
    """True for a record with fields."""
    return (
        isinstance(expected, type)
        and issubclass(expected, BaseModel)
        and not issubclass(expected, RootModel)
    )


def is_text(expected: Any) -> bool:
    """True for a text in several languages."""
    return bare(expected) is Text


def is_list(expected: Any) -> bool:
    """True for a list of items."""
    return get_origin(bare(expected)) in (tuple, list)


def kind_of(model: type[BaseModel]) -> str:
    """Return the word that a panel kind is called by, "" if it has none."""
    field = model.model_fields.get("kind")
    form: Any = bare(field.annotation) if field else None
    return str(get_args(form)[0]) if get_origin(form) is Literal else ""


def kinds_of(expected: Any) -> tuple[str, ...]:
    """Return the words that tell the members of a union apart."""
    return tuple(kind_of(member) for member in map(bare, _members(expected)) if is_model(member))


def reach(expected: Any, path: Iterable[str | int]) -> Any:
    """Follow a path, tags of unions included, through annotations; None where it leads nowhere."""
    for step in path:
        expected = _step(bare(expected), step)
        if expected is None:
            return None
    return bare(expected)


def _step(expected: Any, step: str | int) -> Any:
    members = _members(expected)
    if members:
        for member in map(bare, members):
            if is_model(member) and kind_of(member) == step:
                return member
        return next(filter(None, (_step(bare(member), step) for member in members)), None)
    if is_model(expected):
        field = expected.model_fields.get(step)
        return field.annotation if field else expected if kind_of(expected) == step else None
    origin, items = get_origin(expected), get_args(expected)
    if origin is dict:
        return items[1]
    if origin is tuple and isinstance(step, int) and items[-1] is not ...:
        return items[step] if step < len(items) else None
    return items[0] if origin in (tuple, list) and items else None


def fields_at(expected: Any, path: Path) -> tuple[str, ...]:
    """Return the fields of the record at a path, () if there is none."""
    there = reach(expected, path)
    return tuple(there.model_fields) if is_model(there) else ()
