"""After three bad ends in ten minutes photographs and quotations alone are shown, and never nothing."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content.exhibit import Exhibit
from kiosk.content.load import Loaded, load
from kiosk.content.panel import Panel
from kiosk.panels.kinds import KINDS
from kiosk.shell.codes import SOFTWARE
from kiosk.shell.faults import ALL
from kiosk.shell.safe import ENDS, FILE, SIMPLE, WINDOW, Starts, safe
from kiosk.ui.motion import Level
from kiosk.visit.route import Route
from tests.helpers.clock import Clock
from tests.helpers.small import written
from tests.shell.conftest import Opener
from tests.shell.processes import PATIENCE

FAILING = """
import os, signal, sys
from PySide6.QtCore import QTimer
from kiosk.cli import main
from kiosk.shell.app import Kiosk

def fail():
    raise RuntimeError("no such thing")

def watch(kiosk):
    panels = [one.kind for each in kiosk.controller.route.exhibit.chapters for one in each.panels]
    print(*panels, flush=True)
    for _ in range(ALL):
        QTimer.singleShot(0, fail if len(panels) > 1 else leave)

def leave():
    os.kill(os.getpid(), signal.SIGTERM)

Kiosk.watch = watch
sys.exit(main(sys.argv[1:]))
"""
"""Runs an exhibit that fails as soon as it stands, unless it has one panel only."""


def panels(exhibit: Exhibit[Panel]) -> list[Panel]:
    return [panel for chapter in exhibit.chapters for panel in chapter.panels]


def test_nothing_but_photographs_and_quotations_stays(exhibit: Exhibit[Panel]) -> None:
    wanted = [panel for panel in panels(exhibit) if isinstance(panel, SIMPLE)]
    assert 0 < len(wanted) < len(panels(exhibit))
    assert panels(safe(exhibit)) == wanted
    assert safe(exhibit).exhibit == exhibit.exhibit


def test_an_exhibit_without_any_shows_its_title(tmp_path: Path) -> None:
    found = load(written(tmp_path), KINDS)
    assert isinstance(found, Loaded)
    ring = found.exhibit.model_copy(update={"chapters": found.exhibit.chapters[:1]})
    (only,) = panels(safe(ring))
    assert only.text == ring.exhibit.title


def test_it_cycles_and_can_be_visited(exhibit: Exhibit[Panel], opener: Opener) -> None:
    visitor = opener(safe(exhibit), motion=Level.NONE)
    stops = Route(safe(exhibit)).stops
    visitor.open()
    for _ in stops:
        visitor.wait(30.5)
    assert visitor.state.attracting
    assert visitor.window.isVisible()


@pytest.fixture
def starts(tmp_path: Path, clock: Clock) -> Starts:
    return Starts(tmp_path, clock)


def test_after_three_bad_ends_a_start_is_safe(starts: Starts, clock: Clock) -> None:
    for _ in range(ENDS):
        assert not starts.begin()
        clock.pass_(WINDOW / 4)
    assert starts.begin()
    assert starts.begin()


def test_a_good_end_makes_all_good(starts: Starts) -> None:
    for _ in range(ENDS):
        starts.begin()
    starts.end()
    assert not starts.begin()


def test_what_is_long_ago_does_not_count(starts: Starts, clock: Clock) -> None:
    for _ in range(ENDS * 3):
        assert not starts.begin()
        clock.pass_(WINDOW / 2)


def test_a_machine_that_was_started_anew_begins_anew(tmp_path: Path, starts: Starts) -> None:
    for _ in range(ENDS):
        starts.begin()
    assert not Starts(tmp_path, lambda: 10.0).begin()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"{}", b"null", b'["x", null, {}]', b"[" * 2000],
    ids=["empty", "no text", "no list", "nothing", "no numbers", "deep"],
)
def test_a_damaged_memory_is_none(tmp_path: Path, starts: Starts, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    assert not starts.begin()
    assert json.loads((tmp_path / FILE).read_bytes()) == [1000.0]


def test_the_memory_stays_small(tmp_path: Path, starts: Starts) -> None:
    for _ in range(100):
        starts.begin()
    assert len(json.loads((tmp_path / FILE).read_bytes())) == ENDS + 1


def test_where_nothing_can_be_remembered_it_starts_all_the_same(
    tmp_path: Path, clock: Clock, expects_log: list[logging.LogRecord]
) -> None:
    nowhere = Starts(tmp_path / "gone", clock)
    for _ in range(ENDS + 1):
        assert not nowhere.begin()
    assert expects_log
    none = Starts(None, clock)
    assert not none.begin()
    none.end()


def test_three_ends_by_too_many_faults_lead_to_photographs_alone(tmp_path: Path) -> None:
    """The small exhibit has a chart and photographs; the chart is what fails here."""
    state = tmp_path / "state"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_STATE": str(state)}
    code = FAILING.replace("ALL", str(ALL))
    ends = []
    for _ in range(ENDS + 1):
        done = subprocess.run(
            [sys.executable, "-c", code, "--lang", "en", "run", str(written(tmp_path))],
            env=environment,
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            check=False,
            text=True,
            timeout=PATIENCE,
        )
        told = done.stderr.count("RuntimeError: no such thing")
        ends.append((done.returncode, done.stdout.split(), told))
    assert ends == [(SOFTWARE, ["ring", "photos"], 1)] * ENDS + [(0, ["photos"], 0)]
    said = (state / "kiosk.log").read_text(encoding="utf-8")
    assert said.count("RuntimeError: no such thing") == ENDS
    assert "[cover]\n" in said
    assert json.loads((state / FILE).read_bytes()) == []
