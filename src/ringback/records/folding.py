"""Folds facts into records: which call, which callback, which tags."""

from ringback.core import events as happened
from ringback.core.events import Branch, Event, Fact, RequestMode
from ringback.core.ids import AgentId, CallbackId, CallId, ItemId
from ringback.core.outcomes import OutcomeKind, OutcomeReason

from .callbacks import CallbackRecord, Progress
from .calls import CallDirection, CallRecord
from .tags import Tag


class Folding:
    """The records so far; `fold` takes every fact once, in order."""

    def __init__(self) -> None:
        self.calls: dict[CallId, CallRecord] = {}
        self.callbacks: dict[CallbackId, CallbackRecord] = {}
        self.to_call: dict[CallbackId, None] = {}
        """Those to call by hand, the one listed first at the head."""

    def fold(self, fact: Fact) -> None:
        self._begin(fact)
        self._file(fact)
        self._fold_call(fact)
        self._fold_redirect(fact)
        self._fold_offers(fact)
        self._fold_progress(fact)
        self._fold_outcome(fact)
        self._fold_call_by_hand(fact)
        self._list(fact)

    # ---- new records -------------------------------------------------------------------

    def _begin(self, fact: Fact) -> None:
        match fact.event:
            case happened.CallBegan() as event:
                self.calls[event.call_id] = CallRecord(
                    id=event.call_id,
                    direction=CallDirection.INBOUND,
                    line_id=event.line_id,
                    customer_id=event.customer_id,
                    destination=event.destination,
                    began_at=fact.at,
                )
            case happened.CallbackRequested() as event:
                manual = event.mode is RequestMode.MANUAL
                self.callbacks[event.callback_id] = CallbackRecord(
                    id=event.callback_id,
                    line_id=event.line_id,
                    customer_id=event.customer_id,
                    destination=event.destination,
                    mode=event.mode,
                    requested_at=fact.at,
                    attempts_max=event.settings.retries + 1,
                    progress=Progress.AWAITING_AGENT if manual else Progress.REQUESTED,
                )
                self._join(event.callback_id, event.call_id)
            case happened.RequestJoined() as event:
                self._join(event.callback_id, event.call_id)
            case happened.DialIntended() as event:
                self._dial(fact, event)

    def _join(self, callback_id: CallbackId, call_id: CallId) -> None:
        """Link one more inbound call to a callback (R8, R10)."""
        callback = self.callbacks.get(callback_id)
        if callback is None:
            return
        call = self.calls.get(call_id)
        if call is not None:
            call.callback_id = callback_id
            call.add_tag(Tag.CALLBACK_REQUEST)
        for outbound_call_id in callback.outbound_call_ids:
            self._link(call_id, outbound_call_id)
        if call_id not in callback.inbound_call_ids:
            callback.inbound_call_ids.append(call_id)

    def _dial(self, fact: Fact, event: happened.DialIntended) -> None:
        """Open the outbound call's record and link it both ways (R40)."""
        callback = self.callbacks.get(event.callback_id)
        if callback is None:
            return
        outbound = CallRecord(
            id=event.call_id,
            direction=CallDirection.OUTBOUND,
            line_id=callback.line_id,
            customer_id=callback.customer_id,
            destination=callback.destination,
            began_at=fact.at,
            agent_id=event.agent_id,
            callback_id=callback.id,
        )
        self.calls[outbound.id] = outbound
        for call_id in callback.inbound_call_ids:
            self._link(call_id, outbound.id)
        callback.outbound_call_ids.append(outbound.id)
        callback.progress = Progress.CALLING_CUSTOMER

    def _link(self, inbound_call_id: CallId, outbound_call_id: CallId) -> None:
        """Link two calls both ways, as far as their records are kept (R40)."""
        inbound, outbound = self.calls.get(inbound_call_id), self.calls.get(outbound_call_id)
        if inbound is not None:
            inbound.link(outbound_call_id)
        if outbound is not None:
            outbound.link(inbound_call_id)

    def _file(self, fact: Fact) -> None:
        """Put the fact into the timelines of all it names."""
        for named in _named(fact.event):
            call = self.calls.get(CallId(named))
            if call is not None:
                call.facts.append(fact)
            callback = self.callbacks.get(CallbackId(named))
            if callback is not None:
                callback.facts.append(fact)

    # ---- calls -------------------------------------------------------------------------

    def _fold_call(self, fact: Fact) -> None:
        event = fact.event
        match event:
            case (
                happened.CallConnected()
                | happened.CallEnded()
                | happened.VoicemailLeft()
                | happened.RequestNotGranted()
                | happened.CustomerRang()
                | happened.CustomerReached()
                | happened.MenuStarted()
                | happened.MenuLeft()
                | happened.BranchTaken()
            ):
                call = self.calls.get(event.call_id)
            case _:
                return
        if call is None:
            return
        match event:
            case happened.CallConnected():
                call.connected_at = fact.at
                call.agent_id = event.agent_id
            case happened.CallEnded():
                call.ended_at = fact.at
                call.ending = event.ending
                if call.missed and call.request_not_granted is not None:
                    call.add_tag(Tag.CALLBACK_REQUEST)
            case happened.VoicemailLeft():
                call.voicemail_seconds = event.seconds
            case happened.RequestNotGranted():
                call.request_not_granted = event.reason or call.request_not_granted
            case happened.CustomerRang():
                call.rang_at = fact.at
            case happened.CustomerReached():
                call.connected_at = fact.at
            case happened.MenuStarted():
                call.in_menu = True
            case happened.MenuLeft():
                call.in_menu = event.next_step_id is None
            case happened.BranchTaken():
                call.met_closed_hours |= event.branch is Branch.CLOSED

    def _fold_redirect(self, fact: Fact) -> None:
        """Note where a caller was sent, and that a number outside answered (R17)."""
        match fact.event:
            case happened.RedirectedToLine() as event:
                self.calls[event.call_id].redirected_to.append(event.line_id)
            case happened.RedirectDialled() as event:
                self.calls[event.call_id].dialled_outside = event.number
            case happened.RedirectAnswered() as event:
                call = self.calls[event.call_id]
                call.connected_at = fact.at
                if call.dialled_outside is not None:
                    call.redirected_to.append(call.dialled_outside)
            case _:
                pass

    # ---- queues and offers -------------------------------------------------------------

    def _fold_offers(self, fact: Fact) -> None:
        event = fact.event
        match event:
            case happened.QueueJoined():
                self._joined_queue(event.item_id)
            case happened.OffersMade():
                self._rang(event)
            case happened.ReturnedToQueue():
                self._returned(event.item_id)
            case happened.OfferDeclined():
                self._stopped_ringing(event.item_id, (event.agent_id,))
            case happened.OffersRangOut() | happened.OffersWithdrawn():
                self._stopped_ringing(event.item_id, event.agent_ids)
            case happened.OfferAccepted():
                callback = self.callbacks.get(CallbackId(event.item_id))
                if callback is not None:
                    callback.progress = Progress.CONNECTING_AGENT
                    callback.ringing_agent_ids.clear()
                    callback.accepted_at = fact.at
                    callback.agent_id = event.agent_id

    def _joined_queue(self, item_id: ItemId) -> None:
        call = self.calls.get(CallId(item_id))
        if call is not None:
            call.reached_ring_step = True

    def _rang(self, event: happened.OffersMade) -> None:
        call = self.calls.get(CallId(event.item_id))
        if call is not None:
            call.rang_someone = True
        callback = self.callbacks.get(CallbackId(event.item_id))
        if callback is not None:
            callback.progress = Progress.RINGING
            callback.ringing_agent_ids += [terms.agent_id for terms in event.offers]

    def _stopped_ringing(self, item_id: ItemId, agent_ids: tuple[AgentId, ...]) -> None:
        callback = self.callbacks.get(CallbackId(item_id))
        if callback is None:
            return
        ringing = [one for one in callback.ringing_agent_ids if one not in agent_ids]
        callback.ringing_agent_ids = ringing
        if callback.progress is Progress.RINGING and not ringing:
            callback.progress = Progress.WAITING

    def _returned(self, item_id: ItemId) -> None:
        callback = self.callbacks.get(CallbackId(item_id))
        if callback is not None:
            callback.progress = Progress.WAITING
            callback.accepted_at = None
            callback.agent_id = None

    # ---- callbacks ---------------------------------------------------------------------

    def _fold_progress(self, fact: Fact) -> None:
        event = fact.event
        match event:
            case (
                happened.CallbackSettled()
                | happened.CallbackHeld()
                | happened.CallbackReleased()
                | happened.AttemptStarted()
                | happened.FaultSuffered()
                | happened.CustomerReached()
            ):
                callback = self.callbacks.get(event.callback_id)
            case _:
                return
        if callback is None:
            return
        match event:
            case happened.CallbackSettled():
                if callback.progress is Progress.REQUESTED:
                    callback.progress = Progress.WAITING
            case happened.CallbackHeld():
                if event.cause not in callback.holds:
                    callback.holds.append(event.cause)
            case happened.CallbackReleased():
                if event.cause in callback.holds:
                    callback.holds.remove(event.cause)
            case happened.AttemptStarted():
                callback.attempt_number = event.attempt_number
            case happened.FaultSuffered():
                callback.faults = event.fault_number
            case happened.CustomerReached():
                callback.progress = Progress.TALKING
                callback.reached_at = fact.at
                for inbound in self._inbound(callback):
                    inbound.add_tag(Tag.CALLED_BACK)

    def _fold_outcome(self, fact: Fact) -> None:
        match fact.event:
            case happened.CallbackClosed() as event:
                callback = self.callbacks.get(event.callback_id)
                if callback is None:
                    return
                callback.outcome = event.outcome
                callback.closed_at = fact.at
                callback.progress = Progress.CLOSED
                if callback.calling_by is not None and event.outcome.kind is OutcomeKind.COMPLETED:
                    callback.called_by = callback.calling_by
                callback.claimed_by = callback.calling_by = None
                unknown_to_the_network = event.outcome.reason is OutcomeReason.INVALID_NUMBER
                if event.outcome.kind is OutcomeKind.NOT_REACHED or unknown_to_the_network:
                    self._follow_up(callback)
                self._link_own_call(callback, event.call_id)
            case happened.OutcomeCorrected() as event:
                callback = self.callbacks.get(event.callback_id)
                if callback is None:
                    return
                callback.outcome_before_correction = callback.outcome
                callback.corrected_at = fact.at
                callback.listed_after_correction = event.listed
                callback.outcome = event.outcome
                for inbound in self._inbound(callback):
                    inbound.remove_tag(Tag.CALLED_BACK)
                self._follow_up(callback)

    def _fold_call_by_hand(self, fact: Fact) -> None:
        event = fact.event
        match event:
            case (
                happened.CallbackClaimed()
                | happened.CallbackUnclaimed()
                | happened.HandCallStarted()
                | happened.HandCallAbandoned()
                | happened.FollowUpCalled()
                | happened.FollowUpAnswered()
                | happened.FollowUpDismissed()
            ):
                callback = self.callbacks.get(event.callback_id)
            case _:
                return
        if callback is None:
            return
        match event:
            case happened.CallbackClaimed():
                callback.claimed_by = event.agent_id
            case happened.CallbackUnclaimed():
                callback.claimed_by = None
            case happened.HandCallStarted():
                self._called_by_hand(fact, callback, event.agent_id)
            case happened.HandCallAbandoned():
                self._hand_call_over(callback)
            case happened.FollowUpCalled():
                self._hand_call_over(callback)
                if event.reached:
                    callback.called_by = event.agent_id
                else:
                    self._follow_up(callback)
            case happened.FollowUpAnswered():
                callback.claimed_by = None
                self._link_own_call(callback, event.call_id)
            case happened.FollowUpDismissed():
                callback.dismissed_by = event.agent_id

    def _called_by_hand(self, fact: Fact, callback: CallbackRecord, agent_id: AgentId) -> None:
        """Note who is on it; for a request without an outcome this is its accept (R42)."""
        callback.claimed_by = callback.calling_by = agent_id
        callback.progress = Progress.CONNECTING_AGENT
        if callback.outcome is None:
            callback.accepted_at = fact.at
            callback.agent_id = agent_id

    def _hand_call_over(self, callback: CallbackRecord) -> None:
        callback.calling_by = None
        if callback.outcome is None:
            callback.progress = Progress.AWAITING_AGENT
            callback.accepted_at = callback.agent_id = None
        else:
            callback.progress = Progress.CLOSED

    def _list(self, fact: Fact) -> None:
        """Keep the list of those to call by hand in line with what the fact has changed."""
        callback_id = getattr(fact.event, "callback_id", None)
        callback = self.callbacks.get(callback_id) if callback_id is not None else None
        if callback is None:
            return
        if not callback.to_call:
            self.to_call.pop(callback.id, None)
        elif callback.id not in self.to_call:
            self.to_call[callback.id] = None

    def _link_own_call(self, callback: CallbackRecord, call_id: CallId | None) -> None:
        """Link the customer's own answered call with those that had asked (R37, R39)."""
        answered = self.calls.get(call_id) if call_id is not None else None
        if answered is None:
            return
        callback.own_call_id = answered.id
        for inbound in self._inbound(callback):
            inbound.link(answered.id)
            answered.link(inbound.id)

    def _follow_up(self, callback: CallbackRecord) -> None:
        """Tag and assign the last outbound call (R31, R32)."""
        if callback.outbound_call_ids:
            outbound = self.calls.get(callback.outbound_call_ids[-1])
            if outbound is not None:
                outbound.add_tag(Tag.FOLLOW_UP)
                outbound.assigned_to = outbound.agent_id

    def _inbound(self, callback: CallbackRecord) -> list[CallRecord]:
        found = (self.calls.get(call_id) for call_id in callback.inbound_call_ids)
        return [call for call in found if call is not None]


def _named(event: Event) -> dict[str, None]:
    """Name the calls and callbacks an event speaks of, each once."""
    names = (getattr(event, field, None) for field in ("call_id", "callback_id", "item_id"))
    return {name: None for name in names if isinstance(name, str)}
