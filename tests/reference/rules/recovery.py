"""The phone system goes away and comes back: what it then has is compared with what should be."""

from dataclasses import dataclass, field

from .agents import (
    accepted_with,
    agent_phone_up,
    is_live,
    is_too_late,
    lose,
    reconnect,
    rings_or_connects,
)
from .consulting import found_again
from .customers import customer_answers, customer_fails
from .moving import (
    abandon,
    end_call,
    give_back,
    hang_up,
    not_reached,
    not_reached_by_hand,
    suffer_fault,
)
from .outside import outside_answers, outside_leg_ends
from .parts import Agent, Call, Callback, HandCall, Offer, World
from .questions import communication_of, latest_offer
from .situations import Situation, meet
from .timing import all_due


@dataclass
class Listed:
    """What the phone system has: legs are `ringing` or `up`."""

    callers: list[str] = field(default_factory=list)
    agents: dict[str, str] = field(default_factory=dict)
    """The legs of agents' latest offers."""
    customers: dict[str, str] = field(default_factory=dict)
    """The legs of the customers of callbacks."""
    outsides: dict[str, str] = field(default_factory=dict)
    """The legs of numbers outside, by the names of the calls."""
    never_sent: list[str] = field(default_factory=list)
    """The callbacks of which it is certain that their dial never arrived."""
    unregistered: list[str] = field(default_factory=list)
    """Agents whose desk phones are not registered."""


def phones_lost(world: World) -> None:
    """ADR 0005: from here on nothing is offered, nothing is judged, and nothing falls due."""
    meet(world, Situation.PHONES_LOST)
    world.away = True


def phones_listed(world: World, listed: Listed) -> None:
    """ADR 0005: what the phones did comes first; what fell due meanwhile comes after it."""
    for call in world.calls.values():
        if call.state != "ended" and call.name not in listed.callers:
            meet(world, Situation.CALLER_GONE_MEANWHILE)
            end_call(world, call)
    for call in world.calls.values():
        if call.state != "ended" and call.consultation is not None:
            found_again(world, call, list(listed.agents))
    for name in [each.name for each in world.agents.values()]:
        look_at_the_talk(world, name, listed)
    for name in [each.name for each in world.agents.values()]:
        look_at_the_offer(world, name, listed)
    for call in world.calls.values():
        if call.state in ("redirecting", "outside"):
            look_at_the_number_outside(world, call.name, listed)
    for agent in world.agents.values():
        if agent.desk and agent.name in listed.unregistered:
            lose(world, agent.name)
        elif agent.desk:
            reconnect(world, agent.name)
    world.away = False
    if any(due.at < world.now for due in all_due(world)):
        meet(world, Situation.FELL_DUE_MEANWHILE)


def look_at_the_number_outside(world: World, name: str, listed: Listed) -> None:
    """R33: it is never dialled again."""
    dial = world.calls[name].dials_outside
    if name not in listed.outsides:
        outside_leg_ends(world, name, dial)
    elif listed.outsides[name] == "up":
        outside_answers(world, name, dial)


def look_at_the_talk(world: World, name: str, listed: Listed) -> None:
    """R33: one who talks or dials goes on if both legs are there; a dial is never repeated."""
    agent = world.agents[name]
    item = communication_of(world, agent)
    if isinstance(item, Call):
        if item.state == "talking" and name not in listed.agents:
            hang_up(world, agent)
        return
    if item is None or item.state == "accepted":
        return
    callback = item.callback if isinstance(item, HandCall) else item.name
    leg = listed.customers.get(callback)
    if item.state == "talking":
        if leg is None or name not in listed.agents:
            hang_up(world, agent)
    elif leg is None and callback in listed.never_sent:
        meet(world, Situation.NEVER_SENT)
        customer_fails(world, callback, "never-sent")
    elif leg is None:
        meet(world, Situation.OUTCOME_UNKNOWN)
        unknown(world, item)
    elif name not in listed.agents:
        hang_up(world, agent)
    elif leg == "up":
        meet(world, Situation.ANSWERED_MEANWHILE)
        customer_answers(world, callback)


def look_at_the_offer(world: World, name: str, listed: Listed) -> None:
    """R29, R34: picked up is accepted; a ring or a connection that is gone is our fault."""
    offers = [each for each in world.offers if each.agent == name]
    if not offers:
        return
    offer, leg = latest_offer(world, name), listed.agents.get(name)
    item = accepted_with(world, offer)
    if leg == "up":
        if offer.fate == "ringing" and world.agents[name].desk:
            meet(world, Situation.PICKED_UP_MEANWHILE)
        if rings_or_connects(world, offer):
            agent_phone_up(world, offer)
        elif not is_live(world, offer):
            hears_so_again(world, offer)
    elif leg is None and item is not None:
        interrupted(world, item, offer)
    elif leg is None and offer.fate == "ringing" and rings_by_itself(world.agents[name]):
        meet(world, Situation.RING_LOST)
        offer.fate = "withdrawn"


def hears_so_again(world: World, offer: Offer) -> None:
    """R29: who came too late is told so, once more; any other phone is hung up."""
    agent = world.agents[offer.agent]
    if offer.fate == "taken":
        is_too_late(world, offer)
    elif agent.too_late_for is offer:
        agent.too_late_for = None


def rings_by_itself(agent: Agent) -> bool:
    """A card in a page is no leg that could be gone."""
    return agent.desk or agent.outside


def interrupted(world: World, item: Call | Callback | HandCall, offer: Offer) -> None:
    """R34: the phone of the agent who accepted is not connected any more."""
    meet(world, Situation.CONNECTING_INTERRUPTED)
    if isinstance(item, HandCall):
        abandon(world, item)
    elif isinstance(item, Callback):
        suffer_fault(world, item, held_for=0)
    else:
        world.agents[offer.agent].silent = 0
        give_back(world, item)


def unknown(world: World, item: Callback | HandCall) -> None:
    """R33: not reached for all we know, and never called again by itself."""
    if isinstance(item, HandCall):
        not_reached_by_hand(world, item, "outcome_unknown")
    else:
        not_reached(world, item, "outcome_unknown")
