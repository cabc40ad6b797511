"""Ways out that the session or the system stops: the lines that do so are there."""

import re

import pytest

from tests.helpers.project import ROOT, modules
from tests.shell.abuse_table import ROWS, How, Layer, Row, named, rows

DEB = ROOT / "packaging" / "deb"

ALONE = ("session.sh", r"^ +cage -d \$quarters -- ")
"""The compositor shows one program and has no key of its own; without -s, no other terminal."""

BARE = ("session.sh", r'Xorg\)" :0 vt1 .*-novtswitch ')
"""The other session: a display server with one program, and no window manager."""

LINES = {
    4: (ALONE, BARE),
    5: (ALONE, BARE, ("xorg.conf", r'Option "DontVTSwitch" "true"')),
    6: (("xorg.conf", r'Option "DontZap" "true"'), ("sysctl.conf", r"kernel\.sysrq = 0")),
    7: (("depends.txt", r"^cage$"),),
    8: (ALONE, BARE),
    9: (ALONE, BARE),
    12: (
        ("kiosk.service", r"^DevicePolicy=closed$"),
        ("kiosk.service", r"^ProtectSystem=strict$"),
        ("kiosk.service", r"^CapabilityBoundingSet=$"),
    ),
    26: (("session.sh", r"export QT_IM_MODULE=none"),),
    27: (ALONE, BARE),
    28: (ALONE, BARE),
    35: (ALONE, BARE),
    36: (ALONE, BARE),
    37: (
        ("kiosk.service", r"^Conflicts=getty@tty1\.service"),
        ("kiosk.service", r"^Restart=always$"),
        ("kiosk.service", r"^RestartSec=100ms$"),
    ),
    38: (("kiosk.service", r"^Restart=always$"), ("kiosk.service", r"^StartLimitIntervalSec=")),
    39: (ALONE, BARE, ("sockets.sh", r"echo off >")),
    40: (("kiosk.service", r"^WatchdogSec=30$"), ("kiosk.service", r"^Restart=always$")),
    44: tuple(
        ("logind.conf", rf"^Handle{key}=ignore$")
        for key in ("PowerKey", "RebootKey", "SuspendKey", "HibernateKey", "LidSwitch")
    ),
    46: (
        ("kiosk.service", r"^RestrictAddressFamilies=AF_UNIX AF_NETLINK$"),
        ("kiosk.service", r"^IPAddressDeny=any$"),
        ("session.sh", r"-nolisten tcp"),
    ),
}
"""For each row, the files with the lines that stop it."""

FOREIGN = re.compile(
    r"\bQ\w*Dialog\b|QMessageBox|QErrorMessage|QPrint|QWizard|QDesktopServices|QToolTip|QWhatsThis"
    r"|QLabel|QTextEdit|QTextBrowser|QLineEdit|QMenu|QMainWindow|QShortcut|QSystemTrayIcon"
    r"|webbrowser|startfile|QtNetwork|QtWebEngine|urllib\.request|http\.(client|server)|xmlrpc"
)
"""What opens a window, a menu or another program, takes text, or reaches a network."""


@pytest.mark.parametrize("row", [row for row in rows(How.LINES) if row.number != 23], ids=named)
def test_the_line_that_stops_it_is_there(row: Row) -> None:
    for name, line in LINES[row.number]:
        assert re.search(line, (DEB / name).read_text(encoding="utf-8"), re.MULTILINE), (name, line)


def test_no_line_of_the_table_is_left_over() -> None:
    assert sorted({*LINES, 23}) == [row.number for row in rows(How.LINES)]


def test_what_only_a_hand_can_try_is_never_the_programs_alone() -> None:
    alone = [row for row in ROWS if row.hows == (How.HAND,)]
    assert [row.number for row in alone] == [45]
    assert all(row.layers == (Layer.SYSTEM,) for row in alone)


def test_no_module_can_open_a_dialog_another_program_or_a_network() -> None:
    found = {
        module.where: match[0]
        for module in modules()
        for line in module.source.splitlines()
        if re.match(r"\s*(from|import) ", line) or "(" in line
        if (match := FOREIGN.search(line)) and not line.lstrip().startswith("#")
    }
    assert found == {}


def test_sockets_are_opened_by_the_heartbeat_and_the_signals_alone() -> None:
    users = [one.where for one in modules() if one.needs("socket")]
    assert users == ["kiosk/shell/heartbeat.py", "kiosk/shell/leaving.py"]
