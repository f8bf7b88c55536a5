"""The reference model shares nothing with the program it is compared to."""

import ast
from pathlib import Path

import pytest

RULES = Path(__file__).parent / "rules"
ALLOWED = {"collections.abc", "dataclasses", "typing"}
DOORS = {"__import__", "eval", "exec", "compile", "globals", "__builtins__"}


@pytest.mark.parametrize("module", sorted(RULES.glob("**/*.py")), ids=lambda path: path.name)
def test_model_imports_nothing_but_itself(module: Path) -> None:
    """Only three modules of the standard library and its own; no way around an import either."""
    tree = ast.parse(module.read_text())

    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {alias.name for alias in node.names} <= ALLOWED
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 1 or (node.level == 0 and node.module in ALLOWED)
        elif isinstance(node, ast.Name):
            assert node.id not in DOORS


def test_model_has_no_folders_to_hide_in() -> None:
    """A relative import stays among the modules that are looked at."""
    assert [path for path in RULES.iterdir() if path.is_dir() and path.name != "__pycache__"] == []
