"""What the tests of versions share: an exhibit of their own, and a place for its versions."""

from pathlib import Path

import pytest

from kiosk import cli
from kiosk.commands import restore as restoring
from kiosk.commands import versions as listing
from kiosk.staff import versions_files
from tests.helpers.small import written


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep versions beside the test, and wait for nobody."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(cli, "COMMANDS", (listing, restoring))
    monkeypatch.setattr(versions_files, "PATIENCE", 0)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An exhibit with one of its two photographs."""
    (tmp_path / "own" / "photos").mkdir(parents=True)
    file = written(tmp_path / "own")
    (file.parent / "photos" / "a.jpg").write_bytes(b"a1")
    return file
