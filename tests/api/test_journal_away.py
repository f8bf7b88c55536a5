"""The API while what happens cannot be stored: refusals with a code, and a health that tells."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.runtime.stage import WatchedJournal

from ringback.ports import JournalHealth, JournalState
from ringback.runtime.patience import PATIENCE

from .office import Office, open_office


async def lose_patience(office: Office, journal: WatchedJournal) -> tuple[int, Any]:
    """Have a change wait for a commit for too long, and give its refusal."""
    journal.hold_up()
    status = {"status": "online"}
    changing = asyncio.create_task(office.refused("PUT", "/agents/lea/status", status))
    await journal.appending.wait()
    office.time.advance(PATIENCE + timedelta(milliseconds=1))
    return await changing


async def test_requests_and_views_are_refused_in_time_and_served_again(tmp_path: Path) -> None:
    """L4: a stable code, for changes and for what would show uncommitted things."""
    journal = WatchedJournal()
    async with open_office(tmp_path, journal=journal) as office:
        refusals = [await lose_patience(office, journal), await office.refused("GET", "/agents")]

        assert [(code, error["code"]) for code, error in refusals] == [(503, "journal-away")] * 2
        journal.may_commit.set()
        await office.settle()
        agents = await office.get("/agents")
        assert [each["status"] for each in agents if each["id"] == "lea"] == ["online"]


async def test_health_says_that_the_journal_is_away(tmp_path: Path) -> None:
    """Readiness is lost, in words; the process is alive."""
    away = JournalHealth(JournalState.AWAY, "The database does not answer.")
    async with open_office(tmp_path) as office:
        office.show(replace(office.services, journal_health=lambda: away))
        health = await office.get("/health")
        ready = await office.http.get("/ready")
        alive = await office.http.get("/health")

        assert health["status"] == "journal-away"
        assert health["journal"]["sentence"] == "The database does not answer."
        assert (ready.status_code, ready.json()["error"]["code"]) == (503, "not-ready")
        assert alive.json() == {"status": "alive"}
