"""Where the records stand while they are folded, and how calls and callbacks are tied together."""

from ringback.core.ids import AgentId, CallbackId, CallId
from ringback.core.outcomes import Tag

from .callbacks import CallbackRecord
from .calls import CallRecord
from .routing import Routing


class Shelf:
    """The records so far. Whoever takes one down may change it; which ones is noted."""

    def __init__(self) -> None:
        self.calls: dict[CallId, CallRecord] = {}
        self.callbacks: dict[CallbackId, CallbackRecord] = {}
        self.to_call: dict[CallbackId, None] = {}
        """Those to call by hand, the one listed first at the head."""
        self.routing = Routing()
        self.touched_calls: dict[CallId, None] = {}
        self.touched_callbacks: dict[CallbackId, None] = {}
        """What the last fact may have changed."""

    def call(self, call_id: CallId) -> CallRecord | None:
        record = self.calls.get(call_id)
        if record is not None:
            self.touched_calls[call_id] = None
        return record

    def callback(self, callback_id: CallbackId) -> CallbackRecord | None:
        record = self.callbacks.get(callback_id)
        if record is not None:
            self.touched_callbacks[callback_id] = None
        return record

    def join(self, callback_id: CallbackId, call_id: CallId) -> None:
        """Link one more inbound call to a callback (R8, R10)."""
        callback = self.callback(callback_id)
        if callback is None:
            return
        call = self.call(call_id)
        if call is not None:
            call.callback_id = callback_id
            call.add_tag(Tag.CALLBACK_REQUEST)
        for outbound_call_id in callback.outbound_call_ids:
            self.link(call_id, outbound_call_id)
        if call_id not in callback.inbound_call_ids:
            callback.inbound_call_ids.append(call_id)

    def link(self, inbound_call_id: CallId, outbound_call_id: CallId) -> None:
        """Link two calls both ways, as far as their records are kept (R40)."""
        inbound, outbound = self.call(inbound_call_id), self.call(outbound_call_id)
        if inbound is not None:
            inbound.link(outbound_call_id)
        if outbound is not None:
            outbound.link(inbound_call_id)

    def inbound(self, callback: CallbackRecord) -> list[CallRecord]:
        found = (self.call(call_id) for call_id in callback.inbound_call_ids)
        return [call for call in found if call is not None]

    def follow_up(self, callback: CallbackRecord, corrected_by: AgentId | None = None) -> None:
        """Tag the last outbound call and assign it to who called (R31, R32).

        Who corrects has called, though a colleague may have taken the conversation over (R30).
        """
        if callback.outbound_call_ids:
            outbound = self.call(callback.outbound_call_ids[-1])
            if outbound is not None:
                outbound.add_tag(Tag.FOLLOW_UP)
                outbound.assigned_to = corrected_by or outbound.agent_id
