"""Opening and closing by hand, until midnight."""

from collections.abc import Callable
from functools import partial

from kiosk.content.problems import Said
from kiosk.shell.office.page import Act, Page

NAME = Said("开放", "Hours")
ABOUT = Said(
    "关闭时屏幕变黑，午夜以后又按时间开放。",
    "While closed the screen is dark. After midnight the hours count again.",
)
CHOICES: tuple[tuple[bool | None, Said], ...] = (
    (None, Said("按开放时间", "By the hours")),
    (True, Said("现在开放", "Open now")),
    (False, Said("现在关闭", "Close now")),
)


def hours(wanted: bool | None, want: Callable[[bool | None], None]) -> Page:
    """Return the page; `wanted` is what staff have chosen, `want` chooses."""
    return Page(
        (ABOUT,),
        tuple(Act(name, partial(want, one), on=one is wanted) for one, name in CHOICES),
    )
