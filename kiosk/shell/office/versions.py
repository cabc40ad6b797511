"""The versions that were kept, for staff: each can be put back."""

from collections.abc import Callable, Sequence

from kiosk.content.problems import Said
from kiosk.shell.office.desk import Kept
from kiosk.shell.office.page import Act, Done, Page

NAME = Said("版本", "Versions")
NONE = Said("还没有保存过版本。", "No version has been kept yet.")
CHOOSE = Said("轻触一个版本，把它恢复：", "Touch a version to put it back:")
WARNING = Said(
    "要恢复第 {} 版吗？现在的内容会先保存成一个版本。",
    "Put version {} back? What is there now is kept as a version first.",
)


def versions(kept: Sequence[Kept], restore: Callable[[int], Said]) -> Page:
    """Return the page; `restore` puts a version back, in a worker."""
    return Page((CHOOSE if kept else NONE,), tuple(_act(one, restore) for one in kept))


def _act(one: Kept, restore: Callable[[int], Said]) -> Act:
    def work() -> Callable[[], Done]:
        said = restore(one.number)
        return lambda: said

    asked = Said(WARNING.zh.format(one.number), WARNING.en.format(one.number))
    return Act(one.told, work=work, warning=asked)
