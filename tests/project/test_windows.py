"""What is packed for Windows, as far as it shows on a machine without: nothing of it runs here."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import PureWindowsPath
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from kiosk.shell.codes import LEAVE
from tests.helpers.project import ROOT

WINDOWS = ROOT / "packaging" / "windows"
SCRIPT = (WINDOWS / "kiosk.ps1").read_text(encoding="ascii")
SETUP = (WINDOWS / "kiosk.iss").read_text(encoding="ascii")


# -- the spec ----------------------------------------------------------------------------------


ELSEWHERE = {"PACKAGE", "analysis", "links", "files", "data", "program"}
"""What kiosk.spec asks PyInstaller for."""


def spec(platform: str, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What kiosk.spec names and defines on a platform; nothing of PyInstaller is asked."""
    tree = ast.parse((ROOT / "packaging/release/kiosk.spec").read_text(encoding="utf-8"))
    tree.body = [
        one
        for one in tree.body
        if isinstance(one, ast.FunctionDef)
        or (isinstance(one, ast.Import) and one.names[0].name in {"re", "sys"})
        or (isinstance(one, ast.ImportFrom) and one.module == "pathlib")
        or (isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) not in ELSEWHERE)
    ]
    monkeypatch.setattr(sys, "platform", platform)
    there: dict[str, Any] = {}
    exec(compile(tree, "kiosk.spec", "exec"), there)  # noqa: S102 — ours
    return SimpleNamespace(**there)


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        (r"python311.dll", True),
        (r"PySide6\Qt6Core.dll", True),
        (r"PySide6\QtWidgets.pyd", True),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        (r"PySide6\plugins\platforms\qoffscreen.dll", True),
        (r"PySide6\plugins\imageformats\qjpeg.dll", True),
        (r"PySide6\plugins\imageformats\qwebp.dll", True),
        (r"numpy.libs\libscipy_openblas64_-1.dll", True),
        (r"PySide6\plugins\platforms\qdirect2d.dll", False),
        (r"PySide6\plugins\imageformats\qpdf.dll", False),
        (r"PySide6\plugins\platforminputcontexts\qtvirtualkeyboardplugin.dll", False),
        (r"PySide6\opengl32sw.dll", False),
        (r"d3dcompiler_47.dll", False),
    ],
)
def test_the_frozen_program_for_windows_has(
    place: str, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = (place, rf"C:\venv\{place}", "BINARY")
    assert spec("win32", monkeypatch).needed([entry]) == ([entry] if kept else [])


@pytest.mark.parametrize(
    ("place", "left_out"),
    [
        (r"PySide6\translations\qt_zh_CN.qm", True),
        ("PySide6/Qt/translations/qt_zh_CN.qm", True),
        (r"kiosk\_data\content.yaml", False),
        ("babel/locale-data/zh.dat", False),
    ],
)
def test_translations_of_dialogs_that_nobody_meets_are_left_out(
    place: str, left_out: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = spec("win32", monkeypatch)
    assert bool(there.NOT_DATA.match(there.posix((place, "", "DATA")))) is left_out


# -- the installer -----------------------------------------------------------------------------


def sections() -> dict[str, list[str]]:
    """The lines of kiosk.iss by section, without comments and preprocessor."""
    found: dict[str, list[str]] = {}
    for line in SETUP.splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line.strip() and not line.startswith((";", "#", " ")):
            found[list(found)[-1]].append(line)
    return found


ENTRY = re.compile(r'(\w+): ((?:[^";]|"(?:[^"]|"")*")+)(?:; |$)')


def entries(section: str) -> list[dict[str, str]]:
    """The parameters of each line of a section."""
    rows = []
    for line in sections()[section]:
        found = ENTRY.findall(line)
        assert "; ".join(f"{name}: {value}" for name, value in found) == line, line
        rows.append({name: value.strip('"').replace('""', '"') for name, value in found})
    return rows


def test_each_line_of_the_installer_is_whole() -> None:
    assert set(sections()) == {
        *("Setup", "Tasks", "Dirs", "InstallDelete", "Files", "Run", "UninstallRun")
    }
    for line in sections()["Setup"]:
        assert re.fullmatch(r"\w+=.+", line), line
    for section in ("Tasks", "Dirs", "InstallDelete", "Files", "Run", "UninstallRun"):
        assert entries(section)


def test_what_the_installer_takes_is_there() -> None:
    for entry in entries("Files"):
        source = WINDOWS / PureWindowsPath(entry["Source"]).as_posix()
        built = "build/package" in source.as_posix()
        assert built or source.is_file(), source


def test_the_exhibit_is_never_written_again_nor_removed() -> None:
    theirs = [one for one in entries("Files") if "commonappdata" in one["DestDir"]]
    assert [one["Flags"] for one in theirs] == ["onlyifdoesntexist uninsneveruninstall"]
    assert all("commonappdata" not in one["Name"] for one in entries("InstallDelete"))


@pytest.mark.parametrize(
    ("section", "given"),
    [("Run", ["Apply", "Program", "Content"]), ("UninstallRun", ["Undo"])],
)
def test_the_installer_calls_the_script_as_it_wants_to_be_called(
    section: str, given: list[str]
) -> None:
    (entry,) = entries(section)
    words = re.findall(r'"[^"]*"|\S+', entry["Parameters"])
    at = words.index("-File")
    assert words[at + 1] == r'"{app}\kiosk.ps1"'
    assert [word[1:] for word in words[at + 2 :] if word.startswith("-")] == given
    declared = set(re.findall(r"\[(?:switch|string)\] \$(\w+)", SCRIPT))
    assert set(given) <= declared


# -- the script --------------------------------------------------------------------------------

QUOTED = re.compile(
    r"(?P<comment><#.*?#>|#[^\n]*)"
    r"|(?P<here>@'\n.*?\n'@|@\"\n.*?\n\"@)"
    r"|(?P<text>'(?:[^']|'')*'|\"(?:[^\"`]|`.|\"\")*\")"
    r"|(?P<open>[({\[])|(?P<close>[)}\]])|(?P<other>.)",
    re.DOTALL,
)


def tokens(text: str) -> Iterator[tuple[str, str]]:
    for found in QUOTED.finditer(text):
        assert found.lastgroup
        yield found.lastgroup, found[0]


def bare(text: str) -> str:
    """A script without comments and with empty texts."""
    return "".join("''" if kind in {"text", "here"} else token for kind, token in tokens(text)
                   if kind != "comment")  # fmt: skip


@pytest.mark.parametrize(
    "text", [SCRIPT, *(token[3:-3] for kind, token in tokens(SCRIPT) if token.startswith("@'"))]
)
def test_quotes_and_brackets_of_the_script_are_whole(text: str) -> None:
    waiting: list[str] = []
    for kind, token in tokens(text):
        assert not (kind == "other" and token in {"'", '"'}), text[:40]
        if kind == "open":
            waiting.append({"(": ")", "{": "}", "[": "]"}[token])
        elif kind == "close":
            assert waiting.pop() == token
    assert not waiting


def function(name: str) -> str:
    """The body of a function of the script, without comments."""
    found = re.search(rf"^function {name}\b.*?^}}$", SCRIPT, re.MULTILINE | re.DOTALL)
    assert found, name
    return re.sub(r"(?m)^\s*#.*$", "", found[0])


def values() -> dict[str, tuple[str, str, str]]:
    """Key, kind and value of each name that is set."""
    row = re.compile(r"@\([\"']([^\"']+)[\"'], '(\w+)', '(\w+)', (.+?)\)[,\n]")
    return {
        f"{key}\\{name}": (key, kind, value.strip("'"))
        for key, name, kind, value in row.findall(SCRIPT)
    }


@pytest.mark.parametrize(
    ("ending", "value"),
    [
        (r"\EdgeUI\AllowEdgeSwipe", "0"),
        (r"\Personalization\NoLockScreen", "1"),
        (r"\Windows Error Reporting\DontShowUI", "1"),
        (r"\WindowsUpdate\ActiveHoursStart", "6"),
        (r"\StickyKeys\Flags", "506"),
        (r"\Keyboard Response\Flags", "122"),
        (r"\ToggleKeys\Flags", "58"),
        (r"\Touch\TouchMode_hold", "0"),
        (r"\Desktop\TouchGestureSetting", "0"),
        (r"\Cursors\ContactVisualization", "0"),
        (r"\Winlogon\AutoAdminLogon", "1"),
    ],
)
def test_the_script_sets(ending: str, value: str) -> None:
    pattern = ending.replace(r"\Winlogon", "$Logon").split("\\")
    (found,) = [
        told for name, told in values().items() if all(part in name for part in pattern if part)
    ]
    assert found[2] == value


def test_a_technician_can_still_sign_out() -> None:
    for name in ("NoLogoff", "ForceAutoLogon", "IgnoreShiftOverride"):
        assert name not in SCRIPT


def test_each_value_is_of_a_key_that_the_script_can_find() -> None:
    assert len(values()) >= 25
    for key, kind, _ in values().values():
        assert re.match(r"\$(?:Policies|Current|Logon|Own)\b|HKLM:\\|USER:\\", key), key
        assert kind in {"DWord", "String"}


def test_whatever_is_written_to_the_registry_was_kept_before() -> None:
    writing = re.compile(r"New-ItemProperty|Set-ItemProperty|Remove-ItemProperty|reg(?:\.exe)? add")
    allowed = function("Set-Value") + function("Restore-Value")
    assert len(writing.findall(SCRIPT)) == len(writing.findall(allowed))
    apply, undo = function("Invoke-Apply"), function("Invoke-Undo")
    assert apply.index("Get-Value") < apply.index("Save-Before $Before\n        }\n        foreach")
    assert apply.index("Get-Value") < apply.index("Set-Value")
    assert "foreach ($Old in $Before.Values)" in undo
    assert "Set-Value" not in undo


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("New-LocalUser", "Remove-LocalUser"),
        ("Enable-WindowsOptionalFeature", "Disable-WindowsOptionalFeature"),
        ("Set-ShellLauncher (Get-ShellXml)", "Set-ShellLauncher ''"),
        ("New-Scheme", "/delete $Before.Ours"),
        ("Set-Value", "Restore-Value"),
        ("Open-Hive", "Close-Hive"),
    ],
)
def test_what_is_applied_is_undone(done: str, undone: str) -> None:
    assert done in function("Invoke-Apply")
    assert undone in function("Invoke-Undo")


