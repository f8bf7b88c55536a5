"""The commands around keys of programs, beside a running server and without one."""

import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.served import Served, ringback, serving

PORT = {"RINGBACK_HTTP__PORT": "0"}


def metrics_with(server: Served, token: str) -> int:
    """Ask for the figures as a program with a key does, and give the status."""
    bearer = {"authorization": f"Bearer {token}"}
    request = urllib.request.Request(f"{server.address}/metrics", headers=bearer)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def token_in(printed: str) -> str:
    *_, token = printed.splitlines()[1].split()
    return token


def test_key_made_without_a_server_lets_a_program_in(tmp_path: Path) -> None:
    """Shown once, in force at the next start, listed without what is sent, logged, and revoked."""
    data = tmp_path / "data"
    made = ringback("api-key", "add", "prometheus", "--role", "supervisor", data=data)
    scoped = ringback("api-key", "add", "crm", "--role", "supervisor", "--line", "x", data=data)
    with serving(data=data) as server:
        inside = metrics_with(server, token_in(made.stdout))
        listed = ringback("api-key", "list", "--json", data=data, **PORT)
        revoked = ringback("api-key", "revoke", "prometheus", data=data, **PORT)
        outside = metrics_with(server, token_in(made.stdout))
        log = server.ask("GET", "/audit-log")["entries"]
    again = ringback("api-key", "revoke", "prometheus", data=data)

    assert (made.returncode, scoped.returncode) == (0, 4), made.stderr
    assert (inside, outside) == (200, 401)
    [key] = json.loads(listed.stdout)
    assert (key["name"], key["role"], key["made_by"]) == ("prometheus", "supervisor", "operator")
    assert token_in(made.stdout) not in listed.stdout
    assert revoked.returncode == 0, revoked.stderr
    actions = {entry["action"]: entry["address"] for entry in log}
    assert actions["api-key-made"] == "command line"
    assert "api-key-revoked" in actions
    assert (again.returncode, "no key prometheus in force" in again.stderr) == (1, True)


def test_key_is_narrowed_in_the_server_that_runs(tmp_path: Path) -> None:
    """Its lines are known there alone; of two with one name the id says which is meant."""
    data = tmp_path / "data"
    add = ("api-key", "add", "crm", "--role", "supervisor", "--demo")
    with serving("--demo", data=data) as server:
        [line, *_] = server.ask("GET", "/lines")
        narrowed = ringback(*add, "--line", line["id"], data=data, **PORT)
        wrong = ringback(*add, "--line", "nowhere", data=data, **PORT)
        ringback(*add, data=data, **PORT)
        both = ringback("api-key", "revoke", "crm", "--demo", data=data, **PORT)
        keys = server.ask("GET", "/api-keys")
        one = ringback("api-key", "revoke", keys[0]["id"], "--demo", data=data, **PORT)

    assert narrowed.returncode == 0, narrowed.stderr
    assert (wrong.returncode, "(unknown-line)" in wrong.stderr) == (6, True)
    assert keys[-1]["supervises"] == {"lines": [line["id"]], "teams": []}
    assert (both.returncode, "2 keys are called crm" in both.stderr) == (1, True)
    assert one.returncode == 0, one.stderr


@pytest.mark.parametrize("served", [True, False])
def test_exports_and_backups_by_commands_are_logged(tmp_path: Path, served: bool) -> None:
    """Who and what for, and never a customer's number; whether a server runs or not."""
    data = tmp_path / "data"

    def commands() -> None:
        since = ("--since", "2026-01-01")
        number = ("--number", "+33199002112")
        out = ("--output", str(tmp_path / "calls.csv"), "--demo")
        done = ringback("export", "calls", *since, *number, *out, data=data, **PORT)
        kept = ringback("backup", str(tmp_path / "monday"), "--demo", data=data, **PORT)
        assert (done.returncode, kept.returncode) == (0, 0), done.stderr + kept.stderr
        assert "The log of the company" not in done.stderr + kept.stderr

    with serving("--demo", data=data) as server:
        if served:
            commands()
        else:
            server.end()
    if not served:
        commands()
    with serving("--demo", data=data) as server:
        log = {entry["action"]: entry for entry in server.ask("GET", "/audit-log")["entries"]}

    assert log["export-calls"]["actor"] == log["backup"]["actor"] == "operator"
    assert log["export-calls"]["details"] == {"since": "2026-01-01 00:00:00+00:00"}
    assert log["backup"]["details"] == {"file": "monday"}
    assert "lines paris" in log["apply-settings-file"]["details"]["entries"]


def test_export_without_its_entry_in_the_log_says_so(tmp_path: Path) -> None:
    """A store that another server writes keeps nothing of ours; the export goes on."""
    data = tmp_path / "data"
    with serving("--demo", data=data):
        elsewhere = {"RINGBACK_HTTP__PORT": "1"}
        done = ringback("export", "calls", "--demo", data=data, **elsewhere)

    assert done.returncode == 0
    assert "The log of the company does not say so: Another Ringback server" in done.stderr
