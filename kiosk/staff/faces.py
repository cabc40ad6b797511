"""The fonts that the content names: there or not, readable or not, for a language of the exhibit."""

from collections.abc import Iterator, Sequence
from pathlib import Path as File

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.problems import Said
from kiosk.staff.files import Names
from kiosk.staff.remarks import Level, Remark
from kiosk.ui.fonts import family_in


def faces(exhibit: Exhibit[Panel], folders: Sequence[File]) -> Iterator[Remark]:
    """Yield what is to be said of each font."""
    names = Names()
    for language, name in exhibit.exhibit.fonts.items():
        at = ("exhibit", "fonts", language)
        hit = names.find(folders, name)
        if language not in exhibit.languages:
            yield Remark(
                at,
                Said(
                    f"exhibit 的 languages 里没有 {language}，没有人会看到这个字体",
                    f"{language} is not among the languages of exhibit: nobody will see this font",
                ),
                Said(
                    f"改成展览的语言，或者在 languages 里加上 {language}",
                    f"write a language of the exhibit, or add {language} to languages",
                ),
            )
        elif hit is None:
            yield Remark(
                at,
                Said(f"还没有字体 {name}", f"there is no font {name} yet"),
                Said(
                    f"放到 content.yaml 旁边，文件名 {name}；在那之前用程序自带的字体",
                    f"put it beside content.yaml as {name}; until then the bundled fonts are used",
                ),
            )
        else:
            yield from (fault._replace(at=at) for fault in _found(*hit, name, names))


def _found(folder: File, spelling: str, name: str, names: Names) -> Iterator[Remark]:
    """Yield remarks that have no place yet."""
    if names.leads_out(folder, spelling):
        yield Remark(
            (),
            Said(
                "这个链接指到内容文件夹外面去了",
                "this file is a link that leads out of the content folder",
            ),
            Said(
                f"删掉链接，把字体本身放到 {name}",
                f"delete the link and put the font itself at {name}",
            ),
            level=Level.PROBLEM,
        )
    elif spelling != name:
        yield Remark(
            (),
            Said(
                f"大小写不一样：文件叫 {spelling}",
                f"capital letters differ: the file is called {spelling}",
            ),
            Said(f"写成 {spelling}", f"write {spelling}"),
        )
    elif not family_in(folder / spelling):
        yield Remark(
            (),
            Said("这不是字体文件，或者已损坏", "this is no font, or it is damaged"),
            Said(f"把字体重新拷贝到 {name}", f"copy the font to {name} again"),
        )
