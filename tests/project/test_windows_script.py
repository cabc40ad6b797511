"""The script that sets a Windows machine up, read as text: what it sets, it can undo."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from kiosk.shell.codes import LEAVE
from tests.helpers.project import ROOT

WINDOWS = ROOT / "packaging" / "windows"
SCRIPT = (WINDOWS / "kiosk.ps1").read_text(encoding="ascii")

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
