"""What is packed for Windows, as far as it shows on a machine without: nothing of it runs here."""

import ast
import re
import sys
from pathlib import PureWindowsPath
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

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
