"""Folds facts, and nothing else, into the second bookkeeping."""

from collections.abc import Callable
from typing import Any

from ringback.core import events as e
from ringback.core.ids import CallId, LegId
from ringback.core.inputs import AgentFailureCause
from ringback.core.settings import AgentStatus
from ringback.core.states import agent_leg

from . import callback_folding
from .callback_folding import engage
from .folding_messages import MESSAGES
from .ledger import AgentNote, CallNote, Ledger, OfferNote


def fold(ledger: Ledger, fact: e.Fact) -> None:
    """Let one fact become part of the ledger."""
    ledger.sequence = fact.sequence
    write = FOLDS.get(type(fact.event))
    if write is not None:
        write(ledger, fact, fact.event)


# ---- configuration and agents --------------------------------------------------------------


def _account(ledger: Ledger, fact: e.Fact, event: e.AccountConfigured) -> None:
    ledger.settings = event.settings


def _line(ledger: Ledger, fact: e.Fact, event: e.LineConfigured) -> None:
    ledger.lines[event.line.id] = event.line


def _flow(ledger: Ledger, fact: e.Fact, event: e.FlowPublished) -> None:
    ledger.flows[event.flow.id, event.version] = event.flow


def _team(ledger: Ledger, fact: e.Fact, event: e.TeamConfigured) -> None:
    ledger.teams[event.team.id] = event.team


def _tag(ledger: Ledger, fact: e.Fact, event: e.TagConfigured) -> None:
    ledger.tags[event.tag.id] = event.tag


def _agent(ledger: Ledger, fact: e.Fact, event: e.AgentConfigured) -> None:
    known = ledger.agents.get(event.profile.id)
    if known is None:
        ledger.agents[event.profile.id] = AgentNote(event.profile)
    else:
        known.profile = event.profile


def _status(ledger: Ledger, fact: e.Fact, event: e.AgentStatusSet) -> None:
    agent = ledger.agents[event.agent_id]
    agent.status = event.status
    if event.status is AgentStatus.ONLINE:
        agent.ring_outs_in_row = 0


def _came_back(ledger: Ledger, fact: e.Fact, event: e.AgentCameBack) -> None:
    ledger.agents[event.agent_id].missing = False
    ledger.agents[event.agent_id].given_up = False


def _went_missing(ledger: Ledger, fact: e.Fact, event: e.AgentWentMissing) -> None:
    ledger.agents[event.agent_id].missing = True


def _given_up(ledger: Ledger, fact: e.Fact, event: e.AgentGivenUp) -> None:
    ledger.agents[event.agent_id].given_up = True


def _came_on_duty(ledger: Ledger, fact: e.Fact, event: e.AgentCameOnDuty) -> None:
    agent = ledger.agents[event.agent_id]
    if agent.off_duty:
        agent.ring_outs_in_row = 0
    agent.off_duty = False


def _went_off_duty(ledger: Ledger, fact: e.Fact, event: e.AgentWentOffDuty) -> None:
    ledger.agents[event.agent_id].off_duty = True


def _freed(ledger: Ledger, fact: e.Fact, event: e.AgentFreed) -> None:
    agent = ledger.agents[event.agent_id]
    agent.call_id = None
    agent.wrapping_up = event.wrap_up_until is not None
    agent.correctable = event.correctable


def _wrap_up_ended(ledger: Ledger, fact: e.Fact, event: e.WrapUpEnded) -> None:
    agent = ledger.agents[event.agent_id]
    agent.wrapping_up = False
    agent.correctable = None


def _reachable(ledger: Ledger, fact: e.Fact, event: object) -> None:
    ledger.phones_reachable = isinstance(event, e.PhoneSystemCameBack)


# ---- calls ---------------------------------------------------------------------------------


def _began(ledger: Ledger, fact: e.Fact, event: e.CallBegan) -> None:
    ledger.calls[event.call_id] = CallNote(
        event.call_id,
        event.flow_id,
        event.flow_version,
        event.line_id,
        event.customer_id,
        ledger.lines[event.line_id].priority,
    )


def _recognised(ledger: Ledger, fact: e.Fact, event: e.CustomerRecognised) -> None:
    ledger.calls[event.call_id].first_to_ring = event.agent_id


def _connected(ledger: Ledger, fact: e.Fact, event: e.CallConnected) -> None:
    call = ledger.calls[event.call_id]
    call.playing = None
    call.agent_leg_id = event.agent_leg_id
    call.answered = fact.sequence
    engage(ledger, event.agent_id, event.call_id)


def _handed_over(ledger: Ledger, fact: e.Fact, event: e.RedirectedToLine) -> None:
    call = ledger.calls[event.call_id]
    call.flow_id, call.flow_version = event.flow_id, event.flow_version
    call.line_id = event.line_id
    call.priority = ledger.lines[event.line_id].priority
    call.answered = None


