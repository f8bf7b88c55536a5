"""The records of what is going on and of what has just ended, folded from facts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from ringback.core.events import (
    CallbackRequested,
    CallTagged,
    CallUntagged,
    Event,
    Fact,
    OfferAccepted,
    RequestMode,
)
from ringback.core.ids import CallbackId, CallId, ItemId
from ringback.history import LateFact, OwnTagRow, RecordChanges, ServiceRow

from .agent_time import AgentTime
from .callbacks import CallbackRecord
from .calls import CallRecord
from .documents import call_row, callback_row
from .fairness import FairnessAccount, ServiceBook, account_of
from .folding import Folding

RECENT_MAX = 1_000

T = TypeVar("T")


class RecordBook:
    """Every record that may still change, and the calls that ended last.

    They are no second truth: the same facts always give the same records and the same rows,
    however they are divided.
    """

    def __init__(self, *, recent_max: int = RECENT_MAX) -> None:
        self._folding = Folding()
        self._shelf = self._folding.shelf
        self._agent_time = AgentTime()
        self._recent_max = recent_max
        self._ended: dict[CallId, None] = {}
        """Ended calls of which nothing more is expected, in the order in which that came."""
        self._uncalled: dict[CallbackId, None] = {}
        """Callbacks without any call of which nothing more is expected."""
        self._unwritten_calls: dict[CallId, None] = {}
        self._unwritten_callbacks: dict[CallbackId, None] = {}

    def fold(self, facts: Sequence[Fact]) -> RecordChanges:
        """Take in facts, in order and each once; give the rows they have made or changed."""
        changes = RecordChanges()
        for fact in facts:
            self._fold(fact, changes)
        self._write(changes)
        return changes

    def call(self, call_id: CallId) -> CallRecord | None:
        return self._shelf.calls.get(call_id)

    def callback(self, callback_id: CallbackId) -> CallbackRecord | None:
        return self._shelf.callbacks.get(callback_id)

    def calls(self, limit: int, offset: int = 0) -> Sequence[CallRecord]:
        """Give calls, the newest first."""
        return _page(reversed(self._shelf.calls.values()), limit, offset)

    def going_on(self) -> Sequence[CallRecord]:
        """Give the calls that have not ended."""
        return [call for call in self._shelf.calls.values() if call.ended_at is None]

    def callbacks(self, limit: int, offset: int = 0) -> Sequence[CallbackRecord]:
        """Give callbacks, the newest first."""
        return _page(reversed(self._shelf.callbacks.values()), limit, offset)

    def to_call(self, limit: int, offset: int = 0) -> Sequence[CallbackRecord]:
        """Give the callbacks to call by hand, the one that was listed first first (R35, R39)."""
        listed = (self._shelf.callbacks[callback_id] for callback_id in self._shelf.to_call)
        return _page(listed, limit, offset)

    def to_call_count(self) -> int:
        return len(self._shelf.to_call)

    def pending(self) -> Sequence[CallbackRecord]:
        """Give the callbacks that have not ended and those to call by hand, as they were asked."""
        return [
            each
            for each in self._shelf.callbacks.values()
            if each.outcome is None or each.id in self._shelf.to_call
        ]

    @property
    def routing_facts(self) -> Sequence[Fact]:
        """Give every flow and team there has been, for the account of fairness."""
        return self._shelf.routing.facts

    def timeline(self, callback_id: CallbackId) -> Sequence[Fact]:
        """Give every fact of a callback and of its calls, in order and each once (R40, R43)."""
        callback = self.callback(callback_id)
        if callback is None:
            return ()
        calls = (self.call(call_id) for call_id in callback.call_ids)
        return merged([callback.facts, *(call.facts for call in calls if call is not None)])

    def fairness(self, callback_id: CallbackId) -> FairnessAccount | None:
        """Tell who was served before a callback that has ended or is being served (R47)."""
        callback = self.callback(callback_id)
        served = None if callback is None else callback.served_by
        if callback is None or served is None:
            return None
        if callback.mode is RequestMode.MANUAL:
            return FairnessAccount(callback_id, None, served.at, served.sequence)
        services = ServiceBook(self._accepted(), self._shelf.routing)
        return account_of(callback_id, served, services, self._life)

    def _accepted(self) -> Iterator[Fact]:
        for records in (self._shelf.calls.values(), self._shelf.callbacks.values()):
            for record in records:
                for fact in record.facts:
                    if isinstance(fact.event, OfferAccepted):
                        yield fact

    def _life(self, item_id: ItemId) -> Sequence[Fact]:
        """Give the facts of an item, those of a callback with its caller's wait before it."""
        callback = self.callback(CallbackId(item_id))
        call_id = CallId(item_id) if callback is None else callback.original_call_id
        call = None if call_id is None else self.call(call_id)
        if callback is None:
            return () if call is None else call.facts
        before = () if call is None else _before(call, callback)
        return (*before, *callback.facts)

    # ---- what is written, and what is let go -------------------------------------------

    def _fold(self, fact: Fact, changes: RecordChanges) -> None:
        shelf = self._shelf
        self._folding.fold(fact)
        for hour in self._agent_time.fold(fact):
            changes.agent_hours[hour.agent_id, hour.begins] = hour
        strangers = self._folding.strangers(fact)
        changes.late_facts += [LateFact(one, fact.sequence) for one in strangers]
        self._note_own_tag(fact.event, changes)
        match fact.event:
            case OfferAccepted(item_id=item_id):
                changes.services.append(ServiceRow(fact.sequence, item_id))
            case CallbackRequested(callback_id=callback_id):
                opened = shelf.callbacks[callback_id]
                changes.callbacks[callback_id] = callback_row(opened)
            case _:
                pass
        touched = dict(shelf.touched_calls)
        for callback_id in shelf.touched_callbacks:
            callback = shelf.callbacks[callback_id]
            if callback.outcome is not None:
                self._unwritten_callbacks[callback_id] = None
                touched.update(dict.fromkeys(callback.call_ids))
                if not callback.call_ids and self._folding.is_over(callback):
                    self._uncalled[callback_id] = None
        for call_id in touched:
            self._look_at(call_id)
        while len(self._uncalled) > self._recent_max:
            self._forget_uncalled(next(iter(self._uncalled)), changes)
        while len(self._ended) > self._recent_max:
            self._forget(next(iter(self._ended)), changes)

    def _note_own_tag(self, event: Event, changes: RecordChanges) -> None:
        match event:
            case (
                CallTagged(call_id=call_id, tag_id=tag_id)
                | CallUntagged(call_id=call_id, tag_id=tag_id)
            ):
                call = self.call(call_id)
                changes.own_tags[call_id, tag_id] = OwnTagRow(
                    call_id=call_id,
                    tag_id=tag_id,
                    is_on=isinstance(event, CallTagged),
                    began_at=None if call is None else call.began_at,
                )
            case _:
                pass

    def _look_at(self, call_id: CallId) -> None:
        call = self.call(call_id)
        if call is None or call.ended_at is None:
            return
        self._unwritten_calls[call_id] = None
        self._ended.pop(call_id, None)
        callback = self._callback_of(call)
        if callback is None or self._folding.is_over(callback):
            self._ended[call_id] = None

    def _forget(self, call_id: CallId, changes: RecordChanges) -> None:
        call = self._shelf.calls[call_id]
        callback = self._callback_of(call)
        self._write_call(call_id, changes)
        del self._ended[call_id]
        del self._shelf.calls[call_id]
        if callback is not None and not any(map(self.call, callback.call_ids)):
            self._write_callback(callback.id, changes)
            del self._shelf.callbacks[callback.id]

    def _forget_uncalled(self, callback_id: CallbackId, changes: RecordChanges) -> None:
        """Let go of a callback that was asked for without a call, and never dialled."""
        self._write_callback(callback_id, changes)
        del self._uncalled[callback_id]
        self._shelf.callbacks.pop(callback_id, None)

    def _write(self, changes: RecordChanges) -> None:
        for call_id in tuple(self._unwritten_calls):
            self._write_call(call_id, changes)
        for callback_id in tuple(self._unwritten_callbacks):
            self._write_callback(callback_id, changes)

    def _write_call(self, call_id: CallId, changes: RecordChanges) -> None:
        if call_id in self._unwritten_calls:
            del self._unwritten_calls[call_id]
            call = self._shelf.calls[call_id]
            changes.calls[call_id] = call_row(call, self._callback_of(call))

    def _write_callback(self, callback_id: CallbackId, changes: RecordChanges) -> None:
        if callback_id in self._unwritten_callbacks:
            del self._unwritten_callbacks[callback_id]
            changes.callbacks[callback_id] = callback_row(self._shelf.callbacks[callback_id])

    def _callback_of(self, call: CallRecord) -> CallbackRecord | None:
        return None if call.callback_id is None else self.callback(call.callback_id)


def merged(timelines: Iterable[Iterable[Fact]]) -> Sequence[Fact]:
    """Put timelines together, in order and each fact once."""
    by_sequence = {fact.sequence: fact for timeline in timelines for fact in timeline}
    return tuple(by_sequence[sequence] for sequence in sorted(by_sequence))


def _before(call: CallRecord, callback: CallbackRecord) -> Sequence[Fact]:
    asked = callback.facts[0].sequence
    return [fact for fact in call.facts if fact.sequence < asked]


def _page(found: Iterable[T], limit: int, offset: int) -> Sequence[T]:
    return tuple(islice(found, offset, offset + limit))
