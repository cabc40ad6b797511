"""What is read of a machine: what is plugged in, the session, the place and the program."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.staff.doctor import devices, hanging, place, program, session
from kiosk.staff.doctor.devices import Devices
from kiosk.staff.doctor.hanging import FILE, Hanging
from kiosk.staff.doctor.session import Session
from kiosk.ui import fonts

NOW = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)

TOUCH = """\
I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=3273800000000003
"""

MOUSE = """\
N: Name="Logitech USB Mouse"
B: PROP=0
B: KEY=ff0000 0 0 0 0
B: REL=903
"""

PAD = """\
N: Name="SynPS/2 Synaptics TouchPad"
B: PROP=5
B: KEY=e520 10000 0 0 0 0
B: ABS=660800011000003
"""

PEN = """\
N: Name="Wacom Intuos"
B: PROP=2
B: KEY=1c03 0 0 0 0 0
B: ABS=1000003
"""

KEYBOARD = """\
N: Name="AT Translated Set 2 keyboard"
B: PROP=0
B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe
"""


def sockets(root: Path) -> None:
    for name, status, modes in (
        ("card0-HDMI-A-1", "connected\n", "1920x1080\n1280x720\n"),
        ("card0-DP-1", "disconnected\n", ""),
    ):
        folder = root / "sys/class/drm" / name
        folder.mkdir(parents=True)
        (folder / "status").write_text(status, encoding="ascii")
        (folder / "modes").write_text(modes, encoding="ascii")
    driver = root / "sys/bus/pci/drivers/i915"
    driver.mkdir(parents=True)
    (root / "sys/class/drm/renderD128/device").mkdir(parents=True)
    (root / "sys/class/drm/renderD128/device/driver").symlink_to(driver)


def test_what_is_plugged_in_is_read_from_the_kernel(tmp_path: Path) -> None:
    sockets(tmp_path)
    listed = tmp_path / "proc/bus/input/devices"
    listed.parent.mkdir(parents=True)
    listed.write_text(f"{KEYBOARD}\n{PAD}\n{PEN}\n{MOUSE}\n{TOUCH}", encoding="utf-8")
    assert devices.read(tmp_path, {"DISPLAY": ":0"}) == Devices(
        (("DP-1", False, ""), ("HDMI-A-1", True, "1920x1080")),
        ":0",
        "i915",
        ("ILITEK ILITEK-TP",),
        ("Logitech USB Mouse",),
    )


def test_a_machine_that_tells_nothing_has_nothing(tmp_path: Path) -> None:
    assert devices.read(tmp_path, {}) == Devices()


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("flags\t\t: fpu cx16 lahf_lm popcnt ssse3 sse4_1 sse4_2 avx2", ()),
        ("flags\t\t: fpu cx16 lahf_lm popcnt ssse3", ("sse4_1", "sse4_2")),
        ("Features\t: fp asimd", ()),
    ],
)
def test_what_the_processor_lacks_is_read(
    tmp_path: Path, told: str, lacks: tuple[str, ...]
) -> None:
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc/cpuinfo").write_text(f"processor\t: 0\n{told}\nbugs\t:\n", encoding="ascii")
    assert devices.read(tmp_path, {}).lacks == lacks


def test_how_the_screen_hangs_is_read_as_the_session_reads_it(tmp_path: Path) -> None:
    assert hanging.read(tmp_path) is None
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(
        "# KIOSK_TURNED=left\nKIOSK_TURNED='right' # 竖着\nKIOSK_OUTPUT=\nKIOSK_SESSION=\"xorg\n",
        encoding="utf-8",
    )
    assert hanging.read(tmp_path) == Hanging("right", "", '"xorg')


def test_systemd_is_asked_only_where_it_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "systemctl"
    tool.write_text(
        "#!/bin/sh\nfor unit; do :; done\necho LoadState=loaded\n"
        "case $unit in kiosk*) echo ActiveState=failed; echo UnitFileState=enabled;;\n"
        "*) echo ActiveState=active;; esac\n",
        encoding="ascii",
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert session.read(tmp_path) == Session()
    (tmp_path / "run/systemd/system").mkdir(parents=True)
    assert session.read(tmp_path) == Session("loaded", "failed", "enabled", desktop=True)
    assert session.read(tmp_path, xorg=True).xorg
    tool.unlink()
    assert session.read(tmp_path) == Session()


def test_where_it_runs_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    link = tmp_path / "etc/localtime"
    link.parent.mkdir()
    link.symlink_to("/usr/share/zoneinfo/Asia/Shanghai")
    (tmp_path / "shut.yaml").mkdir()
    found = place.read(tmp_path / "none.yaml", tmp_path / "shut.yaml", NOW, tmp_path)
    assert found.unread == (tmp_path / "shut.yaml",)
    assert (found.state, found.year, found.zone) == (None, 2026, "Asia/Shanghai")
    assert found.free > 0
    assert found.user
    assert list((tmp_path / "state").iterdir()) == []


def test_state_that_cannot_be_kept_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "file" / "state"))
    found = place.read(tmp_path, tmp_path, NOW, tmp_path)
    assert found.state is not None
    assert found.free == 0


def test_the_program_is_read_as_it_is(content: Path, tmp_path: Path) -> None:
    settings = tmp_path / "machine.yaml"
    found = program.read(content, settings)
    assert (found.broken, found.problems, found.wrong, found.pin) == ((), 0, None, False)
    settings.write_text("reach: 900\nrech: 1\n", encoding="utf-8")
    wrong = program.read(content, settings).wrong
    assert wrong is not None
    assert wrong.en.startswith(f"{settings}:2: ")


def test_a_face_that_is_missing_is_named(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "FILES", (*fonts.FILES, "KioskSerif-Bald.otf"))
    assert program.read(content, tmp_path / "machine.yaml").broken == ("KioskSerif-Bald.otf",)


def test_the_command_ends_as_the_machine_is(
    content: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_MACHINE", str(tmp_path / "machine.yaml"))
    monkeypatch.setattr(devices, "judge", lambda _found: [])
    monkeypatch.setattr(session, "judge", lambda _found: [])
    assert main(["--lang", "en", "doctor", str(content)]) == 0
    assert "This machine is fit" in capsys.readouterr().out
    content.write_text("exhibit: ?", encoding="utf-8")
    assert main(["--lang", "en", "doctor", str(content)]) == 1
    assert f"BAD   content: {content}: " in capsys.readouterr().out
