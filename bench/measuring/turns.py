"""Reads off the wire how long an agent who hung up waits for the next call."""

from collections.abc import Sequence
from dataclasses import dataclass

from .people import Crowd
from .wire import SipSeen

REFUSALS = ("SIP/2.0 486", "SIP/2.0 503")


@dataclass(frozen=True, slots=True)
class Turn:
    """From an agent's BYE to that agent's next INVITE, in milliseconds."""

    at: int
    milliseconds: float
    number: str
    is_callback: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class Turns:
    """All turns of a stretch of time; `never` counts agents who hung up and were not rung again.

    `refused` counts the callers who were given a busy tone.
    """

    turns: tuple[Turn, ...]
    never: int
    dialled: int
    refused: int


def turns_between(seen: Sequence[SipSeen], people: Crowd, begin: int, end: int) -> Turns:
    """Find the turns whose BYE lies between two instants."""
    racks = {rack.port for rack in people.racks}
    callers = {people.waiters, people.askers}
    dialled = {m.uri_user for m in seen if m.method == "INVITE" and m.target == people.customers}
    agent_of: dict[str, str] = {}
    freed: dict[str, int] = {}
    called: dict[str, None] = {}
    offered: dict[str, None] = {}
    number_of: dict[str, str] = {}
    refused = 0
    turns: list[Turn] = []
    for message in seen:
        if message.method == "INVITE" and message.source in callers:
            called[message.from_user] = None
            number_of[message.call_id] = message.from_user
        elif message.target in callers and message.start[:11] in REFUSALS:
            number = number_of.get(message.call_id, "")
            if number in called:
                del called[number]
                refused += begin <= message.at < end
        elif message.method == "INVITE" and message.target in racks:
            if message.call_id in agent_of:
                continue
            agent = agent_of[message.call_id] = message.uri_user
            offered[message.from_user] = None
            at = freed.pop(agent, None)
            if at is not None and begin <= at < end:
                number = message.from_user
                turns.append(
                    Turn(
                        at,
                        (message.at - at) / 1e6,
                        number,
                        number in dialled,
                        len(called) - len(offered),
                    )
                )
        elif message.method == "BYE" and message.call_id in agent_of and message.source in racks:
            freed.setdefault(agent_of[message.call_id], message.at)
    never = sum(1 for at in freed.values() if begin <= at < end)
    return Turns(tuple(turns), never, len(dialled), refused)
