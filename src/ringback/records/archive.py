"""All records there are: the book's of what goes on, and the store's of the past."""

import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ringback.contacts import Contact, ContactFilter, ConversationFilter, DatedContact
from ringback.core.events import CallBegan, DialIntended, Fact
from ringback.core.ids import (
    AccountId,
    CallbackId,
    CallId,
    CustomerId,
    ItemId,
    LineId,
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
    RecordStore,
    StoredCall,
    StoredCallback,
)

from .book import RecordBook, merged
from .callbacks import CallbackRecord
from .calls import CallRecord
from .documents import read_call, read_callback, read_sequences
from .exporting import Export, export_lines

SERVED_BEFORE_MAX = 5_000
CALLS_AT_ONCE = 200
EVERY_CALL = sys.maxsize


@dataclass(frozen=True, slots=True)
class CallOfThePast:
    """A call with the callback it belongs to, if any, and what people have put on it."""

    call: CallRecord
    callback: CallbackRecord | None
    own_tags: Sequence[TagId] = ()
    notes: Sequence[Note] = ()


ConversationEntry = CallOfThePast | CallbackRecord
"""What a conversation consists of."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A contact, and what went on with them last."""

    contact: Contact
    newest: ConversationEntry


def place_in_conversation(entry: ConversationEntry) -> tuple[datetime, str]:
    """Tell when it began, and what comes first of two that began together."""
    if isinstance(entry, CallOfThePast):
        return entry.call.began_at, entry.call.id
    return entry.requested_at, entry.id


