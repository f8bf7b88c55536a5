"""Wipes what erased customers have left in a database's files: dead rows and statistics."""

import psycopg

from ringback.ports import JournalAway

from .postgres_address import PostgresAddress
from .postgres_failures import explained

SECONDS_MAX = 60

_SCRUBS = (
    "VACUUM (FULL, ANALYZE) customer",
    "VACUUM (FULL, ANALYZE) note",
    "VACUUM (FULL) pg_catalog.pg_statistic",
)
"""All are written anew. In the last one lie values that statistics were made of."""


async def scrub(address: PostgresAddress) -> None:
    """Write customers and notes anew; whoever reads or writes them waits meanwhile.

    A user who does not own the database leaves the statistics to it. Raises `JournalAway` where
    somebody has the table for too long, and `JournalFailed`.
    """
    parameters = address.parameters(
        "ringback scrub", lock_timeout="2s", statement_timeout=f"{SECONDS_MAX}s"
    )
    with explained(address):
        try:
            connection = await psycopg.AsyncConnection.connect(**parameters, autocommit=True)
            async with connection:
                for statement in _SCRUBS:
                    await connection.execute(statement.encode())
        except (psycopg.errors.LockNotAvailable, psycopg.errors.QueryCanceled) as busy:
            raise JournalAway(
                f"What was erased is still in the files of {address}, since somebody has been using"
                " its customers for long: it goes as soon as nobody does."
            ) from busy
