"""What an agent does while talking: mute the own microphone, put the customer on hold (R30)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from .agent import known
from .effects import Effect, Join, MuteLeg, StartMusic, UnmuteLeg
from .events import (
    AgentMuted,
    AgentUnmuted,
    CustomerPutOnHold,
    CustomerTakenOffHold,
    Event,
    Fact,
)
from .flow import DEFAULT_MUSIC
from .ids import AgentId, CallId, LegId
from .inputs import MuteAgent, PutOnHold, TakeOffHold, UnmuteAgent
from .refusals import Refusal, RefusalCode
from .states import Agent, OutboundCall, Talking
from .world import World

Conversation = Talking | OutboundCall
"""Where an agent and a customer hear each other."""

# ---- decide ------------------------------------------------------------------------------


def decide_mute(world: World, request: MuteAgent, at: datetime) -> Iterator[Event]:
    agent, call_id = speaking(world, request.agent_id)
    if not agent.muted:
        yield AgentMuted(agent.id, call_id)


def decide_unmute(world: World, request: UnmuteAgent, at: datetime) -> Iterator[Event]:
    agent, call_id = speaking(world, request.agent_id)
    if agent.muted:
        yield AgentUnmuted(agent.id, call_id)


def decide_hold(world: World, request: PutOnHold, at: datetime) -> Iterator[Event]:
    agent, call_id, conversation = talking(world, request.agent_id)
    if not conversation.on_hold:
        yield CustomerPutOnHold(call_id, agent.id, _music(conversation))


def decide_resume(world: World, request: TakeOffHold, at: datetime) -> Iterator[Event]:
    agent, call_id, conversation = talking(world, request.agent_id)
    if conversation.on_hold:
        yield CustomerTakenOffHold(call_id, agent.id)


def talking(world: World, agent_id: AgentId) -> tuple[Agent, CallId, Conversation]:
    """Find the conversation an agent is in, with phones that can be told something; or refuse."""
    agent, call_id = speaking(world, agent_id)
    conversation = conversation_of(world, agent)
    if conversation is None:
        raise Refusal(RefusalCode.CONSULTATION_IN_PROGRESS, agent_id=agent.id)
    return agent, call_id, conversation


def conversation_of(world: World, agent: Agent) -> Conversation | None:
    """Find where an agent talks to a customer; None without one, and in a consultation."""
    if agent.call_id is None:
        return None
    outbound_call = world.outbound_calls.get(agent.call_id)
    if outbound_call is not None:
        return outbound_call if outbound_call.connected else None
    state = world.calls[agent.call_id].state
    return state if isinstance(state, Talking) else None


def speaking(world: World, agent_id: AgentId) -> tuple[Agent, CallId]:
    """Find the call in which an agent talks, to a customer or a colleague; or refuse."""
    agent = known(world, agent_id)
    outbound_call = None if agent.call_id is None else world.outbound_calls.get(agent.call_id)
    if agent.call_id is None or (outbound_call is not None and not outbound_call.connected):
        raise Refusal(RefusalCode.NOT_IN_CONVERSATION, agent_id=agent.id)
    if not world.phones_reachable:
        raise Refusal(RefusalCode.PHONES_UNREACHABLE)
    return agent, agent.call_id


def _of_call(world: World, call_id: CallId) -> Conversation:
    outbound_call = world.outbound_calls.get(call_id)
    if outbound_call is not None:
        return outbound_call
    state = world.calls[call_id].state
    assert isinstance(state, Talking)
    return state


def _music(conversation: Conversation) -> str:
    return conversation.music if isinstance(conversation, Talking) else DEFAULT_MUSIC


# ---- evolve ------------------------------------------------------------------------------


def _muted(world: World, fact: Fact, event: AgentMuted) -> None:
    world.agents[event.agent_id].muted = True


def _unmuted(world: World, fact: Fact, event: AgentUnmuted) -> None:
    world.agents[event.agent_id].muted = False


def _put_on_hold(world: World, fact: Fact, event: CustomerPutOnHold) -> None:
    _of_call(world, event.call_id).on_hold = True


def _taken_off_hold(world: World, fact: Fact, event: CustomerTakenOffHold) -> None:
    _of_call(world, event.call_id).on_hold = False


# ---- react -------------------------------------------------------------------------------


def _mute(world: World, event: AgentMuted) -> Iterator[Effect]:
    leg_id = world.agents[event.agent_id].leg_id
    assert leg_id is not None
    yield MuteLeg(leg_id)


def _unmute(world: World, event: AgentUnmuted) -> Iterator[Effect]:
    leg_id = world.agents[event.agent_id].leg_id
    assert leg_id is not None
    yield UnmuteLeg(leg_id)


def _hold(world: World, event: CustomerPutOnHold) -> Iterator[Effect]:
    yield StartMusic(customer_leg_of(world, event.call_id), event.music)


def _resume(world: World, event: CustomerTakenOffHold) -> Iterator[Effect]:
    agent_leg_id = _of_call(world, event.call_id).agent_leg_id
    yield Join(event.call_id, agent_leg_id, customer_leg_of(world, event.call_id))


def hear_again(world: World, call_id: CallId) -> Iterator[Effect]:
    """Say anew who hears whom in a conversation that was found again after a separation."""
    conversation = _of_call(world, call_id)
    customer_leg_id = customer_leg_of(world, call_id)
    if conversation.on_hold:
        yield StartMusic(customer_leg_id, _music(conversation))
    else:
        yield Join(call_id, conversation.agent_leg_id, customer_leg_id)
    yield heard_or_not(world, conversation.agent_id)


def heard_or_not(world: World, agent_id: AgentId) -> Effect:
    """Say anew whether an agent in a call is heard."""
    agent = world.agents[agent_id]
    assert agent.leg_id is not None
    return MuteLeg(agent.leg_id) if agent.muted else UnmuteLeg(agent.leg_id)


def customer_leg_of(world: World, call_id: CallId) -> LegId:
    """Name the customer's leg in a live call of either kind."""
    outbound_call = world.outbound_calls.get(call_id)
    return world.calls[call_id].leg_id if outbound_call is None else outbound_call.customer_leg_id


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    MuteAgent: decide_mute,
    UnmuteAgent: decide_unmute,
    PutOnHold: decide_hold,
    TakeOffHold: decide_resume,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    AgentMuted: _muted,
    AgentUnmuted: _unmuted,
    CustomerPutOnHold: _put_on_hold,
    CustomerTakenOffHold: _taken_off_hold,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    AgentMuted: _mute,
    AgentUnmuted: _unmute,
    CustomerPutOnHold: _hold,
    CustomerTakenOffHold: _resume,
}
