"""Who hears whom: the phones must do what the world says of every conversation (R30)."""

from collections.abc import Iterator

from ringback.core.ids import LegId
from ringback.core.states import Talking
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


def _customer_of(world: World, call_id: str) -> Iterator[tuple[LegId, bool]]:
    for call in world.calls.values():
        if call.id == call_id and isinstance(call.state, Talking):
            yield call.leg_id, call.state.on_hold
    for outbound in world.outbound_calls.values():
        if outbound.id == call_id and outbound.connected:
            yield outbound.customer_leg_id, outbound.on_hold
