"""Who hears whom: the phones must do what the world says of every conversation (R30)."""

from collections.abc import Iterator

from ringback.core.ids import LegId
from ringback.core.states import Agent, Call, Consulting, Talking
from ringback.core.world import World

from .phone_model import PhoneModel


def heard_otherwise(world: World, phones: PhoneModel) -> Iterator[str]:
    """Tell where a conversation sounds otherwise than the world says; legs just gone are not."""
    for agent in world.agents.values():
        for customer_leg_id, on_hold in _customer_of(world, agent.call_id or ""):
            assert agent.leg_id is not None
            if not {agent.leg_id, customer_leg_id} <= set(phones.legs):
                continue
            if (customer_leg_id in phones.on_hold) != on_hold:
                yield f"{customer_leg_id} is on hold, or is not"
            if (phones.heard_by.get(agent.leg_id) == customer_leg_id) == on_hold:
                yield f"{agent.id} and {customer_leg_id} hear each other, or do not"
            if (agent.leg_id in phones.muted) != agent.muted:
                yield f"{agent.id} is muted, or is not"
        yield from _other_agent(world, phones, agent)


def _customer_of(world: World, call_id: str) -> Iterator[tuple[LegId, bool]]:
    for call in world.calls.values():
        if call.id == call_id and isinstance(call.state, Talking):
            yield call.leg_id, call.state.on_hold
        elif call.id == call_id and call.consultation is not None:
            yield call.leg_id, True
    for outbound in world.outbound_calls.values():
        if outbound.id == call_id and outbound.connected:
            yield outbound.customer_leg_id, outbound.on_hold


def _other_agent(world: World, phones: PhoneModel, agent: Agent) -> Iterator[str]:
    """Tell where an agent who consults hears another than the colleague, or waits in silence."""
    call = next((one for one in world.calls.values() if one.id == agent.call_id), None)
    if call is None or agent.leg_id not in phones.legs:
        return
    if _is_on_hold_themselves(call) != (agent.leg_id in phones.on_hold):
        yield f"{agent.id} hears music, or does not"
    if isinstance(call.state, Consulting) and call.consultation is not None:
        legs = {call.consultation.talking.agent_leg_id, call.state.colleague_leg_id}
        (other,) = legs - {agent.leg_id}
        if other in phones.legs and phones.heard_by.get(agent.leg_id) != other:
            yield f"{agent.id} does not hear {other}"


def _is_on_hold_themselves(call: Call) -> bool:
    return call.consultation is not None and not isinstance(call.state, Consulting)
