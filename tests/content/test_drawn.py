"""A panel may draw what follows from figures, if it is there and says that it can be drawn."""

from typing import Literal

import pytest

from kiosk.content.base import Name, Path
from kiosk.content.load import Loaded, loads
from kiosk.content.panel import Panel
from tests.content.toys import EXHIBIT, told

DRAWING = """\
derived:
  saved:
    difference: response-time
    show: pictogram
    text: {zh: "省了{value}。", en: "It saved {value}."}
chapters:
  - id: one
    title: {zh: 一, en: One}
    panels:
      - kind: drawing
        derived: saved
"""

UNDRAWN = "saved does not say that it can be drawn"


class Drawing(Panel):
    kind: Literal["drawing"] = "drawing"
    derived: Name

    def derived_names(self) -> tuple[tuple[Path, str], ...]:
        return ((("derived",), self.derived),)


@pytest.mark.parametrize(
    ("old", "new", "answers"),
    [
        ("", "", []),
        ("derived: saved", "derived: save", ["there is no save in derived → did you mean saved?"]),
        (
            "    show: pictogram\n",
            "",
            [f"{UNDRAWN} → add a line show: pictogram below saved in derived"],
        ),
    ],
    ids=["as it should be", "unknown", "words alone"],
)
def test_only_what_can_be_drawn_is_drawn(old: str, new: str, answers: list[str]) -> None:
    whole = EXHIBIT.partition("chapters:")[0].replace("after: 8.7", "after: 8.8")
    found = loads((whole + DRAWING.replace(old, new)).encode(), (Drawing,))
    problems = [] if isinstance(found, Loaded) else found
    assert [one.partition(" ")[2] for one in told(problems)] == answers
