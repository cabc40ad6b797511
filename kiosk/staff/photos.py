"""The photographs that the content names: there or not, rightly named, inside the folder."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path as File
from typing import Final

from kiosk.content.assets import PHOTO_ENDINGS
from kiosk.content.base import Path
from kiosk.content.problems import Said, printable
from kiosk.staff.files import Names
from kiosk.staff.photograph import Openings, faults
from kiosk.staff.remarks import Level, Remark

FEW: Final = 100
"""So many photographs are all decoded; a hundred of a large camera take seconds."""

SOME: Final = 20
"""Of more than that, so many are decoded unless all are wanted."""


def photos(
    leaves: Iterable[tuple[Path, object]], folders: Sequence[File], *, every: bool = False
) -> Iterator[Remark]:
    """Yield what is to be said of each photograph, once, where it is named first.

    Of very many, only some are decoded unless `every` one is wanted; the others are looked at from
    outside.
    """
    named: dict[str, Path] = {}
    for at, leaf in leaves:
        if at[-1] == "photo" and isinstance(leaf, str):
            named.setdefault(leaf, at)
    every = every or len(named) <= FEW
    names, openings = Names(), Openings(None if every else SOME)
    for name, at in named.items():
        for fault in _photo(name, folders, names, openings):
            yield fault._replace(at=at)
    if openings.without:
        yield _unopened(openings.without)


def _unopened(count: int) -> Remark:
    """Say it at the top of the file, where no other advice pushes it out of the report."""
    return Remark(
        (),
        Said(
            f"照片很多，有 {count} 张没有打开来看，只看了文件名、大小和首尾",
            f"photographs that were not opened, for there are many: {count}; only the names, sizes"
            " and ends of their files were looked at",
        ),
        Said(
            "要全部打开来看，请输入 kiosk check --photos，后面写 content.yaml 的路径",
            "to have all of them opened, type kiosk check --photos and the path of content.yaml",
        ),
    )


def _photo(
    name: str, folders: Sequence[File], names: Names, openings: Openings
) -> Iterator[Remark]:
    """Yield remarks that have no place yet."""
    hit = names.find(folders, name)
    if hit is None:
        yield _missing(name, folders, names)
        return
    folder, spelling = hit
    if spelling != name:
        yield Remark(
            (),
            Said(
                f"大小写不一样：文件叫 {printable(spelling)}",
                f"capital letters differ: the file is called {printable(spelling)}",
            ),
            Said(f"写成 {printable(spelling)}", f"write {printable(spelling)}"),
        )
    if names.leads_out(folder, spelling):
        yield Remark(
            (),
            Said(
                "这个链接指到内容文件夹外面去了",
                "this file is a link that leads out of the content folder",
            ),
            Said(
                f"删掉链接，把照片本身放到 {name}",
                f"delete the link and put the photograph itself at {name}",
            ),
            level=Level.PROBLEM,
        )
        return
    yield from faults(folder / spelling, name, openings)


def _missing(name: str, folders: Sequence[File], names: Names) -> Remark:
    message = Said(f"还没有照片 {name}", f"there is no photograph {name} yet")
    there = next((other for folder in folders if (other := _alike(folder, name, names))), "")
    if there.lower().endswith(PHOTO_ENDINGS):
        return Remark((), message, Said(f"是不是 {there}？", f"did you mean {there}?"))
    if there:
        hint = Said(
            f"打开 {there}，另存为 JPEG，文件名 {name}",
            f"open {there} and save it as a JPEG called {name}",
        )
        return Remark((), message, hint)
    return Remark(
        (),
        message,
        Said(
            f"放到 content.yaml 旁边，文件名 {name}；在那之前有别的画面代替",
            f"put it beside content.yaml as {name}; until then something else stands in for it",
        ),
    )


def _alike(folder: File, name: str, names: Names) -> str:
    """Return a file beside the missing one with another ending, or with one more ("" if none)."""
    place, _, last = name.rpartition("/")
    for other in names.begun(folder, place, last.rpartition(".")[0]):
        if (folder / place / other).is_file():
            return printable(f"{place}/{other}" if place else other)
    return ""
