"""Ringback on PostgreSQL, as people run it: its commands, two servers, and a database that goes."""

import json
import re
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ringback.config.loading import DEMO_COMPANY
from tests.postgres_server import PASSWORD, PostgresServer, running_postgres
from tests.served import Served, ringback, serving

pytestmark = pytest.mark.slow

JOURNAL_FAILED, CANNOT_START = 3, 4
CALLER = "%2B442079460555"
PHONE = f"/booth/phones/{CALLER}"
SECONDS_MAX = 30.0


@pytest.fixture
def postgres() -> Iterator[PostgresServer]:
    """A server for this test alone, to be stopped and started."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def database(postgres: PostgresServer) -> dict[str, str]:
    """What the environment says of an empty database."""
    return {"RINGBACK_STORAGE__DATABASE": postgres.make_database()}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data directory of an installation with the demo's company and simulated phones."""
    (tmp_path / "ringback.toml").write_text(DEMO_COMPANY.read_text())
    return tmp_path / "data"


def until(condition: Callable[[], Any]) -> Any:
    """Ask again and again until the answer is something."""
    deadline = time.monotonic() + SECONDS_MAX
    while not (found := condition()):
        assert time.monotonic() < deadline, "it never came to hold"
        time.sleep(0.05)
    return found


def wait_in_line(server: Served) -> None:
    """Let somebody be online, and a customer call in and wait."""
    server.ask("PUT", "/agents/lea/status", {"status": "online"})
    server.ask("POST", f"{PHONE}/dial", {"line_id": "london"})
    until(lambda: is_waiting(server))


def is_waiting(server: Served) -> bool:
    calls = server.ask("GET", "/calls/live")
    return [call["stage"] for call in calls] == ["waiting"]


def heard(server: Served) -> Any:
    """Tell what the caller hears; a key that means nothing shows it without touching anything."""
    return server.ask("POST", f"{PHONE}/press", {"digit": "9"})["reference"]


def printed(*arguments: str, data: Path, **settings: str) -> Any:
    ran = ringback(*arguments, "--json", data=data, **settings)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_server_killed_comes_back_with_all_it_knew(data: Path, database: dict[str, str]) -> None:
    """S1: the next start waits for the right to write; commands read all the while."""
    with serving(data=data, **database) as first:
        wait_in_line(first)
        first.ask("POST", f"{PHONE}/press", {"digit": "*"})
        until(lambda: printed("callbacks", data=data, **database))
        first.kill()

    with serving(data=data, **database) as second:
        listed = second.ask("GET", "/callbacks")["callbacks"]
        health = second.ask("GET", "/health")
        code, errors = second.end()

    [row] = printed("callbacks", data=data, **database)
    assert [callback["id"] for callback in listed] == [row["id"]]
    assert health["journal"]["state"] == "ready"
    assert code == 0, errors
    assert PASSWORD not in errors


def test_second_server_is_told_who_writes(data: Path, database: dict[str, str]) -> None:
    """S22: one plain sentence, without the password, and an exit code."""
    with serving(data=data, **database):
        ran = ringback("serve", data=data, RINGBACK_HTTP__PORT="0", **database)
        shown = ringback("config", "show", data=data, **database)

    assert ran.returncode == JOURNAL_FAILED
    assert ran.stderr.splitlines()[-1].startswith("Another Ringback server, on ")
    assert "has been using the database" in ran.stderr
    assert PASSWORD not in ran.stderr + shown.stdout
    assert json.loads(shown.stdout)["storage"]["database"] == "********"


def test_server_whose_lease_is_taken_ends_by_itself(
    data: Path, postgres: PostgresServer, database: dict[str, str]
) -> None:
    """S22: without a call and without a person."""
    with serving(data=data, **database) as server:
        postgres.execute(
            "UPDATE ringback.writer SET owner = 'x', described = 'beta (process 7)'",
            *database.values(),
        )
        code, errors = server.wait()

    assert code == JOURNAL_FAILED
    assert "The server on beta (process 7) writes to the database" in errors


