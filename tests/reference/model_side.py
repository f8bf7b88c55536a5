"""What the reference model shows, in the same words as the core's."""

from .rules.alerting import standing_alerts
from .rules.parts import Agent, Call, Callback, HandCall, World
from .rules.questions import (
    being_called,
    communication_of,
    is_listed,
    queued,
    ringing_of_agent,
    standing,
)
from .rules.records import tags

AT_A_STEP = ("audio", "menu", "ending", "recording")


def seen(world: World) -> dict[str, object]:
    """Look at everything."""
    queues: dict[str, list[str]] = {}
    for item in queued(world):
        assert item.place is not None
        beside = "" if item.place.agent is None else f">{item.place.agent}"
        name = f"{item.place.flow}@{item.place.version}/{item.place.step}{beside}"
        queues.setdefault(name, []).append(item.name)
    return {
        "queues": queues,
        "agents": {agent.name: _agent(world, agent) for agent in world.agents.values()},
        "calls": {c.name: where(c) for c in world.calls.values() if c.state != "ended"},
        "callbacks": {
            each.name: (_state(world, each), each.attempt)
            for each in world.callbacks.values()
            if each.outcome is None
        },
        "talks": _talks(world),
        "listed": {c.name: c.claimed_by for c in world.callbacks.values() if is_listed(c)},
        "missed": {
            c.name: (c.missed, tags(world, c))
            for c in world.calls.values()
            if c.state == "ended" and c.inbound
        },
        "follow-ups": [each.follow_up for each in world.dials],
        "outcomes": {c.name: c.outcome for c in world.callbacks.values() if c.outcome},
        "attempts failed": sorted(world.attempts_failed),
        "dials": [(each.callback, each.agent, each.at) for each in world.dials],
        "dial commands": [each.callback for each in world.dials],
        "offers ever": sorted(
            (each.agent, each.item) for each in world.offers if each.item not in world.hand_calls
        ),
        "told": sorted(world.told),
        "alerts ever": [(each.line, each.kind, each.callback) for each in world.alerts],
        "alerts": sorted((each.line, each.kind, each.failures) for each in standing_alerts(world)),
        "recognised": world.recognised,
        "being introduced": {
            name: (item.whispered_since is not None, item.announced_since is not None)
            for name, item in _with_agents(world).items()
            if item.phone_up or not _is_connected(world.agents[name], item)
        },
        "on hold": [name for name, item in _with_agents(world).items() if item.on_hold],
        "muted": [agent.name for agent in world.agents.values() if agent.muted],
    }


def _state(world: World, callback: Callback) -> str:
    hand = being_called(world, callback)
    return callback.state if hand is None else hand.state


def _talks(world: World) -> dict[str, str | None]:
    by_hand = [each for each in world.hand_calls.values() if each.state == "talking"]
    talks = {each.callback: each.agent for each in by_hand}
    return talks | {c.name: c.agent for c in world.callbacks.values() if c.state == "talking"}


def _with_agents(world: World) -> dict[str, Call | Callback | HandCall]:
    """What each agent is busy with."""
    found = {agent.name: communication_of(world, agent) for agent in world.agents.values()}
    return {name: item for name, item in found.items() if item is not None}


def _agent(world: World, agent: Agent) -> tuple[str, str | None, float | None]:
    offer, item = ringing_of_agent(world, agent), None
    if offer is not None:
        item = offer.item
    elif (busy_with := communication_of(world, agent)) and _is_connected(agent, busy_with):
        item = busy_with.callback if isinstance(busy_with, HandCall) else busy_with.name
    return (standing(world, agent), item, agent.wrap_up_until)


def _is_connected(agent: Agent, item: Call | Callback | HandCall) -> bool:
    """Whether the agent has accepted it, and does not talk yet."""
    return item.state == "accepted" and item.agent == agent.name


def where(call: Call) -> str:
    """What a caller goes through, and at which step where that is not a queue."""
    return f"{call.state} {call.step}" if call.state in AT_A_STEP else call.state
