"""The phones go away in a life, and come back with most of what should be there."""

from .both_sides import BothSides
from .chance import Chance
from .rules.customers import latest_dial
from .rules.parts import Agent
from .rules.questions import communication_of, ringing_of_agent
from .rules.recovery import Listed
from .under_way import dialled, live_calls


def phones_lost(both: BothSides, chance: Chance) -> None:
    if chance.one_in(2):
        both.restart()
    else:
        both.phones_lost()


def phones_listed(both: BothSides, chance: Chance) -> None:
    """Most of what should be there is there."""
    world, listed = both.model.world, Listed()
    gone = chance.one_of((2, 4, 8, 16))
    for call in live_calls(both):
        if not chance.one_in(gone):
            listed.callers.append(call.name)
        if call.state in ("redirecting", "outside") and not chance.one_in(gone):
            rings = call.state == "redirecting" and chance.one_in(2)
            listed.outsides[call.name] = "ringing" if rings else "up"
    for agent in world.agents.values():
        state = expected_leg(both, agent, chance)
        item = communication_of(world, agent)
        consulted = item is not None and item.state == "consulting"
        if state is not None and not chance.one_in(2 if consulted else gone):
            listed.agents[agent.name] = state
        if agent.desk and chance.one_in(6):
            listed.unregistered.append(agent.name)
    for name in dialled(both):
        dial = latest_dial(world, name)
        ringing = dial.state == "dialling" and chance.one_in(2)
        if not chance.one_in(gone):
            listed.customers[name] = "ringing" if ringing else "up"
        elif dial.state == "dialling" and not dial.customer_rang and chance.one_in(2):
            listed.never_sent.append(name)
    both.phones_listed(listed)


def expected_leg(both: BothSides, agent: Agent, chance: Chance) -> str | None:
    """What an agent's phone does if nothing went wrong."""
    world = both.model.world
    item = communication_of(world, agent)
    if item is not None:
        connects = item.state == "accepted" and not item.phone_up
        return chance.one_of(("ringing", "up")) if connects else "up"
    if (agent.desk or agent.outside) and ringing_of_agent(world, agent):
        return chance.one_of(("ringing", "ringing", "up"))
    return None
