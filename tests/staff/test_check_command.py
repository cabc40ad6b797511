"""The command that checks: what it prints, and what it returns."""

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.commands import check as command
from kiosk.staff.remarks import Level
from tests.helpers.small import SMALL


@pytest.fixture
def kiosk(kiosk_app: QApplication, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:  # fmt: skip
    """Run the command and return its exit code and what it printed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default="zh")
    command.add(parser.add_subparsers())

    def kiosk(*arguments: object) -> tuple[int, str]:
        options = parser.parse_args([str(one) for one in arguments])
        code = options.act(options)
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return kiosk


def row(part: str) -> int:
    """Return the line of the small exhibit with this in it."""
    return next(number for number, line in enumerate(SMALL.splitlines(), 1) if part in line)


def test_where_all_is_well_it_says_so(content: Path, kiosk: Callable[..., tuple[int, str]]) -> None:
    assert kiosk("check", content) == (0, "没有问题，可以展出。\n")
    assert kiosk("--lang", "en", "check", content) == (
        0,
        "No problems: the exhibit can be shown.\n",
    )


def test_advice_is_marked_and_does_not_count(
    content: Path, kiosk: Callable[..., tuple[int, str]]
) -> None:
    (content.parent / "photos" / "a.jpg").rename(content.parent / "photos" / "A.jpg")
    code, said = kiosk("check", content)
    assert code == 0
    assert said == (
        f"{content}:{row('photos/a.jpg')}:20: 建议：大小写不一样：文件叫 photos/A.jpg\n"
        "              - photo: photos/a.jpg\n"
        "                       ^\n"
        "    → 写成 photos/A.jpg\n"
        "\n"
        "没有问题，可以展出。另有 1 条建议。\n"
    )
    assert kiosk("--lang", "en", "check", content)[1].endswith(
        "\n\nNo problems: the exhibit can be shown. Advice: 1.\n"
    )


def test_a_problem_counts_beside_advice(
    content: Path, kiosk: Callable[..., tuple[int, str]]
) -> None:
    (content.parent / "photos" / "a.jpg").unlink()
    (content.parent / "photos" / "b.jpg").unlink()
    (content.parent / "photos" / "b.jpg").symlink_to("/etc/hostname")
    code, said = kiosk("check", content)
    assert code == 1
    assert f"{content}:{row('photos/b.jpg')}:20: 这个链接指到内容文件夹外面去了\n" in said
    assert said.endswith("\n\n共 1 处问题，1 条建议。\n")
    assert kiosk("--lang", "en", "check", content)[1].endswith("\n\n1 problem, 1 of advice.\n")


def test_what_the_loader_finds_is_told_and_that_the_rest_comes_later(
    content: Path, kiosk: Callable[..., tuple[int, str]]
) -> None:
    content.write_text(SMALL.replace("unit: percent", "unit: per-cent"), encoding="utf-8")
    code, said = kiosk("--lang", "en", "check", content)
    assert code == 1
    assert said == (
        f"{content}:{row('unit: percent')}:11: there is no per-cent in units\n"
        "        unit: per-cent\n"
        "              ^\n"
        "    → did you mean percent?\n"
        "\n"
        "1 problem.\n"
        "Check again afterwards: photographs and fonts are looked at only then.\n"
    )
    assert kiosk("check", content)[1].endswith("改好后请再检查一次：照片和字体那时才能看。\n")


@pytest.mark.parametrize("name", ["missing.yaml", "", "pipe", "\0", "photos/a.jpg"])
def test_what_is_no_content_is_a_problem_and_nobody_waits(
    content: Path, kiosk: Callable[..., tuple[int, str]], name: str
) -> None:
    os.mkfifo(content.parent / "pipe")
    code, said = kiosk("check", content.parent / name)
    assert code == 1
    assert "共 1 处问题。" in said


def test_no_terminal_is_made_to_obey_a_name(
    content: Path, kiosk: Callable[..., tuple[int, str]]
) -> None:
    named = content.rename(content.parent / "a\x1b[31m.yaml")
    (content.parent / "photos" / "a.jpg").rename(content.parent / "photos" / "a.jpg\x1b.jpg")
    assert "\x1b" not in kiosk("check", named)[1]


@pytest.mark.parametrize(("language", "message"), [("zh", "还没有照片"), ("en", "there is no")])
def test_programs_get_the_same_in_a_shape_that_is_promised(
    content: Path, kiosk: Callable[..., tuple[int, str]], language: str, message: str
) -> None:
    (content.parent / "photos" / "a.jpg").unlink()
    code, said = kiosk("--lang", language, "check", "--json", content)
    assert code == 0
    assert said.isascii()
    report = json.loads(said)
    (found,) = report["findings"]
    assert found.pop("message").startswith(message)
    assert "photos/a.jpg" in found.pop("hint")
    line = row("photos/a.jpg")
    assert found == {"file": str(content), "line": line, "column": 20, "level": "advice"}
    assert report["counts"] == {"problem": 0, "advice": 1}


def test_programs_get_problems_too_and_null_for_no_hint(
    content: Path, kiosk: Callable[..., tuple[int, str]]
) -> None:
    code, said = kiosk("--lang", "en", "check", "--json", content.parent / "missing.yaml")
    assert code == 1
    assert json.loads(said) == {
        "findings": [
            {
                "file": str(content.parent / "missing.yaml"),
                "line": 1,
                "column": 1,
                "level": "problem",
                "message": "there is no such file",
                "hint": None,
            }
        ],
        "counts": {level: int(level == Level.PROBLEM) for level in Level},
    }
