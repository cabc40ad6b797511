"""Small exhibits of two toy panel kinds, built and not read."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from kiosk.content.base import Text
from kiosk.content.exhibit import Chapter, Cover, Exhibit, Idle
from kiosk.content.figures import Figure, Source
from kiosk.content.panel import Panel, listed
from kiosk.visit.route import Route

ASK, LEAVE = 60.0, 20.0
"""Seconds until the toy exhibits ask, and from there until they go back to the cover."""


def both(zh: str, en: str = "words") -> Text:
    """Return a text in the two languages of the toys."""
    return Text({"zh": zh, "en": en})


class Page(Panel):
    """One screen, with any figures."""

    kind: Literal["page"] = "page"
    figures: tuple[str, ...] = ()

    def figure_names(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        return listed("figures", self.figures)


class Album(Panel):
    """As many screens as it has pictures."""

    kind: Literal["album"] = "album"
    pictures: tuple[Text, ...]

    @property
    def stops(self) -> int:
        return len(self.pictures)

    @property
    def zooms(self) -> bool:
        return True

    def texts(self, stop: int) -> tuple[Text, ...]:
        return (self.pictures[stop],)


def page(name: str | None = None, text: str | None = None, *figures: str) -> Page:
    """Return a page with this id and text."""
    return Page(id=name, text=both(text) if text else None, figures=figures)


def album(name: str | None, stops: int) -> Album:
    """Return an album of so many pictures."""
    return Album(id=name, pictures=tuple(both(f"图{at}") for at in range(stops)))


def figure(label: str, value: str = "1", unit: str = "cases") -> Figure:
    """Return a figure."""
    source = Source(heading="opening", paragraph=1)
    return Figure(label=both(label), value=Decimal(value), unit=unit, source=source)


def exhibit(
    *chapters: Sequence[Panel],
    languages: tuple[str, ...] = ("zh", "en"),
    names: Sequence[str] = "abcdefgh",
    figures: dict[str, Figure] | None = None,
) -> Exhibit[Panel]:
    """Return an exhibit with these chapters, called a, b, c unless named otherwise."""
    idle = Idle(ask_after=ASK, leave_after=LEAVE)
    return Exhibit[Panel](
        exhibit=Cover(title=both("题"), languages=languages, idle=idle),
        units={"cases": both("件")},
        headings={"opening": both("开篇")},
        figures=figures or {},
        chapters=tuple(
            Chapter[Panel](id=name, title=both("章"), panels=tuple(panels))
            for name, panels in zip(names, chapters, strict=False)
        ),
    )


def route(*chapters: Sequence[Panel], **how: object) -> Route:
    """Return the route through an exhibit with these chapters."""
    return Route(exhibit(*chapters, **how))  # type: ignore[arg-type]


def three_chapters() -> Route:
    """Return a route of five panels and eight stops, the third panel an album of four."""
    return route(
        [page("hello"), page("words", "字" * 90)],
        [album("pictures", 4), page()],
        [page("end")],
    )
