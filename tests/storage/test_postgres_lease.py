"""One server writes a database: the next one waits, is told, or takes over; never do two write."""

import asyncio
import re

import pytest
from tests.postgres_server import PostgresServer
from tests.storage.examples import ACME, fact, facts

from ringback.ports import JournalFailed, JournalFenced
from ringback.storage.postgres import PostgresJournal

TAKEN_OVER = """
    UPDATE ringback.writer SET owner = 'other', described = 'beta (process 7)',
        since = '2026-11-22 18:00:00+00', epoch = epoch + 1
"""


async def test_second_server_is_told_who_writes_and_since_when(database: str) -> None:
    """S22: two servers on one database are refused at the start, in words."""
    first = await PostgresJournal.open(database)
    await first.append(ACME, 0, facts(1, 2))

    with pytest.raises(JournalFailed) as refused:
        await PostgresJournal.open(database)

    assert re.fullmatch(
        r"Another Ringback server, on \S+ \(process \d+\), has been using the database \S+ at \S+"
        r" since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: stop it, or give this server a database of"
        r" its own\.",
        str(refused.value),
    )
    await first.append(ACME, 2, facts(3, 3))
    await first.close()


async def test_next_server_follows_at_once_a_server_that_closed(database: str) -> None:
    """A restart costs nothing."""
    await (await PostgresJournal.open(database)).close()
    begun = asyncio.get_running_loop().time()

    second = await PostgresJournal.open(database)

    assert asyncio.get_running_loop().time() - begun < 1.5
    await second.close()


async def test_next_server_follows_one_that_renews_no_more(
    shared_postgres: PostgresServer, database: str
) -> None:
    """A killed server keeps the database for seconds, not for ever."""
    await (await PostgresJournal.open(database)).close()
    shared_postgres.execute(
        "UPDATE ringback.writer SET expires = clock_timestamp() + interval '1 s'", database
    )

    second = await PostgresJournal.open(database)

    await second.append(ACME, 0, facts(1, 1))
    assert list(await second.read(ACME, 0, 9)) == facts(1, 1)
    await second.close()


async def test_server_that_lost_its_lease_is_fenced(
    shared_postgres: PostgresServer, database: str
) -> None:
    """S22: it writes nothing any more, and is told who does."""
    journal = await PostgresJournal.open(database)
    await journal.append(ACME, 0, facts(1, 1))
    shared_postgres.execute(TAKEN_OVER, database)

    with pytest.raises(
        JournalFenced, match=r"^The server on beta \(process 7\) writes to .* since"
    ):
        await journal.append(ACME, 1, facts(2, 2))

    with pytest.raises(JournalFenced):
        await journal.append(ACME, 1, facts(2, 2))
    assert list(await journal.read(ACME, 0, 9)) == facts(1, 1)
    await journal.close()


async def test_idle_server_that_lost_its_lease_notices(
    shared_postgres: PostgresServer, database: str
) -> None:
    """S22: it stops by itself, without anybody calling."""
    journal = await PostgresJournal.open(database)
    shared_postgres.execute(TAKEN_OVER, database)

    with pytest.raises(JournalFenced, match="this server has stopped"):
        await asyncio.wait_for(journal.watch(), 10)

    await journal.close()


async def test_facts_of_somebody_without_a_lease_fence_too(
    shared_postgres: PostgresServer, database: str
) -> None:
    """S22: the unique key is the last fence, whatever became of the lease."""
    journal = await PostgresJournal.open(database)
    await journal.append(ACME, 0, facts(1, 1))
    shared_postgres.execute(
        "INSERT INTO ringback.journal SELECT account, 2, type, version, at, cause, actor, data, 0"
        " FROM ringback.journal",
        database,
    )

    with pytest.raises(JournalFenced, match="it ends at fact 2, not at 1"):
        await journal.append(ACME, 1, [fact(2)])

    await journal.close()
