"""The project's own files, for tests of what is written in them."""

import ast
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Module:
    """One module of the package, parsed."""

    def __init__(self, path: Path) -> None:
        self.path, self.source = path, path.read_text(encoding="utf-8")

    @property
    def where(self) -> str:
        """Its path from the root of the project, with slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """Its dotted name."""
        return self.where.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.source, self.where)

    @cached_property
    def imports(self) -> frozenset[str]:
        """Every module it imports anywhere, and every name it takes from one."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found.update(name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found.update(f"{node.module}.{name.name}" for name in node.names)
        return frozenset(found)

    def needs(self, package: str) -> bool:
        """Tell whether it imports a package or anything in it."""
        return any(name == package or name.startswith(f"{package}.") for name in self.imports)

    def words(self) -> Iterator[tuple[int, str]]:
        """Yield the line and the value of every string that is not a docstring."""
        said = {
            id(node.value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Constant) or id(node) in said:
                continue
            if isinstance(node.value, str):
                yield node.lineno, node.value

    def names(self) -> Iterator[tuple[int, str]]:
        """Yield the line and each name that is used, imported or asked of something."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name):
                yield node.lineno, node.id
            elif isinstance(node, ast.Attribute):
                yield node.lineno, node.attr
            elif isinstance(node, ast.Import | ast.ImportFrom):
                for name in node.names:
                    yield node.lineno, name.name


@lru_cache(maxsize=1)
def modules() -> tuple[Module, ...]:
    """Return every module of the package."""
    found = tuple(Module(path) for path in sorted((ROOT / "kiosk").rglob("*.py")))
    assert found
    return found
