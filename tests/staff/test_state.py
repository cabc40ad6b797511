"""State has one place, that only its owner may look into, and trouble with it is told in words."""

import errno
import os
import stat
from pathlib import Path

import pytest

from kiosk.staff.state import StateError, reported, state_folder

NAMES = ("KIOSK_STATE", "STATE_DIRECTORY", "XDG_STATE_HOME", "LOCALAPPDATA")


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("platform", "settings", "place"),
    [
        ("linux", {"KIOSK_STATE": "own", "STATE_DIRECTORY": "service"}, "own"),
        ("linux", {"STATE_DIRECTORY": "service", "XDG_STATE_HOME": "xdg"}, "service"),
        ("linux", {"STATE_DIRECTORY": "first:second"}, "first"),
        ("linux", {"XDG_STATE_HOME": "xdg", "LOCALAPPDATA": "local"}, "xdg/kiosk"),
        ("linux", {"KIOSK_STATE": "", "STATE_DIRECTORY": ""}, "home/.local/state/kiosk"),
        ("win32", {"LOCALAPPDATA": "local", "XDG_STATE_HOME": "xdg"}, "local/kiosk"),
    ],
    ids=["own", "service", "service of two", "desktop", "nothing set", "Windows"],
)
def test_state_is_where_it_was_asked_for_else_where_the_system_has_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    settings: dict[str, str],
    place: str,
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    assert state_folder().resolve() == tmp_path / place
    assert (tmp_path / place).is_dir()


def test_only_the_owner_may_look_into_a_folder_that_was_made(tmp_path: Path) -> None:
    assert stat.S_IMODE(state_folder().stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KIOSK_STATE", "file/state")

    with pytest.raises(StateError) as told:
        state_folder()

    assert "file/state" in told.value.said.zh
    assert "file/state" in told.value.said.en


def test_without_a_home_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)

    with pytest.raises(StateError, match="export KIOSK_STATE="):
        state_folder()


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "df -h"),
        (errno.EACCES, "sudo -u kiosk"),
        (errno.EROFS, "kiosk doctor"),
        (errno.EIO, "try again"),
    ],
    ids=errno.errorcode.get,
)
def test_every_trouble_of_a_disc_comes_with_its_file_and_a_remedy(number: int, remedy: str) -> None:
    with pytest.raises(StateError, match=f"/srv/x.*{remedy}"), reported():
        raise OSError(number, os.strerror(number), "/srv/x")
