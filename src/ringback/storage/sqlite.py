"""The journal in one SQLite file: synced at every commit, one writer, checked when opened."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note, RecordChanges
from ringback.ports import Customer, JournalAway, JournalFailed, JournalHealth

from .account_tables import statements_of_removal
from .appending import Scrubbing, append_of, append_of_records, append_to_scrub
from .note_rows import statements_of_notes
from .number_table import NumberTable
from .people_tables import PeopleTables
from .record_statements import Statement
from .record_tables import RecordTables
from .snapshot_table import SnapshotTable
from .sqlite_file import FileTaken, connect_to_write, take
from .sqlite_reader import SqliteReader
from .sqlite_writer import SqliteWriter
from .webhook_table import WebhookTable

SCRUBS_MAX = 20
SECONDS_BETWEEN_SCRUBS = 0.25


def open_read_only(path: Path) -> SqliteReader:
    """Open a journal for the command line, whether a server is writing it or not."""
    return SqliteReader(path)


class SqliteJournal:
    """The `Journal` port on SQLite. Made by `open`; used from one event loop.

    While the disk is full, appends wait. After a `JournalFailed` other than `JournalFenced`, every
    append fails. An append that is cancelled may have been committed.
    """

    def __init__(
        self, taken: FileTaken, writer: SqliteWriter, reader: SqliteReader, asked: SqliteReader
    ) -> None:
        self._taken = taken
        self._writer = writer
        self._reader = reader
        self._asked = asked
        self.records = RecordTables(asked.ask, self._write_records, asked.facts_at)
        self.snapshots = SnapshotTable(asked.ask, self._write_records)
        self.webhooks = WebhookTable(asked.ask, self._write_records)
        self.people = PeopleTables(asked.ask, self._write_records)
        self.numbers = NumberTable(asked.ask, self._write_records)
        self._closed = False

    @classmethod
    def open(cls, path: Path) -> "SqliteJournal":
        """Open or create a journal; blocks while the file is checked.

        Raises `JournalRefused` for a damaged or newer file and leaves it as it is, and
        `JournalFailed` when the file cannot be used or another server is using it.
        """
        taken = take(path)
        try:
            connection = connect_to_write(path)
            reader, asked = SqliteReader(path), SqliteReader(path)
        except BaseException:
            taken.release()
            raise
        return cls(taken, SqliteWriter(path, connection), reader, asked)

    def health(self) -> JournalHealth:
        """Say whether the disk has room, in words."""
        return self._writer.health()

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
        records: RecordChanges | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        self._require_open()
        append = append_of(account_id, expected_sequence, facts, customers, records, notes)
        self._writer.submit(append)
        await append.answer

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        return await self._reader.read(account_id, after_sequence, limit)

    async def last_sequence(self, account_id: AccountId) -> int:
        return await self._reader.last_sequence(account_id)

    async def accounts(self) -> Sequence[AccountId]:
        return await self._reader.accounts()

    async def customers(self, account_id: AccountId) -> Sequence[Customer]:
        return await self._reader.customers(account_id)

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]:
        return await self._reader.notes(account_id, after, limit)

    async def keep_notes(self, account_id: AccountId, notes: Sequence[Note]) -> None:
        await self._write_records(account_id, tuple(statements_of_notes(account_id, notes)))

    async def remove_account(self, account_id: AccountId) -> None:
        await self._write_records(account_id, statements_of_removal(account_id))

    async def scrub(self, *, thorough: bool) -> None:
        scrubbing = Scrubbing.TABLES_AND_LOG if thorough else Scrubbing.LOG
        for _ in range(SCRUBS_MAX):
            self._require_open()
            append = append_to_scrub(scrubbing)
            self._writer.submit(append)
            try:
                await append.answer
            except JournalAway:
                scrubbing = Scrubbing.LOG
                await asyncio.sleep(SECONDS_BETWEEN_SCRUBS)
            else:
                return
        raise JournalAway(
            "What was erased is still in the journal's log, since somebody has been reading the"
            " journal for long, or its disk is full: it goes as soon as that is over."
        )

    async def close(self) -> None:
        """Commit what was submitted, then let go of the file."""
        if not self._closed:
            self._closed = True
            await self._reader.close()
            await self._asked.close()
            await asyncio.to_thread(self._writer.stop)
            self._taken.release()

    async def _write_records(self, account_id: AccountId, statements: Sequence[Statement]) -> None:
        self._require_open()
        append = append_of_records(account_id, statements)
        self._writer.submit(append)
        await append.answer

    def _require_open(self) -> None:
        if self._closed:
            raise JournalFailed("The journal is closed.")
