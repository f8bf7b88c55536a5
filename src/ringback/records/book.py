"""The records of calls and callbacks, folded from facts and dropped at will."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

from ringback.core.events import Fact, RequestMode
from ringback.core.ids import CallbackId, CallId, ItemId

from .callbacks import CallbackRecord
from .calls import CallRecord
from .fairness import FairnessAccount, ServiceBook, account_of
from .folding import Folding

CALLS_MAX = 100_000

T = TypeVar("T")


class RecordBook:
    """All records of one account, in memory, the oldest ended ones forgotten beyond a limit.

    They are no second truth: the same facts always give the same records.
    """

    def __init__(self, *, calls_max: int = CALLS_MAX) -> None:
        self._folding = Folding()
        self._services = ServiceBook()
        self._calls_max = calls_max

    def fold(self, facts: Sequence[Fact]) -> None:
        """Take in facts, in order and each once."""
        for fact in facts:
            self._folding.fold(fact)
            self._services.fold(fact)
        self._forget_beyond_limit()

    def call(self, call_id: CallId) -> CallRecord | None:
        return self._folding.calls.get(call_id)

    def callback(self, callback_id: CallbackId) -> CallbackRecord | None:
        return self._folding.callbacks.get(callback_id)

    def calls(self, limit: int, offset: int = 0) -> Sequence[CallRecord]:
        """Give calls, the newest first."""
        return _page(reversed(self._folding.calls.values()), limit, offset)

    def voicemails(self, limit: int, offset: int = 0) -> Sequence[CallRecord]:
        """Give the calls in which a message was left, the newest first."""
        return _page(reversed(self._with_voicemail()), limit, offset)

    def voicemail_count(self) -> int:
        return len(self._with_voicemail())

    def callbacks(self, limit: int, offset: int = 0) -> Sequence[CallbackRecord]:
        """Give callbacks, the newest first."""
        return _page(reversed(self._folding.callbacks.values()), limit, offset)

    def to_call(self, limit: int, offset: int = 0) -> Sequence[CallbackRecord]:
        """Give the callbacks to call by hand, the one that was listed first first (R35, R39)."""
        listed = (self._folding.callbacks[callback_id] for callback_id in self._folding.to_call)
        return _page(listed, limit, offset)

    def to_call_count(self) -> int:
        return len(self._folding.to_call)

    def call_count(self) -> int:
        return len(self._folding.calls)

    def callback_count(self) -> int:
        return len(self._folding.callbacks)

    def timeline(self, callback_id: CallbackId) -> Sequence[Fact]:
        """Give every fact of a callback and of its calls, in order and each once (R40, R43)."""
        callback = self.callback(callback_id)
        if callback is None:
            return ()
        calls = (self.call(call_id) for call_id in callback.call_ids)
        return _merged([callback.facts, *(call.facts for call in calls if call is not None)])

    def fairness(self, callback_id: CallbackId) -> FairnessAccount | None:
        """Tell who was served before a callback that has ended or is being served (R47)."""
        callback = self.callback(callback_id)
        served = None if callback is None else callback.served_by
        if callback is None or served is None:
            return None
        if callback.mode is RequestMode.MANUAL:
            return FairnessAccount(callback_id, None, served.at, served.sequence)
        return account_of(callback_id, served, self._services, self._life)

    def _life(self, item_id: ItemId) -> Sequence[Fact]:
        """Give the facts of an item, those of a callback with its caller's wait before it."""
        callback = self.callback(CallbackId(item_id))
        call = self.call(CallId(item_id) if callback is None else callback.original_call_id)
        if callback is None:
            return () if call is None else call.facts
        before = () if call is None else _before(call, callback)
        return (*before, *callback.facts)

    def call_timeline(self, call_id: CallId) -> Sequence[Fact]:
        """Give every fact of a call, and of its callback and linked calls when it has one."""
        call = self.call(call_id)
        if call is None:
            return ()
        if call.callback_id is not None:
            return _merged([call.facts, self.timeline(call.callback_id)])
        return tuple(call.facts)

    def _with_voicemail(self) -> Sequence[CallRecord]:
        calls = self._folding.calls.values()
        return [call for call in calls if call.voicemail_seconds is not None]

    def _forget_beyond_limit(self) -> None:
        calls, callbacks = self._folding.calls, self._folding.callbacks
        surplus = len(calls) - self._calls_max
        if surplus <= 0:
            return
        for call in tuple(islice(calls.values(), surplus)):
            callback = callbacks.get(call.callback_id) if call.callback_id else None
            if call.ended_at is not None and (callback is None or _is_over(callback)):
                del calls[call.id]
                if callback is not None and not any(one in calls for one in callback.call_ids):
                    del callbacks[callback.id]


def _is_over(callback: CallbackRecord) -> bool:
    return callback.outcome is not None and not callback.to_call


def _before(call: CallRecord, callback: CallbackRecord) -> Sequence[Fact]:
    asked = callback.facts[0].sequence
    return [fact for fact in call.facts if fact.sequence < asked]


def _page(found: Iterable[T], limit: int, offset: int) -> Sequence[T]:
    return tuple(islice(found, offset, offset + limit))


def _merged(timelines: Iterable[Iterable[Fact]]) -> Sequence[Fact]:
    by_sequence = {fact.sequence: fact for timeline in timelines for fact in timeline}
    return tuple(by_sequence[sequence] for sequence in sorted(by_sequence))
