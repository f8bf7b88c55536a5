"""A database that goes away and comes back: nothing is lost, nothing written twice."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from random import Random

import pytest
from tests.postgres_server import PostgresServer, running_postgres
from tests.storage.examples import ACME, facts
from tests.storage.unreliable_way import Break, UnreliableWay, unreliable_way
from tests.storage.waiting import until

from ringback.core.ids import CustomerId
from ringback.ports import Customer, JournalAway, JournalFailed, JournalFenced, JournalState
from ringback.storage.postgres import PostgresJournal

SEED = int(os.environ.get("TEST_SEED", "1"))
ROUNDS = int(os.environ.get("TEST_AWAY_ROUNDS", "6"))
MARIE = Customer(CustomerId("customer-1"), "+33612345678", "Marie Dupont")


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A server for this test alone, to be stopped and killed."""
    with running_postgres() as server:
        yield server


@pytest.fixture
async def way(
    tmp_path_factory: pytest.TempPathFactory, shared_postgres: PostgresServer
) -> AsyncIterator[UnreliableWay]:
    folder = tmp_path_factory.mktemp("way")
    async with unreliable_way(folder, shared_postgres.folder) as way:
        yield way


@pytest.mark.parametrize("how", list(Break))
async def test_commit_without_an_answer_is_written_once(
    way: UnreliableWay, database: str, how: Break
) -> None:
    """S22: whether it has landed is found out before it is sent again."""
    journal = await PostgresJournal.open(way.url(database))
    await journal.append(ACME, 0, facts(1, 3), [MARIE])
    erased = Customer(MARIE.id, None, None)

    way.break_at_commit(how)
    await journal.append(ACME, 3, facts(4, 5), [erased])
    await journal.append(ACME, 5, facts(6, 6))

    assert way.breaks == 1
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 6)
    assert list(await journal.customers(ACME)) == [erased]
    await journal.close()


