"""The commands that list versions and put one back: what they print, and what they refuse."""

import json
import time
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.staff.versions import Store
from kiosk.ui import assets
from tests.helpers.small import SMALL
from tests.staff.versions.keeping import changed, harm_content, harm_record, kept


def test_the_command_lists_what_was_kept_and_what_changed(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    kept(content)
    (content.parent / "photos" / "b.jpg").write_bytes(b"b" * 2_000_000)
    kept(changed(content, "Second"), 3)

    assert cli.main(["--lang", "en", "versions", str(content)]) == 0
    english = capsys.readouterr().out.splitlines()
    assert cli.main(["--lang", "zh", "versions", str(content)]) == 0
    chinese = capsys.readouterr().out.splitlines()
    monkeypatch.delenv("TZ")
    time.tzset()

    assert english == [
        "   1  2026-05-01 20:00  panels: 2, figures: 1, pictures: 1, 0.0 MB",
        "   2  2026-05-01 23:00  panels: 2, figures: 1, pictures: 2, 2.0 MB; lines changed: 1, pictures changed: 2",
        f"To have version 2 back: kiosk restore 2 {content}",
    ]
    assert (
        chinese[1]
        == "   2  2026-05-01 23:00  2 个面板，1 个数字，2 张图片，2.0 MB；比上一版改了 1 行、2 张图片"
    )


def test_programs_get_the_list_as_json(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept(content)
    kept(changed(content, "Second"))

    assert cli.main(["versions", "--json", str(content)]) == 0

    first, second = json.loads(capsys.readouterr().out)
    assert (first["number"], first["lines_changed"]) == (1, None)
    assert second == {
        "number": 2,
        "time": "2026-05-01T12:00:00+00:00",
        "panels": 2,
        "figures": 1,
        "pictures": 1,
        "bytes": second["bytes"],
        "lines_changed": 1,
        "pictures_changed": 1,
    }


def test_a_list_with_a_damaged_version_tells_the_others(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(content)
    kept(changed(content, "Second"))
    kept(changed(content, "Third!"))
    harm_record(Store.of(content), 1)
    harm_content(Store.of(content), 2)

    assert cli.main(["--lang", "en", "versions", str(content)]) == 0

    said = capsys.readouterr()
    assert "record of version 1 is damaged" in said.err
    assert [line.split()[0] for line in said.out.splitlines()] == ["2", "3", "To"]


def test_where_nothing_was_kept_the_command_says_where_it_looked(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--lang", "en", "versions", str(content)]) == 0
    said = capsys.readouterr().out
    assert str(Store.of(content).folder) in said
    assert f"KIOSK_STATE=/var/lib/kiosk kiosk versions {content}" in said


def test_the_command_puts_a_version_back_and_says_how_to_undo_that(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(content)
    changed(content, "Second")

    assert cli.main(["--lang", "en", "restore", "1", str(content)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"{content} is version 1 again, with 1 pictures.",
        f"To have version 2 back: kiosk restore 2 {content}",
    ]
    assert content.read_text(encoding="utf-8") == SMALL


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["restore", "7", "{}"], "There is no version 7. There are: 1."),
        (["restore", "1", "{}/.."], "is a folder. Type: kiosk restore 1 "),
        (["versions", "{}/.."], "is a folder. Type: kiosk versions "),
    ],
    ids=["unknown", "folder", "list of a folder"],
)
def test_what_cannot_be_done_is_refused_with_what_to_type(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    kept(content)
    shown = [one.replace("{}/..", str(content.parent)).format(content) for one in arguments]

    assert cli.main(["--lang", "en", *shown]) == 1

    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("folder", "code"), [("_data", 1), ("checkout", 0)])
def test_without_a_file_the_own_content_of_a_checkout_comes_back_but_none_inside_a_program(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    code: int,
) -> None:
    content = content.parent.rename(content.parent.with_name(folder)) / content.name
    monkeypatch.setattr(assets, "shipped", lambda: content.parent)
    kept(content)
    changed(content, "Second")

    assert cli.main(["--lang", "en", "restore", "1"]) == code

    told = "kiosk restore 1 /srv/exhibit/content.yaml" in capsys.readouterr().err
    assert told == bool(code)
    assert (content.read_text(encoding="utf-8") == SMALL) == (not code)


@pytest.mark.parametrize("command", [["versions"], ["restore", "1"]], ids=["versions", "restore"])
def test_a_state_folder_that_cannot_be_had_is_told(
    content: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(content))
    assert cli.main(["--lang", "en", *command, str(content)]) == 1
    assert str(content) in capsys.readouterr().err
