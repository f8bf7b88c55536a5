"""The table of mutants: for each rule, a small wrong change and the test that must notice it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "ringback"
TABLE = Path(__file__).parent / "mutants.toml"


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One rule broken in one place; `name` says what the broken program does."""

    rule: str
    name: str
    file: str
    """Below `src/ringback`."""
    old: str
    new: str
    killed_by: str
    """The test that must fail by an assertion, as pytest names it, below `tests`."""

    @property
    def path(self) -> Path:
        return SOURCE / self.file

    @property
    def module(self) -> str:
        return ".".join(("ringback", *Path(self.file).with_suffix("").parts))

    @property
    def test(self) -> str:
        return f"tests/{self.killed_by}"

    @property
    def source(self) -> str:
        """Write the module with the one change; the old text must stand there exactly once."""
        text = self.path.read_text()
        assert text.count(self.old) == 1, f"{self.file} holds the old text {text.count(self.old)} ×"
        return text.replace(self.old, self.new)


def mutants() -> list[Mutant]:
    """Read the table."""
    return [Mutant(**row) for row in tomllib.loads(TABLE.read_text())["mutant"]]
