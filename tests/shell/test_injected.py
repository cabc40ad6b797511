"""Whatever fails in a running kiosk, it lives, and says so once with the place."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning

from kiosk.content.load import Loaded, load
from kiosk.panels.kinds import KINDS
from kiosk.panels.quiet import QuietCard
from kiosk.panels.share import Share, ShareView
from kiosk.shell import views
from kiosk.shell.places import Places
from kiosk.shell.reload import Reload, Source
from kiosk.ui.assets import shipped
from kiosk.visit.intents import Leave, OpenPanel
from kiosk.visit.state import Home
from tests.helpers.leaks import settle
from tests.helpers.small import written
from tests.shell.failing import Overseen, fail, not_painted, spin
from tests.shell.test_faults import put

SHARE = 4
"""A panel of one share."""


def slot(hall: Overseen) -> None:
    hall.visitor.kiosk.controller._idle.timeout.connect(fail)
    hall.visitor.kiosk.controller._idle.timeout.emit()
    hall.visitor.kiosk.controller._idle.timeout.disconnect(fail)


def timer(_hall: Overseen) -> None:
    QTimer.singleShot(0, fail)
    spin()


def thread(_hall: Overseen) -> None:
    one = threading.Thread(target=fail)
    one.start()
    one.join()


def tween(hall: Overseen) -> None:
    motion = hall.visitor.kiosk.motion
    motion.run(0.1, fail)
    hall.visitor.clock.pass_(0.2)
    motion._timer.timeout.emit()


def touch(hall: Overseen) -> None:
    hall.visitor.open()
    pad = hall.visitor.pads()[0]
    pad.act = fail
    hall.visitor.tap(pad)
    hall.visitor.kiosk.controller.take(Leave())


def reload(hall: Overseen) -> None:
    source = Source(Path("content.yaml"), None, [], fail, fail, "en")
    one = Reload(source, fail, fail)
    one._reader.start(one._read)
    one.close()
    assert hall.visitor.window.isVisible()


def message(_hall: Overseen) -> None:
    qWarning("QSomething::thing: 0x55aa is not 12")


def unraisable(_hall: Overseen) -> None:
    class Gone:
        def __del__(self) -> None:
            fail()

    del Gone().__dict__


@pytest.mark.parametrize("inject", [slot, timer, thread, tween, touch, reload, message, unraisable])
def test_it_lives_and_says_it_once_and_counts(
    hall: Overseen, inject: Callable[[Overseen], None], expects_log: list[logging.LogRecord]
) -> None:
    for _ in range(3):
        inject(hall)
    settle()
    assert [hall.faults.total, len(hall.faults.counts)] == [3, 1]
    assert len(expects_log) == 1
    assert hall.left == []
    hall.visitor.open()
    assert hall.visitor.place == Home()


def test_a_panel_that_fails_while_it_is_seen_becomes_a_quiet_card_and_comes_back(
    hall: Overseen, monkeypatch: pytest.MonkeyPatch, expects_log: list[logging.LogRecord]
) -> None:
    visitor, control = hall.visitor, hall.visitor.kiosk.controller
    control._views._clock = visitor.clock
    control.take(OpenPanel(SHARE))
    visitor.rest()
    assert isinstance(visitor.view, ShareView)
    with monkeypatch.context() as patch:
        patch.setattr(ShareView, "paintEvent", not_painted)
        visitor.view.update()
        spin()
        assert isinstance(visitor.view, QuietCard)
    said = expects_log[0].getMessage()
    assert f"{control.route.legs[SHARE].key}, content.yaml:" in said
    line = int(said.rpartition(":")[2].rstrip("]"))
    text = (shipped() / "content.yaml").read_text(encoding="utf-8").splitlines()
    assert "kind: share" in text[line - 1]

    def visit_again() -> bool:
        control.take(OpenPanel(0))
        visitor.rest()
        control.take(OpenPanel(SHARE))
        visitor.rest()
        return isinstance(visitor.view, ShareView)

    visitor.clock.pass_(views.RETRY / 2)
    assert not visit_again()
    visitor.clock.pass_(views.RETRY)
    assert visit_again()
    assert len(expects_log) == 1


def test_a_panel_that_cannot_be_made_names_itself_and_not_the_one_in_front(
    hall: Overseen, monkeypatch: pytest.MonkeyPatch, expects_log: list[logging.LogRecord]
) -> None:
    put(monkeypatch, Share, type("NoPaint", (ShareView,), {"paintEvent": fail}))
    control = hall.visitor.kiosk.controller
    control.take(OpenPanel(SHARE - 1))
    hall.visitor.rest()
    hall.visitor.prepare()
    (fault,) = hall.faults.counts
    assert fault[2] == control.route.legs[SHARE].key
    assert f"[{fault[2]}, content.yaml:" in expects_log[0].getMessage()


def test_a_fault_elsewhere_is_another_fault(
    hall: Overseen, expects_log: list[logging.LogRecord]
) -> None:
    timer(hall)
    hall.visitor.open()
    timer(hall)
    assert [sign[2] for sign in hall.faults.counts] == ["cover", "home"]
    assert len(expects_log) == 2


def test_a_line_follows_what_is_saved(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = load(path, KINDS)
    text = "# one line more\n" + path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    after = load(path, KINDS)
    assert isinstance(before, Loaded)
    assert isinstance(after, Loaded)
    places, kept = Places(before), list[Loaded]()
    line = places.line("one/0")
    places.keeping(kept.append)(after)
    assert places.line("one/0") == line + 1
    assert "kind: ring" in text.splitlines()[line]
    assert places.line("gone/0") == 0
    assert kept == [after]


def test_a_quiet_card_that_fails_as_well_leaves_the_way_open(hall: Overseen) -> None:
    control = hall.visitor.kiosk.controller
    control.take(OpenPanel(0))
    hall.visitor.rest()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(hall.visitor.view), "paintEvent", not_painted)
        patch.setattr(QuietCard, "paintEvent", not_painted)
        hall.visitor.view.update()
        spin()
    assert hall.faults.total == 2
    hall.visitor.tap("下一页")
    assert hall.visitor.at == (1, 0)
    assert not isinstance(hall.visitor.view, QuietCard)
