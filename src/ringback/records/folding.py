"""Folds facts into records: which call, which callback, which tags."""

from collections.abc import Iterator

from ringback.core import events as happened
from ringback.core.events import Event, Fact, RequestMode
from ringback.core.ids import AgentId, CallbackId, CallId, ItemId

from .call_folding import fold_call, fold_redirect, fold_transfer
from .callback_folding import fold_call_by_hand, fold_offers, fold_outcome, fold_progress
from .callbacks import CallbackRecord, Progress
from .calls import CallDirection, CallRecord
from .shelf import Shelf


class Folding:
    """Puts records on a shelf; `fold` takes every fact once, in order."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self._last_dialled: dict[AgentId, CallbackId] = {}
        self._correctable: dict[CallbackId, AgentId] = {}

    def fold(self, fact: Fact) -> None:
        shelf = self.shelf
        shelf.touched_calls, shelf.touched_callbacks = {}, {}
        shelf.routing.fold(fact)
        self._begin(fact)
        self._file(fact)
        fold_call(shelf, fact)
        fold_redirect(shelf, fact)
        fold_transfer(shelf, fact)
        fold_offers(shelf, fact)
        fold_progress(shelf, fact)
        fold_outcome(shelf, fact)
        fold_call_by_hand(shelf, fact)
        self._fold_correctable(fact)
        self._list(fact)

    def strangers(self, fact: Fact) -> Iterator[ItemId]:
        """Name what a fact speaks of and what has no record here (any more)."""
        calls, callbacks = self.shelf.calls, self.shelf.callbacks
        for named in _named(fact.event):
            if CallId(named) not in calls and CallbackId(named) not in callbacks:
                yield named

    def is_over(self, callback: CallbackRecord) -> bool:
        """Tell whether nothing can change in a callback's record by a rule."""
        if callback.outcome is None or callback.to_call:
            return False
        return callback.id not in self._correctable

    def _begin(self, fact: Fact) -> None:
        match fact.event:
            case happened.CallBegan() as event:
                self.shelf.calls[event.call_id] = CallRecord(
                    id=event.call_id,
                    direction=CallDirection.INBOUND,
                    line_id=event.line_id,
                    customer_id=event.customer_id,
                    destination=event.destination,
                    began_at=fact.at,
                    sequence=fact.sequence,
                )
            case happened.CallbackRequested() as event:
                manual = event.mode is RequestMode.MANUAL
                self.shelf.callbacks[event.callback_id] = CallbackRecord(
                    id=event.callback_id,
                    line_id=event.line_id,
                    customer_id=event.customer_id,
                    destination=event.destination,
                    mode=event.mode,
                    requested_at=fact.at,
                    attempts_max=event.settings.retries + 1,
                    progress=Progress.AWAITING_AGENT if manual else Progress.REQUESTED,
                )
                if event.call_id is None:
                    return
                self.shelf.join(event.callback_id, event.call_id)
                call = self.shelf.calls.get(event.call_id)
                if call is not None:
                    self.shelf.callbacks[event.callback_id].promised_until = call.promised_until
            case happened.RequestJoined() as event if event.call_id is not None:
                self.shelf.join(event.callback_id, event.call_id)
            case happened.DialIntended() as event:
                self._dial(fact, event)

    def _dial(self, fact: Fact, event: happened.DialIntended) -> None:
        """Open the outbound call's record and link it both ways (R40)."""
        callback = self.shelf.callback(event.callback_id)
        if callback is None:
            return
        outbound = CallRecord(
            id=event.call_id,
            direction=CallDirection.OUTBOUND,
            line_id=callback.line_id,
            customer_id=callback.customer_id,
            destination=callback.destination,
            began_at=fact.at,
            sequence=fact.sequence,
            agent_id=event.agent_id,
            callback_id=callback.id,
        )
        self.shelf.calls[outbound.id] = outbound
        for call_id in callback.inbound_call_ids:
            self.shelf.link(call_id, outbound.id)
        callback.outbound_call_ids.append(outbound.id)
        callback.progress = Progress.CALLING_CUSTOMER

    def _file(self, fact: Fact) -> None:
        """Put the fact into the timelines of all it names."""
        for named in _named(fact.event):
            call = self.shelf.call(CallId(named))
            if call is not None:
                call.facts.append(fact)
            callback = self.shelf.callback(CallbackId(named))
            if callback is not None:
                callback.facts.append(fact)

    def _fold_correctable(self, fact: Fact) -> None:
        """Note whom an agent called last: until their wrap-up ends it may be corrected (R31)."""
        match fact.event:
            case happened.DialIntended(agent_id=agent_id, callback_id=callback_id):
                self._dialled_last(agent_id, callback_id)
            case happened.WrapUpEnded(agent_id=agent_id):
                self._dialled_last(agent_id, None)
            case _:
                pass

    def _dialled_last(self, agent_id: AgentId, callback_id: CallbackId | None) -> None:
        before = self._last_dialled.pop(agent_id, None)
        if before is not None and self._correctable.get(before) == agent_id:
            del self._correctable[before]
            self.shelf.callback(before)
        if callback_id is not None:
            self._last_dialled[agent_id] = callback_id
            self._correctable[callback_id] = agent_id

    def _list(self, fact: Fact) -> None:
        """Keep the list of those to call by hand in line with what the fact has changed."""
        callback_id = getattr(fact.event, "callback_id", None)
        callback = self.shelf.callbacks.get(callback_id) if callback_id is not None else None
        if callback is None:
            return
        if not callback.to_call:
            self.shelf.to_call.pop(callback.id, None)
        elif callback.id not in self.shelf.to_call:
            self.shelf.to_call[callback.id] = None


def _named(event: Event) -> dict[ItemId, None]:
    """Name the calls and callbacks an event speaks of, each once."""
    names = (getattr(event, field, None) for field in ("call_id", "callback_id", "item_id"))
    return {name: None for name in names if name is not None}
