"""The guards around every test bite, each at what it is there for and at nothing else."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.helpers.project import ROOT

TESTS = """
import logging
import os
import warnings
from PySide6.QtCore import QTimer, QVariantAnimation, qWarning
from PySide6.QtWidgets import QWidget

kept = []

def test_bad_window(kiosk_app):
    kept.append(QWidget())

def test_bad_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)

def test_bad_animation(qapp):
    animation = QVariantAnimation()
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setDuration(60_000)
    animation.start()
    kept.append(animation)

def test_bad_log():
    logging.getLogger("kiosk.anything").warning("trouble")

def test_bad_silence(expects_log):
    pass

def test_bad_python_warning():
    warnings.warn("old", DeprecationWarning)

def test_bad_qt_message(kiosk_app):
    qWarning("trouble")

def test_good_window(kiosk_app):
    widget = QWidget()
    widget.timer = QTimer(widget)
    widget.timer.start(60_000)
    widget.deleteLater()
    kept.append(widget)

def test_good_timer(kiosk_app):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    kept.append(timer)

def test_good_circle(kiosk_app):
    widget = QWidget()
    widget.self = widget

def test_good_log(expects_log):
    logging.getLogger("kiosk.anything").error("trouble")
    assert [record.getMessage() for record in expects_log] == ["trouble"]

def test_good_word():
    logging.getLogger("kiosk.anything").info("all is well")

def test_good_clock(clock):
    begun = clock()
    assert clock.pass_(2.5) == clock() == begun + 2.5

def test_good_application(kiosk_app, qapp, exhibit):
    assert kiosk_app is qapp
    assert exhibit.chapters
    assert kiosk_app.platformName() == "offscreen"
    assert kiosk_app.primaryScreen().devicePixelRatio() == 1.0
    assert kiosk_app.primaryScreen().logicalDotsPerInch() == 96.0
    assert os.environ["LC_ALL"] == "C.UTF-8"
    assert "QT_STYLE_OVERRIDE" not in os.environ
"""


def test_every_guard_bites_what_is_bad_and_lets_pass_what_is_good(tmp_path: Path) -> None:
    path = tmp_path / "test_some.py"
    path.write_text(TESTS, encoding="utf-8")
    guest = {"QT_STYLE_OVERRIDE": "windows", "QT_SCALE_FACTOR": "2", "QT_FONT_DPI": "200"}
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-c", "pyproject.toml", "--rootdir", "."),
            *("-p", "tests.conftest", "-p", "no:cacheprovider", "-v", str(path)),
        ],
        cwd=ROOT,
        env={**os.environ, **guest},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    wrong = set(re.findall(r"^(?:FAILED|ERROR) .*::test_(\w+)", ran.stdout, re.MULTILINE))
    every = set(re.findall(r"^def test_(\w+)", TESTS, re.MULTILINE))
    assert wrong == {name for name in every if name.startswith("bad_")}, ran.stdout + ran.stderr
    assert "left behind:\n<PySide6.QtWidgets.QWidget" in ran.stdout
    assert "unexpected in the log:\nWARNING kiosk.anything: trouble" in ran.stdout