def _dialled_outside(ledger: Ledger, fact: e.Fact, event: e.RedirectDialled) -> None:
    ledger.calls[event.call_id].outside_leg_id = event.leg_id


def _answered_outside(ledger: Ledger, fact: e.Fact, event: e.RedirectAnswered) -> None:
    call = ledger.calls[event.call_id]
    call.playing = None
    call.answered = fact.sequence


def _not_outside(ledger: Ledger, fact: e.Fact, event: e.RedirectFailed) -> None:
    ledger.calls[event.call_id].outside_leg_id = None


def _transferred(ledger: Ledger, fact: e.Fact, event: e.CallTransferred) -> None:
    call = _sent_on(ledger, event)
    ledger.on_hold.discard(event.call_id)
    call.agent_leg_id = None


def _sent_on(ledger: Ledger, event: e.CallTransferred | e.ConsultationStarted) -> CallNote:
    call = ledger.calls.get(event.call_id) or _called_before(ledger, event)
    call.own_steps = event.steps
    call.transfers += 1
    call.first_to_ring = None
    call.declined = set()
    return call


def _called_before(ledger: Ledger, event: e.CallTransferred | e.ConsultationStarted) -> CallNote:
    """Note a customer who was called, and waits from here on like one who called."""
    dial = ledger.dials[event.call_id]
    dial.handed_on = True
    asked = ledger.callbacks[dial.intended.callback_id]
    call = CallNote(
        event.call_id,
        asked.flow_id,
        asked.flow_version,
        asked.line_id,
        asked.customer_id,
        asked.priority,
        leg_id=dial.intended.customer_leg_id,
    )
    ledger.calls[event.call_id] = call
    call.agent_leg_id = dial.intended.agent_leg_id
    return call


def _consulting(ledger: Ledger, fact: e.Fact, event: e.ConsultationStarted) -> None:
    _sent_on(ledger, event).consults = True
    ledger.on_hold.add(event.call_id)


def _consulted(ledger: Ledger, fact: e.Fact, event: e.ConsultationAnswered) -> None:
    ledger.calls[event.call_id].colleague_leg_id = event.colleague_leg_id
    engage(ledger, event.colleague_id, event.call_id)


def _not_consulting(
    ledger: Ledger,
    fact: e.Fact,
    event: e.ConsultationEnded | e.ConsultationCompleted | e.ConsultationAbandoned,
) -> None:
    """Who stays with the customer, and whether they hear each other."""
    call = ledger.calls[event.call_id]
    match event:
        case e.ConsultationEnded(ending=ending):
            call.waiting = False
            if ending is e.ConsultationEnding.CANCELLED:
                ledger.on_hold.remove(event.call_id)
        case e.ConsultationCompleted() | e.ConsultationAbandoned():
            call.agent_leg_id = call.colleague_leg_id
            ledger.on_hold.remove(event.call_id)
    call.colleague_leg_id = None
    call.consults = False


def _on_hold(ledger: Ledger, fact: e.Fact, event: e.CustomerPutOnHold) -> None:
    ledger.on_hold.add(event.call_id)


def _off_hold(ledger: Ledger, fact: e.Fact, event: e.CustomerTakenOffHold) -> None:
    ledger.on_hold.remove(event.call_id)


def _ended(ledger: Ledger, fact: e.Fact, event: e.CallEnded) -> None:
    if event.call_id in ledger.dials:
        dial = ledger.dials[event.call_id]
        dial.ended = True
        ledger.fall_silent(dial.intended.customer_leg_id, dial.intended.agent_leg_id)
        if not dial.handed_on:
            return
    ledger.fall_silent(LegId(event.call_id))
    call = ledger.calls[event.call_id]
    call.ending = event.ending
    call.waiting = False


# ---- queues and offers ---------------------------------------------------------------------


def _joined(ledger: Ledger, fact: e.Fact, event: e.QueueJoined) -> None:
    item = ledger.item(event.item_id)
    item.queue = (event.flow_id, event.flow_version, event.step_id)
    item.place = (0 if event.priority else 1, fact.sequence)
    item.placed_by = "joining"
    item.moved_to = None
    item.waiting = True
    item.rung_out = set()


def _leaves(ledger: Ledger, fact: e.Fact, event: e.StepGivenUp | e.OfferAccepted) -> None:
    ledger.item(event.item_id).waiting = False
    if isinstance(event, e.OfferAccepted):
        ledger.offers[event.offer_id].accepted = True


def _returned(ledger: Ledger, fact: e.Fact, event: e.ReturnedToQueue) -> None:
    ledger.item(event.item_id).waiting = True
    ledger.item(event.item_id).placed_by = "returning"
    call = ledger.calls.get(CallId(event.item_id))
    if call is not None and LegId(call.id) in ledger.said:
        call.playing = None
        ledger.fall_silent(LegId(call.id))


