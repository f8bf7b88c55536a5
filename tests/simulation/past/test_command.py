"""`ringback what-if` over a real journal file."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ringback.cli import app
from ringback.people import MAIN_ACCOUNT
from ringback.storage.sqlite import SqliteJournal

from .days import busy_calls, lived_through


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings whose data directory holds the journal of one day."""
    folder = tmp_path_factory.mktemp("what-if")
    facts, _ = lived_through(busy_calls(120))

    async def write() -> None:
        journal = SqliteJournal.open(folder / "data" / "ringback.db")
        await journal.append(MAIN_ACCOUNT, 0, facts)
        await journal.close()

    (folder / "data").mkdir()
    asyncio.run(write())
    path = folder / "ringback.toml"
    path.write_text(f'data_directory = "{folder / "data"}"\n')
    return path


def what_if(config: Path, *arguments: object) -> Result:
    given = ["what-if", *map(str, arguments), "--config", str(config)]
    return CliRunner().invoke(app, given)


def test_results_stand_side_by_side(config: Path) -> None:
    """Three columns for people, one object for programs."""
    table = what_if(config, "2026-03-02", "--callbacks", "off")
    found = json.loads(what_if(config, "2026-03-02", "--callbacks", "off", "--json").stdout)

    assert table.exit_code == 0, table.output
    assert table.stdout.splitlines()[0].split() == ["as", "it", "was", "replayed", "what", "if"]
    assert found["as_it_was"]["calls"] == found["other_settings"]["calls"] == 120
    assert found["as_it_was"]["callbacks"]["requested"] > 0
    assert found["other_settings"]["callbacks"]["requested"] == 0
    assert found["changes"]["mode"] == "off"


def test_settings_of_the_ring_step_change_too(config: Path) -> None:
    """R20: a shorter ring time turns callers away."""
    given = ("--ring-for", 5, "--callbacks", "off", "--json")

    found = json.loads(what_if(config, "2026-03-02", *given).stdout)

    assert found["changes"]["ring_for"] == 5
    assert found["other_settings"]["turned_away"] > found["same_settings"]["turned_away"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2026-03-05",), "No call came in"),
        (("tomorrow",), "is no day"),
        (("2026-03-02", "--time-zone", "Mars/Base"), "no time zone Mars/Base"),
        (("2026-03-02", "--line", "nowhere"), "no line nowhere"),
    ],
)
def test_what_cannot_be_replayed_is_said(
    config: Path, arguments: tuple[object, ...], words: str
) -> None:
    """A sentence and exit code 2."""
    result = what_if(config, *arguments)

    assert result.exit_code == 2
    assert words in result.output


def test_without_a_journal_there_is_no_past(tmp_path: Path) -> None:
    """Nothing was ever served from these settings."""
    path = tmp_path / "ringback.toml"
    path.write_text(f'data_directory = "{tmp_path / "data"}"\n')

    result = what_if(path, "2026-03-02")

    assert result.exit_code == 4
    assert "no journal" in result.output