def test_nothing_else_is_changed_by_it() -> None:
    """A further command that changes the machine has to be thought of above."""
    changing = r"\b(?:New|Set|Enable|Disable|Add|Remove|Register|Unregister|Stop|Restart)-\w+"
    assert set(re.findall(changing, bare(SCRIPT))) == {
        *("Add-LocalGroupMember", "Add-Type", "New-Item", "New-ItemProperty", "New-LocalUser"),
        *("New-Object", "New-ScheduledTaskAction", "New-Scheme", "Register-ScheduledTask"),
        *("Unregister-ScheduledTask", "Remove-Item", "Remove-ItemProperty", "Remove-LocalUser"),
        *("Remove-CimInstance", "Set-Content", "Set-LocalUser", "Set-ShellLauncher"),
        *("Set-StrictMode", "Set-Value", "Enable-WindowsOptionalFeature"),
        "Disable-WindowsOptionalFeature",
    }


def test_shell_launcher_starts_the_exhibit_again_unless_staff_asked_it_to_stay_away() -> None:
    text = re.search(r'@"\n(<\?xml.*?)\n"@', SCRIPT, re.DOTALL)
    assert text
    root = ET.fromstring(text[1])  # noqa: S314 — ours
    space = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"
    shell = root.find(f".//{space}Profile/{space}Shell")
    assert shell is not None
    assert shell.get("Shell") == "$Shell"
    (kept,) = shell.iter(f"{space}ReturnCodeAction")
    assert kept.attrib == {"ReturnCode": str(LEAVE), "Action": "DoNothing"}
    default = shell.find(f"{space}DefaultAction")
    assert default is not None
    assert default.get("Action") == "RestartShell"
    profiles = [one.get("Id") for one in root.iter(f"{space}Profile")]
    assert len(set(profiles)) == 1


# -- the recipe --------------------------------------------------------------------------------


def test_the_recipe_names_files_that_are_there() -> None:
    recipe = yaml.safe_load((WINDOWS / "build.yml").read_text(encoding="ascii"))
    runs = "\n".join(step.get("run", "") for step in recipe["jobs"]["windows"]["steps"])
    named = re.findall(r"[\w\\/]+\.(?:spec|iss|ps1|lock|yaml)\b", runs.replace("$PWD\\", " "))
    assert len(named) >= 5
    for name in named:
        assert (ROOT / PureWindowsPath(name).as_posix()).is_file(), name


def test_it_says_plainly_that_nothing_of_it_was_run_there() -> None:
    assert "NONE OF THIS HAS BEEN RUN ON WINDOWS" in (WINDOWS / "README.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["kiosk.ps1", "kiosk.iss", "build.yml"])
def test_no_encoding_can_spoil(name: str) -> None:
    """Windows PowerShell takes a file without a mark for one of the machine's own code page."""
    assert (WINDOWS / name).read_bytes().isascii()
