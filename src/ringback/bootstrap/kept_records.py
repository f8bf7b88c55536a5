"""Brings an account back with its records, made anew where the store has them not or otherwise.

What a snapshot holds is not replayed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog

from ringback.core.events import Fact
from ringback.core.ids import AccountId, NoteId
from ringback.history import Note, RecordStore
from ringback.ports import Journal
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.records.documents import RECORDS_VERSION
from ringback.runtime.recovery import ReadableJournal, Recovered, recover
from ringback.storage.memory import RecordsInMemory

from .snapshots import JournalWithSnapshots, find_beginning

_log = structlog.get_logger(__name__)


class JournalWithRecords(JournalWithSnapshots, Protocol):
    """The reading half of a journal, with the records beside it."""

    @property
    def records(self) -> RecordStore: ...

    async def facts_at(self, account_id: AccountId, sequences: Sequence[int]) -> Sequence[Fact]: ...

    async def notes(
        self, account_id: AccountId, after: NoteId | None, limit: int
    ) -> Sequence[Note]: ...


@dataclass(frozen=True, slots=True)
class RecoveredAccount:
    """An account and its records; up to `replayed_from` a snapshot had them."""

    account: Recovered
    archive: Archive
    replayed_from: int = 0


async def recover_for_reading(
    journal: JournalWithRecords, account_id: AccountId
) -> RecoveredAccount:
    """Read the journal without writing anything; records that are not kept are made in memory.

    Raises `JournalFailed`.
    """
    if await journal.records.records_version(account_id) == RECORDS_VERSION:
        return await _replay(journal, journal.records, account_id)
    records = RecordsInMemory(journal.facts_at, journal.customers, journal.notes)
    return await rebuild(journal, records, account_id)


async def recover_for_writing(journal: Journal, account_id: AccountId) -> RecoveredAccount:
    """Read the journal, and make the records again unless they are all there.

    Raises `JournalFailed`.
    """
    kept = await journal.records.records_version(account_id)
    if kept == RECORDS_VERSION:
        return await _replay(journal, journal.records, account_id)
    facts = await journal.last_sequence(account_id)
    if facts:
        _log.info("records.rebuilding", kept=kept, wanted=RECORDS_VERSION, facts=facts)
    return await rebuild(journal, journal.records, account_id)


async def rebuild(
    journal: ReadableJournal,
    records: RecordStore,
    account_id: AccountId,
    told: Callable[[int], None] = lambda _: None,
) -> RecoveredAccount:
    """Drop all records and make them again; `told` hears how far it is, in facts.

    Interrupted, it begins anew at the next start. Raises `JournalFailed`.
    """
    book = RecordBook()
    await records.drop_records(account_id)

    async def fold(facts: Sequence[Fact]) -> None:
        await records.keep_records(account_id, book.fold(facts))
        told(facts[-1].sequence)

    recovered = await recover(journal, account_id, fold)
    await records.stamp_records(account_id, RECORDS_VERSION)
    return RecoveredAccount(recovered, Archive(account_id, book, records))


async def _replay(
    journal: JournalWithSnapshots, records: RecordStore, account_id: AccountId
) -> RecoveredAccount:
    beginning = await find_beginning(journal, account_id)
    replayed_from = beginning.sequence

    async def fold(facts: Sequence[Fact]) -> None:
        beginning.book.fold(facts)

    recovered = await recover(journal, account_id, fold, beginning.world)
    archive = Archive(account_id, beginning.book, records)
    return RecoveredAccount(recovered, archive, replayed_from)
