"""What is painted by rule: mountains, the drifting landscape of the cover, and the seal."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.drift import Drift
from kiosk.ui.look import Look
from kiosk.ui.motion import Level, Motion
from kiosk.ui.mountains import SAMPLES, Tint, layer_picture, mixed, paint_range, ridge, turned
from kiosk.ui.seal import Seal
from tests.helpers.clock import Clock
from tests.ui.toys import color_at, colors

FAR, NEAR, LINE = QColor("#79a9ae"), QColor("#1f5b7a"), QColor("#b98a35")


@pytest.mark.parametrize("seed", range(5))
def test_a_ridge_meets_itself_so_that_it_may_drift_for_ever(seed: int) -> None:
    heights = ridge(seed, 2)
    assert len(heights) == SAMPLES + 1
    assert heights[0] == pytest.approx(heights[-1])
    assert (min(heights), max(heights)) == (0.0, 1.0)


def test_the_same_seed_gives_the_same_mountains_and_another_gives_others() -> None:
    assert ridge(3, 1) == ridge(3, 1)
    assert len({tuple(ridge(seed, layer)) for seed in range(4) for layer in range(4)}) == 16


def test_further_along_the_same_ridge_comes_into_sight_and_once_round_it_is_as_before() -> None:
    heights = ridge(3, 1)
    further = turned(heights, 0.25)
    assert further[0] == heights[SAMPLES // 4]
    assert len(further) == SAMPLES + 1
    assert further[-1] == further[0]
    assert turned(further, 0.75)[:-1] == heights[:-1]
    assert turned(heights, 0.0) == pytest.approx(heights)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mixed(FAR, NEAR, share).name() for share in (0, 1)] == [FAR.name(), NEAR.name()]
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.5).name() in ("#7f7f7f", "#808080")


@pytest.mark.usefixtures("kiosk_app")
def test_a_range_fills_its_foot_and_leaves_its_sky() -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        paint_range(painter, QRect(0, 100, 400, 200), 7, (FAR, NEAR, LINE))
    assert colors(image.copy(0, 0, 400, 95)) == {"#ffffff"}
    assert "#ffffff" not in colors(image.copy(0, 290, 400, 10))


@pytest.mark.usefixtures("kiosk_app")
def test_a_layer_is_clear_above_its_ridge() -> None:
    picture = layer_picture((400, 300), 7, 0, Tint(NEAR, FAR, LINE)).toImage()
    alphas = [picture.pixelColor(200, y).alpha() for y in (0, 299)]
    assert alphas == [0, 255]


@pytest.fixture
def drift(look: Look, motion: Motion, window: QWidget) -> Drift:
    made = Drift(look, motion, window, (0.5, 0.3))
    made.setGeometry(window.rect())
    made.show()
    return made


def test_the_landscape_drifts_by_the_clock_and_the_sky_stays(drift: Drift, clock: Clock) -> None:
    drift.run(on=True)
    pictures = []
    for _ in range(2):
        clock.pass_(60)
        drift._drift()
        pictures.append(drift.grab().toImage())
    drift.run(on=False)
    first, second = pictures
    assert first != second
    sky = QRect(0, 0, 800, 300)
    assert first.copy(sky) == second.copy(sky)


def test_the_landscape_has_no_gap_however_long_it_drifts(drift: Drift, clock: Clock) -> None:
    """Each layer is drawn twice, end to end: the seam must never show the sky behind it."""
    for seconds in (0.0, 0.1, 77.0, 86_400.0, 86_400.0 * 90):
        clock.pass_(seconds)
        drift._drift()
        foot = drift.grab().toImage().copy(0, round(600 * 0.9), 800, 4)
        assert foot.pixelColor(0, 0).alpha() == 255
        shades = {QColor(color).lightness() for color in colors(foot)}
        assert max(shades) - min(shades) < 60


@pytest.mark.parametrize(
    ("level", "runs"), [(Level.FULL, True), (Level.CALM, False), (Level.NONE, False)]
)
def test_only_the_full_level_drifts_and_only_while_the_cover_is_there(
    drift: Drift, motion: Motion, level: Level, *, runs: bool
) -> None:
    motion.level = level
    drift.run(on=True)
    assert drift._timer.isActive() is runs
    drift.run(on=False)
    assert not drift._timer.isActive()


def test_a_landscape_that_has_not_been_laid_out_does_not_stumble(
    look: Look, motion: Motion, window: QWidget
) -> None:
    Drift(look, motion, window, (0.5, 0.3))._drift()


@pytest.mark.parametrize("text", ["平", "平安", "平安杭", "平安杭州"])
def test_a_seal_has_room_for_up_to_four_characters(look: Look, window: QWidget, text: str) -> None:
    seal = Seal(look, text, window)
    seal.resize(120, 120)
    picture = seal.grab().toImage()
    red, white = look.color("cinnabar").name(), look.color("on_dark").name()
    assert color_at(picture, 60, 3) == red
    lit = [
        (x, y) for x in range(120) for y in range(120) if picture.pixelColor(x, y).name() == white
    ]
    assert lit
    inside = QRectF(6, 6, 108, 108)
    assert all(inside.contains(x, y) for x, y in lit)


def test_a_seal_reads_from_the_right_column_down(look: Look, window: QWidget) -> None:
    """Each quarter is compared with a seal where only that character differs."""
    pictures = {}
    for text in ("国国国国", "一国国国", "国一国国", "国国一国", "国国国一"):
        seal = Seal(look, text, window)
        seal.resize(120, 120)
        pictures[text] = seal.grab().toImage()
    whole = pictures.pop("国国国国")
    quarters = {
        "right top": (60, 0),
        "right foot": (60, 60),
        "left top": (0, 0),
        "left foot": (0, 60),
    }
    changed = [
        [
            name
            for name, (x, y) in quarters.items()
            if one.copy(x, y, 60, 60) != whole.copy(x, y, 60, 60)
        ]
        for one in pictures.values()
    ]
    assert changed == [["right top"], ["right foot"], ["left top"], ["left foot"]]


def test_a_seal_comes_down_from_nothing_and_lies_within_its_rest(
    look: Look, window: QWidget
) -> None:
    window.setStyleSheet("background: white")
    seal = Seal(look, "平安", window, rest=0.25)
    seal.setGeometry(0, 0, 200, 200)
    red = look.color("cinnabar").name()
    seal.press(0.0)
    assert colors(seal.grab()) == {"#ffffff"}
    seal.press(1.0)
    picture = seal.grab()
    assert [color_at(picture, 100, y) for y in (45, 54, 145, 155)] == [
        "#ffffff",
        red,
        red,
        "#ffffff",
    ]
