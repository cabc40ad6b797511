"""The commands that render every screen: what they take, print and return."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import check as check_command
from kiosk.commands import render as command
from kiosk.staff.render import Wanted
from tests.helpers.small import SMALL
from tests.staff.rendering import LONG, SMALLER, changed


@pytest.fixture(autouse=True)
def _application(kiosk_app: object) -> None:
    """One application for all."""


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command; return its exit code, and what it said to both sides."""

    def ran(which: Any, *arguments: object, language: str = "en") -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        parser.add_argument("--lang", default=language)
        which.add(parser.add_subparsers(required=True))
        options = parser.parse_args([which.__name__.rpartition(".")[2], *map(str, arguments)])
        code = int(options.act(options))
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


Ran = Callable[..., tuple[int, str, str]]


def test_render_takes_sizes_languages_and_texts(content: Path, tmp_path: Path, ran: Ran) -> None:
    out = tmp_path / "out"
    sizes = ("--size", "640x360", "--size", "360x640")
    code, said, progress = ran(
        command, "--out", out, *sizes, "--lang-of-exhibit", "en", "--text", "130", content
    )
    assert code == 0
    assert said == f"No problems: the exhibit can be shown.\nThe pictures are in {out}\n"
    assert progress == "1/2  640x360 rendering…\n2/2  360x640 rendering…\n"
    assert {str(one.relative_to(out)) for one in out.glob("*/*")} == {
        f"{size}/{text}" for size in ("640x360", "360x640") for text in ("en-130", "zh-100")
    }


def test_render_ends_with_1_and_the_place_where_something_does_not_fit(
    content: Path, tmp_path: Path, ran: Ran
) -> None:
    changed(content, "en: Morning by the lake", f"en: {LONG}")
    line = SMALL.splitlines().index("              en: Morning by the lake") + 1
    code, said, _ = ran(command, "--out", tmp_path / "out", "--size", "640x360", content)
    assert code == 1
    assert f"{content}:{line}:19: “Morning by the lake. Mo…” does not fit" in said
    assert "1 problem." in said


def test_a_language_that_the_exhibit_lacks_is_told(content: Path, tmp_path: Path, ran: Ran) -> None:
    code, said, trouble = ran(command, "--out", tmp_path / "o", "--lang-of-exhibit", "fr", content)
    assert (code, said) == (1, "")
    assert "not in fr. Write: --lang-of-exhibit zh (it has zh, en)" in trouble


def test_a_folder_that_cannot_be_written_is_told(content: Path, ran: Ran) -> None:
    code, _, trouble = ran(command, "--out", content, "--size", "640x360", content, language="zh")
    assert code == 1
    assert f"图片写不进 {content}。换一个文件夹，例如：--out ~/render" in trouble


def test_content_that_is_wrong_is_not_rendered(content: Path, tmp_path: Path, ran: Ran) -> None:
    changed(content, "figure: safe", "figure: save")
    code, _, trouble = ran(command, "--out", tmp_path / "out", content)
    assert code == 1
    assert "1 problem." in trouble
    assert not (tmp_path / "out").exists()


def test_check_says_all_at_once_in_the_order_of_the_file(
    content: Path, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.staff.render.SIZES", (SMALLER,))
    monkeypatch.setattr(Wanted, "sizes", (SMALLER,))
    changed(content, "en: Morning by the lake", f"en: {LONG}")
    (content.parent / "photos" / "b.jpg").unlink()
    code, plain, _ = ran(check_command, "--json", content)
    assert (code, json.loads(plain)["counts"]) == (0, {"problem": 0, "advice": 1})
    code, said, progress = ran(check_command, "--render", "--json", content)
    findings = json.loads(said)["findings"]
    assert code == 1
    assert [(one["level"], one["message"][:12]) for one in findings] == [
        ("problem", "“Morning by "),
        ("advice", "there is no "),
    ]
    assert progress.count("rendering") == len(progress.splitlines())


def test_check_of_content_that_cannot_be_read_renders_nothing(content: Path, ran: Ran) -> None:
    changed(content, "figure: safe", "figure: save")
    code, said, progress = ran(check_command, "--render", content)
    assert (code, progress) == (1, "")
    assert "1 problem." in said
