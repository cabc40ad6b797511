"""What all views of one run share."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.exhibit import Exhibit
from kiosk.content.panel import Panel
from kiosk.content.pinyin import Syllables
from kiosk.panels.brief import Shop, Sounds
from kiosk.ui.assets import shipped
from kiosk.ui.pictures import Pictures
from kiosk.visit.choices import Pinyin

if TYPE_CHECKING:
    from kiosk.ui.chart import Charts
    from kiosk.ui.look import Ruby


def shop(content: Path, *, patient: bool = False) -> Shop:
    """Return what all views share; pictures are looked for beside the content, then among ours."""
    return Shop(
        Pictures(), lru_cache(maxsize=1)(_charts), (content.parent, shipped() / "assets"), patient
    )


def sounds(exhibit: Exhibit[Panel]) -> Sounds:
    """Return what tells the sounds of characters as an exhibit wants them read.

    For one choice it is one and the same: looks are compared by it.
    """
    syllables = Syllables(exhibit.pinyin)
    told: dict[str, Ruby] = {Pinyin.RARE: syllables.rare, Pinyin.ALL: syllables.all}
    return told.get


def _charts() -> "Charts":
    """Return the lender of charts, not before one is wanted: its library is as slow as all else."""
    from kiosk.ui.chart import Charts  # noqa: PLC0415

    return Charts()