async def test_commit_that_takes_long_is_given_more_time(
    way: UnreliableWay, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S1: a slow database is not asked in vain for ever."""
    journal = await PostgresJournal.open(way.url(database))
    monkeypatch.setattr("ringback.storage.postgres_writer.ANSWER_SECONDS_MAX", 0.2)
    way.seconds_per_commit = 1.0

    await asyncio.wait_for(journal.append(ACME, 0, facts(1, 3), [MARIE]), 30)

    way.seconds_per_commit = 0.0
    assert list(await journal.read(ACME, 0, 99)) == facts(1, 3)
    await journal.close()


async def test_appends_of_many_survive_a_way_that_breaks_all_the_time(
    way: UnreliableWay, database: str
) -> None:
    """S1, S22: whatever is acknowledged is there, in order, once; a fenced one stays out."""
    random = Random(SEED)
    journal = await PostgresJournal.open(way.url(database))
    last = 0
    for _ in range(ROUNDS):
        way.break_at_commit(random.choice(list(Break)))
        sizes = [random.randrange(1, 4) for _ in range(8)]
        ends = [last + sum(sizes[: index + 1]) for index in range(8)]
        starts = [last, *ends[:-1]]
        results = await asyncio.gather(
            *(
                journal.append(ACME, start, facts(start + 1, end))
                for start, end in zip(starts, ends, strict=True)
            ),
            journal.append(ACME, last, facts(last + 1, last + 1)),
            return_exceptions=True,
        )
        last = ends[-1]
        assert [type(result) for result in results] == [type(None)] * 8 + [JournalFenced]

    print(f"seed {SEED}: {way.breaks} breaks injected, 0 broken")
    assert way.breaks == ROUNDS
    assert list(await journal.read(ACME, 0, 999)) == facts(1, last)
    await journal.close()


async def test_append_waits_for_a_database_that_is_away(server: PostgresServer) -> None:
    """S1: it neither fails nor is acknowledged; health says so in words, then that it is over."""
    journal = await PostgresJournal.open(server.make_database())
    await journal.append(ACME, 0, facts(1, 1), [MARIE])
    server.stop()
    waiting = asyncio.create_task(journal.append(ACME, 1, facts(2, 3)))

    await until(lambda: journal.health().state is JournalState.AWAY)

    assert "does not answer" in journal.health().sentence
    assert "Nothing is promised until it is back" in journal.health().sentence
    assert not waiting.done()
    with pytest.raises(JournalAway):
        await journal.read(ACME, 0, 9)

    await asyncio.to_thread(server.start)
    await asyncio.wait_for(waiting, 15)

    assert journal.health().state is JournalState.READY
    assert list(await journal.read(ACME, 0, 9)) == facts(1, 3)
    assert list(await journal.customers(ACME)) == [MARIE]
    await journal.close()


async def test_append_survives_a_database_that_answers_nobody(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S1: a frozen database closes no connection; that it is silent is told all the same."""
    monkeypatch.setattr("ringback.storage.postgres_writer.SILENCE_SECONDS_MAX", 0.2)
    journal = await PostgresJournal.open(server.make_database())
    await journal.append(ACME, 0, facts(1, 1))
    server.freeze()
    waiting = asyncio.create_task(journal.append(ACME, 1, facts(2, 2)))

    await until(lambda: journal.health().state is JournalState.AWAY)
    assert "for an answer" in journal.health().sentence
    server.thaw()

    await asyncio.wait_for(waiting, 30)
    assert list(await journal.read(ACME, 0, 9)) == facts(1, 2)
    await journal.close()


@pytest.mark.slow
async def test_database_frozen_for_long_is_asked_on_a_new_connection(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S22: the frozen session may still commit when it wakes up; then it is not written again."""
    monkeypatch.setattr("ringback.storage.postgres_writer.ANSWER_SECONDS_MAX", 0.5)
    journal = await PostgresJournal.open(server.make_database())
    for last in range(3):
        server.freeze()
        waiting = asyncio.create_task(journal.append(ACME, last, facts(last + 1, last + 1)))
        await until(lambda: "Nothing is promised" in journal.health().sentence)
        monkeypatch.setattr("ringback.storage.postgres_writer.ANSWER_SECONDS_MAX", 5)
        server.thaw()
        await asyncio.wait_for(waiting, 30)
        monkeypatch.setattr("ringback.storage.postgres_writer.ANSWER_SECONDS_MAX", 0.5)

    monkeypatch.setattr("ringback.storage.postgres_writer.ANSWER_SECONDS_MAX", 5)
    assert list(await journal.read(ACME, 0, 9)) == facts(1, 3)
    await journal.close()


async def test_journal_closes_although_the_database_is_away(server: PostgresServer) -> None:
    """Who wants to stop the server does not wait for the database; what waits was not promised."""
    journal = await PostgresJournal.open(server.make_database())
    server.stop()
    waiting = asyncio.create_task(journal.append(ACME, 0, facts(1, 1)))
    await asyncio.sleep(0)

    await asyncio.wait_for(journal.close(), 15)

    with pytest.raises(JournalFailed):
        await waiting


@pytest.mark.slow
async def test_killed_database_has_lost_nothing_it_acknowledged(server: PostgresServer) -> None:
    """S1: killed with -9 at random moments under load, and started again each time."""
    random = Random(SEED)
    journal = await PostgresJournal.open(server.make_database())
    last = 0
    stopping = False

    async def append_all() -> None:
        nonlocal last
        while not stopping:
            size = random.randrange(1, 6)
            await journal.append(ACME, last, facts(last + 1, last + size))
            last += size

    appending = asyncio.create_task(append_all())
    for _ in range(ROUNDS):
        enough = last + random.randrange(1, 300)
        await until(lambda: last >= enough)  # noqa: B023
        server.kill()
        await asyncio.to_thread(server.start)
        before = last
        await until(lambda: last > before)  # noqa: B023
    stopping = True
    await appending

    print(f"seed {SEED}: {ROUNDS} kills of the database injected, {last} facts, 0 broken")
    assert list(await journal.read(ACME, 0, 1_000_000)) == facts(1, last)
    await journal.close()
