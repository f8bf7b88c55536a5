"""The `RecordStore` port on any database that takes our statements."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from ringback.contacts import Contact, ContactFilter, ConversationFilter, DatedContact
from ringback.core.events import Fact
from ringback.core.ids import (
    AccountId,
    CallbackId,
    CallId,
    CustomerId,
    ItemId,
    LineId,
    NoteId,
    TagId,
)
from ringback.figures import Figures, FiguresWanted
from ringback.history import (
    CallbackFilter,
    CallbackOrder,
    CallFilter,
    CallOrder,
    Note,
    Page,
    RecordChanges,
    StoredCall,
    StoredCallback,
    StoredConversation,
    StoredEntry,
)

from . import contact_queries, conversation_pages, figure_queries
from . import record_queries as queries
from .note_rows import (
    note_query,
    notes_about_query,
    notes_before_query,
    notes_of_query,
    read_note,
)
from .record_queries import Ask, Query
from .record_statements import (
    Row,
    Statement,
    statements_of,
    statements_to_drop,
    statements_to_stamp,
)

Write = Callable[[AccountId, Sequence[Statement]], Awaitable[None]]
FactsAt = Callable[[AccountId, Sequence[int]], Awaitable[Sequence[Fact]]]

AT_ONCE_MAX = 500
"""How many values stand in one question."""

T = TypeVar("T")


class RecordTables:
    """Asks and writes as the store does it: `ask` beside the journal, `write` in its order."""

    def __init__(self, ask: Ask, write: Write, facts_at: FactsAt) -> None:
        self._ask = ask
        self._write = write
        self._facts_at = facts_at

    async def records_version(self, account_id: AccountId) -> int | None:
        rows = await self._ask(queries.version_query(account_id))
        return int(rows[0][0]) if rows else None

    async def drop_records(self, account_id: AccountId) -> None:
        await self._write(account_id, tuple(statements_to_drop(account_id)))

    async def keep_records(self, account_id: AccountId, changes: RecordChanges) -> None:
        await self._write(account_id, tuple(statements_of(account_id, changes)))

    async def stamp_records(self, account_id: AccountId, version: int) -> None:
        await self._write(account_id, tuple(statements_to_stamp(account_id, version)))

    async def calls(
        self,
        account_id: AccountId,
        which: CallFilter,
        *,
        order: CallOrder = CallOrder.BEGAN,
        descending: bool = True,
        cursor: str | None = None,
        offset: int = 0,
        limit: int,
    ) -> Page[StoredCall]:
        query = queries.calls_query(
            account_id,
            which,
            order=order,
            descending=descending,
            cursor=cursor,
            offset=offset,
            limit=limit,
        )
        return queries.page_of_calls(await self._ask(query), order, limit)

    async def count_calls(self, account_id: AccountId, which: CallFilter, *, limit: int) -> int:
        [[count]] = await self._ask(queries.count_calls_query(account_id, which, limit))
        return int(count)

    async def callbacks(
        self,
        account_id: AccountId,
        which: CallbackFilter,
        *,
        order: CallbackOrder = CallbackOrder.REQUESTED,
        descending: bool = True,
        cursor: str | None = None,
        limit: int,
    ) -> Page[StoredCallback]:
        query = queries.callbacks_query(
            account_id, which, order=order, descending=descending, cursor=cursor, limit=limit
        )
        return queries.page_of_callbacks(await self._ask(query), order, limit)

    async def count_callbacks(
        self, account_id: AccountId, which: CallbackFilter, *, limit: int
    ) -> int:
        [[count]] = await self._ask(queries.count_callbacks_query(account_id, which, limit))
        return int(count)

    async def figures(self, account_id: AccountId, wanted: FiguresWanted) -> Sequence[Figures]:
        return figure_queries.figures_of(
            wanted,
            calls=await self._ask(figure_queries.call_counts_query(account_id, wanted)),
            call_waits=await self._ask(figure_queries.call_waits_query(account_id, wanted)),
            callbacks=await self._ask_if(figure_queries.callback_counts_query(account_id, wanted)),
            callback_waits=await self._ask_if(
                figure_queries.callback_waits_query(account_id, wanted)
            ),
            agents=await self._ask_if(figure_queries.agent_hours_query(account_id, wanted)),
            away=await self._ask_if(figure_queries.agent_away_query(account_id, wanted)),
        )

    async def call(self, account_id: AccountId, call_id: CallId) -> StoredCall | None:
        rows = await self._ask(queries.call_query(account_id, call_id))
        return StoredCall(*rows[0]) if rows else None

    async def contacts(
        self, account_id: AccountId, text: str | None, *, cursor: str | None = None, limit: int
    ) -> Page[Contact]:
        query = contact_queries.contacts_query(account_id, text, cursor=cursor, limit=limit)
        return contact_queries.page_of_contacts(await self._ask(query), limit)

    async def contact(self, account_id: AccountId, customer_id: CustomerId) -> Contact | None:
        rows = await self._ask(contact_queries.contact_query(account_id, customer_id))
        return contact_queries.contact_of(rows[0]) if rows else None

    async def dated_contacts(
        self,
        account_id: AccountId,
        which: ContactFilter,
        *,
        descending: bool,
        offset: int,
        limit: int,
    ) -> Sequence[DatedContact]:
        query = contact_queries.dated_contacts_query(
            account_id, which, descending=descending, offset=offset, limit=limit
        )
        return list(map(contact_queries.dated_contact_of, await self._ask(query)))

    async def count_contacts(self, account_id: AccountId, which: ContactFilter) -> int:
        [[count]] = await self._ask(contact_queries.count_contacts_query(account_id, which))
        return int(count)

    async def conversation(
        self,
        account_id: AccountId,
        customer_id: CustomerId,
        *,
        hidden_line_ids: tuple[LineId, ...] = (),
        cursor: str | None = None,
        limit: int,
    ) -> Page[StoredEntry]:
        query = contact_queries.conversation_query(
            account_id, customer_id, hidden_line_ids=hidden_line_ids, cursor=cursor, limit=limit
        )
        return contact_queries.page_of_entries(await self._ask(query), limit)

    async def conversations(
        self, account_id: AccountId, which: ConversationFilter, *, cursor: str | None, limit: int
    ) -> Page[StoredConversation]:
        return await conversation_pages.conversations(
            self._ask, account_id, which, cursor=cursor, limit=limit
        )

    async def tags_of(
        self, account_id: AccountId, call_ids: Sequence[CallId]
    ) -> Mapping[CallId, Sequence[TagId]]:
        found: dict[CallId, list[TagId]] = {}
        for some in _in_parts(call_ids):
            query = contact_queries.tags_query(account_id, some)
            for call_id, tag in await self._ask(query):
                found.setdefault(CallId(call_id), []).append(TagId(tag))
        return found

    async def notes_of(self, account_id: AccountId, call_ids: Sequence[CallId]) -> Sequence[Note]:
        found: list[Note] = []
        for some in _in_parts(call_ids):
            found += map(read_note, await self._ask(notes_of_query(account_id, some)))
        return sorted(found, key=lambda note: (note.written_at, note.id))

    async def note(self, account_id: AccountId, note_id: NoteId) -> Note | None:
        rows = await self._ask(note_query(account_id, note_id))
        return read_note(rows[0]) if rows else None

    async def notes_about(self, account_id: AccountId, customer_id: CustomerId) -> Sequence[Note]:
        return list(map(read_note, await self._ask(notes_about_query(account_id, customer_id))))

    async def notes_before(
        self, account_id: AccountId, before: datetime, limit: int
    ) -> Sequence[Note]:
        rows = await self._ask(notes_before_query(account_id, before, limit))
        return list(map(read_note, rows))

    async def last_seen(
        self, account_id: AccountId, since: datetime, after: CustomerId | None, limit: int
    ) -> Sequence[tuple[CustomerId, bool]]:
        rows = await self._ask(queries.last_seen_query(account_id, since, after, limit))
        return [(CustomerId(customer_id), bool(is_due)) for customer_id, is_due in rows]

    async def callback(
        self, account_id: AccountId, callback_id: CallbackId
    ) -> StoredCallback | None:
        rows = await self._ask(queries.callback_query(account_id, callback_id))
        return StoredCallback(*rows[0]) if rows else None

    async def late_facts(self, account_id: AccountId, item_ids: Sequence[ItemId]) -> Sequence[int]:
        found: list[int] = []
        for some in _in_parts(item_ids):
            rows = await self._ask(queries.late_facts_query(account_id, some))
            found += [sequence for (sequence,) in rows]
        return found

    async def served_between(
        self, account_id: AccountId, after_sequence: int, before_sequence: int, limit: int
    ) -> Sequence[ItemId]:
        query = queries.services_query(account_id, after_sequence, before_sequence, limit)
        return [CallId(item_id) for (item_id,) in await self._ask(query)]

    async def _ask_if(self, query: Query | None) -> Sequence[Row]:
        return () if query is None else await self._ask(query)

    async def facts(self, account_id: AccountId, sequences: Sequence[int]) -> Sequence[Fact]:
        wanted = sorted(set(sequences))
        found: list[Fact] = []
        for some in _in_parts(wanted):
            found += await self._facts_at(account_id, some)
        return found


def _in_parts(values: Sequence[T]) -> Sequence[Sequence[T]]:
    return [values[start : start + AT_ONCE_MAX] for start in range(0, len(values), AT_ONCE_MAX)]
