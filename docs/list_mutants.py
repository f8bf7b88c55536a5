"""Lists the mutants of each rule in `rules.md`: `uv run python -m docs.list_mutants`."""

import re
from pathlib import Path

from tests.mutants.catalogue import Mutant, mutants

DOCUMENT = Path(__file__).parent / "rules.md"
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
HEAD = """\
| Rule | Mutant | In | Killed by |
|---|---|---|---|
"""


def with_the_list(document: str) -> str:
    """Write the document anew, with the list as it is between its two marks."""
    before, rest = document.split(BEGIN)
    _, after = rest.split(END)
    rows = "".join(map(_row, mutants()))
    return f"{before}{BEGIN}\n\n{HEAD}{rows}\n{END}{after}"


def _row(mutant: Mutant) -> str:
    sentence = mutant.name.replace("_", " ").capitalize()
    file, _, test = mutant.killed_by.rpartition("::")
    module = re.sub(r"(^|/)test_", r"\1", file).removesuffix(".py")
    told = test.removeprefix("test_").replace("_", " ")
    return f"| {mutant.rule} | {sentence} | `{mutant.file}` | {module}: {told} |\n"


if __name__ == "__main__":
    DOCUMENT.write_text(with_the_list(DOCUMENT.read_text()))
