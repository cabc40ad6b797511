"""The recordings that the content names: there or not, whole or not, in a language of the exhibit."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path as File
from typing import Final

from kiosk.content.assets import RECORDINGS
from kiosk.content.base import Path
from kiosk.content.problems import Said, printable
from kiosk.staff.files import Names
from kiosk.staff.remarks import Level, Remark
from kiosk.ui.sound import SoundError, seconds

LONGEST: Final = 180
"""Seconds that anybody listens to one panel."""


def recordings(
    leaves: Iterable[tuple[Path, object]], folders: Sequence[File], languages: Sequence[str]
) -> Iterator[Remark]:
    """Yield what is to be said of each recording, decoded without a sound; a file is heard once."""
    named: dict[str, Path] = {}
    for at, leaf in leaves:
        if at[-3:-1] == RECORDINGS and isinstance(leaf, str):
            named.setdefault(leaf, at)
            if at[-1] not in languages:
                yield _unheard(at, str(at[-1]))
    names = Names()
    for name, at in named.items():
        for fault in _recording(name, folders, names):
            yield fault._replace(at=at)


def _recording(name: str, folders: Sequence[File], names: Names) -> Iterator[Remark]:
    """Yield remarks that have no place yet."""
    hit = names.find(folders, name)
    if hit is None:
        yield _say(
            f"还没有录音 {name}",
            f"there is no recording {name} yet",
            f"放到 content.yaml 旁边，文件名 {name}；在那之前由语音程序来读，没有就不能听",
            f"put it beside content.yaml as {name}; until then a speech program reads, if there is one",
        )
        return
    folder, spelling = hit
    if spelling != name:
        yield _say(
            f"大小写不一样：文件叫 {printable(spelling)}",
            f"capital letters differ: the file is called {printable(spelling)}",
            f"写成 {printable(spelling)}",
            f"write {printable(spelling)}",
        )
    if names.leads_out(folder, spelling):
        yield _say(
            "这个链接指到内容文件夹外面去了",
            "this file is a link that leads out of the content folder",
            f"删掉链接，把录音本身放到 {name}",
            f"delete the link and put the recording itself at {name}",
        )._replace(level=Level.PROBLEM)
        return
    yield from _heard(folder / spelling, name)


def _heard(path: File, name: str) -> Iterator[Remark]:
    try:
        length = seconds(path) if path.is_file() else 0.0
    except SoundError:
        length = 0.0
    if not length:
        yield _say(
            "这个录音放不出来：不是声音文件，或者已损坏",
            "this recording cannot be played: it is no sound, or damaged",
            f"把录音重新拷贝到 {name}，或另存为 MP3",
            f"copy the recording to {name} again, or save it as an MP3",
        )
    elif length > LONGEST:
        yield _say(
            f"录音有 {length / 60:.0f} 分钟，观众很少听这么久",
            f"the recording takes {length / 60:.0f} minutes, longer than visitors listen",
            "一页最多读 3 分钟",
            "read one panel in 3 minutes at most",
        )


def _unheard(at: Path, language: str) -> Remark:
    return _say(
        f"exhibit 的 languages 里没有 {language}，没有人会听到这个录音",
        f"{language} is not among the languages of exhibit: nobody will hear this recording",
        f"改成展览的语言，或者在 languages 里加上 {language}",
        f"write a language of the exhibit, or add {language} to languages",
    )._replace(at=at)


def _say(zh: str, en: str, hint_zh: str, hint_en: str) -> Remark:
    return Remark((), Said(zh, en), Said(hint_zh, hint_en))
