"""`ringback flow` beside a running server: edited, published, rolled back, and refused."""

import json
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from tests.served import Served, ringback, serving

CANNOT_START, REFUSED = 4, 6


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def served(data: Path) -> Iterator[Served]:
    with serving("--demo", data=data) as server:
        yield server


def flow(*arguments: str, data: Path) -> CompletedProcess[str]:
    return ringback("flow", *arguments, "--demo", data=data, RINGBACK_HTTP__PORT="0")


def rows(*arguments: str, data: Path) -> Any:
    return json.loads(flow(*arguments, "--json", data=data).stdout)


def edited(shown: str, file: Path, **changes: object) -> dict[str, Any]:
    """Write what was shown, with its first ring step changed, to a file."""
    wanted: dict[str, Any] = json.loads(shown)
    ring = next(step for step in wanted["settings"]["steps"] if step["kind"] == "ring")
    ring |= changes
    file.write_text(json.dumps(wanted))
    return wanted


def test_flow_is_edited_published_and_rolled_back(served: Served, data: Path) -> None:
    """R4, R20: from a file, with its problems, through the server."""
    file = data.parent / "paris.json"
    shown = flow("show", "paris", data=data).stdout
    assert served.process.poll() is None

    edited(shown, file, next="")
    unfinished = flow("save", "paris", str(file), data=data)
    refused = flow("publish", "paris", "--yes", data=data)
    edited(file.read_text(), file, next="voicemail", ring_for_seconds=90)
    saved = flow("save", "paris", str(file), data=data)
    published = flow("publish", "paris", "--yes", data=data)
    back = flow("roll-back", "paris", "1", "--yes", data=data)

    assert "no-end" in unfinished.stderr
    assert (refused.returncode, "invalid-flow" in refused.stdout) == (REFUSED, False)
    assert "The flow has problems" in refused.stderr
    assert saved.returncode == 0, saved.stderr
    assert "Version 2 of paris is in force." in published.stdout
    assert "0 callers and 0 callbacks are on their way through paris" in back.stdout
    found = [(row["version"], row["content of"]) for row in rows("versions", "paris", data=data)]
    assert found == [(3, 1), (2, None), (1, None)]
    assert flow("show", "paris", "--version", "2", data=data).returncode == 0


def test_colleagues_draft_is_not_overwritten_from_an_old_file(served: Served, data: Path) -> None:
    """R20: the refusal says what there is now; a discarded draft is gone."""
    file = data.parent / "paris.json"
    shown = flow("show", "paris", data=data).stdout
    edited(shown, file, ring_for_seconds=90)
    flow("save", "paris", str(file), data=data)
    edited(shown, file, ring_for_seconds=99)

    late = flow("save", "paris", str(file), data=data)
    listed = rows("list", data=data)
    discarded = flow("discard", "paris", "--yes", data=data)

    assert late.returncode == REFUSED
    assert "Somebody has changed this flow meanwhile" in late.stderr
    assert "draft_saved_by: operator" in late.stderr
    assert listed[0]["draft"] is not None
    assert discarded.returncode == 0, discarded.stderr
    assert rows("list", data=data)[0]["draft"] is None
    assert served.process.poll() is None


def test_flow_commands_without_a_server_say_what_to_do(data: Path) -> None:
    """No stack trace where nobody answers, before and after a server has run."""
    never = flow("list", data=data)
    with serving("--demo", data=data):
        pass
    gone = flow("list", data=data)

    for ran in (never, gone):
        assert ran.returncode == CANNOT_START
        assert "start it with `ringback serve`" in ran.stderr


def test_file_that_is_no_flow_is_one_sentence(served: Served, data: Path) -> None:
    """Unreadable, not JSON, and not what the server understands."""
    file = data.parent / "flow.json"
    missing = flow("save", "paris", str(file), data=data)
    file.write_text("{")
    broken = flow("save", "paris", str(file), data=data)
    file.write_text('{"settings": 1}')
    other = flow("save", "paris", str(file), data=data)

    assert [ran.returncode for ran in (missing, broken)] == [CANNOT_START, CANNOT_START]
    assert "cannot be read" in missing.stderr
    assert "is not JSON" in broken.stderr
    assert (other.returncode, "settings" in other.stderr) == (REFUSED, True)
    assert served.process.poll() is None
