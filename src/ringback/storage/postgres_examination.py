"""Looks at a database without changing anything in it: who writes it, and how it is kept."""

import time
from dataclasses import dataclass

import psycopg

from ringback.ports import JournalFailed

from .postgres_address import PostgresAddress
from .postgres_failures import explained
from .postgres_schema import is_empty, refuse_unfit_server, refuse_unless_known

_HOLDER = "SELECT described, expires > clock_timestamp() FROM writer"
_KEPT = """
    SELECT current_setting('synchronous_commit'), current_setting('fsync'),
        (SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum'))
"""


@dataclass(frozen=True, slots=True)
class DatabaseStanding:
    """How a database is; `writer` is empty while nobody has the right to write."""

    name: str
    version: str
    is_empty: bool
    migrations_pending: int = 0
    writer: str = ""
    synchronous_commit: str = ""
    fsync: str = ""
    standbys: int = 0
    """Those that have each commit before it is acknowledged."""
    answer_seconds: float = 0.0


async def examine(url: str) -> DatabaseStanding:
    """Look at it. Raises `JournalFailed` with what is wrong."""
    address = PostgresAddress(url)
    with explained(address):
        connection = await psycopg.AsyncConnection.connect(
            **address.parameters_to_read("ringback doctor"), autocommit=True
        )
        async with connection:
            refuse_unfit_server(connection, address)
            number = connection.info.server_version
            version = f"{number // 10_000}.{number % 10_000}"
            if await is_empty(connection, address):
                return DatabaseStanding(str(address), version, is_empty=True)
            pending = await refuse_unless_known(connection, address)
            began = time.perf_counter()
            holder = await (await connection.execute(_HOLDER)).fetchone()
            answered = time.perf_counter() - began
            kept = await (await connection.execute(_KEPT)).fetchone()
            if kept is None:
                raise JournalFailed(f"{address.capitalised} does not tell how it is kept.")
            return DatabaseStanding(
                str(address),
                version,
                is_empty=False,
                migrations_pending=len(pending),
                writer=str(holder[0]) if holder and holder[1] else "",
                synchronous_commit=kept[0],
                fsync=kept[1],
                standbys=kept[2],
                answer_seconds=answered,
            )