def test_database_that_goes_and_comes_back_loses_no_call(
    data: Path, postgres: PostgresServer, database: dict[str, str]
) -> None:
    """R7, S1: an apology, music and the place meanwhile; the request is granted afterwards."""
    with serving(data=data, **database) as server:
        wait_in_line(server)
        postgres.stop()

        server.ask("POST", f"{PHONE}/press", {"digit": "*"})
        until(lambda: "apology" in str(heard(server)))
        health = server.ask("GET", "/health")
        refused = server.ask("PUT", "/agents/lea/status", {"status": "offline"})
        until(lambda: "apology" not in str(heard(server)))

        postgres.start()
        until(lambda: server.ask("GET", "/health")["status"] == "ready")
        [callback] = until(lambda: server.ask("GET", "/callbacks")["callbacks"])
        code, errors = server.end()

    assert health["status"] == "journal-away"
    assert "does not answer" in health["journal"]["sentence"]
    assert refused["error"]["code"] == "journal-away"
    assert callback["line"]["id"] == "london"
    assert errors.count("journal.away") == errors.count("journal.back") == 1
    assert PASSWORD not in errors
    assert code == 0


def test_server_ends_although_the_database_is_away(
    data: Path, postgres: PostgresServer, database: dict[str, str]
) -> None:
    """Who stops the server does not wait for the database."""
    with serving(data=data, **database) as server:
        wait_in_line(server)
        postgres.stop()
        server.ask("POST", f"{PHONE}/press", {"digit": "*"})

        code, errors = server.end()

    assert code in (0, JOURNAL_FAILED), errors


def test_installation_is_moved_from_its_file(data: Path, database: dict[str, str]) -> None:
    """S21: the same calls and callbacks come of the database; the file stays as it is."""
    with serving(data=data) as server:
        wait_in_line(server)
        server.ask("POST", f"{PHONE}/press", {"digit": "*"})
        until(lambda: server.ask("GET", "/callbacks")["callbacks"])
        while_serving = ringback("migrate", data=data, **database)
        server.end()
    file = (data / "ringback.db").read_bytes()

    moved = ringback("migrate", data=data, **database)
    again = ringback("migrate", data=data, **database)
    nowhere = ringback("migrate", data=data)

    assert while_serving.returncode == JOURNAL_FAILED
    assert "Another Ringback server is using" in while_serving.stderr
    assert moved.returncode == 0, moved.stderr
    assert "the same company comes of both" in moved.stdout
    assert again.returncode == JOURNAL_FAILED
    assert "holds a journal already" in again.stderr
    assert nowhere.returncode == CANNOT_START
    assert (data / "ringback.db").read_bytes() == file
    for command in ("callbacks", "calls"):
        before = printed(command, data=data)
        assert before
        assert printed(command, data=data, **database) == before
    with serving(data=data, **database) as server:
        assert server.ask("GET", "/callbacks")["callbacks"]


def test_doctor_looks_a_database_over_before_during_and_after(
    data: Path, postgres: PostgresServer, database: dict[str, str]
) -> None:
    """Empty, in a server's hands, free again and gone; the epoch of the right is a figure."""

    def found(code: int) -> dict[str, Any]:
        ran = ringback("doctor", "--json", data=data, **database)
        assert (ran.returncode, PASSWORD in ran.stdout) == (code, False), ran.stdout
        return {one["code"]: one for one in json.loads(ran.stdout)}

    empty = found(0)
    with serving(data=data, **database) as server:
        epoch = re.findall(r"^lease_epoch (\d+)", figures_of(server), re.MULTILINE)
        held = found(0)
        server.end()
    free = found(0)
    postgres.stop()
    gone = found(CANNOT_START)

    assert empty["database-empty"]["level"] == "ok"
    assert epoch == ["1"]
    assert "(process" in held["database-writer"]["sentence"]
    assert free["database-writer"]["sentence"] == "No server writes it."
    assert free["own-messages"]["level"] == "ok"
    assert gone["database-unusable"]["level"] == "failure"


def figures_of(server: Served) -> str:
    bearer = {"authorization": f"Bearer {server.token}"}
    request = urllib.request.Request(f"{server.address}/metrics", headers=bearer)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return str(answer.read().decode())
