"""Large numbers: they fit where they stand, alone and in a group, and count up in place."""

from math import ceil

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.ui.look import Look
from kiosk.ui.numeral import LEAST, Numeral
from kiosk.ui.theme import PAPER
from tests.ui.toys import columns_with_ink

TYPE = PAPER.type


def numeral(
    look: Look,
    root: QWidget,
    digits: str,
    *,
    before: str = "",
    after: str = "",
    mark: str = "",
    align: str = "left",
) -> Numeral:
    def shown(share: float) -> str:
        return digits if share >= 1.0 else digits[: max(1, round(share * len(digits)))]

    return Numeral(look, (before, shown, after), TYPE.giant, root, mark=mark, align=align)


CASES = [
    ("98.86", "", "%"),
    ("1,234,567", "约", "人次"),
    ("7", "全国第", "名"),
    ("-31.5", "", "个百分点"),
]


@pytest.mark.parametrize(("digits", "before", "after"), CASES)
def test_a_number_is_never_wider_than_it_was_given(
    look: Look, window: QWidget, digits: str, before: str, after: str
) -> None:
    one = numeral(look, window, digits, before=before, after=after, mark="↓")
    widths = [one.measure(width).width() for width in range(420, 1500, 7)]
    for width, taken in zip(range(420, 1500, 7), widths, strict=True):
        assert taken <= width
    assert widths == sorted(widths)


def test_a_number_that_just_fits_is_not_a_pixel_wider(look: Look, window: QWidget) -> None:
    for digits in range(1, 4000, 37):
        one = numeral(look, window, f"{digits:,}")
        width = ceil(one._needs(1.0))
        assert one.measure(width).width() == width
        assert one._group_fitting(width, 1.0) == 1.0


@pytest.mark.parametrize(("digits", "before", "after"), CASES)
def test_a_number_with_room_is_as_large_as_it_may_be(
    look: Look, window: QWidget, digits: str, before: str, after: str
) -> None:
    one = numeral(look, window, digits, before=before, after=after)
    assert one.measure(4000, 1.0).height() < one.measure(4000, 1.3).height()
    assert one.measure(4000, 1.0) == one.measure(3000, 1.0)
    assert one._group_fitting(4000, 1.3) == 1.3


def test_a_number_that_can_never_fit_ends_at_the_least_size(look: Look, window: QWidget) -> None:
    one = numeral(look, window, "9" * 60)
    assert one.measure(50).width() > 50
    assert LEAST * 0.94 <= one._group_fitting(50, 1.0) <= LEAST


def test_no_pixel_is_painted_outside_what_was_measured(look: Look, window: QWidget) -> None:
    for digits, before, after in CASES:
        one = numeral(look, window, digits, before=before, after=after)
        for factor in (0.5, 1.0):
            one.place(0, 0, 1200, factor)
            last = columns_with_ink(one)[-1]
            assert one.measure(1200, factor).width() * 0.8 < last
            assert last < one.measure(1200, factor).width() + 2


def test_it_takes_just_the_height_it_said(look: Look, window: QWidget) -> None:
    one = numeral(look, window, "98.86", after="%")
    size = one.measure(500)
    assert one.place(3, 7, 500) == 7 + size.height()
    assert (one.x(), one.y(), one.width(), one.height()) == (3, 7, 500, size.height())


def test_measuring_changes_nothing_that_is_on_the_screen(look: Look, window: QWidget) -> None:
    one = numeral(look, window, "1,234,567")
    one.place(0, 0, 700)
    before = one.grab().toImage()
    one.measure(100)
    assert one.grab().toImage() == before


def test_numbers_of_a_group_share_the_size_of_the_one_that_needs_most_room(
    look: Look, window: QWidget
) -> None:
    group = [numeral(look, window, digits) for digits in ("7", "123,456,789")]
    alone = [one.measure(500).height() for one in group]
    for one in group:
        one.peers = group
    assert [one.measure(500).height() for one in group] == [alone[1]] * 2
    assert alone[0] > alone[1]


def test_long_words_stand_above_the_number_and_the_whole_group_makes_room(
    look: Look, window: QWidget
) -> None:
    plain, long = numeral(look, window, "7"), numeral(look, window, "7", before="全国同类城市第")
    assert (plain.above, long.above) == ("", "全国同类城市第")
    assert long.measure(900).height() > plain.measure(900).height()
    plain.peers = long.peers = [plain, long]
    assert long.measure(900).height() == plain.measure(900).height()


@pytest.mark.parametrize(
    ("align", "begins"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)], ids=str
)
def test_a_number_stands_where_it_is_aligned(
    look: Look, window: QWidget, align: str, begins: float
) -> None:
    one = numeral(look, window, "888", align=align)
    one.place(0, 0, 900)
    spare = 900 - one.measure(900).width()
    assert columns_with_ink(one)[0] == pytest.approx(
        spare * begins, abs=look.font(TYPE.giant).pixelSize() * 0.12
    )


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_digits_that_count_up_keep_the_place_of_the_full_number(
    look: Look, window: QWidget, align: str
) -> None:
    """A number that swings while it grows is hard to read."""
    one = numeral(look, window, "888888", align=align)
    one.place(0, 0, 900)
    firsts = []
    for share in (0.2, 0.5, 1.0):
        one.count(share)
        firsts.append(columns_with_ink(one)[0])
    assert max(firsts) - min(firsts) <= 1
    assert one.accessibleName() == "888888"


def test_counting_shows_the_share_it_is_told(look: Look, window: QWidget) -> None:
    one = numeral(look, window, "888888")
    one.place(0, 0, 900)
    full = len(columns_with_ink(one))
    one.count(0.5)
    assert len(columns_with_ink(one)) == pytest.approx(full / 2, rel=0.1)
