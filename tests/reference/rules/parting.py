"""Agents let go of what they were in (R19, R30)."""

from .parts import Agent, Call, HandCall, Item, World


def free(world: World, item: Item) -> None:
    """R19: the agent's communication is over; wrap-up follows a conversation."""
    if item.agent is None:
        return
    agent = world.agents[item.agent]
    part(item, agent)
    if item.state == "talking" and agent.wrap_up:
        agent.wrap_up_until = world.now + agent.wrap_up
    if item.state in ("talking", "dialling"):
        agent.idle_since = world.now
    if isinstance(item, Call) and item.state == "talking":
        agent.correctable = item.completes if agent.wrap_up_until is not None else None
        item.completes = None
    if not isinstance(item, HandCall):
        agent.silent = 0
    item.agent = None


def part(item: Item, agent: Agent) -> None:
    """R30: the next call begins unmuted; what was being said is cut."""
    if isinstance(item, Call) and item.announced_since is not None:
        item.playing = False
    item.whispered_since = item.announced_since = None
    item.phone_up = item.on_hold = agent.muted = False
