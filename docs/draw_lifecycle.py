"""Draws `lifecycle.md` from the published tables: `uv run python -m docs.draw_lifecycle`."""

from pathlib import Path

from ringback.core.transitions import TABLES, Lifetime, State, Table, name_of

DOCUMENT = Path(__file__).parent / "lifecycle.md"

OPENING = """\
# Lifecycles

Drawn by `uv run python -m docs.draw_lifecycle` from the tables in
`src/ringback/core/transitions.py`. States change along these arrows only (property S13); an
arrow is labelled with the event that walks it, and the property tests in `tests/core` walk
every one.
"""


def drawn() -> str:
    """Draw every table, one diagram each."""
    return "\n".join([OPENING, *(_section(title, table) for title, table in TABLES.items())])


def _section(title: str, table: Table) -> str:
    arrows = [
        f"    {_node(source)} --> {_node(target)}: {event.__name__}"
        for (source, event), targets in table.items()
        for target in targets
    ]
    return "\n".join([f"## {title}", "", "```mermaid", "stateDiagram-v2", *arrows, "```", ""])


def _node(state: State) -> str:
    """Name a state's node; the diagram's own dot stands for the time before and after."""
    return "[*]" if isinstance(state, Lifetime) else name_of(state).replace("-", "_")


if __name__ == "__main__":
    DOCUMENT.write_text(drawn())
