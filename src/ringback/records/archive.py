"""All records there are: the book's of what goes on, and the store's of the past."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass

from ringback.core.events import Fact
from ringback.core.ids import AccountId, CallbackId, CallId, ItemId
from ringback.figures import Figures, FiguresWanted
from ringback.history import (
    CallbackFilter,
    CallbackOrder,
    CallFilter,
    CallOrder,
    Page,
    RecordStore,
    StoredCallback,
)

from .book import RecordBook, merged
from .callbacks import CallbackRecord
from .calls import CallRecord
from .documents import read_call, read_callback, read_sequences
from .exporting import Export, export_lines

SERVED_BEFORE_MAX = 5_000


@dataclass(frozen=True, slots=True)
class CallOfThePast:
    """An ended call with the callback it belongs to, if any."""

    call: CallRecord
    callback: CallbackRecord | None


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
        limit: int,
    ) -> Page[CallOfThePast]:
        """Give ended calls, page by page; raises `CursorUnknown`."""
        page = await self._store.calls(
            self._account_id, which, order=order, descending=descending, cursor=cursor, limit=limit
        )
        return Page([CallOfThePast(*read_call(each)) for each in page.items], page.next_cursor)

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

    # ---- one of them ---------------------------------------------------------------------

    async def call(self, call_id: CallId) -> CallOfThePast | None:
        """Give a call, ended or not."""
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

    async def call_timeline(self, call_id: CallId) -> Sequence[Fact]:
        """Give every fact of a call, and of its callback and linked calls when it has one."""
        found = await self.call(call_id)
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
