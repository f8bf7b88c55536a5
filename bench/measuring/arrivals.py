"""Reads off the wire what becomes of arriving calls: rung at an agent, refused, or neither."""

from collections.abc import Sequence
from dataclasses import dataclass

from .people import Crowd
from .wire import SipSeen


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The calls that came in during a stretch of time; durations are milliseconds.

    `setups` is from a caller's INVITE to the INVITE at the agent who is rung for it, `refusals`
    from it to the answer that refuses it.
    """

    arrived: int
    setups: tuple[float, ...]
    refusals: tuple[float, ...]
    waiting_mean: float


def arrivals_between(seen: Sequence[SipSeen], people: Crowd, begin: int, end: int) -> Arrivals:
    """Find what became of the calls whose first INVITE lies between two instants."""
    racks = {rack.port for rack in people.racks}
    came: dict[str, int] = {}
    number_of: dict[str, str] = {}
    setups: dict[str, float] = {}
    refusals: dict[str, float] = {}
    up: set[str] = set()
    waiting, samples = 0, 0
    for message in seen:
        if message.method == "INVITE" and message.source == people.waiters:
            number_of.setdefault(message.call_id, message.from_user)
            came.setdefault(message.from_user, message.at)
        elif message.method == "INVITE" and message.target in racks:
            number = message.from_user
            up.discard(number)
            if number in came and number not in setups:
                setups[number] = (message.at - came[number]) / 1e6
        elif message.target == people.waiters and not message.method:
            number = number_of.get(message.call_id, "")
            if message.start[8:9] in "456" and number in came:
                refusals.setdefault(number, (message.at - came[number]) / 1e6)
            elif message.start.startswith("SIP/2.0 200") and number not in setups:
                up.add(number)
        elif message.method == "BYE":
            up.discard(number_of.get(message.call_id, ""))
        if begin <= message.at < end:
            waiting, samples = waiting + len(up), samples + 1
    inside = {number for number, at in came.items() if begin <= at < end}
    return Arrivals(
        len(inside),
        tuple(value for number, value in setups.items() if number in inside),
        tuple(value for number, value in refusals.items() if number in inside),
        waiting / max(samples, 1),
    )
