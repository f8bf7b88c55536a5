"""The app's types are made from what the API says of itself, and are those of this very API."""

import json
from pathlib import Path

import pytest

from ringback.api.app import described_app
from ringback.api.live_messages import live_schema
from tests.web.node import WEB, needs_node, run_node

TYPES = WEB / "src" / "api"


@needs_node
@pytest.mark.parametrize("name", ["schema.d.ts", "messages.d.ts", "bounds.json"])
def test_making_the_types_again_changes_nothing(name: str, tmp_path: Path) -> None:
    """If this fails, say `make types` and look at what has changed."""
    (tmp_path / "api.json").write_text(json.dumps(described_app().openapi()))
    (tmp_path / "live.json").write_text(json.dumps(live_schema()))

    made = run_node("scripts/make_types.mjs", str(tmp_path), str(tmp_path))

    assert made.returncode == 0, made.stderr
    assert (tmp_path / name).read_text() == (TYPES / name).read_text()


def test_operations_have_names_of_their_own() -> None:
    """Each becomes a name in the types."""
    operations = [
        operation["operationId"]
        for methods in described_app().openapi()["paths"].values()
        for operation in methods.values()
    ]

    assert len(operations) == len(set(operations))
    assert len(operations) > 60
