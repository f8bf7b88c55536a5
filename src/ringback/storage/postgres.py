"""The journal in a PostgreSQL database: one writer by lease, and patient while it is away."""

from collections.abc import Sequence

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note, RecordChanges
from ringback.ports import Customer, JournalFailed, JournalHealth

from .account_tables import statements_of_removal
from .appending import append_of, append_of_records
from .note_rows import statements_of_notes
from .number_table import NumberTable
from .people_tables import PeopleTables
from .postgres_address import PostgresAddress
from .postgres_failures import explained
from .postgres_lease import Lease
from .postgres_reader import PostgresReader
from .postgres_schema import make_sound, upgrade
from .postgres_scrubbing import scrub
from .postgres_writer import PostgresWriter
from .record_statements import Statement
from .record_tables import RecordTables
from .snapshot_table import SnapshotTable
from .webhook_table import WebhookTable


class PostgresJournal:
    """The `Journal` port on PostgreSQL. Made by `open`; used from one event loop.

    An append waits for as long as the database is away; `health` tells. After a `JournalFailed`
    other than one of a fenced append, every append fails. An append that is cancelled may have
    been committed.
    """

    def __init__(
        self, address: PostgresAddress, writer: PostgresWriter, reader: PostgresReader
    ) -> None:
        self._address = address
        self._writer = writer
        self._reader = reader
        self.records = RecordTables(reader.ask, self._write_records, reader.facts_at)
        self.snapshots = SnapshotTable(reader.ask, self._write_records)
        self.webhooks = WebhookTable(reader.ask, self._write_records)
        self.people = PeopleTables(reader.ask, self._write_records)
        self.numbers = NumberTable(reader.ask, self._write_records)
        self._closed = False

    @classmethod
    async def open(cls, url: str) -> "PostgresJournal":
        """Open a journal, creating or upgrading it in a database of its own.

        Waits for as long as the lease of a server that was killed goes on. Raises `JournalRefused`
        for a database that is damaged, newer or not ours and leaves it as it is, and
        `JournalFailed` when it cannot be used or another server is using it.
        """
        address = PostgresAddress(url)
        lease = Lease(address)
        with explained(address):
            connection = await address.connect(lease.purpose)
            try:
                await make_sound(connection, address)
                await lease.take(connection)
                await upgrade(connection, address)
            except BaseException:
                await connection.close()
                raise
        reader = PostgresReader(address)
        await reader.start()
        return cls(address, PostgresWriter(address, connection, lease), reader)

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
        """Thorough or not, the database writes its files anew."""
        self._require_open()
        await scrub(self._address)

    def health(self) -> JournalHealth:
        return self._writer.health()

    async def watch(self) -> None:
        """Wait until nothing can be appended any more; raises `JournalFailed` if it failed."""
        await self._writer.watch()

    async def close(self) -> None:
        """Commit what was submitted, then let the next server have the database at once."""
        if not self._closed:
            self._closed = True
            await self._writer.stop()
            await self._reader.close()

    async def _write_records(self, account_id: AccountId, statements: Sequence[Statement]) -> None:
        self._require_open()
        append = append_of_records(account_id, statements)
        self._writer.submit(append)
        await append.answer

    def _require_open(self) -> None:
        if self._closed:
            raise JournalFailed("The journal is closed.")
