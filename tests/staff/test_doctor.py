"""What is said of machines that are fit and of those that are not, in both languages."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.problems import Said
from kiosk.staff.doctor import devices, hanging, place, program, session
from kiosk.staff.doctor.devices import Devices
from kiosk.staff.doctor.finding import Finding, described
from kiosk.staff.doctor.hanging import Hanging
from kiosk.staff.doctor.place import Place
from kiosk.staff.doctor.program import Program
from kiosk.staff.doctor.session import Session

SCREEN = Devices((("HDMI-A-1", True, "1920x1080"),), "", "i915", ("ILITEK-TP",))
SERVICE = Session("loaded", "active", "enabled", desktop=False, tools=("cage", "Xwayland"))
KEPT = Place(Path("/srv/c.yaml"), "kiosk", free=10**9, zone="Asia/Shanghai")
WHOLE = Program(Path("/srv/c.yaml"), Path("/etc/m.yaml"), "3.11.2", "6.9.3", "6.9.3", pin=True)
FULL = Said("磁盘满了。", "The disc is full.")

MACHINES: dict[str, tuple[list[Finding], list[str]]] = {
    "a screen, its touch and its graphics": (
        devices.judge(SCREEN),
        ["fit HDMI-A-1 1920x1080", "fit driver i915", "fit ILITEK-TP"],
    ),
    "no screen plugged in": (
        devices.judge(replace(SCREEN, connectors=(("DP-1", False, ""),)))[:1],
        ["unfit no screen is plugged in (sockets: DP-1) → kiosk doctor"],
    ),
    "no socket": (
        devices.judge(replace(SCREEN, connectors=()))[:1],
        ["unfit the system has found nothing to plug a screen into → sudo dmesg | grep -i drm"],
    ),
    "a desktop": (
        devices.judge(replace(SCREEN, connectors=(), window_system=":0"))[:1],
        ["fit there is a desktop here (:0)"],
    ),
    "no graphics processor": (
        devices.judge(replace(SCREEN, driver=""))[1:2],
        ["fit no graphics processor: the processor draws, and that is enough"],
    ),
    "a mouse": (
        devices.judge(replace(SCREEN, touch=(), mice=("Logitech",)))[2:],
        ["note no touch screen, a mouse only (Logitech) → cat /proc/bus/input/devices"],
    ),
    "nothing to point with": (
        devices.judge(replace(SCREEN, touch=()))[2:],
        ["note no touch screen and no mouse → cat /proc/bus/input/devices"],
    ),
    "a processor of before 2009": (
        devices.judge(replace(SCREEN, lacks=("sse4_2",)))[3:],
        ["unfit too old, without sse4_2: charts end the program → x86-64-v2"],
    ),
    "nothing installed": (hanging.judge(None, ()), []),
    "a screen as it comes": (
        hanging.judge(Hanging(), SCREEN.connectors),
        ["fit not turned"],
    ),
    "a screen that hangs upright, one of two": (
        hanging.judge(Hanging("left", "HDMI-A-1"), SCREEN.connectors),
        ["fit turned to the left, on HDMI-A-1"],
    ),
    "no way to turn": (
        hanging.judge(Hanging("sideways"), ()),
        ["unfit KIOSK_TURNED=sideways: it can be right, left, upside-down → sudo nano /etc/kiosk/screen.env"],
    ),
    "no session": (
        hanging.judge(Hanging("", "", "gnome"), ()),
        ["unfit KIOSK_SESSION=gnome: it can be xorg → sudo nano /etc/kiosk/screen.env"],
    ),
    "a socket that is not there": (
        hanging.judge(Hanging("", "DP-9"), SCREEN.connectors),
        ["note there is no DP-9 (there are: HDMI-A-1): the first screen is used → sudo nano /etc/kiosk/screen.env"],
    ),
    "Xorg asked for and not there": (
        session.judge(replace(SERVICE, xorg=True))[1:],
        ["unfit there is nothing to show a picture with → sudo apt-get install xinit xserver-xorg-core"],
    ),
    "a service that runs": (
        session.judge(SERVICE),
        ["fit it runs, and starts with the machine", "fit cage + Xwayland"],
    ),
    "a service that failed": (
        session.judge(replace(SERVICE, active="failed"))[:1],
        ["unfit it could not start → journalctl -b -n 50 -u kiosk"],
    ),
    "a service that starts": (
        session.judge(replace(SERVICE, active="activating"))[:1],
        ["note it is about to start → journalctl -b -n 50 -u kiosk"],
    ),
    "a service that waits for the next boot": (
        session.judge(replace(SERVICE, active="inactive"))[:1],
        ["note it does not run; it starts with the machine → sudo systemctl start kiosk"],
    ),
    "a service that is not enabled": (
        session.judge(replace(SERVICE, enabled="disabled"))[:1],
        ["unfit it does not start with the machine → sudo systemctl enable --now kiosk"],
    ),
    "Xorg instead": (
        session.judge(replace(SERVICE, tools=("Xwayland", "xinit", "Xorg")))[1:],
        ["fit xinit + Xorg"],
    ),
    "half a compositor": (
        session.judge(replace(SERVICE, tools=("cage", "Xorg")))[1:],
        ["unfit there is nothing to show a picture with → sudo apt-get install cage xwayland seatd wlr-randr"],
    ),
    "a desktop beside the service": (
        session.judge(replace(SERVICE, desktop=True))[2:],
        ["note a desktop is started too, and takes the screen → sudo systemctl set-default multi-user.target"],
    ),
    "no service": (
        session.judge(Session("not-found")),
        ["note the service is not installed: the exhibit does not start by itself → kiosk watch"],
    ),
    "no systemd": (
        session.judge(Session()),
        ["note there is no systemd here: the exhibit does not start by itself → kiosk watch"],
    ),
    "rights, room and clock as they should be": (
        place.judge(KEPT),
        [
            "fit kiosk reads the content and keeps copies, and has no rights beyond that",
            "fit 1,000 MB free",
            "fit 2026, Asia/Shanghai",
        ],
    ),
    "content that may not be read": (
        place.judge(replace(KEPT, unread=(Path("/srv/c.yaml"),)))[:1],
        ["unfit kiosk may not read /srv/c.yaml → sudo kiosk doctor"],
    ),
    "nothing can be kept": (
        place.judge(replace(KEPT, state=FULL, free=0)),
        ["unfit The disc is full. → sudo kiosk doctor", "fit 2026, Asia/Shanghai"],
    ),
    "root": (
        place.judge(replace(KEPT, user="root", root=True))[:1],
        ["note there is no user kiosk: the exhibit should not run as root → sudo adduser --system kiosk"],
    ),
    "little room": (
        place.judge(replace(KEPT, free=199_000_000))[1:2],
        ["unfit only 199 MB free; 200 MB are needed → sudo apt-get clean"],
    ),
    "an empty battery": (
        place.judge(replace(KEPT, year=1970))[2:],
        ["unfit is it the year 1970? → sudo timedatectl set-time"],
    ),
    "no zone": (
        place.judge(replace(KEPT, zone="Etc/UTC"))[2:],
        ["note no time zone is set: opening hours will be off → sudo timedatectl set-timezone"],
    ),
    "a whole program": (
        program.judge(WHOLE)[1:],
        ["fit all 5 bundled faces are there", "fit /srv/c.yaml can be shown", "fit /etc/m.yaml, with a PIN"],
    ),
    "two versions that crash together": (
        program.judge(replace(WHOLE, pyside="6.12.0"))[:1],
        ['unfit these two crash together → pip install "PySide6-Essentials<6.12"'],
    ),
    "one of them without the other": (
        program.judge(replace(WHOLE, python="3.12.4", pyside="6.12.0"))[:1],
        ["fit Python 3.12.4, PySide6 6.12.0"],
    ),
    "a broken face": (
        program.judge(replace(WHOLE, broken=("KioskSans-Bold.otf",)))[1:],
        ["unfit cannot be used: KioskSans-Bold.otf → kiosk doctor", "fit /etc/m.yaml, with a PIN"],
    ),
    "bad content": (
        program.judge(replace(WHOLE, problems=2, advice=1))[2:3],
        ["unfit /srv/c.yaml: 2 to mend → kiosk check /srv/c.yaml"],
    ),
    "content with advice": (
        program.judge(replace(WHOLE, advice=9))[2:3],
        ["fit /srv/c.yaml can be shown (advice: 9; kiosk check)"],
    ),
    "bad settings": (
        program.judge(replace(WHOLE, wrong=FULL, pin=False))[3:],
        ["unfit The disc is full. → sudo nano /etc/m.yaml"],
    ),
    "no PIN": (
        program.judge(replace(WHOLE, pin=False))[3:],
        ["note no PIN is set: staff cannot open their sheet → sudo kiosk pin"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("machine", MACHINES)
def test_it_says_what_is_so_and_what_to_type(machine: str) -> None:
    findings, expected = MACHINES[machine]
    assert len(findings) == len(expected)
    for found, line in zip(findings, expected, strict=True):
        told, _, typed = line.partition(" → ")
        level, _, sentence = told.partition(" ")
        assert (found.level.value, sentence in found.told.en) == (level, True), found
        assert bool(typed) is (found.remedy is not None)
        if found.remedy is not None:
            assert typed in found.remedy.en
            assert typed in found.remedy.zh
            assert max(found.remedy.zh) >= "\u4e00"


def report(findings: Sequence[Finding], language: str) -> list[str]:
    return described(findings, language).split("\n")


def test_the_report_ends_with_a_verdict() -> None:
    findings = place.judge(replace(KEPT, free=0, zone=""))
    assert report(findings, "en")[1:] == [
        "BAD   disk: only 0 MB free; 200 MB are needed",
        "      → make room: sudo apt-get clean; see df -h",
        "note  clock: no time zone is set: opening hours will be off",
        "      → type: sudo timedatectl set-timezone Asia/Shanghai",
        "",
        "This machine is not fit yet: 1 to mend. Type kiosk doctor again afterwards.",
    ]
    assert report(place.judge(KEPT), "zh")[-2:] == ["", "这台机器可以展出。"]
