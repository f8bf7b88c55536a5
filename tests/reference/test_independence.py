"""The reference model shares nothing with the program it is compared to."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

RULES = Path(__file__).parent / "rules"
ALLOWED = {"collections.abc", "dataclasses", "enum", "typing"}
DOORS = {"__import__", "eval", "exec", "compile", "globals", "__builtins__"}


def ways_out(source: str) -> Iterator[str]:
    """Name what would let a module of the rules reach beyond them."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name not in ALLOWED)
            case ast.ImportFrom(module=module, level=level):
                if level > 1 or (level == 0 and module not in ALLOWED):
                    yield "." * level + (module or "")
            case ast.Name(id=name) if name in DOORS:
                yield name


@pytest.mark.parametrize("module", sorted(RULES.glob("**/*.py")), ids=lambda path: path.name)
def test_model_imports_nothing_but_itself(module: Path) -> None:
    """Only four modules of the standard library and its own; no way around an import either."""
    found = list(ways_out(module.read_text()))

    assert found == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("import ringback.core.world", "ringback.core.world"),
        ("def later():\n    from ringback.core.step import step", "ringback.core.step"),
        ("from tests.reference.core_side import CoreSide", "tests.reference.core_side"),
        ("from ..core_side import CoreSide", "..core_side"),
        ("import importlib", "importlib"),
        ("core = __import__('ringback.core')", "__import__"),
    ],
)
def test_import_of_the_core_would_be_found(planted: str, told: str) -> None:
    """A look that never finds anything would prove nothing."""
    found = list(ways_out(planted))

    assert found == [told]


def test_model_has_no_folders_to_hide_in() -> None:
    """A relative import stays among the modules that are looked at."""
    assert [path for path in RULES.iterdir() if path.is_dir() and path.name != "__pycache__"] == []
