"""Reading a database on connections of their own, so that no append ever waits."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from psycopg_pool import AsyncConnectionPool

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note
from ringback.ports import Customer, JournalFailed

from .note_rows import notes_of, notes_query
from .number_table import NumberTable
from .people_tables import PeopleTables
from .postgres_address import Connection, PostgresAddress
from .postgres_failures import explained
from .postgres_schema import is_empty, refuse_unless_known
from .reading import customers_of, facts_at, facts_of
from .record_queries import Query, facts_query, last_sequence_query
from .record_statements import Row, Statement
from .record_tables import RecordTables
from .snapshot_table import SnapshotTable

CONNECTIONS_MAX = 4
ANSWER_SECONDS_MAX = 5

_FACTS = (
    "SELECT seq, type, version, at, cause, actor, data, checksum FROM journal"
    " WHERE account = %s AND seq > %s ORDER BY seq LIMIT %s"
)
_ACCOUNTS = """
    WITH RECURSIVE found(account) AS (
        SELECT min(account) FROM journal
        UNION ALL
        SELECT (SELECT min(account) FROM journal WHERE account > found.account)
        FROM found WHERE found.account IS NOT NULL)
    SELECT account FROM found WHERE account IS NOT NULL
"""
_CUSTOMERS = "SELECT id, number, name, checksum FROM customer WHERE account = %s ORDER BY id"


class PostgresReader:
    """The reading half of the `Journal` port."""

    def __init__(self, address: PostgresAddress) -> None:
        self._address = address
        self.records = RecordTables(self.ask, self._refuse, self.facts_at)
        self.snapshots = SnapshotTable(self.ask, self._refuse)
        self.people = PeopleTables(self.ask, self._refuse)
        self.numbers = NumberTable(self.ask, self._refuse)
        self._closed = False
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            kwargs={**address.parameters_to_read("ringback reader"), "autocommit": True},
            min_size=0,
            max_size=CONNECTIONS_MAX,
            timeout=ANSWER_SECONDS_MAX,
            reconnect_timeout=ANSWER_SECONDS_MAX,
            check=AsyncConnectionPool.check_connection,
            open=False,
            name="ringback-reader",
        )

    @classmethod
    async def open(cls, url: str) -> "PostgresReader":
        """Open a journal for the command line, whether a server is writing it or not.

        Raises `JournalFailed` when there is none, and `JournalRefused`.
        """
        address = PostgresAddress(url)
        reader = cls(address)
        await reader.start()
        try:
            with explained(address):
                async with await address.connect("ringback reader") as connection:
                    if await is_empty(connection, address):
                        raise JournalFailed(
                            f"There is no journal in {address} yet; `ringback serve` makes it."
                        )
                    await refuse_unless_known(connection, address)
        except BaseException:
            await reader.close()
            raise
        return reader

    async def start(self) -> None:
        """Make the reader ready; it connects when it is asked."""
        await self._pool.open()

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        async with self._connection() as connection:
            found = await connection.execute(_FACTS, (account_id, after_sequence, limit))
            rows = await found.fetchall()
        return facts_of(self._address, account_id, after_sequence, rows)

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]:
        rows = await self.ask(notes_query(account_id, after, limit))
        return notes_of(self._address, account_id, rows)

    async def ask(self, query: Query) -> Sequence[Row]:
        """Give all rows of a question about records."""
        async with self._connection() as connection:
            found = await connection.execute(marked(query.text), query.given)
            return await found.fetchall()

    async def facts_at(self, account_id: AccountId, sequences: Sequence[int]) -> Sequence[Fact]:
        """Give single facts, asked for in order."""
        rows = await self.ask(facts_query(account_id, sequences))
        return facts_at(self._address, account_id, sequences, rows)

    async def last_sequence(self, account_id: AccountId) -> int:
        [[last]] = await self.ask(last_sequence_query(account_id))
        return int(last)

    async def _refuse(self, _account_id: AccountId, _statements: Sequence[Statement]) -> None:
        raise JournalFailed(f"{self._address} was opened for reading.")

    async def accounts(self) -> Sequence[AccountId]:
        async with self._connection() as connection:
            found = await connection.execute(_ACCOUNTS)
            return [AccountId(account) for (account,) in await found.fetchall()]

    async def customers(self, account_id: AccountId) -> Sequence[Customer]:
        async with self._connection() as connection:
            found = await connection.execute(_CUSTOMERS, (account_id,))
            rows = await found.fetchall()
        return customers_of(self._address, account_id, rows)

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            await self._pool.close()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[Connection]:
        """Lend a connection; raises `JournalAway` when none can be had in time."""
        if self._closed:
            raise JournalFailed("The journal is closed.")
        with explained(self._address):
            async with self._pool.connection() as connection:
                yield connection


def marked(text: str) -> bytes:
    """Write a shared statement with PostgreSQL's marks for what is given."""
    return text.replace("?", "%s").encode()
