"""Exports from a running server and from the command line: whole, filtered, one at a time."""

import csv
import io
import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.stage import VOICEMAIL, Stage, ring
from tests.served import Served, ringback, serving
from tests.test_cli_reading import journal_of


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Write a journal with two calls, of which one asked to be called back in vain."""
    stage = Stage("x", steps=[ring(ring_for=3600), VOICEMAIL])
    caller = stage.arrive(customer="anna")
    stage.caller_hangs_up(caller)
    stage.occupy("x")
    stage.ask(stage.arrive(customer="ben"))
    journal_of(stage, tmp_path / "data")
    return tmp_path / "data"


def streamed(server: Served, path: str) -> tuple[Any, str]:
    request = urllib.request.Request(
        f"{server.address}/api/v1{path}", headers={"authorization": f"Bearer {server.token}"}
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.headers, answer.read().decode()


def test_server_streams_what_fits(data: Path) -> None:
    """In both forms, with the number of rows to expect."""
    with serving(data=data) as server:
        headers, text = streamed(server, "/exports/calls?type=callback-requested")
        _, lines = streamed(server, "/exports/calls?format=jsonl")
        _, callbacks = streamed(server, "/exports/callbacks")
        refused = server.ask("GET", "/exports/calls?seen_by=nobody")
        of_one = streamed(server, "/exports/calls?number=%2B4900")
        log = server.ask("GET", "/audit-log")["entries"]

    [row] = csv.DictReader(io.StringIO(text))
    assert headers["x-total-rows"] == "1"
    assert headers["content-disposition"] == 'attachment; filename="calls.csv"'
    assert row["type"] == "callback-requested"
    assert row["tags"] == "queue_callback"
    assert len([json.loads(line) for line in lines.splitlines()]) >= 2
    assert callbacks.startswith("requested,accepted,closed,id,")
    assert refused["error"]["code"] == "unknown-agent"
    assert of_one[0]["x-total-rows"] == "0"
    assert [(entry["action"], entry["details"]["asked"]) for entry in log] == [
        ("export-calls", {}),
        ("export-callbacks", {}),
        ("export-calls", {"format": "jsonl"}),
        ("export-calls", {"type": "callback-requested"}),
    ]


def test_command_writes_a_whole_file_of_ones_own(data: Path) -> None:
    """Readable by nobody else, and with no draft left beside it."""
    output = data.parent / "calls.jsonl"

    ran = ringback("export", "calls", "--format", "jsonl", "--output", str(output), data=data)

    assert ran.returncode == 0, ran.stderr
    rows = [json.loads(line) for line in output.read_text().splitlines()]
    assert ran.stderr.endswith(f"{len(rows)} rows were written.\n")
    assert len(rows) >= 2
    assert output.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in data.parent.iterdir() if path.is_file()] == [output.name]


def test_command_takes_the_filters(data: Path) -> None:
    """By number and by day."""
    of_nobody = ringback("export", "calls", "--number", "+4900", data=data)
    of_the_future = ringback("export", "callbacks", "--since", "2999-01-01", data=data)

    assert of_nobody.stdout.count("\n") == of_the_future.stdout.count("\n") == 1
    assert of_nobody.stderr.endswith("0 rows were written.\n")


def test_file_that_cannot_be_written_is_one_sentence(data: Path) -> None:
    """No stack trace for what an operator can put right."""
    ran = ringback("export", "calls", "--output", "/nowhere/calls.csv", data=data)

    assert ran.returncode == 4
    assert ran.stderr.endswith(
        "/nowhere/calls.csv cannot be written (No such file or directory).\n"
    )


def test_figures_are_counted_on_the_command_line(data: Path) -> None:
    """Of the day of the journal, by line and as JSON."""
    period = ("--since", "2020-01-01", "--until", "2035-01-01")

    ringback("records", "rebuild", data=data)
    ran = ringback("analytics", *period, "--by", "line", "--json", data=data)
    nowhere = ringback("analytics", *period, "--time-zone", "Mars/Olympus", data=data)

    [row] = json.loads(ran.stdout)
    assert row["inbound"] >= 2
    assert row["requested"] == 1
    assert "Mars/Olympus is no time zone" in nowhere.stderr
