"""The session of an installed kiosk: what it starts, and how the screen of a machine hangs."""

import re
import shutil
import struct
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.shell.codes import LEAVE
from kiosk.staff.doctor import hanging
from tests.helpers.project import ROOT

DEB = ROOT / "packaging" / "deb"
SHELL = shutil.which("sh") or ""

OLD = "Usage: cage [OPTIONS]\n -d\t no decorations\n -r\t Rotate the output"
NEW = "Usage: cage [OPTIONS]\n -d\t no decorations"
"""What cage 0.1.4 and cage 0.2.0 say when they are asked for help."""


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!{SHELL}\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def session(
    folder: Path, tools: Sequence[str], cage: str = OLD, **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run the session where these tools say what they were called with, and the exhibit ends well."""
    for name in tools:
        told = f'[ "$1" = -h ] && {{ printf "{cage}\\n"; exit; }}; ' if name == "cage" else ""
        told += f'echo {name} "$QT_QPA_PLATFORM" "$WLR_RENDERER" "$@"'
        put(folder, name, told + f'; echo {LEAVE} >"$XDG_RUNTIME_DIR/code"')
    for name in ("grep", "sed"):
        (folder / name).symlink_to(shutil.which(name) or "")
    return subprocess.run(
        [SHELL, str(DEB / "session.sh")],
        env={"PATH": str(folder), "XDG_RUNTIME_DIR": str(folder), **more},
        capture_output=True,
        text=True,
        check=False,
    )


WAYLAND, XORG = ("cage", "Xwayland"), ("xinit", "Xorg")
SHOWN = (
    '/bin/sh -c {}/usr/bin/kiosk run "$1" 2>&3; echo $? >"$2" sh /srv/kiosk/content.yaml {}/code'
)


@pytest.mark.parametrize("tools", [WAYLAND, XORG])
def test_one_program_is_run_and_the_session_ends_as_it_does(
    tmp_path: Path, tools: Sequence[str]
) -> None:
    said = session(tmp_path, tools)
    assert said.returncode == LEAVE
    assert SHOWN.format("", tmp_path) in said.stdout + said.stderr


def test_touch_goes_through_xwayland_where_cage_does_not_tell_when_one_is_complete(
    tmp_path: Path,
) -> None:
    assert session(tmp_path, WAYLAND, OLD).stderr.startswith("cage xcb pixman -d -- ")


def test_a_later_cage_has_touch_of_its_own(tmp_path: Path) -> None:
    assert session(tmp_path, WAYLAND, NEW).stderr.startswith("cage wayland pixman -d -- ")


def test_xorg_is_used_where_it_is_asked_for(tmp_path: Path) -> None:
    said = session(tmp_path, (*WAYLAND, *XORG), KIOSK_SESSION="xorg")
    assert said.stdout.startswith("xinit xcb ")


@pytest.mark.parametrize(
    ("way", "old", "new", "xorg"),
    [
        ("right", "-rrr", "270", "right"),
        ("upside-down", "-rr", "180", "inverted"),
        ("left", "-r", "90", "left"),
    ],
)
def test_the_picture_is_turned(tmp_path: Path, way: str, old: str, new: str, xorg: str) -> None:
    found: list[str] = []
    for tools, cage in ((WAYLAND, OLD), (WAYLAND, NEW), (XORG, "")):
        folder = tmp_path / f"{len(found)}"
        folder.mkdir()
        said = session(folder, tools, cage, KIOSK_TURNED=way)
        found.append(said.stdout + said.stderr)
    assert f"pixman -d {old} -- " in found[0]
    assert f"--transform {new}" in found[1]
    assert "pixman -d -- " in found[1]
    assert f"/bin/sh -c xrandr -o {xorg}; /usr/bin/kiosk" in found[2]


@pytest.mark.parametrize("way", ["", "sideways"])
def test_what_is_no_way_turns_nothing(tmp_path: Path, way: str) -> None:
    said = session(tmp_path, WAYLAND, NEW, KIOSK_TURNED=way)
    assert SHOWN.format("", tmp_path) in said.stderr


def test_what_cage_says_without_need_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "Xwayland", "")
    put(tmp_path, "cage", 'echo "[ERROR] Basic output test failed for DP-1" >&2; echo gone >&2')
    assert session(tmp_path, ()).stderr == "gone\n"


def test_it_says_what_to_install_where_nothing_can_show_a_picture(tmp_path: Path) -> None:
    said = session(tmp_path, ())
    assert said.returncode == 1
    assert "apt-get install cage xwayland seatd wlr-randr" in said.stderr


def test_there_is_no_way_to_another_terminal() -> None:
    text = (DEB / "session.sh").read_text(encoding="utf-8")
    assert "cage -d $quarters --" in text
    assert "-novtswitch" in text
    assert '"DontVTSwitch" "true"' in (DEB / "xorg.conf").read_text(encoding="utf-8")


# -- touch ---------------------------------------------------------------------------------------

CORNERS = {
    "right": {(1, 0): (0, 0), (1, 1): (1, 0), (0, 0): (0, 1)},
    "left": {(0, 1): (0, 0), (0, 0): (1, 0), (1, 1): (0, 1)},
    "upside-down": {(1, 1): (0, 0), (0, 1): (1, 0), (1, 0): (0, 1)},
}
"""Where on the panel the picture's top left, top right and bottom left are seen."""


@pytest.mark.parametrize("way", CORNERS)
def test_a_touch_is_where_it_is_seen(way: str) -> None:
    rules = (DEB / "touch.rules").read_text(encoding="utf-8")
    found = re.search(rf'=="{way}", ENV{{LIBINPUT_CALIBRATION_MATRIX}}="([-\d ]+)"', rules)
    assert found
    a, b, c, d, e, f = map(int, found[1].split())
    for (x, y), picture in CORNERS[way].items():
        assert (a * x + b * y + c, d * x + e * y + f) == picture


def test_session_touch_and_doctor_know_the_same_ways() -> None:
    ways = {way for way in hanging.WAYS if way}
    rules = (DEB / "touch.rules").read_text(encoding="utf-8")
    assert set(re.findall(r'KIOSK_TURNED}=="([\w-]+)"', rules)) == ways
    shell = (DEB / "session.sh").read_text(encoding="utf-8")
    assert set(re.findall(r"(?m)^    ([\w-]+)\) quarters", shell)) == ways


def test_every_line_that_the_settings_offer_is_one_that_is_read(tmp_path: Path) -> None:
    offered = (DEB / "screen.env").read_text(encoding="utf-8")
    path = tmp_path / hanging.FILE
    path.parent.mkdir(parents=True)
    path.write_text(offered, encoding="utf-8")
    assert hanging.read(tmp_path) == hanging.Hanging()
    path.write_text(re.sub("(?m)^#KIOSK", "KIOSK", offered), encoding="utf-8")
    assert hanging.read(tmp_path) == hanging.Hanging("right", "HDMI-A-1", "xorg")


# -- several screens -----------------------------------------------------------------------------


def lit(folder: Path, plugged: dict[str, bool], output: str = "") -> list[str]:
    """Start once; return the sockets that are written to, and what."""
    text = (DEB / "sockets.sh").read_text(encoding="utf-8")
    text = text.replace("/sys/class/drm", f"{folder}").replace("/run/kiosk", f"{folder}/run")
    for name, there in plugged.items():
        status = folder / f"card0-{name}" / "status"
        status.parent.mkdir(exist_ok=True)
        status.write_text("connected\n" if there else "disconnected\n", encoding="ascii")
    before = {path: path.read_text("ascii") for path in folder.glob("card*/status")}
    subprocess.run([SHELL, "-c", text], env={"KIOSK_OUTPUT": output}, check=True)
    return sorted(
        f"{path.parent.name[6:]} {path.read_text('ascii').strip()}"
        for path, was in before.items()
        if path.read_text("ascii") != was
    )


BOTH = {"DP-1": True, "HDMI-A-1": True, "VGA-1": False}


@pytest.mark.parametrize(
    ("plugged", "output", "written"),
    [
        (BOTH, "HDMI-A-1", ["DP-1 off"]),
        (BOTH, "DP-1", ["HDMI-A-1 off"]),
        (BOTH, "", ["HDMI-A-1 off"]),
        (BOTH, "VGA-1", ["HDMI-A-1 off"]),
        (BOTH, "P-1", ["HDMI-A-1 off"]),
        ({"DP-1": True, "VGA-1": False}, "VGA-1", []),
        ({"DP-1": False}, "", []),
        ({}, "DP-1", []),
    ],
)
def test_of_several_screens_one_stays_lit(
    tmp_path: Path, plugged: dict[str, bool], output: str, written: list[str]
) -> None:
    assert lit(tmp_path, plugged, output) == written


def test_a_socket_that_was_dark_is_asked_again(tmp_path: Path) -> None:
    lit(tmp_path, BOTH, "DP-1")
    assert lit(tmp_path, {"DP-1": False}) == ["HDMI-A-1 detect"]
    assert not list(tmp_path.glob("run*"))


def test_the_cursor_is_one_pixel_that_is_clear(tmp_path: Path) -> None:
    text = (DEB / "build.sh").read_text(encoding="utf-8")
    made = re.search(r"(?s)\{\n(    printf 'Xcur.*?)\n\}", text)
    assert made
    cursor = subprocess.run([SHELL, "-c", made[1]], capture_output=True, check=True).stdout
    picture = 0xFFFD0002
    whole = struct.pack(
        "<4s15I", b"Xcur", 16, 1 << 16, 1, picture, 24, 28, 36, picture, 24, 1, 1, 1, 0, 0, 0
    )
    assert cursor == whole + bytes(4)