def _moved(
    ledger: Ledger, fact: e.Fact, event: e.MovedToFront | e.MovedToStep | e.MovedToAgent
) -> None:
    callback = ledger.callbacks[event.callback_id]
    match event:
        case e.MovedToFront():
            callback.place, callback.placed_by = (-1, -fact.sequence), "joining"
        case e.MovedToStep():
            callback.waiting = False
        case e.MovedToAgent(agent_id=agent_id):
            callback.moved_to, callback.rung_out = agent_id, set()


def _made(ledger: Ledger, fact: e.Fact, event: e.OffersMade) -> None:
    for terms in event.offers:
        ledger.offers[terms.offer_id] = OfferNote(
            terms.offer_id,
            event.item_id,
            terms.agent_id,
            fact.at,
            phone=ledger.agents[terms.agent_id].profile.phone,
            limited=terms.ring_for_max is not None,
        )


def _declined(ledger: Ledger, fact: e.Fact, event: e.OfferDeclined) -> None:
    ledger.offers.pop(event.offer_id, None)
    ledger.agents[event.agent_id].ring_outs_in_row = 0
    ledger.item(event.item_id).declined.add(event.agent_id)


def _over(ledger: Ledger, fact: e.Fact, event: e.OffersRangOut | e.OffersWithdrawn) -> None:
    for offer in ledger.offers_for(event.item_id):
        if offer.agent_id in event.agent_ids:
            if offer.accepted and isinstance(event, e.OffersWithdrawn):
                ledger.agents[offer.agent_id].ring_outs_in_row = 0
            ledger.fall_silent(agent_leg(offer.id))
            del ledger.offers[offer.id]
    if isinstance(event, e.OffersRangOut):
        ledger.item(event.item_id).rung_out |= set(event.agent_ids)
        for agent_id in event.agent_ids if _could_be_heard(event) else ():
            ledger.agents[agent_id].ring_outs_in_row += 1


def _could_be_heard(event: e.OffersRangOut) -> bool:
    """R19: a phone that was never rung says nothing of its agent."""
    unreachable, fault = AgentFailureCause.UNREACHABLE, AgentFailureCause.FAULT
    if event.cause is e.RingOutCause.NOT_CONNECTED:
        return event.phone_failure != fault
    return event.phone_failure not in (unreachable, fault)


def _phone_up(ledger: Ledger, fact: e.Fact, event: e.AgentPhoneUp) -> None:
    ledger.fall_silent(agent_leg(event.offer_id))
    ledger.agents[event.agent_id].ring_outs_in_row = 0


FOLDS: dict[type[Any], Callable[[Ledger, e.Fact, Any], None]] = {
    **MESSAGES,
    e.AccountConfigured: _account,
    e.LineConfigured: _line,
    e.FlowPublished: _flow,
    e.TagConfigured: _tag,
    e.TeamConfigured: _team,
    e.AgentConfigured: _agent,
    e.AgentStatusSet: _status,
    e.AgentCameBack: _came_back,
    e.AgentWentMissing: _went_missing,
    e.AgentGivenUp: _given_up,
    e.AgentCameOnDuty: _came_on_duty,
    e.AgentWentOffDuty: _went_off_duty,
    e.AgentFreed: _freed,
    e.WrapUpEnded: _wrap_up_ended,
    e.PhoneSystemWentAway: _reachable,
    e.PhoneSystemCameBack: _reachable,
    e.CallBegan: _began,
    e.RedirectedToLine: _handed_over,
    e.RedirectDialled: _dialled_outside,
    e.RedirectAnswered: _answered_outside,
    e.RedirectFailed: _not_outside,
    e.CustomerRecognised: _recognised,
    e.CallConnected: _connected,
    e.CustomerPutOnHold: _on_hold,
    e.CustomerTakenOffHold: _off_hold,
    e.CallTransferred: _transferred,
    e.ConsultationStarted: _consulting,
    e.ConsultationAnswered: _consulted,
    e.ConsultationEnded: _not_consulting,
    e.ConsultationCompleted: _not_consulting,
    e.ConsultationAbandoned: _not_consulting,
    e.CallEnded: _ended,
    e.QueueJoined: _joined,
    e.StepGivenUp: _leaves,
    e.OfferAccepted: _leaves,
    e.ReturnedToQueue: _returned,
    e.MovedToFront: _moved,
    e.MovedToStep: _moved,
    e.MovedToAgent: _moved,
    e.OffersMade: _made,
    e.AgentPhoneUp: _phone_up,
    e.OfferDeclined: _declined,
    e.OffersRangOut: _over,
    e.OffersWithdrawn: _over,
    **callback_folding.FOLDS,
}
