"""Paths of the faces that staff bring for languages that the bundled ones cannot write."""

from typing import Annotated, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kiosk.content.assets import check_path, ending_fault
from kiosk.content.problems import Said, complaint

FONT_ENDINGS: Final = (".ttf", ".otf")

_INSIDE: Final = Said(
    "把字体文件放进内容文件夹，只写其中的路径，例如 fonts/arabic.ttf",
    "put the font file into the content folder and write its path in there, such as fonts/arabic.ttf",
)


def check_font(path: str) -> str:
    """Return the path of a font, or raise a complaint; a path is formed as that of a picture."""
    wrong = ending_fault(path, FONT_ENDINGS)
    if wrong is not None:
        raise complaint("font_path", *wrong)
    try:
        check_path(f"{path[:-4]}.png")
    except PydanticCustomError as error:
        unfit = Said("这个路径不能用", "this path does not do")
        raise complaint("font_path", unfit, _INSIDE) from error
    return path


FontPath = Annotated[str, AfterValidator(check_font)]
"""A font in the content folder, by its relative POSIX path."""
