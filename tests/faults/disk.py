"""Where journals live through crashes, in bytes; and the journal that a dying server writes."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol
from zlib import decompress

import apsw

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note, RecordChanges, RecordStore
from ringback.numbering import NumberStore
from ringback.people import PeopleStore
from ringback.ports import Customer, Journal, JournalFailed, SnapshotStore
from ringback.storage.codec import StoredFact, decode_fact, encode_fact
from ringback.storage.memory import MemoryJournal
from ringback.storage.sqlite import SqliteJournal
from ringback.telling import WebhookStore

from .mishaps import Mishap, Mishaps
from .personal_traces import PersonalTraces
from .stepped_loop import SteppedLoop

COMMIT_LASTS = timedelta(milliseconds=2)
SLOW_COMMIT_LASTS = timedelta(milliseconds=1500)


@dataclass
class Trouble:
    """What is wrong with a disk for a while, whoever writes it."""

    full: bool = False
    slow: bool = False


class Died(BaseException):
    """The server's process is gone, as by kill -9."""


class Disk(Protocol):
    """What outlives a server. `rows` gives what is written, byte for byte as it is kept."""

    def open(self) -> Journal: ...

    def rows(self, account_id: AccountId, after_sequence: int) -> list[StoredFact]: ...

    def customers(self, account_id: AccountId) -> Sequence[Customer]:
        """Give the customers, as they stand there."""
        ...

    def contents(self) -> Sequence[bytes]:
        """Give what it holds, save what lies open in a file."""
        ...


class MemoryDisk:
    """Rows in memory; every journal that is opened writes the same ones."""

    def __init__(self) -> None:
        self.journal = CodedJournal()

    def open(self) -> Journal:
        return self.journal

    def rows(self, account_id: AccountId, after_sequence: int) -> list[StoredFact]:
        return self.journal.written.get(account_id, [])[after_sequence:]

    def customers(self, account_id: AccountId) -> Sequence[Customer]:
        return self.journal.known(account_id)

    def contents(self) -> Sequence[bytes]:
        return list(self.journal.contents())


class CodedJournal(MemoryJournal):
    """The journal in memory, of which nothing is read but what the codec has written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[AccountId, list[StoredFact]] = {}

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
        records: RecordChanges | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        rows = [encode_fact(account_id, fact) for fact in facts]
        await super().append(account_id, expected_sequence, facts, customers, records, notes)
        self.written.setdefault(account_id, []).extend(rows)

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        rows = self.written.get(account_id, [])[after_sequence : after_sequence + limit]
        return [decode_fact(account_id, row) for row in rows]

    def known(self, account_id: AccountId) -> Sequence[Customer]:
        return list(self._customers.get(account_id, {}).values())

    def contents(self) -> Iterator[bytes]:
        """Go through facts, customers, notes, records and snapshots."""
        yield repr((self.written, self._customers)).encode()
        yield repr([note.text for kept in self._notes.values() for note in kept.values()]).encode()
        tables = self.records._tables.connection
        names = tables.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            yield repr(tables.execute(f"SELECT * FROM {name}").fetchall()).encode()
        for snapshots in self.snapshots._kept.values():
            yield from (decompress(snapshot.data) for snapshot in snapshots.values())

    async def close(self) -> None:
        """Stay open for the next server."""


class SqliteDisk:
    """A real file of SQLite, looked into beside the server."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading: apsw.Connection | None = None

    def open(self) -> Journal:
        return SqliteJournal.open(self.path)

    def rows(self, account_id: AccountId, after_sequence: int) -> list[StoredFact]:
        if not self.path.exists():
            return []
        if self._reading is None:
            self._reading = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READONLY)
        found = self._reading.execute(
            "SELECT seq, type, version, at, cause, actor, data, checksum FROM journal"
            " WHERE account = ? AND seq > ? ORDER BY seq",
            (account_id, after_sequence),
        )
        return [StoredFact._make(row) for row in found]

    def customers(self, account_id: AccountId) -> Sequence[Customer]:
        assert self._reading is not None
        wanted = "SELECT id, number, name FROM customer WHERE account = ?"
        rows: list[Any] = self._reading.execute(wanted, (account_id,)).fetchall()
        return [Customer(*row) for row in rows]

    def contents(self) -> Sequence[bytes]:
        """Give the snapshots, which lie in the file compressed."""
        assert self._reading is not None
        found: list[Any] = self._reading.execute("SELECT data FROM snapshot").fetchall()
        return [decompress(data) for (data,) in found]

    def close(self) -> None:
        if self._reading is not None:
            self._reading.close()
            self._reading = None


