"""What is true of one machine."""

from pathlib import Path

import pytest

from kiosk.content.machine import Machine, machine


def test_a_machine_of_which_nothing_is_said_has_the_usual_settings(tmp_path: Path) -> None:
    assert machine(tmp_path / "none.yaml") == Machine()
    assert Machine().reach == 1220


def test_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text("screen_bottom: 700\nscreen_height: 680.5\n", encoding="utf-8")
    assert machine(file) == Machine(screen_bottom=700, screen_height=680.5)


@pytest.mark.parametrize(
    "text", ["screen_bottom: low\n", "screen_top: 3\n", "reach: -1\n", "pin:\n", "\tpin: a"]
)
def test_wrong_settings_are_told_with_their_place(tmp_path: Path, text: str) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text(text, encoding="utf-8")
    found = machine(file)
    assert isinstance(found, list)
    assert found[0].place.line == 1


def test_a_folder_is_no_settings(tmp_path: Path) -> None:
    assert isinstance(machine(tmp_path), list)


def test_comments_alone_say_nothing(tmp_path: Path) -> None:
    file = tmp_path / "machine.yaml"
    file.write_text("# screen_bottom: 700\n\n  # pin:\n", encoding="utf-8")
    assert machine(file) == Machine()
