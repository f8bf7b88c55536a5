"""Callbacks that agents call by hand: claimed, called, dismissed (R35, R38, R39)."""

from .listed import needs_no_call
from .moving import (
    abandon,
    close,
    is_superseded,
    supersede,
)
from .parts import Call, Callback, Dial, HandCall, Offer, Refused, World
from .questions import (
    being_called,
    customer_is_on_a_call,
    is_listed,
    number_refused,
    sees,
    standing,
)
from .situations import Situation, meet


def claim(world: World, name: str, agent: str) -> None:
    """Put a name on it, so that nobody else starts on it."""
    callback = world.callbacks[name]
    refuse(in_the_way(world, callback, agent))
    meet(world, Situation.CLAIMED)
    callback.claimed_by = agent


def release(world: World, name: str, agent: str) -> None:
    callback = world.callbacks[name]
    codes = in_the_way(world, callback, agent)
    codes += ["callback-not-claimed"] if callback.claimed_by is None else []
    refuse(codes)
    meet(world, Situation.RELEASED)
    callback.claimed_by = None


def dismiss(world: World, name: str, agent: str) -> None:
    """R39; a request that nobody has called yet is cancelled by it (R49)."""
    callback = world.callbacks[name]
    refuse(in_the_way(world, callback, agent))
    if callback.outcome is None:
        meet(world, Situation.DISMISSED_PENDING)
        close(world, callback, "cancelled by_user")
    else:
        meet(world, Situation.DISMISSED)
        callback.off_the_list = True


def call_by_hand(world: World, name: str, agent: str) -> None:
    """R35, R38: the agent's phone first, then the customer."""
    callback = world.callbacks[name]
    codes = in_the_way(world, callback, agent)
    if standing(world, world.agents[agent]) != "available":
        codes.append("agent-not-available")
    if number_refused(world, callback):
        codes.append("number-not-callable")
    if customer_is_on_a_call(world, callback):
        codes.append("customer-on-a-call")
    if world.away:
        codes.append("phones-unreachable")
    refuse(codes)
    meet(world, Situation.CALLED_PENDING if callback.outcome is None else Situation.CALLED_LISTED)
    made = HandCall(
        name=f"call by hand {len(world.hand_calls) + 1}",
        line=callback.line,
        customer=callback.customer,
        number=callback.number,
        country=callback.country,
        flow=callback.flow,
        version=callback.version,
        state="accepted",
        agent=agent,
        accepted_at=world.now,
        callback=name,
    )
    callback.claimed_by = agent
    world.hand_calls[made.name] = made
    world.offers.append(Offer(agent, made.name, None, fate="accepted"))


def in_the_way(world: World, callback: Callback, agent: str) -> list[str]:
    """R38: while one agent is calling or has claimed it, others cannot; nor what is not listed."""
    codes = []
    if not is_listed(callback):
        codes += ["callback-not-listed"]
        codes += ["callback-already-closed"] if callback.outcome is not None else []
    if not sees(world, agent, callback.line):
        meet(world, Situation.NOT_ASSIGNED)
        codes.append("line-not-assigned")
    if being_called(world, callback):
        meet(world, Situation.BEING_CALLED)
        codes.append("callback-being-called")
    if callback.claimed_by not in (None, agent):
        meet(world, Situation.CLAIMED_BY_ANOTHER)
        codes.append("callback-claimed")
    return codes


def refuse(codes: list[str]) -> None:
    if codes:
        raise Refused(*codes)


def customer_talks(world: World, call: Call) -> None:
    """R37, R39: whom we were to call, an agent has on the line; what is not dialled stops."""
    for callback in world.callbacks.values():
        if is_superseded(world, callback, call):
            supersede(world, callback)
        hand = being_called(world, callback)
        same = (call.customer, call.line) == (callback.customer, callback.line)
        if callback.outcome is None or not same or call.customer is None:
            continue
        if hand is not None and hand.state == "accepted":
            abandon(world, hand)
            hand = None
        if hand is None:
            needs_no_call(world, callback, [call.state])


def dial_by_hand(world: World, hand: HandCall) -> None:
    """R48: every dial passes the policy; its limits are for automatic callbacks."""
    if number_refused(world, hand):
        meet(world, Situation.HAND_CALL_REFUSED)
        abandon(world, hand)
        return
    assert hand.agent is not None
    world.dials.append(Dial(hand.callback, hand.agent, world.now, hand_call=hand.name))
    hand.state, hand.dialled_at = "dialling", world.now