class DyingJournal:
    """A server's way to its journal: commits take time, may fail, and the server may die there.

    `appended` is told of every append that was done; `traces` of all that is personal, before it
    is written.
    """

    def __init__(
        self,
        journal: Journal,
        trouble: Trouble,
        mishaps: Mishaps,
        loop: SteppedLoop,
        appended: Callable[[], None],
        traces: PersonalTraces,
    ) -> None:
        self._journal = journal
        self._trouble = trouble
        self._mishaps = mishaps
        self._loop = loop
        self._appended = appended
        self._traces = traces
        self._being_written: list[asyncio.Future[None]] = []

    @property
    def writing(self) -> asyncio.Future[None] | None:
        """Done when a thread of the journal has done its part."""
        return self._being_written[0] if self._being_written else None

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
        records: RecordChanges | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        self._mishaps.in_hand = facts
        await self._loop.pass_time(SLOW_COMMIT_LASTS if self._trouble.slow else COMMIT_LASTS)
        if self._mishaps.strikes(Mishap.DIES_BEFORE_APPEND):
            raise Died
        if self._trouble.full or self._mishaps.strikes(Mishap.APPEND_REFUSED):
            raise JournalFailed("The disk that holds the journal is full.")
        self._traces.written(customers, notes)
        await self._in_thread(
            self._journal.append(account_id, expected_sequence, facts, customers, records, notes)
        )
        self._appended()
        if self._mishaps.strikes(Mishap.DIES_AFTER_APPEND):
            raise Died
        if self._mishaps.strikes(Mishap.COMMIT_UNANSWERED):
            raise JournalFailed("The disk that holds the journal fails.")

    async def read(self, account_id: AccountId, after_sequence: int, limit: int) -> Sequence[Fact]:
        return await self._journal.read(account_id, after_sequence, limit)

    async def last_sequence(self, account_id: AccountId) -> int:
        return await self._journal.last_sequence(account_id)

    @property
    def records(self) -> RecordStore:
        return self._journal.records

    @property
    def snapshots(self) -> SnapshotStore:
        return self._journal.snapshots

    @property
    def webhooks(self) -> WebhookStore:
        return self._journal.webhooks

    @property
    def numbers(self) -> NumberStore:
        return self._journal.numbers

    @property
    def people(self) -> PeopleStore:
        return self._journal.people

    async def accounts(self) -> Sequence[AccountId]:
        return await self._journal.accounts()

    async def customers(self, account_id: AccountId) -> Sequence[Customer]:
        return await self._journal.customers(account_id)

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]:
        return await self._journal.notes(account_id, after, limit)

    async def keep_notes(self, account_id: AccountId, notes: Sequence[Note]) -> None:
        self._traces.written((), notes)
        await self._in_thread(self._journal.keep_notes(account_id, notes))

    async def remove_account(self, account_id: AccountId) -> None:
        await self._journal.remove_account(account_id)

    async def scrub(self, *, thorough: bool) -> None:
        await self._in_thread(self._journal.scrub(thorough=thorough))

    async def close(self) -> None:
        await self._journal.close()

    async def _in_thread(self, work: Coroutine[Any, Any, None]) -> None:
        """Let whoever runs the loop wait for a thread."""
        done: asyncio.Future[None] = self._loop.create_future()
        self._being_written.append(done)
        try:
            await work
        finally:
            self._being_written.remove(done)
            done.set_result(None)
