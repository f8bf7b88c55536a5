"""Reading a journal on a connection and a thread of its own, so that no append ever waits."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import apsw

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note
from ringback.ports import Customer, JournalFailed

from .note_rows import notes_of, notes_query
from .number_table import NumberTable
from .people_tables import PeopleTables
from .reading import customers_of, facts_at, facts_of
from .record_queries import Query, facts_query, last_sequence_query
from .record_statements import Row, Statement
from .record_tables import RecordTables
from .snapshot_table import SnapshotTable
from .sqlite_failures import damaged, explain
from .sqlite_file import connect_to_read

_Read = TypeVar("_Read")


class SqliteReader:
    """The reading half of the `Journal` port."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect_to_read(path)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal-reader")
        self.records = RecordTables(self.ask, self._refuse, self.facts_at)
        self.snapshots = SnapshotTable(self.ask, self._refuse)
        self.people = PeopleTables(self.ask, self._refuse)
        self.numbers = NumberTable(self.ask, self._refuse)
        self._closed = False

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        return await self._in_thread(lambda: self._facts(account_id, after_sequence, limit))

    async def last_sequence(self, account_id: AccountId) -> int:
        [[last]] = await self.ask(last_sequence_query(account_id))
        return int(last)

    async def accounts(self) -> Sequence[AccountId]:
        return await self._in_thread(self._accounts)

    async def customers(self, account_id: AccountId) -> Sequence[Customer]:
        return await self._in_thread(lambda: self._customers(account_id))

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]:
        rows = await self.ask(notes_query(account_id, after, limit))
        return notes_of(self._path, account_id, rows)

    async def ask(self, query: Query) -> Sequence[Row]:
        """Give all rows of a question about records."""
        return await self._in_thread(
            lambda: self._connection.execute(query.text, query.given).fetchall()
        )

    async def facts_at(self, account_id: AccountId, sequences: Sequence[int]) -> Sequence[Fact]:
        """Give single facts, asked for in order."""
        rows = await self.ask(facts_query(account_id, sequences))
        return facts_at(self._path, account_id, sequences, rows)

    async def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._thread.submit(self._connection.close)
            await asyncio.to_thread(self._thread.shutdown)

    async def _refuse(self, _account_id: AccountId, _statements: Sequence[Statement]) -> None:
        raise JournalFailed(f"{self._path} was opened for reading.")

    async def _in_thread(self, work: Callable[[], _Read]) -> _Read:
        if self._closed:
            raise JournalFailed("The journal is closed.")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._explained, work)

    def _explained(self, work: Callable[[], _Read]) -> _Read:
        try:
            return work()
        except apsw.Error as error:
            raise explain(self._path, error) from error
        except UnicodeDecodeError as error:
            raise damaged(self._path, str(error)) from error

    def _facts(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        rows = self._connection.execute(
            "SELECT seq, type, version, at, cause, actor, data, checksum FROM journal"
            " WHERE account = ? AND seq > ? ORDER BY seq LIMIT ?",
            (account_id, after_sequence, limit),
        )
        return facts_of(self._path, account_id, after_sequence, rows)

    def _accounts(self) -> Sequence[AccountId]:
        rows = self._connection.execute(
            "WITH RECURSIVE found(account) AS ("
            "  SELECT min(account) FROM journal UNION ALL"
            "  SELECT (SELECT min(account) FROM journal WHERE account > found.account)"
            "  FROM found WHERE found.account IS NOT NULL)"
            " SELECT account FROM found WHERE account IS NOT NULL"
        )
        return [AccountId(account) for (account,) in rows]

    def _customers(self, account_id: AccountId) -> Sequence[Customer]:
        rows = self._connection.execute(
            "SELECT id, number, name, checksum FROM customer WHERE account = ? ORDER BY id",
            (account_id,),
        )
        return customers_of(self._path, account_id, rows)
