"""What a kind asks of the figures it shows: a picture that would mislead is refused."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kiosk.content.base import Text
from kiosk.content.figures import Figure, Source
from kiosk.content.panel import Panel
from kiosk.panels.bars import Bars
from kiosk.panels.change import Change
from kiosk.panels.figures import Figures
from kiosk.panels.photos import Photos
from kiosk.panels.quotation import Quotation
from kiosk.panels.ranking import Ranking
from kiosk.panels.ring import Ring
from kiosk.panels.share import Share
from kiosk.panels.theme import Theme
from kiosk.panels.timeline import Timeline

WORDS = Text({"zh": "字", "en": "words"})
TITLE = {"zh": "题", "en": "Title"}


def figure(unit: str | None = "percent", **form: Any) -> Figure:
    source = Source(heading="opening", paragraph=1)
    return Figure(label=WORDS, unit=unit, source=source, **form)


def value(number: str, unit: str = "percent") -> Figure:
    return figure(unit, value=Decimal(number))


def change(before: str, after: str) -> Figure:
    return figure("minutes", before=Decimal(before), after=Decimal(after))


FIGURES = {
    "small": value("12.5"),
    "whole": value("100"),
    "none": value("0"),
    "below": value("-3"),
    "beyond": value("100.1"),
    "people": value("40", "people"),
    "faster": change("12.3", "8.7"),
    "level": change("0", "0"),
    "sunken": change("-1", "2"),
    "first": figure(None, rank=1),
    "ten": figure(None, top=10),
}


def panel(kind: type[Panel], **fields: Any) -> Panel:
    name = kind.model_fields["kind"].annotation.__args__[0]  # type: ignore[union-attr]
    return kind.model_validate({"kind": name, "title": TITLE, **fields})


def blamed(one: Panel) -> list[tuple[str | int, ...]]:
    """Return the paths a panel complains of; each complaint names the figure, in both languages."""
    found = list(one.check(FIGURES))
    shown = dict(one.figure_names())
    for complaint in found:
        for language in ("zh", "en"):
            assert shown[complaint.at] in complaint.message.to(language)
    return [complaint.at for complaint in found]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Bars, ("small", "whole", "none")),
        (Change, ("faster", "level")),
        (Ranking, ("first", "ten")),
        (Figures, ("small", "people", "faster", "first", "ten", "below")),
        (Theme, ("small", "people", "faster", "ten")),
    ],
)
def test_figures_that_fit_their_panel_are_taken(kind: type[Panel], names: tuple[str, ...]) -> None:
    fields: dict[str, Any] = {"figures": list(names)}
    if kind is Theme:
        fields["text"] = TITLE
    one = panel(kind, **fields)
    assert blamed(one) == []
    assert [name for _, name in one.figure_names()] == list(names)


@pytest.mark.parametrize("kind", [Share, Ring])
@pytest.mark.parametrize("name", ["none", "small", "whole"])
def test_a_percentage_from_0_to_100_is_taken(kind: type[Panel], name: str) -> None:
    assert blamed(panel(kind, figure=name)) == []


@pytest.mark.parametrize("kind", [Share, Ring])
@pytest.mark.parametrize("name", ["beyond", "below", "faster", "first", "ten"])
def test_more_than_the_whole_or_no_single_value_is_no_percentage(
    kind: type[Panel], name: str
) -> None:
    assert blamed(panel(kind, figure=name)) == [("figure",)]


@pytest.mark.parametrize(
    ("names", "at"),
    [
        (("small", "people"), [1]),
        (("people", "small", "whole"), [1, 2]),
        (("small", "below"), [1]),
        (("small", "faster"), [1]),
        (("first", "small"), [0, 1]),
    ],
    ids=["another unit", "the first unit counts", "below zero", "a change", "a rank"],
)
def test_bars_compare_single_values_of_one_unit_from_zero_up(
    names: tuple[str, ...], at: list[int]
) -> None:
    assert blamed(panel(Bars, figures=list(names))) == [("figures", index) for index in at]


def test_a_highlighted_bar_is_one_of_the_bars() -> None:
    names = ["small", "whole"]
    assert blamed(panel(Bars, figures=names, highlight="whole")) == []
    assert blamed(panel(Bars, figures=names, highlight="none")) == [("highlight",)]


@pytest.mark.parametrize("name", ["small", "first", "ten", "sunken"])
def test_a_change_has_both_ends_from_zero_up(name: str) -> None:
    assert blamed(panel(Change, figures=["faster", name])) == [("figures", 1)]


@pytest.mark.parametrize("name", ["small", "people", "faster"])
def test_a_ranking_holds_places_and_no_plain_values(name: str) -> None:
    assert blamed(panel(Ranking, figures=["first", name])) == [("figures", 1)]


@pytest.mark.parametrize(
    ("kind", "least", "most"), [(Bars, 2, 8), (Change, 1, 3), (Ranking, 2, 8), (Figures, 1, 6)]
)
def test_no_more_figures_than_a_screen_holds(kind: type[Panel], least: int, most: int) -> None:
    for count in (least, most):
        assert len(panel(kind, figures=["small"] * count).figure_names()) == count
    for count in (least - 1, most + 1):
        with pytest.raises(ValidationError, match="figures"):
            panel(kind, figures=["small"] * count)


def moments(count: int) -> list[dict[str, Any]]:
    return [{"when": TITLE, "title": TITLE} for _ in range(count)]


def pictures(count: int) -> list[dict[str, Any]]:
    return [{"photo": "photos/a.jpg", "title": TITLE, "caption": TITLE} for _ in range(count)]


@pytest.mark.parametrize(
    ("kind", "field", "fit", "unfit"),
    [
        (Timeline, "moments", moments(6), moments(7)),
        (Timeline, "moments", moments(2), moments(1)),
        (Photos, "items", pictures(40), pictures(41)),
        (Photos, "items", pictures(1), pictures(0)),
        (Theme, "points", [{"name": TITLE}] * 6, [{"name": TITLE}] * 7),
        (Theme, "figures", ["small"] * 4, ["small"] * 5),
    ],
)
def test_no_longer_lists_than_a_screen_holds(
    kind: type[Panel], field: str, fit: list[Any], unfit: list[Any]
) -> None:
    rest = {"text": TITLE} if kind is Theme else {}
    assert len(getattr(panel(kind, **rest, **{field: fit}), field)) == len(fit)
    with pytest.raises(ValidationError, match=field):
        panel(kind, **rest, **{field: unfit})


def test_a_quotation_needs_its_words() -> None:
    assert blamed(panel(Quotation, text=TITLE)) == []
    with pytest.raises(ValidationError, match="text"):
        panel(Quotation)


def test_every_picture_of_a_set_is_a_stop_with_words_of_its_own() -> None:
    items = [{**one, "title": {"zh": f"图{at}"}} for at, one in enumerate(pictures(3))]
    one = panel(Photos, items=items)
    assert one.stops == 3
    said = [[text.to("zh") for text in one.texts(stop)] for stop in range(3)]
    assert said == [["图0", "题"], ["图1", "题"], ["图2", "题"]]
