"""Draws docs/permissions.md from the one table of who may do what.

Run it with `uv run python -m docs.draw_permissions`; a test compares the file with the table.
"""

from collections.abc import Iterator
from pathlib import Path

from ringback.access.permissions import TABLE
from ringback.people import Role

TARGET = Path(__file__).parent / "permissions.md"

HEAD = """# Who may do what

Drawn by `docs/draw_permissions.py` from `src/ringback/access/permissions.py`; do not edit.

- A program's key has the permissions of its role, except for those about its own session.
- The operator, who holds the installation's token, has all of them.
- Supervisors see and direct the lines and teams in their scope.
- Agents see the lines they are assigned to, and act as themselves alone.
"""


def text() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    yield f"| permission | {' | '.join(Role)} | what it allows |"
    yield "|---" * (len(Role) + 2) + "|"
    for permission, row in TABLE.items():
        marks = ("yes" if role in row.roles else "–" for role in Role)
        yield f"| `{permission}` | {' | '.join(marks)} | {row.meaning} |"


if __name__ == "__main__":
    TARGET.write_text(text())
