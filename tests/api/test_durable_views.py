"""Nothing is shown that is not on disk: a crash takes back nothing that anybody has seen."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tests.api.office import TOKEN, Office, open_office
from tests.api.socket import open_socket
from tests.runtime.stage import WatchedJournal

from ringback.ports import JournalFailed

STATUS = "/agents/lea/status"
ONLINE = {"status": "online"}
STOPPING = 503


@pytest.fixture
def journal() -> WatchedJournal:
    return WatchedJournal()


@pytest.fixture
async def office(tmp_path: Path, journal: WatchedJournal) -> AsyncIterator[Office]:
    async with open_office(tmp_path, journal=journal) as opened:
        yield opened


async def begin(office: Office, journal: WatchedJournal, path: str, body: Any) -> asyncio.Task[Any]:
    """Send a request whose commit is held up; the world is ahead of the disk then."""
    journal.hold_up()
    asked = asyncio.create_task(office.put(path, body))
    await journal.appending.wait()
    assert office.account.engine.is_ahead
    return asked


async def test_view_waits_for_the_commit_of_what_it_shows(
    office: Office, journal: WatchedJournal
) -> None:
    """Neither the old state nor the uncommitted one: the answer comes with the commit."""
    asked = await begin(office, journal, STATUS, ONLINE)
    looking = [
        asyncio.create_task(office.get(path))
        for path in ("/agents", "/agents/lea", "/agents/lea/offers", "/queues", "/flows")
    ]
    await office.get("/health")
    assert not any(task.done() for task in looking)

    journal.may_commit.set()

    agents = (await asyncio.gather(*looking))[0]
    assert agents[0]["status"] == "online"
    assert (await asked)["status"] == "online"


async def test_view_is_refused_when_the_commit_fails(
    tmp_path: Path, journal: WatchedJournal
) -> None:
    """What never came to disk is never shown."""
    opening = open_office(tmp_path, journal=journal)
    office = await opening.__aenter__()
    asked = await begin(office, journal, STATUS, ONLINE)
    looking = asyncio.create_task(office.http.get("/api/v1/agents/lea"))
    await office.get("/health")
    journal.broken = True
    journal.may_commit.set()

    answer = await looking
    await asyncio.gather(asked, return_exceptions=True)
    with pytest.raises(JournalFailed):
        await opening.__aexit__(None, None, None)

    assert answer.status_code == STOPPING
    assert "online" not in answer.text


async def test_answer_shows_its_own_commit_and_nothing_later(
    office: Office, journal: WatchedJournal
) -> None:
    """Two requests one after the other: the first answer holds nothing of the second."""
    first = await begin(office, journal, STATUS, ONLINE)
    second = asyncio.create_task(office.put(STATUS, {"status": "offline"}))
    await office.get("/health")

    journal.may_commit.set()

    assert (await first)["status"] == "online"
    assert (await second)["status"] == "offline"


async def test_live_pages_are_told_only_what_is_committed(
    office: Office, journal: WatchedJournal
) -> None:
    """Neither the snapshot nor the changes run ahead of the disk."""
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        await page.hear_until("snapshot")
        await office.put(STATUS, ONLINE)
        asked = await begin(office, journal, STATUS, {"status": "offline"})
        async with open_socket(office.app) as late:
            late.say({"type": "hello", "token": TOKEN})
            hearing = [
                asyncio.create_task(page.hear_until("changes")),
                asyncio.create_task(late.hear_until("snapshot")),
            ]
            done, _ = await asyncio.wait(hearing, timeout=0.1)
            assert not done

            journal.may_commit.set()

            changes, snapshot = await asyncio.gather(*hearing)
            await asked

    assert [agent["status"] for agent in changes["agents"]] == ["offline"]
    assert changes["sequence"] == office.world.sequence
    assert snapshot["sequence"] == office.world.sequence
