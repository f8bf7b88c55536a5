"""Names what a step is about, for who reads the log: its call, its callback, and their queue.

Asked only when there is something to log: a step that goes well pays nothing for it.
"""

from collections.abc import Iterator, Mapping

from ringback.core.ids import AgentId, CallbackId, CallId, ItemId, LegId, OfferId
from ringback.core.states import AGENT_LEG, Callback
from ringback.core.world import World

GIVEN = ("call_id", "callback_id")


def step_names(about: object, world: World) -> Mapping[str, object]:
    """Name what an input or event is about, as far as it or the world tells.

    `seq` is the last fact that the world holds.
    """
    names: dict[str, object] = {"seq": world.sequence}
    names |= {name: given for name in GIVEN if (given := getattr(about, name, None)) is not None}
    for item_id in _items(about, world):
        outbound = world.outbound_calls.get(CallId(item_id))
        if outbound is not None:
            names |= {"call_id": outbound.id, "callback_id": outbound.callback_id}
            continue
        item = world.item(item_id)
        if item is None:
            continue
        names["callback_id" if isinstance(item, Callback) else "call_id"] = item.id
        if item.stay is not None:
            names["queue"] = item.stay.queue_id
    return names


def _items(about: object, world: World) -> Iterator[ItemId]:
    """Name the calls and callbacks that are concerned, those that are said last."""
    leg_id = LegId(getattr(about, "leg_id", None) or "")
    agent_id = world.legs.get(leg_id, AgentId(getattr(about, "agent_id", None) or ""))
    agent = world.agents.get(agent_id)
    if agent is not None and agent.call_id is not None:
        yield agent.call_id
    offered = OfferId(getattr(about, "offer_id", None) or leg_id.removeprefix(AGENT_LEG))
    offer = world.offers.get(offered, agent.offer if agent is not None else None)
    if offer is not None:
        yield offer.item_id
    call = world.call_on(leg_id) or world.outbound_on(leg_id)
    if call is not None:
        yield call.id
    for name in GIVEN:
        if (given := getattr(about, name, None)) is not None:
            yield CallbackId(given) if name == "callback_id" else CallId(given)
