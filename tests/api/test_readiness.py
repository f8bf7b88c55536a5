"""What a load balancer is told: the truth under each failure, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from tests.runtime.stage import WatchedJournal

from ringback.ports import JournalHealth, JournalState, PhoneSystemHealth, PhoneSystemState
from ringback.runtime.machine import ClockState, Held, Machine

from .office import Office, open_office
from .test_journal_away import lose_patience


async def as_stranger(office: Office, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(office.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://ringback") as stranger:
        return await stranger.get(path)


async def test_ready_while_calls_can_be_taken(office: Office) -> None:
    """A word and no more."""
    answer = await as_stranger(office, "/ready")

    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


@pytest.mark.parametrize("state", [one for one in PhoneSystemState if one != "ready"])
async def test_stranger_is_not_told_what_ails_the_phones(
    office: Office, state: PhoneSystemState
) -> None:
    """Nor that a password is wrong; the process is alive all the same."""
    sick = PhoneSystemHealth(state, "Asterisk at 192.0.2.7 refuses the password.")
    office.show(replace(office.services, phone_health=lambda: sick))

    answer, alive = await as_stranger(office, "/ready"), await as_stranger(office, "/health")

    assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert answer.json()["error"]["code"] == "not-ready"
    assert answer.json()["error"]["details"] == {}
    assert "192.0.2.7" not in answer.text + alive.text
    assert alive.json() == {"status": "alive"}
    assert (await as_stranger(office, "/api/v1/health")).status_code == httpx.codes.UNAUTHORIZED
    assert (await office.get("/health"))["phone_system"]["state"] == state.value


async def test_not_ready_while_the_database_is_away(office: Office) -> None:
    """What the store says reaches whoever may see the health, and nobody else."""
    away = JournalHealth(JournalState.AWAY, "The database at db1 does not answer.")
    office.show(replace(office.services, journal_health=lambda: away))

    answer = await as_stranger(office, "/ready")

    assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert "db1" not in answer.text
    assert (await office.get("/health"))["journal"]["sentence"] == away.sentence


async def test_not_ready_while_a_disk_keeps_a_commit_waiting(tmp_path: Path) -> None:
    """A disk that hangs says nothing of itself: the engine's patience tells."""
    journal = WatchedJournal()
    async with open_office(tmp_path, journal=journal) as office:
        await lose_patience(office, journal)

        waiting = await as_stranger(office, "/ready")
        health = await office.get("/health")
        journal.may_commit.set()
        await office.settle()
        back = await as_stranger(office, "/ready")

    assert waiting.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert health["status"] == "journal-away"
    assert health["journal"]["state"] == "away"
    assert back.status_code == httpx.codes.OK


async def test_not_ready_once_the_writer_has_stopped(office: Office) -> None:
    """While the server says goodbye nobody is sent to it."""
    office.account.engine.stop()
    refused, error = await office.refused("PUT", "/agents/lea/status", {"status": "online"})
    assert (refused, error["code"]) == (503, "stopping")

    answer = await as_stranger(office, "/ready")

    assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert (await office.get("/health"))["status"] == "journal-away"


async def test_room_and_clock_are_told_to_who_may_know(office: Office, tmp_path: Path) -> None:
    """Each disk once, without its place: that is for the operator's own eyes."""
    places = {Held.JOURNAL: tmp_path / "ringback.db", Held.RECORDINGS: tmp_path / "voicemails"}
    office.show(replace(office.services, machine=Machine(places)))

    told = await office.get("/health/machine")

    assert told["clock"] == {"state": "apart"}, "the office has a time of its own"
    [disk] = told["disks"]
    assert disk["holds"] == ["journal", "recordings"]
    assert 0 < disk["free_bytes"] <= disk["whole_bytes"]
    assert str(tmp_path) not in str(told)
    assert (await as_stranger(office, "/api/v1/health/machine")).status_code == 401


def test_clock_that_the_server_does_not_believe_is_told() -> None:
    """It was set while the server ran, or stands before the last fact."""
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    machine = Machine()

    assert machine.clock(now + timedelta(minutes=2), lambda: now) is ClockState.APART
    assert machine.clock(now + timedelta(seconds=2), lambda: now) is not ClockState.APART
