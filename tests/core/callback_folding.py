"""Folds facts of callbacks and of calls by hand into the second bookkeeping."""

from collections.abc import Callable
from typing import Any

from ringback.core import events as e
from ringback.core.ids import AgentId, CallId
from ringback.core.outcomes import OutcomeKind
from ringback.core.states import agent_leg

from .ledger import CallbackNote, DialNote, Ledger, OfferNote, SeriesNote

COUNTED = ("no_available_agent", "no_answer", "declined", "system_fault")
"""R26, R34: the failures of a line that make a series."""


def _requested(ledger: Ledger, fact: e.Fact, event: e.CallbackRequested) -> None:
    callback = CallbackNote(
        event.callback_id,
        event.flow_id,
        event.flow_version,
        event.line_id,
        event.customer_id,
        event.priority,
        request=event,
        requested=fact.sequence,
        inbound_call_ids=[] if event.call_id is None else [event.call_id],
    )
    ledger.callbacks[callback.id] = callback  # type: ignore[index]
    if event.call_id is None:
        return
    call = ledger.calls[event.call_id]
    if event.keeps_place:
        callback.queue, callback.place = call.queue, call.place
        callback.placed_by = "request"
        callback.waiting = True
    call.asked = True
    call.waiting = False


def _request_joined(ledger: Ledger, fact: e.Fact, event: e.RequestJoined) -> None:
    if event.call_id is None:
        return
    callback, call = ledger.callbacks[event.callback_id], ledger.calls[event.call_id]
    if event.takes_place_of_call:
        callback.place = call.place
        callback.placed_by = "request"
    callback.settled = False
    callback.inbound_call_ids.append(event.call_id)
    call.asked = True
    call.waiting = False


def _settled(ledger: Ledger, fact: e.Fact, event: e.CallbackSettled) -> None:
    ledger.callbacks[event.callback_id].settled = True


def _held(ledger: Ledger, fact: e.Fact, event: e.CallbackHeld) -> None:
    ledger.callbacks[event.callback_id].holds.add(event.cause)


def _released(ledger: Ledger, fact: e.Fact, event: e.CallbackReleased) -> None:
    ledger.callbacks[event.callback_id].holds.discard(event.cause)


def _lent(ledger: Ledger, fact: e.Fact, event: e.PlaceLent) -> None:
    callback, call = ledger.callbacks[event.callback_id], ledger.calls[event.call_id]
    callback.waiting = False
    callback.lent_to = event.call_id
    call.place = callback.place
    call.placed_by = "lending"


def _given_back(ledger: Ledger, fact: e.Fact, event: e.PlaceGivenBack) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.lent_to = None
    callback.waiting = True
    callback.placed_by = "returning"


def _attempt(ledger: Ledger, fact: e.Fact, event: e.AttemptStarted) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.attempt_number = event.attempt_number
    callback.declined = set()


def _fault(ledger: Ledger, fact: e.Fact, event: e.FaultSuffered) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.faults = event.fault_number
    callback.rung_out = set()


def _intended(ledger: Ledger, fact: e.Fact, event: e.DialIntended) -> None:
    by_hand = ledger.callbacks[event.callback_id].called_by is not None
    ledger.dials[event.call_id] = DialNote(event, fact.at, by_hand=by_hand)
    engage(ledger, event.agent_id, event.call_id)


def _reached(ledger: Ledger, fact: e.Fact, event: e.CustomerReached) -> None:
    ledger.dials[event.call_id].reached = True


def _failed(ledger: Ledger, fact: e.Fact, event: e.DialFailed) -> None:
    ledger.dials[event.call_id].failed = event


def _closed(ledger: Ledger, fact: e.Fact, event: e.CallbackClosed) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.outcome = event.outcome
    callback.waiting = False
    callback.lent_to = None
    callback.follow_up = event.outcome.kind in (OutcomeKind.FAILED, OutcomeKind.NOT_REACHED)
    callback.claimed_by = callback.called_by = None
    if event.outcome.kind in (OutcomeKind.COMPLETED, OutcomeKind.NOT_REACHED):
        ledger.series.pop(callback.line_id, None)
    elif event.outcome.reason in COUNTED:
        ledger.series.setdefault(callback.line_id, SeriesNote()).failures += 1


