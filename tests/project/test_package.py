"""What is packed, as far as it shows without packing: the unit, the scripts, the lists."""

import ast
import configparser
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import kiosk
from kiosk.shell.codes import LEAVE, RESTART
from kiosk.shell.renewal import FILE
from tests.helpers.project import ROOT

PACKAGING = ROOT / "packaging"
DEB = PACKAGING / "deb"

SCRIPTS = sorted(
    [
        *(PACKAGING / "package.sh", PACKAGING / "package_test.sh"),
        *DEB.glob("*.sh"),
        *(PACKAGING / "release").glob("*.sh"),
        *(DEB / name for name in ("postinst", "prerm", "postrm")),
    ]
)


def unit() -> configparser.RawConfigParser:
    """The unit; of a line that is there twice, the last."""
    read = configparser.RawConfigParser(strict=False)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(DEB / "kiosk.service", encoding="utf-8")
    return read


def code(name: str) -> str:
    """A script without its comments."""
    text = (DEB / name).read_text(encoding="utf-8")
    return re.sub(r"(?m)^\s*#.*$", "", text)


def spec() -> dict[str, str]:
    """What kiosk.spec assigns at its top, as source."""
    tree = ast.parse((PACKAGING / "release" / "kiosk.spec").read_text(encoding="utf-8"))
    return {
        target.id: ast.unparse(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("Service", "Type", "notify"),
        ("Service", "NotifyAccess", "all"),
        ("Service", "WatchdogSec", "30"),
        ("Service", "Restart", "always"),
        ("Service", "User", "kiosk"),
        ("Service", "NoNewPrivileges", "yes"),
        ("Service", "CapabilityBoundingSet", ""),
        ("Service", "ProtectSystem", "strict"),
        ("Service", "ProtectHome", "yes"),
        ("Service", "DevicePolicy", "closed"),
        ("Service", "IPAddressDeny", "any"),
        ("Service", "RestrictAddressFamilies", "AF_UNIX AF_NETLINK"),
        ("Service", "SystemCallErrorNumber", "EPERM"),
        ("Service", "LimitCORE", "0"),
        ("Service", "EnvironmentFile", "-/etc/kiosk/screen.env"),
        ("Service", "StateDirectory", "kiosk"),
        ("Service", "ExecStart", "/usr/lib/kiosk/session"),
        ("Service", "SuccessExitStatus", f"{LEAVE} {RESTART}"),
        ("Service", "RestartPreventExitStatus", str(LEAVE)),
        ("Unit", "StartLimitIntervalSec", "0"),
        ("Unit", "Conflicts", "getty@tty1.service"),
        ("Install", "WantedBy", "multi-user.target"),
    ],
)
def test_the_unit_says(section: str, key: str, value: str) -> None:
    assert unit()[section][key] == value


def test_the_unit_leaves_out_what_would_take_the_session_away_from_it() -> None:
    """With a session of logind, no notice reaches systemd; a missing group would stop the start."""
    assert not {"PAMName", "SupplementaryGroups"} & set(unit()["Service"])


def test_the_unit_lets_xorg_give_up_rights_before_it_compiles_its_keymap() -> None:
    """Else it ends where it finds that it could not: the last of several filters counts."""
    assert unit()["Service"]["SystemCallFilter"] == "@setuid"


def test_the_unit_waits_less_than_two_seconds_to_start_again() -> None:
    assert unit()["Service"]["RestartSec"] == "100ms"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_shell_understands(script: Path) -> None:
    said = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_who_installs_makes_the_file_that_the_program_looks_for() -> None:
    for script in ("postinst", "rollback.sh"):
        assert f"touch /run/kiosk/{FILE}" in code(script)
    assert f"/run/kiosk/{FILE}" in code("place.sh")
    assert "restart" not in code("postinst")


def test_nobody_at_the_screen_is_thrown_out_by_the_first_start() -> None:
    postinst = code("postinst")
    assert "elif screen_is_free; then" in postinst
    assert "display-manager.service" in postinst


