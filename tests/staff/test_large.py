"""An exhibit of many photographs, or of many mistakes: looked at in time, told without flooding."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.commands import check as command
from kiosk.content.base import leaves_in
from kiosk.content.load import load
from kiosk.content.problems import Place, Problem, Said
from kiosk.content.report import MOST
from kiosk.panels.kinds import KINDS
from kiosk.staff import check as checking
from kiosk.staff import photograph
from kiosk.staff import photos as looking
from kiosk.staff.check import Report, check
from kiosk.staff.photos import SOME, photos
from kiosk.staff.remarks import Found, Level
from kiosk.staff.report import MOST_IN_JSON, as_json, described
from kiosk.staff.whole import whole
from kiosk.ui.pictures import decode
from tests.helpers.project import ROOT
from tests.staff.conftest import Told
from tests.ui.photos import encoded, exif, quartered, saved, segment, with_segment

GENERATOR = ROOT / "packaging" / "large.py"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exhibit of the bench, in small: its file."""
    folder = tmp_path_factory.mktemp("large")
    amount = ["--panels", "60", "--photos", "150"]
    subprocess.run([sys.executable, str(GENERATOR), str(folder), *amount], check=True, timeout=60)
    return folder / "content.yaml"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the photographs that are decoded from now on."""
    names: list[str] = []

    def seen(path: Path, size: QSize) -> QImage:
        names.append(path.name)
        return decode(path, size)

    monkeypatch.setattr(photograph, "decode", seen)
    return names


def test_of_very_many_photographs_the_first_are_opened_and_the_rest_is_said(
    large: Path, opened: list[str]
) -> None:
    report = check(large)
    assert report.fit
    assert len(opened) == SOME
    (found,) = report.findings
    assert found.problem.message == Said(
        "照片很多，有 130 张没有打开来看，只看了文件名、大小和首尾",
        "photographs that were not opened, for there are many: 130; only the names, sizes and ends of"
        " their files were looked at",
    )
    assert found.level is Level.ADVICE


def test_of_a_few_photographs_every_one_is_opened(
    large: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "FEW", 150)
    assert check(large).findings == ()
    assert len(opened) == 150


def test_every_photograph_is_opened_when_asked_for(large: Path, opened: list[str]) -> None:
    assert check(large, every=True).findings == ()
    assert len(opened) == 150


@pytest.mark.parametrize(
    ("arguments", "every"), [([], False), (["--photos"], True), (["--render"], True)]
)
def test_the_options_that_open_every_photograph(
    content: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], every: bool
) -> None:
    asked: list[bool] = []

    def seen(_path: Path, *, every: bool) -> Report:
        asked.append(every)
        return Report((), (), read=False)

    monkeypatch.setattr(checking, "check", seen)
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default="zh")
    command.add(parser.add_subparsers())
    options = parser.parse_args(["check", str(content), *arguments])
    assert options.act(options) == 0
    assert asked == [every]


def cut(kind: str) -> bytes:
    data = encoded(quartered(1344, 968), kind)
    return data[: len(data) // 2]


def thumbnailed() -> bytes:
    """Half a JPEG with a whole thumbnail in its head."""
    return with_segment(cut("jpg"), exif(1, encoded(quartered(64, 48), "jpg")))


@pytest.mark.parametrize("make", [lambda: cut("jpg"), lambda: cut("webp"), thumbnailed])
def test_what_is_cut_short_is_found_without_opening_it(
    content: Path,
    told: Callable[..., Told],
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[], bytes],
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    (content.parent / "photos" / "b.jpg").unlink()
    (content.parent / "photos" / "a.jpg").write_bytes(make())
    monkeypatch.setattr(photograph, "decode", fail)
    assert "the photograph is cut short or damaged, and is not shown" in told()[-2]


def test_what_stands_behind_or_before_the_picture_is_no_damage(tmp_path: Path) -> None:
    jpeg, webp = (encoded(quartered(64, 48), kind) for kind in ("jpg", "webp"))
    filled = jpeg[:2] + b"\xff\xff\xff" + segment(0xFE, b"note") + jpeg[2:]
    for data in (jpeg, filled, jpeg + bytes(9000), jpeg + bytes(1 << 21)):
        assert whole(saved(tmp_path, "a.jpg", data), "jpeg")
    assert whole(saved(tmp_path, "a.webp", webp + b"more"), "webp")


def test_photographs_that_are_not_there_need_no_opening(content: Path) -> None:
    found = load(content, KINDS)
    assert not isinstance(found, list)
    (content.parent / "photos" / "a.jpg").unlink()
    said = [remark.message.en for remark in photos(leaves_in(found.exhibit), [content.parent])]
    assert said == ["there is no photograph photos/a.jpg yet"]


# -- many findings ----------------------------------------------------------------------------------


def report(advice: int, problems: int) -> Report:
    """Return a report of so much advice, one a line, and so many problems below."""
    levels = [Level.ADVICE] * advice + [Level.PROBLEM] * problems
    said = Said("话", "words")
    found = (
        Found(Problem(Place(line, 1), said), level) for line, level in enumerate(levels, start=1)
    )
    return Report(tuple(found), ("x",) * len(levels), read=True)


def test_of_many_findings_the_first_are_told_and_all_are_counted() -> None:
    *first, more, end = described(report(0, 75_000), "a.yaml", "en").split("\n\n")
    assert [one.partition(" ")[0] for one in first] == [
        f"a.yaml:{at}:1:" for at in range(1, MOST + 1)
    ]
    assert (more, end) == ("And 74950 more; mend the above first.", "75000 problems.")
    assert "还有 74950 处，先改好上面的。" in described(report(0, 75_000), "a.yaml", "zh")


def test_advice_never_pushes_a_problem_out() -> None:
    told = described(report(100, 2), "a.yaml", "en").split("\n\n")
    assert [one.partition(" ")[0] for one in told[47:50]] == [
        "a.yaml:48:1:", "a.yaml:101:1:", "a.yaml:102:1:",
    ]  # fmt: skip
    assert told[50:] == ["And 52 more; mend the above first.", "2 problems, 100 of advice."]


def test_programs_get_a_bounded_number_and_the_count_of_all() -> None:
    found = json.loads(as_json(report(2000, 3000), "a.yaml", "en"))
    assert len(found["findings"]) == MOST_IN_JSON
    assert {one["level"] for one in found["findings"]} == {"problem"}
    assert found["counts"] == {"problem": 3000, "advice": 2000}
