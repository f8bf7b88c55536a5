"""A journal in memory whose facts go into a file in pages, each with all that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ringback.core.events import Fact
from ringback.core.ids import AccountId
from ringback.history import Note, RecordChanges
from ringback.ports import Customer, Journal
from ringback.records.documents import RECORDS_VERSION
from ringback.storage.memory import MemoryJournal

FACTS_OF_PAGE = 2_000


@dataclass(slots=True)
class Page:
    """Facts that follow one another, and the rows that follow from them."""

    facts: list[Fact] = field(default_factory=list)
    customers: list[Customer] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    records: RecordChanges = field(default_factory=RecordChanges)


class PagedJournal(MemoryJournal):
    """Keeps everything that is appended; one account's."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = [Page()]

    async def append(
        self,
        account_id: AccountId,
        expected_sequence: int,
        facts: Sequence[Fact],
        customers: Sequence[Customer] = (),
        records: RecordChanges | None = None,
        notes: Sequence[Note] = (),
    ) -> None:
        await super().append(account_id, expected_sequence, facts, customers, None, notes)
        if len(self._pages[-1].facts) >= FACTS_OF_PAGE:
            self._pages.append(Page())
        page = self._pages[-1]
        page.facts.extend(facts)
        page.customers.extend(customers)
        page.notes.extend(notes)
        if records is not None:
            _add(page.records, records)

    async def write_into(self, journal: Journal, account_id: AccountId) -> None:
        """Append everything to a journal that is empty; its records are all there then."""
        written = 0
        for page in self._pages:
            await journal.append(
                account_id, written, page.facts, page.customers, page.records, page.notes
            )
            written += len(page.facts)
        await journal.records.stamp_records(account_id, RECORDS_VERSION)


def _add(records: RecordChanges, later: RecordChanges) -> None:
    records.calls |= later.calls
    records.callbacks |= later.callbacks
    records.own_tags |= later.own_tags
    records.services += later.services
    records.late_facts += later.late_facts
    records.agent_hours |= later.agent_hours
