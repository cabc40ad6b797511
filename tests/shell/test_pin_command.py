"""`kiosk pin` puts the hash of a PIN into the machine's settings, and changes nothing else there."""

import argparse
import getpass
import io
from pathlib import Path

import pytest

from kiosk.commands import pin
from kiosk.content.machine import Machine, machine
from kiosk.shell.office.pin import matches

BEFORE = "# 这台机器 of this hall\nscreen_bottom: 700 # mm\npin: old\nreach: 1200\n"


def run(monkeypatch: pytest.MonkeyPatch, typed: str, *arguments: str, lang: str = "en") -> int:
    parser = argparse.ArgumentParser()
    pin.add(parser.add_subparsers())
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    options = parser.parse_args(["pin", *arguments])
    options.lang = lang
    return int(options.act(options))


def kept(file: Path) -> str:
    found = machine(file)
    assert isinstance(found, Machine)
    assert found.pin is not None
    return found.pin


def test_a_new_file_holds_the_hash_and_not_the_pin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kiosk" / "machine.yaml"
    assert run(monkeypatch, "97531\n", "--stdin", str(file)) == 0
    assert matches("97531", kept(file))
    assert file.stat().st_mode & 0o777 == 0o640
    told = "".join(capsys.readouterr())
    assert "97531" not in told + file.read_text("utf-8")
    assert "scrypt" not in told


def test_only_the_line_of_the_pin_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text(BEFORE, "utf-8")
    file.chmod(0o604)
    assert run(monkeypatch, "1234", "--stdin", str(file)) == 0
    assert file.read_text("utf-8") == BEFORE.replace("old", kept(file))
    assert matches("1234", kept(file))
    assert file.stat().st_mode & 0o777 == 0o604


@pytest.mark.parametrize(
    "before", ["# nothing yet\n", "reach: 1200", ""], ids=["comment", "open", "empty"]
)
def test_a_line_is_added_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text(before, "utf-8")
    assert run(monkeypatch, "1234", "--stdin", str(file)) == 0
    assert file.read_text("utf-8").startswith(before)
    assert matches("1234", kept(file))


def test_a_link_stays_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real.yaml").write_text("reach: 1200\n", "utf-8")
    link = tmp_path / "machine.yaml"
    link.symlink_to(tmp_path / "real.yaml")
    assert run(monkeypatch, "1234", "--stdin", str(link)) == 0
    assert link.is_symlink()
    assert matches("1234", kept(tmp_path / "real.yaml"))


def test_settings_that_are_wrong_are_told_and_left_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text("reach: far\npin: old\n", "utf-8")
    assert run(monkeypatch, "1234", "--stdin", str(file)) == 1
    assert file.read_text("utf-8") == "reach: far\npin: old\n"
    assert [one.name for one in tmp_path.iterdir()] == ["machine.yaml"]
    assert f"{file}:1:" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["123", "12345678901234", "abcd", ""])
def test_what_is_no_pin_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
) -> None:
    file = tmp_path / "machine.yaml"
    assert run(monkeypatch, typed, "--stdin", str(file)) == 1
    assert not file.exists()
    assert "kiosk pin" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answers", "code"), [(["1357", "1357"], 0), (["1357", "1358"], 1)], ids=["alike", "unlike"]
)
def test_it_is_asked_twice_without_an_echo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str], code: int
) -> None:
    file = tmp_path / "machine.yaml"
    monkeypatch.setenv("KIOSK_MACHINE", str(file))
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: answers.pop(0))
    assert run(monkeypatch, "") == code
    assert answers == []
    assert file.exists() is (code == 0)


def test_nobody_at_the_terminal_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", gone)
    assert run(monkeypatch, "", str(tmp_path / "machine.yaml")) == 1


@pytest.mark.parametrize(("lang", "word"), [("zh", "请输入：sudo"), ("en", "Type: sudo")])
def test_without_permission_the_command_to_type_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    word: str,
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkstemp", denied)
    file = tmp_path / "machine.yaml"
    assert run(monkeypatch, "1234", "--stdin", str(file), lang=lang) == 1
    assert f"{word} kiosk pin {file}" in capsys.readouterr().err


def test_a_place_that_cannot_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert run(monkeypatch, "1234", "--stdin", str(tmp_path / "file" / "machine.yaml")) == 1
    assert "kiosk pin" in capsys.readouterr().err