class Archive:
    """The records of one account. What the book knows it knows better than the store."""

    def __init__(self, account_id: AccountId, book: RecordBook, store: RecordStore) -> None:
        self.book = book
        self._account_id = account_id
        self._store = store

    # ---- lists ---------------------------------------------------------------------------

    async def calls(
        self,
        which: CallFilter,
        *,
        order: CallOrder = CallOrder.BEGAN,
        descending: bool = True,
        cursor: str | None = None,
        offset: int = 0,
        limit: int,
    ) -> Page[CallOfThePast]:
        """Give ended calls, page by page; raises `CursorUnknown`."""
        page = await self._store.calls(
            self._account_id,
            which,
            order=order,
            descending=descending,
            cursor=cursor,
            offset=offset,
            limit=limit,
        )
        found = [CallOfThePast(*read_call(each)) for each in page.items]
        return Page(await self.annotated(found), page.next_cursor)

    async def annotated(self, calls: Sequence[CallOfThePast]) -> Sequence[CallOfThePast]:
        """Add to calls what people have put on them: the company's own tags, and notes."""
        call_ids = [each.call.id for each in calls]
        tags = await self._store.tags_of(self._account_id, call_ids)
        notes: dict[CallId, list[Note]] = {}
        for note in await self._store.notes_of(self._account_id, call_ids):
            notes.setdefault(note.call_id, []).append(note)
        return [
            replace(each, own_tags=tags.get(each.call.id, ()), notes=notes.get(each.call.id, ()))
            for each in calls
        ]

    async def count_calls(self, which: CallFilter, *, limit: int) -> int:
        return await self._store.count_calls(self._account_id, which, limit=limit)

    async def callbacks(
        self,
        which: CallbackFilter,
        *,
        order: CallbackOrder = CallbackOrder.REQUESTED,
        descending: bool = True,
        cursor: str | None = None,
        limit: int,
    ) -> Page[CallbackRecord]:
        """Give callbacks, open ones too, page by page; raises `CursorUnknown`."""
        page = await self._store.callbacks(
            self._account_id, which, order=order, descending=descending, cursor=cursor, limit=limit
        )
        records = (self._known_or_read(each) for each in page.items)
        return Page([each for each in records if each is not None], page.next_cursor)

    async def count_callbacks(self, which: CallbackFilter, *, limit: int) -> int:
        return await self._store.count_callbacks(self._account_id, which, limit=limit)

    async def count(self, which: CallFilter | CallbackFilter, *, limit: int) -> int:
        """Count calls or callbacks, but not beyond a limit."""
        if isinstance(which, CallFilter):
            return await self.count_calls(which, limit=limit)
        return await self.count_callbacks(which, limit=limit)

    async def figures(self, wanted: FiguresWanted) -> Sequence[Figures]:
        """Give figures of the past, one row for each group that has any."""
        return await self._store.figures(self._account_id, wanted)

    def exported(self, export: Export) -> AsyncIterator[tuple[str, int]]:
        """Give an export as text, part after part, each with the number of its rows."""
        return export_lines(self._store, self._account_id, export)

    # ---- contacts ------------------------------------------------------------------------

    async def contacts(
        self, text: str | None, *, cursor: str | None = None, limit: int
    ) -> Page[Contact]:
        """Give contacts, page by page, the newest first; raises `CursorUnknown`."""
        return await self._store.contacts(self._account_id, text, cursor=cursor, limit=limit)

    async def contact(self, customer_id: CustomerId) -> Contact | None:
        return await self._store.contact(self._account_id, customer_id)

    async def dated_contacts(
        self, which: ContactFilter, *, descending: bool, offset: int, limit: int
    ) -> Sequence[DatedContact]:
        """Give contacts in the order in which they came to be known."""
        return await self._store.dated_contacts(
            self._account_id, which, descending=descending, offset=offset, limit=limit
        )

    async def count_contacts(self, which: ContactFilter) -> int:
        return await self._store.count_contacts(self._account_id, which)

    async def conversation(
        self,
        customer_id: CustomerId,
        *,
        hidden_line_ids: tuple[LineId, ...] = (),
        cursor: str | None = None,
        limit: int,
    ) -> Page[ConversationEntry]:
        """Give all calls and callbacks of a customer, the newest first; raises `CursorUnknown`.

        Calls that go on are on the first page.
        """
        going_on = [] if cursor else self._going_on(customer_id, hidden_line_ids)
        page = await self._store.conversation(
            self._account_id,
            customer_id,
            hidden_line_ids=hidden_line_ids,
            cursor=cursor,
            limit=limit,
        )
        calls = {each.call.id: each for each in going_on}
        entries: list[ConversationEntry] = []
        for each in page.items:
            if isinstance(each, StoredCall):
                ended = CallOfThePast(*read_call(each))
                calls[ended.call.id] = ended
            elif (callback := self._known_or_read(each)) is not None:
                entries.append(callback)
        entries += await self.annotated(list(calls.values()))
        return Page(sorted(entries, key=place_in_conversation, reverse=True), page.next_cursor)

    async def conversations(
        self, which: ConversationFilter, *, cursor: str | None = None, limit: int
    ) -> Page[Conversation]:
        """Give conversations in which a call has ended or a callback was asked for.

        The newest first, page by page; one that is not full need not be the last. Raises
        `CursorUnknown`.
        """
        page = await self._store.conversations(self._account_id, which, cursor=cursor, limit=limit)
        calls = [
            CallOfThePast(*read_call(entry))
            for _, entry in page.items
            if isinstance(entry, StoredCall)
        ]
        annotated = iter(await self.annotated(calls))
        found: list[Conversation] = []
        for contact, entry in page.items:
            newest = (
                next(annotated) if isinstance(entry, StoredCall) else self._known_or_read(entry)
            )
            if newest is not None:
                found.append(Conversation(contact, newest))
        return Page(found, page.next_cursor)

    def _going_on(
        self, customer_id: CustomerId, hidden_line_ids: tuple[LineId, ...]
    ) -> list[CallOfThePast]:
        return [
            CallOfThePast(call, self._callback_of(call))
            for call in self.book.going_on()
            if call.customer_id == customer_id and call.line_id not in hidden_line_ids
        ]

    # ---- one of them ---------------------------------------------------------------------

    async def call(self, call_id: CallId) -> CallOfThePast | None:
        """Give a call, ended or not, with what people have put on it."""
        found = await self._call(call_id)
        if found is None:
            return None
        [annotated] = await self.annotated([found])
        return annotated

    async def _call(self, call_id: CallId) -> CallOfThePast | None:
        known = self.book.call(call_id)
        if known is not None:
            return CallOfThePast(known, self._callback_of(known))
        stored = await self._store.call(self._account_id, call_id)
        return None if stored is None else CallOfThePast(*read_call(stored))

    async def callback(self, callback_id: CallbackId) -> CallbackRecord | None:
        known = self.book.callback(callback_id)
        if known is not None:
            return known
        stored = await self._store.callback(self._account_id, callback_id)
        return None if stored is None else self._known_or_read(stored)

    async def timeline(self, callback_id: CallbackId) -> Sequence[Fact]:
        """Give every fact of a callback and of its calls, in order and each once (R40, R43)."""
        return await self._facts_of(await self._story_of(callback_id))

    async def facts_of_call(self, call_id: CallId) -> Sequence[Fact]:
        """Give every fact of a call alone, in order."""
        return await self._facts_of([call_id])

    async def numbered_call(self, sequence: int) -> CallOfThePast | None:
        """Give the call that began with a fact that there is, if one did."""
        [fact] = await self._store.facts(self._account_id, [sequence])
        match fact.event:
            case CallBegan(call_id=call_id) | DialIntended(call_id=call_id):
                return await self.call(call_id)
            case _:
                return None

    async def call_timeline(self, call_id: CallId) -> Sequence[Fact]:
        """Give every fact of a call, and of its callback and linked calls when it has one."""
        found = await self._call(call_id)
        if found is None:
            return ()
        items: list[ItemId] = [call_id]
        if found.call.callback_id is not None:
            items += await self._story_of(found.call.callback_id)
        return await self._facts_of(items)

    async def story(self, callback_id: CallbackId) -> RecordBook:
        """Give a book of a callback and its calls alone; an empty one when it is unknown."""
        return self._book_of(await self._facts_of(await self._story_of(callback_id)))

    async def story_among_others(self, callback_id: CallbackId) -> RecordBook:
        """Give a book of a callback and of all who were served while it waited (R47)."""
        own_story = await self._story_of(callback_id)
        facts = await self._facts_of(own_story)
        book = self._book_of(facts)
        own = book.callback(callback_id)
        served = None if own is None else own.served_by
        if served is None:
            return book
        others = await self._store.served_between(
            self._account_id, facts[0].sequence, served.sequence, SERVED_BEFORE_MAX
        )
        stories = dict.fromkeys(own_story)
        for item_id in others:
            stories.update(dict.fromkeys(await self._story_of(item_id)))
        return self._book_of(await self._facts_of(stories))

    # ---- one customer --------------------------------------------------------------------

    async def calls_of(self, customer_id: CustomerId) -> Sequence[CallRecord]:
        """Give every ended call of a customer, the oldest first."""
        found: list[CallRecord] = []
        cursor: str | None = None
        while True:
            which = CallFilter(customer_id=customer_id)
            page = await self.calls(which, descending=False, cursor=cursor, limit=CALLS_AT_ONCE)
            found += [each.call for each in page.items]
            cursor = page.next_cursor
            if cursor is None:
                return found

    async def story_of(self, customer_id: CustomerId) -> tuple[RecordBook, Sequence[Fact]]:
        """Give a book of a customer's calls and callbacks alone, and every fact of them in order.

        What goes on at this moment is in it as well.
        """
        calls = [call.id for call in await self.calls_of(customer_id)]
        going_on = (call for call in self.book.calls(EVERY_CALL) if call.ended_at is None)
        calls += [call.id for call in going_on if call.customer_id == customer_id]
        items: dict[ItemId, None] = dict.fromkeys(calls)
        for call_id in calls:
            found = await self.call(call_id)
            if found is not None and found.call.callback_id is not None:
                items.update(dict.fromkeys(await self._story_of(found.call.callback_id)))
        facts = await self._facts_of(items)
        return self._book_of(facts), facts

    async def notes_about(self, customer_id: CustomerId) -> Sequence[Note]:
        return await self._store.notes_about(self._account_id, customer_id)

    # ---- facts ---------------------------------------------------------------------------

    async def _story_of(self, item_id: ItemId) -> list[ItemId]:
        """Name a callback and its calls, or the one call."""
        callback = await self.callback(CallbackId(item_id))
        return [item_id] if callback is None else [item_id, *callback.call_ids]

    async def _facts_of(self, item_ids: Iterable[ItemId]) -> Sequence[Fact]:
        wanted = tuple(dict.fromkeys(item_ids))
        known = [facts for each in wanted if (facts := self._known_facts(each)) is not None]
        elsewhere = [each for each in wanted if self._known_facts(each) is None]
        sequences = [number for each in elsewhere for number in await self._sequences_of(each)]
        sequences += await self._store.late_facts(self._account_id, wanted)
        stored = await self._store.facts(self._account_id, sequences) if sequences else ()
        return merged([*known, stored])

    def _known_facts(self, item_id: ItemId) -> Sequence[Fact] | None:
        callback = self.book.callback(CallbackId(item_id))
        call = self.book.call(CallId(item_id))
        found = callback or call
        return None if found is None else found.facts

    async def _sequences_of(self, item_id: ItemId) -> Sequence[int]:
        call = await self._store.call(self._account_id, CallId(item_id))
        if call is not None:
            return read_sequences(call.data)
        callback = await self._store.callback(self._account_id, CallbackId(item_id))
        return () if callback is None or callback.data is None else read_sequences(callback.data)

    def _book_of(self, facts: Sequence[Fact]) -> RecordBook:
        book = RecordBook(recent_max=len(facts))
        book.fold(merged([self.book.routing_facts, facts]))
        return book

    def _callback_of(self, call: CallRecord) -> CallbackRecord | None:
        return None if call.callback_id is None else self.book.callback(call.callback_id)

    def _known_or_read(self, stored: StoredCallback) -> CallbackRecord | None:
        known = self.book.callback(stored.id)
        if known is not None or stored.data is None:
            return known
        return read_callback(stored.data)
