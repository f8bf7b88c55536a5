"""`ringback simulate` as people and programs use it."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from ringback.cli import app

from .made_lists import poisson_calls, write_list
from .test_call_list import BANK_HEADER, BANK_ROWS


def made_list(folder: Path, number: int = 200) -> Path:
    chance = Random(5)
    calls = poisson_calls(
        number,
        chance,
        per_second=1 / 20,
        service=lambda: chance.expovariate(1 / 120),
        patience=lambda: chance.expovariate(1 / 150),
    )
    rows = (f"{call.arrives:.2f},{call.service:.2f},{call.patience:.2f}" for call in calls)
    return write_list(folder / "list.csv", "arrival,service,patience", rows)


def simulate(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["simulate", *map(str, arguments)])


def figures(*arguments: object) -> dict[str, Any]:
    result = simulate(*arguments, "--json")
    assert result.exit_code == 0, result.output
    read: dict[str, Any] = json.loads(result.stdout)
    return read


def test_json_holds_what_programs_ask_for(tmp_path: Path) -> None:
    """One object with calls, shares, callbacks and waits."""
    found = figures(made_list(tmp_path), "--agents", 6)

    assert found["calls"] == 200
    reached = found["served"] + found["abandoned"] + found["callbacks"]["requested"]
    assert reached == 200
    assert found["abandoned_share"] == pytest.approx(found["abandoned"] / 200, abs=1e-4)
    assert {"requested", "completed", "failed", "not_reached"} <= set(found["callbacks"])
    assert set(found["wait_seconds"]["callers"]) >= {"mean", "p50", "p90"}
    assert found["wait_seconds"]["callbacks"]["mean"] > 0


def test_without_callbacks_nobody_is_called_back(tmp_path: Path) -> None:
    """R6: the same callers then wait or hang up."""
    path = made_list(tmp_path)

    without = figures(path, "--agents", 6, "--no-callbacks")
    with_them = figures(path, "--agents", 6)

    assert without["callbacks"]["requested"] == 0
    assert without["wait_seconds"]["callbacks"]["mean"] is None
    assert with_them["callbacks"]["requested"] > 0
    assert with_them["served"] < without["served"]


def test_table_tells_the_same_in_words(tmp_path: Path) -> None:
    """What is not asked for as JSON is for people."""
    result = simulate(made_list(tmp_path), "--agents", 6)

    assert result.exit_code == 0
    assert "hung up waiting" in result.stdout
    assert "callbacks requested" in result.stdout


def test_same_seed_prints_the_same_bytes(tmp_path: Path) -> None:
    """A run can be shown again."""
    path = made_list(tmp_path)

    once, again = (simulate(path, "--agents", 6, "--seed", 9, "--json") for _ in range(2))

    assert once.stdout == again.stdout


def test_bank_layout_needs_no_columns_named(tmp_path: Path) -> None:
    """The roster comes from who served whom."""
    path = write_list(tmp_path / "bank.csv", BANK_HEADER, BANK_ROWS)

    found = figures(path, "--no-callbacks")

    assert (found["calls"], found["agents"]["number"]) == (4, 2)
    assert found["observed"]["abandoned"] == 1


def test_roster_file_says_who_is_there(tmp_path: Path) -> None:
    """Nobody is served before the shift begins."""
    path = write_list(tmp_path / "list.csv", "arrival,service", ["2026-03-02T09:00:00,60"] * 2)
    roster = write_list(
        tmp_path / "roster.csv", "agent,begins,ends", ["anna,2026-03-02T08:00,2026-03-02T10:00"]
    )

    found = figures(path, "--roster", roster, "--no-callbacks", "--answer-after", 0)

    assert found["served"] == 2
    assert found["wait_seconds"]["callers"]["p90"] == 60


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "give a team by --agents or --roster"),
        (("--column", "arrival"), "FIELD=NAME"),
        (("--agents", 2, "--from", "2031-01-01"), "no calls between these dates"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(
    tmp_path: Path, arguments: tuple[object, ...], sentence: str
) -> None:
    """No traceback, exit code 2."""
    result = simulate(made_list(tmp_path), *arguments)

    assert result.exit_code == 2
    assert sentence in result.stderr


def test_value_out_of_bounds_is_refused_with_the_bounds(tmp_path: Path) -> None:
    """R2: the message names them."""
    result = simulate(made_list(tmp_path), "--retries", 6)

    assert result.exit_code == 2
    assert "equal to 5" in result.stderr


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_charts_are_drawn_where_they_are_wanted(tmp_path: Path, suffix: str) -> None:
    """Two pictures, as the format says."""
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")

    folder = tmp_path / "charts"
    result = simulate(
        made_list(tmp_path), "--agents", 6, "--charts", folder, "--chart-format", suffix
    )

    assert result.exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        f"hang-ups-by-hour.{suffix}",
        f"waits.{suffix}",
    ]


@pytest.mark.slow
def test_interrupted_replay_prints_what_was_done_and_says_so(tmp_path: Path) -> None:
    """Ctrl-C in the middle: the figures so far, a sentence, exit code 130."""
    path = made_list(tmp_path, number=60_000)
    script = "from ringback.cli import main; main()"
    screen, screen_end = pty.openpty()
    command = (sys.executable, "-c", script, "simulate", str(path), "--agents", "7")
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=screen_end, text=True)
    os.close(screen_end)

    shown = b""
    while b"Replaying" not in shown or b"%" not in shown:
        shown += os.read(screen, 1024)
    child.send_signal(signal.SIGINT)
    printed, _ = child.communicate(timeout=60)
    os.close(screen)

    assert child.returncode == 130
    assert "Interrupted: these are the figures up to" in printed
    assert "hung up waiting" in printed
