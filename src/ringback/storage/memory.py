"""A journal that lives as long as its process: for tests, simulations and the demo."""

from collections.abc import Awaitable, Callable, Sequence

import apsw

from ringback.core.events import Fact
from ringback.core.ids import AccountId, CustomerId, NoteId
from ringback.history import Note, RecordChanges
from ringback.ports import SNAPSHOTS_KEPT, Customer, JournalFailed, JournalFenced, Snapshot

from .account_tables import statements_of_removal
from .appending import fenced_sentence, readable, require_consecutive
from .note_rows import COLUMNS, note_row, storable_note
from .number_table import NumberTable
from .people_tables import PeopleTables
from .record_queries import Query
from .record_statements import Row, Statement
from .record_tables import FactsAt, RecordTables
from .released_schema import read_migrations
from .sqlite_file import MIGRATIONS
from .webhook_table import WebhookTable


class _Tables:
    """The tables beside a journal, in memory; made when they are first needed."""

    def __init__(self) -> None:
        self._made: list[apsw.Connection] = []

    @property
    def connection(self) -> apsw.Connection:
        if not self._made:
            self._made.append(apsw.Connection(":memory:"))
            for migration in read_migrations(MIGRATIONS):
                self._made[0].execute(migration.sql)
        return self._made[0]

    async def ask(self, query: Query) -> Sequence[Row]:
        return self.connection.execute(query.text, query.given).fetchall()

    async def write(self, _account_id: AccountId, statements: Sequence[Statement]) -> None:
        with self.connection:
            for text, rows in statements:
                self.connection.executemany(text, rows)


Customers = Callable[[AccountId], Awaitable[Sequence[Customer]]]
Notes = Callable[[AccountId, NoteId | None, int], Awaitable[Sequence[Note]]]

EVERY_NOTE = 1_000_000_000


class RecordsInMemory(RecordTables):
    """Records in memory, beside a journal that may lie elsewhere: whom it knows is asked once."""

    def __init__(
        self,
        facts_at: FactsAt,
        customers: Customers | None = None,
        notes: Notes | None = None,
    ) -> None:
        self._tables = _Tables()
        super().__init__(self._ask_tables, self._tables.write, facts_at)
        self._customers = customers
        self._notes = notes
        self._known: set[AccountId] = set()

    def keep_customers(self, account_id: AccountId, customers: Sequence[Customer]) -> None:
        """Let customers be found by number; one that is known is replaced."""
        self._tables.connection.executemany(
            "INSERT OR REPLACE INTO customer VALUES (?, ?, ?, ?, 0)",
            [(account_id, one.id, one.number, one.name) for one in customers],
        )

    def keep_notes(self, account_id: AccountId, notes: Sequence[Note]) -> None:
        """Let notes be found by their calls."""
        self._tables.connection.executemany(
            f"INSERT OR REPLACE INTO note (account, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [note_row(account_id, one) for one in notes],
        )

    async def forget(self, account_id: AccountId) -> None:
        await self._tables.write(account_id, statements_of_removal(account_id))

    async def _ask_tables(self, query: Query) -> Sequence[Row]:
        account_id = query.given[0]
        if account_id not in self._known:
            self._known.add(account_id)
            if self._customers is not None:
                self.keep_customers(account_id, await self._customers(account_id))
            if self._notes is not None:
                self.keep_notes(account_id, await self._notes(account_id, None, EVERY_NOTE))
        return await self._tables.ask(query)


def people_in_memory() -> PeopleTables:
    tables = _Tables()
    return PeopleTables(tables.ask, tables.write)


class MemorySnapshots:
    """The `SnapshotStore` port without a disk."""

    def __init__(self) -> None:
        self._kept: dict[AccountId, dict[int, Snapshot]] = {}

    async def keep(self, account_id: AccountId, snapshot: Snapshot) -> None:
        kept = {**self._kept.get(account_id, {}), snapshot.sequence: snapshot}
        newest = sorted(kept, reverse=True)[:SNAPSHOTS_KEPT]
        self._kept[account_id] = {sequence: kept[sequence] for sequence in newest}

    async def kept(self, account_id: AccountId) -> Sequence[Snapshot]:
        return list(self._kept.get(account_id, {}).values())

    def forget(self, account_id: AccountId) -> None:
        self._kept.pop(account_id, None)


class MemoryJournal:
    """The `Journal` port without a disk."""

    def __init__(self) -> None:
        self._facts: dict[AccountId, list[Fact]] = {}
        self._customers: dict[AccountId, dict[CustomerId, Customer]] = {}
        self._notes: dict[AccountId, dict[NoteId, Note]] = {}
        self.records = RecordsInMemory(self._facts_at)
        self.snapshots = MemorySnapshots()
        self._tables = _Tables()
        self.webhooks = WebhookTable(self._tables.ask, self._tables.write)
        self.people = PeopleTables(self._tables.ask, self._tables.write)
        self.numbers = NumberTable(self._tables.ask, self._tables.write)
        self._closed = False

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
        require_consecutive(expected_sequence, facts)
        last_sequence = len(self._facts.get(account_id, ()))
        if last_sequence != expected_sequence:
            raise JournalFenced(fenced_sentence(account_id, expected_sequence, last_sequence))
        if facts:
            self._facts.setdefault(account_id, []).extend(facts)
        stored = [readable(customer) for customer in customers]
        self._customers.setdefault(account_id, {}).update({one.id: one for one in stored})
        if stored:
            self.records.keep_customers(account_id, stored)
        for note in notes:
            self._store_note(account_id, note)
        if records is not None:
            await self.records.keep_records(account_id, records)

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        self._require_open()
        return self._facts.get(account_id, [])[after_sequence : after_sequence + limit]

    async def last_sequence(self, account_id: AccountId) -> int:
        self._require_open()
        return len(self._facts.get(account_id, ()))

    async def accounts(self) -> Sequence[AccountId]:
        self._require_open()
        return sorted(self._facts)

    async def customers(self, account_id: AccountId) -> Sequence[Customer]:
        self._require_open()
        known = self._customers.get(account_id, {})
        return [known[customer_id] for customer_id in sorted(known)]

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]:
        self._require_open()
        written = self._notes.get(account_id, {})
        return [written[note_id] for note_id in sorted(written) if note_id > (after or "")][:limit]

    async def keep_notes(self, account_id: AccountId, notes: Sequence[Note]) -> None:
        self._require_open()
        for note in notes:
            self._store_note(account_id, note)

    async def remove_account(self, account_id: AccountId) -> None:
        self._require_open()
        for kept in (self._facts, self._customers, self._notes):
            kept.pop(account_id, None)
        self.snapshots.forget(account_id)
        await self.records.forget(account_id)
        await self._tables.write(account_id, statements_of_removal(account_id))

    async def scrub(self, *, thorough: bool) -> None:
        self._require_open()

    async def close(self) -> None:
        self._closed = True

    def _store_note(self, account_id: AccountId, note: Note) -> None:
        written = self._notes.setdefault(account_id, {})
        before = written.get(note.id)
        if before is None or before.text is not None:
            written[note.id] = storable_note(note)
            self.records.keep_notes(account_id, [written[note.id]])

    def _require_open(self) -> None:
        if self._closed:
            raise JournalFailed("The journal is closed.")

    async def _facts_at(self, account_id: AccountId, sequences: Sequence[int]) -> Sequence[Fact]:
        self._require_open()
        facts = self._facts[account_id]
        return [facts[sequence - 1] for sequence in sequences]
