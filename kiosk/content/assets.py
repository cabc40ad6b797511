"""Names of pictures and recordings: relative paths that mean one file on every system."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.content.problems import Said, complaint

PHOTO_ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp")
ILLUSTRATION_ENDINGS: Final = (".svg",)
SOUND_ENDINGS: Final = (".wav", ".mp3", ".ogg", ".flac")
ENDINGS: Final = {"photo": PHOTO_ENDINGS, "illustration": ILLUSTRATION_ENDINGS}
"""What the fields of this name may point at, in any model."""

RECORDINGS: Final = ("audio", "files")
"""The end of the path to a panel's recordings; each stands there by its language."""

_LONGEST: Final = 200
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


_PICTURE: Final = Said(
    "把图片放进内容文件夹，只写其中的路径，例如 photos/qiandao-lake.jpg",
    "put the picture into the content folder and write its path in there, such as photos/qiandao-lake.jpg",
)
_SOUND: Final = Said(
    "把录音放进内容文件夹，只写其中的路径，例如 audio/qiandao-lake-zh.mp3",
    "put the recording into the content folder and write its path in there, such as audio/qiandao-lake-en.mp3",
)


def names_file(at: Sequence[str | int]) -> bool:
    """Tell whether the text at this path of an exhibit names a file."""
    return at[-1] in ENDINGS or tuple(at[-3:-1]) == RECORDINGS


def _fault(path: str, endings: tuple[str, ...], inside: Said) -> tuple[Said, Said] | None:
    """Return what is wrong with a path, and what to write."""
    parts = path.split("/")
    if "\\" in path and not re.match(r"[A-Za-z]:|\\", path):
        slashes = path.replace("\\", "/")
        return Said("路径里要用斜杠 /", "paths are written with /"), Said(
            f"写成 {slashes}", f"write {slashes}"
        )
    if path.startswith(("/", "\\", "~")) or ":" in path or ".." in parts:
        return Said(
            "这个路径指到内容文件夹外面去了", "this path leads out of the content folder"
        ), inside
    if _UNFIT.search(path):
        return Said(
            "文件名里有不能用的字符", "this file name has a character that not every system takes"
        ), Said('不要用 < > " | ? *', 'leave out < > " | ? *')
    if len(path) > _LONGEST or any(part != part.strip(" .") or not part for part in parts):
        return Said("这个路径写得不完整", "this path is not complete"), inside
    if any(_RESERVED.fullmatch(part) for part in parts):
        return Said(
            "这个文件名是 Windows 保留的，不能用", "Windows keeps this file name for itself"
        ), Said("换一个文件名", "rename the file")
    return ending_fault(path, endings)


def ending_fault(path: str, endings: tuple[str, ...]) -> tuple[Said, Said] | None:
    """Return what is wrong with the ending of a path, None if it is one of these."""
    if path.lower().endswith(endings):
        return None
    known = " ".join(endings)
    return Said("这种文件不能用在这里", "this kind of file does not fit here"), Said(
        f"文件名要以 {known} 结尾", f"the file name ends in {known}"
    )


def check_path(path: str) -> str:
    """Return the path of a picture, or raise a complaint."""
    return _checked(path, _fault(path, PHOTO_ENDINGS + ILLUSTRATION_ENDINGS, _PICTURE))


def check_sound(path: str) -> str:
    """Return the path of a recording, or raise a complaint."""
    return _checked(path, _fault(path, SOUND_ENDINGS, _SOUND))


def _checked(path: str, fault: tuple[Said, Said] | None) -> str:
    if fault is not None:
        raise complaint("asset_path", *fault)
    return path


def holds(folder: Path, name: str) -> bool:
    """True for a regular file that really lies inside the folder."""
    try:
        file = (folder / name).resolve()
        return file.is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, RuntimeError):
        return False