def _alerted(ledger: Ledger, fact: e.Fact, event: e.AlertRaised) -> None:
    ledger.series[event.line_id].raised.add(event.kind)
    for older in list(ledger.alerts.values()):
        if (older.line_id, older.kind) == (event.line_id, event.kind):
            del ledger.alerts[older.alert_id]
    ledger.alerts[event.alert_id] = event


def _alert_dismissed(ledger: Ledger, fact: e.Fact, event: e.AlertDismissed) -> None:
    del ledger.alerts[event.alert_id]


def _corrected(ledger: Ledger, fact: e.Fact, event: e.OutcomeCorrected) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.corrections += 1
    callback.outcome = event.outcome
    callback.follow_up = True
    ledger.agents[event.agent_id].correctable = None


# ---- calls by hand -------------------------------------------------------------------------


def _claimed(ledger: Ledger, fact: e.Fact, event: e.CallbackClaimed | e.CallbackUnclaimed) -> None:
    claims = isinstance(event, e.CallbackClaimed)
    ledger.callbacks[event.callback_id].claimed_by = event.agent_id if claims else None


def _hand_call(ledger: Ledger, fact: e.Fact, event: e.HandCallStarted) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.claimed_by = callback.called_by = event.agent_id
    ledger.offers[event.offer_id] = OfferNote(
        event.offer_id,
        callback.id,
        event.agent_id,
        fact.at,
        accepted=True,
        by_hand=True,
        phone=ledger.agents[event.agent_id].profile.phone,
    )


def _abandoned(ledger: Ledger, fact: e.Fact, event: e.HandCallAbandoned) -> None:
    ledger.callbacks[event.callback_id].called_by = None
    for offer in ledger.offers_for(event.callback_id):
        ledger.fall_silent(agent_leg(offer.id))
        del ledger.offers[offer.id]


def _follow_up_over(
    ledger: Ledger,
    fact: e.Fact,
    event: e.FollowUpCalled | e.FollowUpAnswered | e.FollowUpDismissed | e.FollowUpErased,
) -> None:
    callback = ledger.callbacks[event.callback_id]
    callback.called_by = None
    callback.follow_up = isinstance(event, e.FollowUpCalled) and not event.reached


def _erased(ledger: Ledger, fact: e.Fact, event: e.CustomerErased) -> None:
    for agent in ledger.agents.values():
        completed = ledger.callbacks.get(agent.correctable) if agent.correctable else None
        if completed is not None and completed.customer_id == event.customer_id:
            agent.correctable = None


FOLDS: dict[type[Any], Callable[[Ledger, e.Fact, Any], None]] = {
    e.CallbackRequested: _requested,
    e.RequestJoined: _request_joined,
    e.CallbackSettled: _settled,
    e.CallbackHeld: _held,
    e.CallbackReleased: _released,
    e.PlaceLent: _lent,
    e.PlaceGivenBack: _given_back,
    e.AttemptStarted: _attempt,
    e.FaultSuffered: _fault,
    e.DialIntended: _intended,
    e.CustomerReached: _reached,
    e.DialFailed: _failed,
    e.CallbackClosed: _closed,
    e.OutcomeCorrected: _corrected,
    e.AlertRaised: _alerted,
    e.AlertDismissed: _alert_dismissed,
    e.CallbackClaimed: _claimed,
    e.CallbackUnclaimed: _claimed,
    e.HandCallStarted: _hand_call,
    e.HandCallAbandoned: _abandoned,
    e.FollowUpCalled: _follow_up_over,
    e.FollowUpAnswered: _follow_up_over,
    e.FollowUpDismissed: _follow_up_over,
    e.FollowUpErased: _follow_up_over,
    e.CustomerErased: _erased,
}


def engage(ledger: Ledger, agent_id: AgentId, call_id: CallId) -> None:
    """Move an agent from an offer into a call."""
    for offer in ledger.offers_to(agent_id):
        del ledger.offers[offer.id]
    ledger.agents[agent_id].call_id = call_id
