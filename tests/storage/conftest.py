"""The databases that stores are tested on."""

from collections.abc import Iterator

import pytest
from tests.postgres_server import PostgresServer, running_postgres


@pytest.fixture(scope="session")
def shared_postgres() -> Iterator[PostgresServer]:
    """One server for all tests of a worker that leave it running."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def database(shared_postgres: PostgresServer) -> str:
    """An empty database, as an address."""
    return shared_postgres.make_database()
