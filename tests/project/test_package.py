"""What is packed, as far as it shows without packing: the unit, the scripts, the lists."""

import ast
import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import kiosk
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
        ("Service", "StateDirectory", "kiosk"),
        ("Service", "ExecStart", "/usr/lib/kiosk/session"),
        ("Unit", "StartLimitAction", "reboot"),
        ("Unit", "Conflicts", "getty@tty1.service"),
        ("Install", "WantedBy", "multi-user.target"),
    ],
)
def test_the_unit_says(section: str, key: str, value: str) -> None:
    assert unit()[section][key] == value


def test_the_unit_leaves_out_what_would_take_the_session_away_from_it() -> None:
    """With a session of logind, no notice reaches systemd; a missing group would stop the start."""
    assert not {"PAMName", "SupplementaryGroups"} & set(unit()["Service"])


def test_the_unit_waits_less_than_two_seconds_to_start_again() -> None:
    assert unit()["Service"]["RestartSec"] == "100ms"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_shell_understands(script: Path) -> None:
    said = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_the_session_offers_no_way_to_another_terminal() -> None:
    session = code("session.sh")
    assert "exec cage -d -- /usr/bin/kiosk run" in session
    assert "-novtswitch" in session
    assert '"DontVTSwitch" "true"' in (DEB / "xorg.conf").read_text(encoding="utf-8")


@pytest.mark.parametrize("tool", ["cage", "xinit"])
def test_the_session_runs_one_program_with_the(tmp_path: Path, tool: str) -> None:
    shell = shutil.which("sh")
    assert shell
    for name in (tool, {"cage": "Xwayland", "xinit": "Xorg"}[tool]):
        there = tmp_path / name
        there.write_text(f'#!{shell}\necho {name} "$QT_QPA_PLATFORM" "$@"\n', encoding="utf-8")
        there.chmod(0o755)
    said = subprocess.run(
        [shell, str(DEB / "session.sh")],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    platform = {"cage": "wayland", "xinit": "xcb"}[tool]
    assert said.stdout.startswith(f"{tool} {platform} ")
    assert "/usr/bin/kiosk run /srv/kiosk/content.yaml" in said.stdout


def test_the_session_says_what_to_install_where_nothing_can_show_a_picture(tmp_path: Path) -> None:
    shell = shutil.which("sh")
    assert shell
    said = subprocess.run(
        [shell, str(DEB / "session.sh")],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 1
    assert "apt-get install cage xwayland seatd" in said.stderr


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


def test_the_settings_of_the_machine_are_a_conffile() -> None:
    assert "echo /etc/kiosk/machine.yaml >" in code("build.sh")


def test_everything_that_the_session_runs_can_be_had() -> None:
    lines = (DEB / "depends.txt").read_text(encoding="utf-8").splitlines()
    first = {line.split(" | ")[0] for line in lines if not line.startswith("#")}
    assert {"cage", "xwayland", "seatd", "adduser", "init-system-helpers"} <= first


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