@pytest.mark.parametrize(
    ("starts", "up", "asked"),
    [
        (3, 1000, []),
        (6, 1000, ["sleep 5"]),
        (11, 1000, ["sleep 30"]),
        (11, 90000, ["systemctl --no-block reboot", "sleep 30"]),
        (3, 90000, []),
    ],
)
def test_what_ends_again_and_again_is_given_time_and_never_given_up(
    tmp_path: Path, starts: int, up: int, asked: list[str]
) -> None:
    script = (DEB / "pace.sh").read_text(encoding="utf-8")
    (tmp_path / "uptime").write_text(f"{up}.25 1.0\n", encoding="ascii")
    before = [up - 5000, *range(up - starts + 1, up)]
    (tmp_path / "starts").write_text("".join(f"{one}\n" for one in before), encoding="ascii")
    script = script.replace("/proc/uptime", f"{tmp_path}/uptime")
    script = script.replace("/run/kiosk-starts", f"{tmp_path}/starts")
    told = "sleep() { echo sleep $*; }; systemctl() { echo systemctl $*; };"
    said = subprocess.run(["sh", "-c", told + script], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == asked
    assert len((tmp_path / "starts").read_text("ascii").splitlines()) == starts


def test_each_group_is_asked_for_before_the_user_joins_it() -> None:
    postinst = code("postinst")
    assert (
        'if getent group "$group" >/dev/null; then adduser --quiet kiosk "$group"; fi' in postinst
    )


def test_the_exhibit_is_laid_out_only_where_there_is_none() -> None:
    lines = code("postinst").splitlines()
    copying = next(at for at, line in enumerate(lines) if line.strip().startswith("cp "))
    assert lines[copying - 1].strip() == "if [ ! -e /srv/kiosk/content.yaml ]; then"


def test_only_a_purge_takes_what_staff_wrote() -> None:
    before, purge = code("postrm").split('if [ "$1" = purge ]; then')
    assert "/srv/kiosk" not in before + code("prerm")
    assert "rm -rf --one-file-system /var/lib/kiosk /srv/kiosk" in purge


def test_the_settings_of_the_machine_are_conffiles() -> None:
    assert "/etc/kiosk/machine.yaml /etc/kiosk/screen.env >" in code("build.sh")


def test_everything_that_the_session_runs_can_be_had() -> None:
    lines = (DEB / "depends.txt").read_text(encoding="utf-8").splitlines()
    assert {"cage", "xwayland", "seatd", "wlr-randr", "adduser", "init-system-helpers"} <= set(
        lines
    )


def test_the_frozen_program_brings_no_part_of_qt_that_it_does_not_use() -> None:
    used = {
        name
        for path in (ROOT / "kiosk").rglob("*.py")
        for name in re.findall(r"PySide6\.Qt\w+", path.read_text(encoding="utf-8"))
    }
    left_out = set(re.findall(r"PySide6\.Qt\w+", spec()["NOT_MODULES"]))
    assert {"PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick"} <= left_out
    assert not used & left_out


@pytest.mark.parametrize(
    ("plugin", "kept"),
    [
        ("platforms/libqxcb.so", True),
        ("platforms/libqwayland-generic.so", True),
        ("platforms/libqoffscreen.so", True),
        ("wayland-shell-integration/libxdg-shell.so", True),
        ("imageformats/libqjpeg.so", True),
        ("imageformats/libqwebp.so", True),
        ("imageformats/libqsvg.so", False),
        ("imageformats/libqpdf.so", False),
        ("platforms/libqvnc.so", False),
        ("platformthemes/libqgtk3.so", False),
        ("platforminputcontexts/libibusplatforminputcontextplugin.so", False),
    ],
)
def test_the_frozen_program_has_the_plugin(plugin: str, kept: bool) -> None:
    pattern = ast.literal_eval(spec()["PLUGINS"].removeprefix("re.compile(").removesuffix(")"))
    assert bool(re.fullmatch(pattern, plugin)) is kept


def test_the_version_is_written_once() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "kiosk/__init__.py"
    files = [path for folder in (DEB, PACKAGING / "release") for path in folder.iterdir()]
    for path in [PACKAGING / "package.sh", *(path for path in files if path.is_file())]:
        assert kiosk.__version__ not in path.read_text(encoding="utf-8"), path


def test_what_builds_is_locked_and_agrees_with_what_is_shipped() -> None:
    locks = [
        dict(re.findall(r"(?m)^([\w-]+)==([\w.]+)", path.read_text(encoding="utf-8")))
        for path in (PACKAGING / "requirements-package.lock", ROOT / "requirements.lock")
    ]
    tools, shipped = locks
    assert {"pyinstaller", "cyclonedx-bom", "pyelftools"} <= set(tools)
    assert all(shipped[name] == tools[name] for name in set(tools) & set(shipped))
