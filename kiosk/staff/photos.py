"""The photographs that the content names: there or not, rightly named, inside the folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path as File

from kiosk.content.assets import PHOTO_ENDINGS
from kiosk.content.base import Path, leaves_in
from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said, printable
from kiosk.staff.files import find, leads_out, names_in
from kiosk.staff.photograph import faults
from kiosk.staff.remarks import Level, Remark


def photos(exhibit: Exhibit[Panel], folders: Sequence[File]) -> Iterator[Remark]:
    """Yield what is to be said of each photograph, once, where it is named first."""
    named: dict[str, Path] = {}
    for at, leaf in leaves_in(exhibit):
        if at[-1] == "photo" and isinstance(leaf, str):
            named.setdefault(leaf, at)
    for name, at in named.items():
        for fault in _photo(name, folders):
            yield fault._replace(at=at)


def _photo(name: str, folders: Sequence[File]) -> Iterator[Remark]:
    """Yield remarks that have no place yet."""
    hit = find(folders, name)
    if hit is None:
        yield _missing(name, folders)
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
    if leads_out(folder, spelling):
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
    yield from faults(folder / spelling, name)


def _missing(name: str, folders: Sequence[File]) -> Remark:
    message = Said(f"还没有照片 {name}", f"there is no photograph {name} yet")
    there = next((other for folder in folders if (other := _alike(folder, name))), "")
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


def _alike(folder: File, name: str) -> str:
    """Return a file beside the missing one with another ending, or with one more ("" if none)."""
    place, _, last = name.rpartition("/")
    stem = last.rpartition(".")[0].casefold()
    for other in names_in(folder / place):
        if other.casefold().startswith(f"{stem}.") and (folder / place / other).is_file():
            return printable(f"{place}/{other}" if place else other)
    return ""
