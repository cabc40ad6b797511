"""The layers and the rules of the house, on the files as they are."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from kiosk.panels.kinds import VIEWS
from tests.helpers.project import ROOT, modules

CONTRACTS = {
    "each layer imports only those below it",
    "the core has no screen",
}
"""What must be kept, by the names in pyproject.toml."""

LONGEST = 300
"""Lines: a longer module does more than one thing."""

KINDS = {cls.__module__ for pair in VIEWS.items() for cls in pair}
"""The modules of the panel kinds."""

NEVER = re.compile(
    r"QLabel|QShortcut|QMessageBox|QErrorMessage|QDesktopServices|QWhatsThis|QToolTip"
    r"|Q\w*Dialog|webbrowser|startfile"
)
"""What would open a window of its own, guess at rich text, or leave the kiosk for another program."""


def importers(package: str) -> list[str]:
    return [module.where for module in modules() if module.needs(package)]


def test_every_layer_imports_only_what_is_below_it(tmp_path: Path) -> None:
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-logo",
            "--cache-dir",
            str(tmp_path),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    kept = set(re.findall(r"^(.+) KEPT$", ran.stdout, re.MULTILINE))
    assert kept >= CONTRACTS, "a contract itself is gone"


def test_only_the_chart_knows_the_plotting_library() -> None:
    assert importers("pyqtgraph") == ["kiosk/ui/chart.py"]


def test_only_the_reader_of_files_knows_yaml() -> None:
    assert importers("yaml") == ["kiosk/content/source.py"]


def test_panel_kinds_do_not_know_each_other() -> None:
    strangers = {
        (module.where, other)
        for module in modules()
        if module.name in KINDS
        for other in KINDS - {module.name}
        if module.needs(other)
    }
    assert not strangers


def test_every_panel_kind_that_is_written_can_be_used() -> None:
    written = {
        module.name
        for module in modules()
        if module.where.startswith("kiosk/panels/")
        and re.search(r'^ +kind: Literal\["', module.source, re.MULTILINE)
    }
    assert written
    assert written == {kind.__module__ for kind in VIEWS}


def test_a_panel_kind_stands_beside_its_view() -> None:
    assert [kind for kind, view in VIEWS.items() if kind.__module__ != view.__module__] == []
    assert len(KINDS) == len(VIEWS)


def test_every_module_is_short_enough_to_be_read_at_once() -> None:
    lines = {module.where: len(module.source.splitlines()) for module in modules()}
    assert {where: count for where, count in lines.items() if count > LONGEST} == {}


def test_colours_have_names_and_stand_in_the_theme_alone() -> None:
    literal = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b")
    loose = [
        f"{module.where}:{line} {found[0]}"
        for module in modules()
        if module.where != "kiosk/ui/theme.py"
        for line, text in module.words()
        if (found := literal.search(text))
    ]
    assert loose == []


def test_a_visitor_never_meets_a_dialog_and_never_leaves_for_another_program() -> None:
    met = [
        f"{module.where}:{line} {name}"
        for module in modules()
        for line, name in module.names()
        if any(NEVER.fullmatch(part) for part in name.split("."))
    ]
    assert met == []


def test_every_painter_is_put_down_again() -> None:
    """A painter that an exception leaves active takes the next paint event down with it."""
    loose = []
    for module in modules():
        held = {
            id(item.context_expr)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        loose += [
            f"{module.where}:{node.lineno}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name | ast.Attribute)
            and ast.unparse(node.func).split(".")[-1] == "QPainter"
            and id(node) not in held
        ]
    assert loose == []
