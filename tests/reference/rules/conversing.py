"""What agents do in a conversation: mute themselves, put the customer on hold (R30)."""

from .parts import Agent, Call, Callback, HandCall, Refused, World
from .questions import communication_of, is_in_consultation
from .situations import Situation, meet


def mute(world: World, name: str) -> None:
    speaking(world, name)
    meet(world, Situation.MUTED)
    world.agents[name].muted = True


def unmute(world: World, name: str) -> None:
    speaking(world, name)
    world.agents[name].muted = False


def hold(world: World, name: str) -> None:
    in_conversation(world, name).on_hold = True
    meet(world, Situation.HELD)


def resume(world: World, name: str) -> None:
    in_conversation(world, name).on_hold = False


def in_conversation(world: World, name: str) -> Call | Callback | HandCall:
    """R30: agent and customer hear each other, and the phones can be told something."""
    found = conversation_of(world, world.agents[name])
    codes = ["phones-unreachable"] if world.away else []
    if found is None:
        speaks = is_speaking(world, world.agents[name])
        codes += ["consultation-in-progress" if speaks else "not-in-conversation"]
        if speaks:
            meet(world, Situation.CONSULTATION_REFUSED)
    if found is None or codes:
        raise Refused(*codes)
    return found


def speaking(world: World, name: str) -> None:
    """R30: to the customer, or to a colleague whom one asks, or who asks."""
    codes = ["phones-unreachable"] if world.away else []
    codes += [] if is_speaking(world, world.agents[name]) else ["not-in-conversation"]
    if codes:
        raise Refused(*codes)


def is_speaking(world: World, agent: Agent) -> bool:
    item = communication_of(world, agent)
    return conversation_of(world, agent) is not None or is_in_consultation(agent, item)


def conversation_of(world: World, agent: Agent) -> Call | Callback | HandCall | None:
    """R29: nobody hears each other while something is still to be said."""
    item = communication_of(world, agent)
    said = item is not None and (item.whispered_since, item.announced_since) == (None, None)
    return item if item is not None and item.state == "talking" and said else None
