"""The databases that stores are tested on."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tests.postgres_server import PostgresServer, running_postgres

from ringback.ports import Journal
from ringback.storage.memory import MemoryJournal
from ringback.storage.postgres import PostgresJournal
from ringback.storage.sqlite import SqliteJournal


@pytest.fixture(scope="session")
def shared_postgres() -> Iterator[PostgresServer]:
    """One server for all tests of a worker that leave it running."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def database(shared_postgres: PostgresServer) -> str:
    """An empty database, as an address."""
    return shared_postgres.make_database()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    """Each journal there is, new and empty."""
    opened: Journal
    match request.param:
        case "memory":
            opened = MemoryJournal()
        case "sqlite":
            opened = SqliteJournal.open(tmp_path / "journal.db")
        case _:
            opened = await PostgresJournal.open(request.getfixturevalue("database"))
    yield opened
    await opened.close()
