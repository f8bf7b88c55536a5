"""Calls and their legs end: whoever hangs up, nothing and nobody is left behind (S8, S20)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from . import (
    asking,
    callback,
    calling_in,
    consulting,
    holding,
    lending,
    offer,
    outbound,
    redirect,
)
from .agent import known
from .effects import Effect, HangUp
from .events import (
    AgentFreed,
    CallEnded,
    Event,
    Fact,
    OffersWithdrawn,
    OrphanFound,
    WithdrawalCause,
)
from .ids import AgentId, CallbackId, CallId
from .inputs import AgentFailureCause, HangUpAgent, LegEnded
from .outcomes import CallEnding, OutcomeReason, not_reached
from .refusals import Refusal, RefusalCode
from .states import (
    Agent,
    BeingConnected,
    Call,
    Consulting,
    Leaving,
    OutboundCall,
    Redirecting,
    Talking,
    TalkingOutside,
)
from .world import World


def engage(world: World, agent_id: AgentId, call_id: CallId) -> None:
    """Move an agent from an accepted offer into a call. Writes the world: for `evolve` only."""
    agent = world.agents[agent_id]
    assert agent.offer is not None
    del world.offers[agent.offer.id]
    agent.leg_id = agent.offer.leg_id
    agent.offer = None
    agent.call_id = call_id
    world.restand(agent)


# ---- decide ------------------------------------------------------------------------------


def decide_leg_ended(world: World, report: LegEnded, at: datetime) -> Iterator[Event]:
    """Whose leg it is decides what is over; a leg of nothing changes nothing."""
    call = world.call_on(report.leg_id)
    if call is not None:
        yield from end_call(world, call, ending_by_caller(call), at)
        return
    outbound_call = world.outbound_on(report.leg_id)
    if outbound_call is not None:
        if outbound_call.reached:
            yield from end_outbound(world, outbound_call, CallEnding.CUSTOMER_HUNG_UP, at)
        else:
            yield from outbound.dial_failed(world, outbound_call, None, at)
        return
    agent = offer.agent_on(world, report.leg_id)
    if agent is not None:
        yield from _agent_leg_ended(world, agent, at)
        return
    yield from redirect.ended(world, report.leg_id, at)


def ending_by_caller(call: Call) -> CallEnding:
    if call.callback_id is not None:
        return CallEnding.CALLBACK_REQUESTED
    if call.voicemail_left:
        return CallEnding.VOICEMAIL_LEFT
    return CallEnding.FLOW_ENDED if isinstance(call.state, Leaving) else CallEnding.CALLER_HUNG_UP


def _agent_leg_ended(world: World, agent: Agent, at: datetime) -> Iterator[Event]:
    if agent.offer is not None:
        yield from offer.phone_failed(world, agent.offer, AgentFailureCause.UNREACHABLE)
    else:
        yield from leave_call(world, agent, at)


def decide_hang_up(world: World, request: HangUpAgent, at: datetime) -> Iterator[Event]:
    agent = known(world, request.agent_id)
    if agent.call_id is not None:
        yield from leave_call(world, agent, at)
    elif agent.offer is not None and agent.offer.accepted_at is not None:
        yield from offer.connecting_failed(world, agent.offer)
    else:
        raise Refusal(RefusalCode.AGENT_NOT_ON_A_CALL, agent_id=agent.id)


def leave_call(world: World, agent: Agent, at: datetime) -> Iterator[Event]:
    """An agent hangs up: a dial not yet answered ends with it (R32)."""
    assert agent.call_id is not None
    outbound_call = world.outbound_calls.get(agent.call_id)
    if outbound_call is None:
        call = world.calls[agent.call_id]
        if call.consultation is not None:
            yield from consulting.leave(world, call, call.consultation, agent.id, at)
        else:
            yield from end_call(world, call, CallEnding.AGENT_HUNG_UP, at)
        return
    if outbound_call.reached:
        yield from end_outbound(world, outbound_call, CallEnding.AGENT_HUNG_UP, at)
        return
    tried = world.callback(outbound_call.callback_id)
    yield outbound.closing(world, outbound_call, not_reached(OutcomeReason.AGENT_HUNG_UP))
    yield from end_outbound(world, outbound_call, CallEnding.AGENT_HUNG_UP, at)
    yield from calling_in.pending_again(world, tried)


def end_call(world: World, call: Call, ending: CallEnding, at: datetime) -> Iterator[Event]:
    """End an inbound call in whatever state it is, and everything that hangs on it."""
    ringing = tuple(call.stay.offers) if call.stay is not None else ()
    talk: Talking | None = None
    match call.state:
        case BeingConnected(offer=accepted):
            ringing = (accepted.agent_id,)
        case Talking() as talking:
            talk = talking
        case _:
            pass
    if ringing:
        yield OffersWithdrawn(call.id, ringing, WithdrawalCause.CALLER_GONE)
    yield CallEnded(call.id, ending)
    if talk is not None:
        yield freed(world, talk.agent_id, at, talked=True, correctable=talk.correctable)
    elif call.consultation is not None:
        answered = isinstance(call.state, Consulting)
        yield from consulting.both_let_go(world, call.consultation, answered=answered, at=at)
    elif _asked_in_vain(call):
        assert call.request_not_granted is not None
        yield from asking.list_for_hand(world, call, call.request_not_granted)
    yield from lending.give_back(world, call)
    asked_for = world.callbacks.get(call.callback_id) if call.callback_id else None
    if asked_for is not None:
        yield from callback.inbound_ended(world, asked_for, at)
    yield from holding.release_waiting(world, call.customer_id)


def _asked_in_vain(call: Call) -> bool:
    """Tell whether a caller whom nobody has answered is to be called by hand (R9)."""
    answered = isinstance(call.state, TalkingOutside) or call.transferred_by is not None
    asked_in_vain = call.request_not_granted is not None and call.callback_id is None
    return asked_in_vain and not answered


def end_outbound(
    world: World, call: OutboundCall, ending: CallEnding, at: datetime
) -> Iterator[Event]:
    """End an outbound call; after a conversation the agent may correct the outcome (R31)."""
    yield CallEnded(call.id, ending)
    correctable = call.callback_id if call.reached and call.correctable else None
    yield freed(world, call.agent_id, at, talked=call.reached, correctable=correctable)
    yield from holding.release_waiting(world, call.customer_id)


def freed(
    world: World,
    agent_id: AgentId,
    at: datetime,
    *,
    talked: bool,
    correctable: CallbackId | None = None,
) -> AgentFreed:
    """Free an agent, into wrap-up if they talked to somebody."""
    wrap_up = world.agents[agent_id].profile.wrap_up
    if not talked or wrap_up <= timedelta(0):
        return AgentFreed(agent_id, None)
    return AgentFreed(agent_id, at + wrap_up, correctable)


# ---- evolve ------------------------------------------------------------------------------


def _ended(world: World, fact: Fact, event: CallEnded) -> None:
    outbound_call = world.outbound_calls.pop(event.call_id, None)
    if outbound_call is not None:
        outbound_call.gone = True
        world.agents[outbound_call.agent_id].completed = outbound_call.completed
        world.touch(outbound_call)
        world.unbind_call(outbound_call.customer_id, outbound_call.id)
        return
    call = world.calls[event.call_id]
    if world.in_queue(call):
        world.unplace(call)
    del world.calls[call.id]
    call.gone = True
    world.touch(call)
    world.unbind_call(call.customer_id, call.id)


# ---- react -------------------------------------------------------------------------------


def _let_go(world: World, event: CallEnded) -> Iterator[Effect]:
    outbound_call = world.outbound_calls.get(event.call_id)
    if outbound_call is not None:
        yield HangUp(outbound_call.customer_leg_id)
        yield HangUp(outbound_call.agent_leg_id)
        return
    call = world.calls[event.call_id]
    yield HangUp(call.leg_id)
    if call.consultation is not None:
        yield HangUp(call.consultation.talking.agent_leg_id)
    match call.state:
        case Talking(agent_leg_id=other_leg_id):
            yield HangUp(other_leg_id)
        case Consulting(colleague_leg_id=other_leg_id):
            yield HangUp(other_leg_id)
        case Redirecting(leg_id=other_leg_id) | TalkingOutside(leg_id=other_leg_id):
            yield HangUp(other_leg_id)
        case _:
            pass


def _hang_up_orphan(world: World, event: OrphanFound) -> Iterator[Effect]:
    yield HangUp(event.leg_id)


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    LegEnded: decide_leg_ended,
    HangUpAgent: decide_hang_up,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallEnded: _ended,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    CallEnded: _let_go,
    OrphanFound: _hang_up_orphan,
}
