"""What every test stands on: one Qt that looks the same everywhere, and guards that never sleep."""

import os
import tempfile
from pathlib import Path

# Qt and fontconfig read these once: this must stand before anything imports Qt.
os.environ.update(
    {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "1",
        "QT_ENABLE_HIGHDPI_SCALING": "0",
        "QT_FONT_DPI": "96",
        "FONTCONFIG_FILE": str(Path(__file__).resolve().parent / "helpers" / "fonts.conf"),
        "LC_ALL": "C.UTF-8",
        "KIOSK_STATE": tempfile.mkdtemp(prefix="kiosk-state-"),
    }
)
os.environ.pop("QT_STYLE_OVERRIDE", None)

import logging
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.content.report import describe
from kiosk.panels.kinds import KINDS
from kiosk.ui.application import application
from kiosk.ui.assets import shipped
from tests.helpers.clock import Clock
from tests.helpers.leaks import Before
from tests.helpers.logs import Heard

# The same examples every time, on any machine, however slow: a failure is never a matter of luck.
settings.register_profile(
    "kiosk",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=False,
)
settings.load_profile("kiosk")

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure: what a failed test leaves behind is its traceback's, and no news."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session", autouse=True)
def kiosk_app() -> QApplication:
    """The application just as the product makes it, offscreen.

    For all, whatever their order: Qt ends the process where a picture is made without one.
    """
    return application(offscreen=True)


@pytest.fixture(scope="session")
def qapp(kiosk_app: QApplication) -> QApplication:
    """The same application, by the name that pytest-qt knows."""
    return kiosk_app


@pytest.fixture(scope="session")
def exhibit() -> Exhibit[Panel]:
    """The exhibit that is shipped."""
    path = shipped() / "content.yaml"
    found = load(path, KINDS, shipped() / "assets")
    if not isinstance(found, Loaded):
        lines = path.read_text(encoding="utf-8").splitlines()
        pytest.fail(describe(found, path.name, lines, "en"), pytrace=False)
    return found.exhibit


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until the test lets time pass."""
    return Clock()


@pytest.fixture
def expects_log(heard: Heard) -> list[logging.LogRecord]:
    """For tests of trouble: what is logged from WARNING up, and there must be something."""
    return heard.records


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Everything logged from WARNING up."""
    with Heard() as handler:
        yield handler


@pytest.fixture(autouse=True)
def no_word_in_the_log(request: pytest.FixtureRequest, heard: Heard) -> Iterator[None]:
    """Fail a test that logs a warning nobody expects, or none where one is expected."""
    yield
    if FAILED in request.node.stash:
        return
    expected = "expects_log" in request.fixturenames
    if heard.records and not expected:
        pytest.fail("unexpected in the log:\n" + "\n".join(heard.said()), pytrace=False)
    if expected and not heard.records:
        pytest.fail("expects_log is asked for, but nothing was logged", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of Qt that leaves windows, running timers or animations behind."""
    if not {"kiosk_app", "qapp"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("kiosk_app")
    before = Before()
    yield
    if FAILED not in request.node.stash and (left := before.left()):
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)
