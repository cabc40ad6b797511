"""What the tests of staff's tools share: an exhibit in a folder, as staff keep it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.staff.check import check
from kiosk.staff.remarks import Level
from tests.helpers.small import written
from tests.ui.photos import encoded, plain

Told = list[str]


@pytest.fixture(scope="session")
def fitting(kiosk_app: QApplication) -> bytes:
    """A photograph with just the pixels that its place takes at 1920 by 1080."""
    return encoded(plain(1344, 968, "#808080", QImage.Format.Format_Grayscale8), "jpg", 20)


@pytest.fixture
def content(tmp_path: Path, fitting: bytes) -> Path:
    """A small exhibit with nothing to be said of it: its file."""
    (tmp_path / "photos").mkdir()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / "photos" / name).write_bytes(fitting)
    return written(tmp_path)


@pytest.fixture
def told(content: Path) -> Callable[..., Told]:
    """Check the exhibit and return what is said: the text at the place, the level, the words."""

    def told(language: str = "en") -> Told:
        report = check(content)
        said = []
        for found in report.findings:
            place, problem = found.problem.place, found.problem
            there = report.lines[place.line - 1][place.column - 1 :]
            mark = "!" if found.level is Level.PROBLEM else "?"
            hint = f" → {problem.hint.to(language)}" if problem.hint else ""
            said.append(f"{there} {mark} {problem.message.to(language)}{hint}")
        return said

    return told


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder that photographs come from."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The folder of an exhibit."""
    folder = tmp_path / "exhibit"
    folder.mkdir()
    written(folder)
    return folder
