"""Folds facts into the records of callbacks: offers, progress, outcome, calls by hand."""

from ringback.core import events as happened
from ringback.core.events import Fact
from ringback.core.ids import AgentId, CallbackId, CallId, ItemId
from ringback.core.outcomes import OutcomeKind, OutcomeReason, Tag

from .callbacks import CallbackRecord, Progress
from .shelf import Shelf


def fold_offers(shelf: Shelf, fact: Fact) -> None:
    event = fact.event
    match event:
        case happened.QueueJoined():
            _joined_queue(shelf, fact, event)
        case happened.OffersMade():
            _rang(shelf, event)
        case happened.ReturnedToQueue():
            _returned(shelf, event.item_id)
        case happened.OfferDeclined():
            _stopped_ringing(shelf, event.item_id, (event.agent_id,))
        case happened.OffersRangOut() | happened.OffersWithdrawn():
            _stopped_ringing(shelf, event.item_id, event.agent_ids)
        case happened.OfferAccepted():
            callback = shelf.callback(CallbackId(event.item_id))
            if callback is not None:
                callback.progress = Progress.CONNECTING_AGENT
                callback.ringing_agent_ids.clear()
                callback.accepted_at = fact.at
                callback.agent_id = event.agent_id


def _joined_queue(shelf: Shelf, fact: Fact, event: happened.QueueJoined) -> None:
    team_id = shelf.routing.team_of((event.flow_id, event.flow_version, event.step_id))
    call = shelf.call(CallId(event.item_id))
    if call is not None:
        call.reached_ring_step = True
        call.queued_at = call.queued_at or fact.at
    for record in (call, shelf.callback(CallbackId(event.item_id))):
        if record is not None and team_id is not None:
            record.tried_team_ids.append(team_id)


def _rang(shelf: Shelf, event: happened.OffersMade) -> None:
    agent_ids = [terms.agent_id for terms in event.offers]
    call = shelf.call(CallId(event.item_id))
    if call is not None:
        call.rang_someone = True
    callback = shelf.callback(CallbackId(event.item_id))
    if callback is not None:
        callback.progress = Progress.RINGING
        callback.ringing_agent_ids += agent_ids
    for record in (call, callback):
        if record is not None:
            tried = dict.fromkeys((*record.tried_agent_ids, *agent_ids))
            record.tried_agent_ids = list(tried)


def _stopped_ringing(shelf: Shelf, item_id: ItemId, agent_ids: tuple[AgentId, ...]) -> None:
    callback = shelf.callback(CallbackId(item_id))
    if callback is None:
        return
    ringing = [one for one in callback.ringing_agent_ids if one not in agent_ids]
    callback.ringing_agent_ids = ringing
    if callback.progress is Progress.RINGING and not ringing:
        callback.progress = Progress.WAITING


def _returned(shelf: Shelf, item_id: ItemId) -> None:
    callback = shelf.callback(CallbackId(item_id))
    if callback is not None:
        callback.progress = Progress.WAITING
        callback.accepted_at = None
        callback.agent_id = None


def fold_progress(shelf: Shelf, fact: Fact) -> None:
    event = fact.event
    callback = _callback_of(shelf, event)
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
            for inbound in shelf.inbound(callback):
                inbound.add_tag(Tag.CALLED_BACK)


def fold_outcome(shelf: Shelf, fact: Fact) -> None:
    match fact.event:
        case happened.CallbackClosed() as event:
            callback = shelf.callback(event.callback_id)
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
                shelf.follow_up(callback)
            _link_own_call(shelf, callback, event.call_id)
        case happened.OutcomeCorrected() as event:
            callback = shelf.callback(event.callback_id)
            if callback is None:
                return
            callback.outcome_before_correction = callback.outcome
            callback.corrected_at = fact.at
            callback.listed_after_correction = event.listed
            callback.outcome = event.outcome
            for inbound in shelf.inbound(callback):
                inbound.remove_tag(Tag.CALLED_BACK)
            shelf.follow_up(callback, event.agent_id)


def _link_own_call(shelf: Shelf, callback: CallbackRecord, call_id: CallId | None) -> None:
    """Link the customer's own answered call with those that had asked (R37, R39)."""
    answered = shelf.call(call_id) if call_id is not None else None
    if answered is None:
        return
    callback.own_call_id = answered.id
    for inbound in shelf.inbound(callback):
        inbound.link(answered.id)
        answered.link(inbound.id)


def fold_call_by_hand(shelf: Shelf, fact: Fact) -> None:
    event = fact.event
    callback = _callback_of(shelf, event)
    if callback is None:
        return
    match event:
        case happened.CallbackClaimed():
            callback.claimed_by = event.agent_id
        case happened.CallbackUnclaimed():
            callback.claimed_by = None
        case happened.HandCallStarted():
            _called_by_hand(shelf, fact, callback, event.agent_id)
        case happened.HandCallAbandoned():
            _hand_call_over(shelf, callback)
        case happened.FollowUpCalled():
            _hand_call_over(shelf, callback)
            if event.reached:
                callback.called_by = event.agent_id
            else:
                shelf.follow_up(callback)
        case happened.FollowUpAnswered():
            callback.claimed_by = None
            _link_own_call(shelf, callback, event.call_id)
        case happened.FollowUpDismissed():
            callback.dismissed_by = event.agent_id
        case happened.FollowUpErased():
            callback.claimed_by = None
            callback.customer_erased = True


def _called_by_hand(shelf: Shelf, fact: Fact, callback: CallbackRecord, agent_id: AgentId) -> None:
    """Note who is on it; for a request without an outcome this is its accept (R42)."""
    callback.claimed_by = callback.calling_by = agent_id
    callback.progress = Progress.CONNECTING_AGENT
    if callback.outcome is None:
        callback.accepted_at = fact.at
        callback.agent_id = agent_id


def _hand_call_over(shelf: Shelf, callback: CallbackRecord) -> None:
    callback.calling_by = None
    if callback.outcome is None:
        callback.progress = Progress.AWAITING_AGENT
        callback.accepted_at = callback.agent_id = None
    else:
        callback.progress = Progress.CLOSED


def _callback_of(shelf: Shelf, event: happened.Event) -> CallbackRecord | None:
    """Find the record of the callback that an event names, if it names one."""
    callback_id: CallbackId | None = getattr(event, "callback_id", None)
    return None if callback_id is None else shelf.callback(callback_id)
